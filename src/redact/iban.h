// Numbers of bank accounts with check digits (ISO 13616), written or spelled out.
#ifndef REDACT_IBAN_H
#define REDACT_IBAN_H

#include "redact/mask.h"
#include "redact/token.h"

void iban_find(Arena *arena, const Tokens *tokens, uint32_t turn, Masks *masks);

#endif
