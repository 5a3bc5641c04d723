// What people say that gives away on which side of a call they are.
//
// Each cue is a kind of thing that one side says far more often than the other, such as
// the offer to help, with a weight: the natural logarithm of how many times likelier it
// comes from the agent (below 0: from the customer). 3 stands for 20 times or more, 2
// for about 7 times, 1 for about 3 times. Offers of help, questions for details, wishes,
// requests and thanks were counted in typed service whose roles are known, and rounded
// down; what is said on the telephone only, and waiting, is by judgement.
#ifndef READ_CUES_H
#define READ_CUES_H

#include "base/str.h"

// The first two tell who serves; the rest: cues.c.
typedef enum { CUE_ANSWERS, CUE_OFFERS_HELP, CUES_OF_SERVICE, CUE_COUNT = 13 } Cue;

// The cues that somebody gave.
typedef struct {
    bool gave[CUE_COUNT];
} Cues;

// Listens for the first `count` of the cues.
void cues_hear(Arena *scratch, Cues *cues, Cue count, Str said);
// The weights of those that were given, each once: above 0 speaks for the agent.
double cues_sum(const Cues *cues);

#endif
