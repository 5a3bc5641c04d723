// What a rubric sees in the turns of a call.
#ifndef TALLY_TURN_KIND_H
#define TALLY_TURN_KIND_H

#include "score/scorecard.h"

// Whether a rule rests on a detector that looks at the first, or the last, turns alone;
// without a rule it does not.
bool rule_is_of_edge(const Rubric *rubric, const Expression *rule, WindowEdge edge);
// Whether a criterion applies by a call's end.
bool criterion_is_of_end(const Rubric *rubric, const Criterion *criterion);
// Whether it asks for something that may come anywhere in a call.
bool criterion_is_anywhere(const Rubric *rubric, const Criterion *criterion);
// Whether words were found by a detector that looks at the last turns alone.
bool quote_is_of_end(const Rubric *rubric, const Quote *quote);
// Whether a mark of the card has such words in the turn (from 1).
bool turn_is_of_end(const Rubric *rubric, const Scorecard *card, uint32_t turn);

// Whether the customer's words in a turn (from 1) made a question of the rubric apply,
// its end aside: they ask or tell something.
bool turn_is_occasion(const Rubric *rubric, const Scorecard *card, uint32_t turn);
// Whether the agent's words in a turn are such as a mark of the card asks for.
bool turn_is_asked_for(const Rubric *rubric, const Scorecard *card, uint32_t turn);

// Whether a rule asks for what a detector finds, rather than for its absence.
bool rule_asks_for(const Rubric *rubric, const Expression *rule, Str detector);
const Detector *detector_named(const Rubric *rubric, Str name); // or NULL
// Of a mark; NULL: the rubric has none of that id.
const Criterion *mark_criterion(const Rubric *rubric, const Mark *mark);

#endif
