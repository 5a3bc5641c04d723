// What is private for the question it answers: dates of birth, PINs, passwords, answers
// to security questions.
#ifndef REDACT_ASKED_H
#define REDACT_ASKED_H

#include "call/call.h"
#include "redact/mask.h"
#include "redact/token.h"

typedef enum {
    ASKED_NOTHING,
    ASKED_BIRTH, // a date
    ASKED_CODE,  // digits
    ASKED_WORDS  // whatever is said
} AskedKind;

// What was asked for, and by whom; `{0}` at the beginning of a call.
typedef struct {
    AskedKind kind;
    Role role;        // who asked
    uint32_t answers; // turns of the others since
    bool answered;
    uint32_t birth_turn; // the turn, from 1, of the last question for a date of birth
} Asked;

void asked_hear(Arena *arena, Asked *asked, uint32_t turn, Role role,
                const Tokens *tokens, Masks *masks);

#endif
