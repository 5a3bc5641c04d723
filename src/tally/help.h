// Whom to help first.
#ifndef TALLY_HELP_H
#define TALLY_HELP_H

#include "tally/difference.h"

typedef struct {
    const AgentTally *agent;
    Estimate gap; // the agent's mean less the team's, which is taken as it is; score
                  // points
    bool has_question;
    Difference question; // in which the agent is behind the others, that is worth most
} Help;
typedef VEC(Help) HelpList;

// Agents whose interval lies below the team's mean, those with the lowest mean first,
// allowing for few calls; at most `most` of the `*found`.
HelpList help_first(Arena *arena, const Tally *tally, size_t most, size_t *found);

#endif
