// Numbers that are somebody's: of cards, of phones, and others of six digits and more,
// written or spoken ("four five one two", "double oh"), also over several turns.
#ifndef REDACT_NUMBER_H
#define REDACT_NUMBER_H

#include "call/call.h"
#include "redact/mask.h"
#include "redact/token.h"

enum { NUMBER_GROUPS_MOST = 64, NUMBER_DIGITS_MOST = 96 };

// Digits that stand together, or the words for one or two.
typedef struct {
    uint32_t turn, start, end;
    uint8_t from, len; // of the number's digits
    bool spoken;
} DigitGroup;

// A number that one speaker is telling.
typedef struct {
    DigitGroup groups[NUMBER_GROUPS_MOST];
    char digits[NUMBER_DIGITS_MOST];
    uint8_t count, len;   // of both
    uint8_t other_turn;   // the first group of the last turn, when that is not the first
    uint8_t times;        // "double" waits for its digit
    uint32_t times_start; // and begins here
    bool plus, bracket;   // before it
    bool range;           // "between" is
    WordClass cue;        // WORD_PHONE, WORD_ACCOUNT: what was spoken of before
} Number;

// What is being told in a call.
typedef struct {
    Number of[ROLE_COUNT]; // by speaker
    WordClass cue;
    uint32_t cue_turn;
} Numbers;

// The next turn of the call. Masks of numbers may come when later turns are heard.
void numbers_hear(Arena *arena, Numbers *numbers, uint32_t turn, Role role,
                  const Tokens *tokens, Masks *masks);
// There are no more turns.
void numbers_end(Arena *arena, Numbers *numbers, Masks *masks);

#endif
