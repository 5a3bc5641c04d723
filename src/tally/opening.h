// How calls open: it is no merit of an agent whether a customer says hello first, or
// comes with the matter at once.
#ifndef TALLY_OPENING_H
#define TALLY_OPENING_H

#include "score/scorecard.h"

typedef enum {
    OPENING_AGENT,  // the agent speaks first; also where the call's turns are not known
    OPENING_BRIEF,  // a customer who says a few words: "Hello?"
    OPENING_MATTER, // a customer who says what it is about
    OPENING_COUNT
} Opening;

Opening card_opening(const Scorecard *card);

// Whether words say enough to be read for themselves: more than "Hello?" or a mere
// "sorry".
bool words_tell(Str words);

#endif
