// What criteria cost a score.
#ifndef TALLY_GAINS_H
#define TALLY_GAINS_H

#include "tally/tally.h"

// By how much each criterion of the rubric would raise the mean of `compensatory` over
// the tally's assessed calls, were it met wherever it was decided; in score points.
void coaching_gains(const Rubric *rubric, const AgentTally *tally, double *gains);

// A criterion that costs the mean score something.
typedef struct {
    uint32_t criterion;
    double points;
} Gain;
typedef VEC(Gain) Gains;

// Of gains those above zero, the greatest first.
Gains gains_sort(Arena *arena, const Rubric *rubric, const double *gains);

// The call's mark of a criterion of the rubric, or NULL.
const Mark *criterion_mark(const Rubric *rubric, const Scorecard *card,
                           uint32_t criterion);

#endif
