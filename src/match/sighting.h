// What is seen of a pattern in a text: that it may match there. Where, is worked out only
// when it is asked for (candidates.h), since most patterns never are.
#ifndef MATCH_SIGHTING_H
#define MATCH_SIGHTING_H

#include "base/vec.h"

typedef enum {
    SEEN_ATOM = 0, // one of its atoms
    SEEN_ALWAYS,   // it may match as far as atoms tell (Always, pattern_set.h)
    SEEN_TEXT,     // nothing: all of the text is to be searched
    SEEN_MATCH     // a match, which is known already
} SightingType;

typedef struct {
    uint32_t pattern;
    uint32_t next; // the number of the next of its pattern; 0 ends the list
    uint32_t turn;
    union {
        uint32_t
            number;     // of the atom in the sieve, or of the Always, for the turn's role
        uint32_t start; // of the match
    };
    uint32_t end; // of the atom, or of the match
    SightingType type;
    uint32_t kept; // its number in the memo, plus one; 0 = it is not there
    uint32_t none; // so that it is soon found by its number
} Sighting;
typedef VEC(Sighting) Sightings;

#endif
