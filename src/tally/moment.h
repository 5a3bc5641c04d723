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
    uint32_t customer_turn, agent_turn, next_turn; // their numbers; 0: not known
    int64_t at_ms; // of the answer or, without one, of the customer's words; or NO_TIME
    bool unasked;  // nothing in the call asked for what was missed
} Moment;

// Where a mark that is partly or not met should have been met: at the customer's last
// words that asked for it, or at the agent's own words that did; what a call's end asks
// for, where the leave-taking begins. Where nothing did, it is a matter of the call's
// beginning, when the criterion is one of first turns; of where the agent asks for
// something, when it is one of any turns; or else of the call's end: the customer's last
// words and what the agent made of them.
Moment moment_missed(const Rubric *rubric, const Scorecard *card, const Mark *mark);

// What shows a mark that is decided: what was missed, or the words that met it.
Moment moment_of(const Rubric *rubric, const Scorecard *card, const Mark *mark);

// Around words that a mark of the card rests on.
Moment moment_at(const Scorecard *card, const Mark *mark, const Quote *quote);

// Whether the agent asks the customer for something in a turn.
typedef enum {
    ASKS_NOTHING,  // no question mark
    ASKS,          // any question: "How can I help?"
    ASKS_FOR_THIS, // the customer answers with what a question of the rubric is about
    ASKS_BRIEFLY   // the same in one question alone and a few words: a name, a number
} Asking;
Asking moment_asking(const Rubric *rubric, const Scorecard *card, uint32_t turn);

#endif
