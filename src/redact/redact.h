// Finds what is private in a call: numbers of cards, accounts and phones, addresses of
// e-mail, dates of birth, PINs and answers to security questions, and every number of six
// digits and more. Names and what else tells of a person stay: this is not anonymisation.
#ifndef REDACT_REDACT_H
#define REDACT_REDACT_H

#include "redact/asked.h"
#include "redact/number.h"

// Hears the turns of one call, in their order; `{.arena = arena}` at its beginning.
// Linear in the text. The masks live in `arena`; texts are only looked at.
typedef struct {
    Arena *arena;
    Numbers numbers;
    Asked asked;
    Tokens tokens; // of the turn that is heard
    Masks masks;
    uint32_t turn; // the number of the next one
} Redactor;

// The role that is known of a speaker stands for the speaker: turns of one role that
// follow each other, or have no more than "okay" between them, are one person's.
void redactor_hear(Redactor *redactor, Role role, Str text);
// Once all turns were heard: what is to be masked.
const Masks *redactor_end(Redactor *redactor);

// The text alone, as said by somebody unknown.
Str text_redacted(Arena *arena, Str text);
// The call with its turns masked, and speakers' labels that are a phone's number or an
// address; what else is known of it stays. `masks` has what was put in.
Call call_redacted(Arena *arena, const Call *call, Masks *masks);

#endif
