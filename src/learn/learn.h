// What a detector can learn from labelled turns, and whether it should.
//
// Both ways are judged by folds: what is learned from four fifths of the groups of turns
// is tried on the rest. One is taken when F1 rises in 90 % of resamples of the dialogues;
// of two the better, but under 500 turns the overlay, unless the points beat it in as
// many.
#ifndef LEARN_LEARN_H
#define LEARN_LEARN_H

#include "learn/learned.h"
#include "tally/confusion.h"

enum {
    LEARN_FOLDS = 5,
    LEARN_POSITIVES_LEAST = 30, // below it nothing is learned
    LEARN_OVERLAY_BELOW = 500,  // turns
    LEARN_RESAMPLES = 1000,
    LEARN_RISES_LEAST = 900 // of these
};

typedef struct {
    bool tried;
    Learned learned; // from all turns
    Confusion seen;  // by folds
    bool *found;     // by turn, by folds
    uint32_t rises;  // of LEARN_RESAMPLES
    bool has_worst;  // some fold had something to be found
    double worst[2]; // F1 before and after in the fold that fares worst by it
} LearnTrial;

typedef struct {
    LearnData data;
    Candidates candidates;
    uint32_t groups, folds;
    Confusion before;
    LearnTrial trials[LEARN_WAYS];
    // By turn: by how many log odds the points, by folds, find it (below 0: they do not).
    // NULL: nothing was learned.
    double *sureness;
    int taken; // a LearnWay, or -1: the detector should stay as it is
} LearnOutcome;

// `overlay`: the detector can take patterns and exceptions.
LearnOutcome learn_from(Arena *arena, LearnSet *set, const LearnPlan *plan, bool overlay);

// What was found against what was there, in all turns.
Confusion learn_count(const LearnData *data, const bool *found);
// In how many of LEARN_RESAMPLES draws of the dialogues F1 is higher with `after`.
uint32_t learn_rises(Arena *scratch, const LearnData *data, const bool *before,
                     const bool *after);
// Which of two trials is to be taken, or -1; `beats`: the points beat the overlay in so
// many resamples.
int learn_choose(const LearnTrial trials[LEARN_WAYS], uint64_t turns, uint32_t beats);

#endif
