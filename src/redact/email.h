// Addresses of e-mail: as they are written, and as they are said ("jo dot lee at example
// dot com").
#ifndef REDACT_EMAIL_H
#define REDACT_EMAIL_H

#include "redact/mask.h"
#include "redact/token.h"

void email_find(Arena *arena, const Tokens *tokens, uint32_t turn, Masks *masks);

#endif
