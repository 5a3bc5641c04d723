// Which of an agent's many moments are shown.
#ifndef TALLY_MOMENT_CHOICE_H
#define TALLY_MOMENT_CHOICE_H

#include "tally/moment.h"

// The clearest of an agent's moments in which a criterion was missed: not met rather than
// met in part; where it fits best; with all that was said on both sides; not of the call
// `told` of already (or NULL); in the call that went best otherwise.
//
// What fits best depends on the criterion. What a call's end asks for fits where the
// agent takes leave, and the customer with him; what is asked of first turns, in a call
// of the kind (opening.h) in which most of the team do it; what may come anywhere, where
// the agent asks for something; anything else, before the customer takes leave. A wait
// fits after words that ask or tell something. After a mere "Hello?" or thanks it shows
// nothing: where there is no other, there is no moment.
Moment moment_clearest(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                       const Scorecard *told);

// The agent's own best words for a criterion that was met: 20 to 200 characters, neither
// a stock phrase nor in a turn that was marked down; preferably in a place of the call
// like that where it is missed, and not of the call `told` of already.
Moment moment_best(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                   const Scorecard *told);

// The same, and where there are none in such a place, words that many say: they show that
// it was done.
Moment moment_done(const Tally *tally, const AgentTally *agent, uint32_t criterion,
                   const Scorecard *told);

#endif
