// How a criterion went up to a day and since: whether what was agreed has helped.
#ifndef TALLY_PROGRESS_H
#define TALLY_PROGRESS_H

#include "tally/tally.h"

// An agent's calls in which the criterion was decided, and those of them that met it.
typedef struct {
    uint32_t decided_before, met_before, decided_since, met_since;
    bool clear; // the shares differ by more than chance
} Progress;

// Of the agent's calls in the tally and those of `earlier`, as far as the same rubric
// marked them; those without a time are left out. A change is clear where, of all these
// calls, chance alone would meet so few or so many of the later ones in at most 2.5 % of
// cases (difference.h).
Progress progress_of(const Tally *tally, const AgentTally *agent,
                     const Scorecards *earlier, uint32_t criterion, int64_t since);

#endif
