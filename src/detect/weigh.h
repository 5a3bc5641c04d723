// Phrases with points: what the kind `weigh` adds up in a turn.
#ifndef DETECT_WEIGH_H
#define DETECT_WEIGH_H

#include "detect/kind.h"
#include "detect/taken_up.h"

typedef enum {
    WEIGH_SAY,   // one of the patterns is said in the turn
    WEIGH_FIND,  // a detector has evidence in it
    WEIGH_AFTER, // it answers turns in which a detector has evidence
    WEIGH_ECHO,  // its content words come from the other side's turn before it
    WEIGH_WORDS  // it has so many words
} WeighBy;

// How many of the content words come from the turn before: one, half or all of them.
typedef enum { ECHO_SOME, ECHO_HALF, ECHO_ALL, ECHO_SHARES } EchoShare;
bool echo_is(EchoShare share, const TakenUp *turn);

struct WeighedPhrase {
    WeighBy by;
    PatternRefs say;
    uint32_t detector; // of find and after
    EchoShare echo;
    Quantity at_least, at_most; // of words
    int32_t points;             // whole ones, not 0
    Str name;                   // as people are told of it: "^you've", "after asks"
};
typedef VEC(WeighedPhrase) WeighedPhrases;

#endif
