// The few English words that tell of numbers, addresses and questions for them.
#ifndef REDACT_KNOWN_WORD_H
#define REDACT_KNOWN_WORD_H

#include "base/str.h"

typedef enum {
    WORD_OTHER,
    WORD_DIGIT,   // "seven", "oh"; its value is the digit
    WORD_TEEN,    // ten to nineteen: two digits
    WORD_TENS,    // "forty": its value is the first digit
    WORD_TIMES,   // "double", "triple": so often the digit that follows
    WORD_HUNDRED, // "hundred", "thousand": its value is the number of zeros
    WORD_PLUS,
    WORD_FILLER, // may stand between digits that are dictated, or is all a listener says
    WORD_AT,
    WORD_DOT,
    WORD_JOINER,  // "underscore", "dash": as people say an address
    WORD_ASKS,    // makes a request of what is named beside it
    WORD_PHONE,   // the number beside it is one to call
    WORD_ACCOUNT, // it is not
    WORD_RANGE,   // "between": of two numbers that follow, neither is one of many digits
    WORD_CUE      // begins a phrase that asked.c knows
} WordClass;

enum { KNOWN_WORD_ROOM = 16 };
typedef struct {
    char text[KNOWN_WORD_ROOM]; // lower case
    WordClass class;
    uint8_t value;
} KnownWord;

// Letters of either case; what is not known is a WORD_OTHER.
KnownWord word_known(Str word);

#endif
