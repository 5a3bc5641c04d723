// Dates as people say when they were born.
#ifndef REDACT_BIRTH_H
#define REDACT_BIRTH_H

#include "redact/mask.h"
#include "redact/token.h"

// A run of tokens that may be a date: days, months, years, in figures or words.
typedef struct {
    const Token *first, *last;
    uint32_t parts, digits; // numbers, months and ordinals; digits of the numbers
    bool written;           // 12/03/1985
    bool month;             // there is one by its name
} SpokenDate;

// The next date that begins from `*at` on, and before `to`; moves `*at` behind it. False:
// there are no more.
bool date_next(const Tokens *tokens, const Token **at, const Token *to, SpokenDate *date);

// Whether it could be told in answer: a date, a month and something else, or three
// digits.
static inline bool date_is_answer(const SpokenDate *date) {
    return date->written || (date->month && date->parts > 1) || date->digits > 3;
}
// Whether it has a day, a month and a year.
static inline bool date_is_whole(const SpokenDate *date) {
    return date->written || (date->month && date->parts > 2);
}

#endif
