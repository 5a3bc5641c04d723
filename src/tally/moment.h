// Moments of calls that can be talked about: where something was done, or should have
// been.
#ifndef TALLY_MOMENT_H
#define TALLY_MOMENT_H

#include "tally/tally.h"

typedef struct {
    const Scorecard *card; // NULL: there is no such moment
    const Mark *mark;
    Str customer, agent, next; // what the customer said, what the agent answered, and
                               // what the customer said then; each may be empty
    uint32_t customer_turn, agent_turn; // their numbers; 0: not known
    int64_t at_ms; // of the answer or, without one, of the customer's words; or NO_TIME
} Moment;

// Where a mark that is partly or not met should have been met: at the customer's last
// words that asked for it, or at the agent's own words that did; what a call's end asks
// for, where the leave-taking begins. Where nothing did, it is a matter of the call's
// beginning, when the criterion is one of first turns, or else of its end: the customer's
// last words and what the agent made of them.
Moment moment_missed(const Rubric *rubric, const Scorecard *card, const Mark *mark);

// What shows a mark that is decided: what was missed, or the words that met it.
Moment moment_of(const Rubric *rubric, const Scorecard *card, const Mark *mark);

// The clearest of an agent's moments in which a criterion was missed, preferably before
// the customer takes leave or, of what a call's end asks for, where the agent does; in
// the call that went best otherwise; and not of the call `told` of already (or NULL).
Moment moment_clearest(const Rubric *rubric, const AgentTally *agent, uint32_t criterion,
                       const Scorecard *told);

// The agent's own best words for a criterion that was met: 20 to 200 characters, neither
// a stock phrase nor in a turn that was marked down; preferably not of the call `told` of
// already.
Moment moment_best(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                   const Scorecard *told);

// The same, and where there are none, words that many say: they show that it was done.
Moment moment_done(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                   const Scorecard *told);

#endif
