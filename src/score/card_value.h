// The numbers of a call that measures are of, and those that tallies look for in every
// call.
#ifndef SCORE_CARD_VALUE_H
#define SCORE_CARD_VALUE_H

#include "score/scorecard.h"

// What customers said or did after a call, in columns of these names, without regard to
// case; a card has what is a number, or yes or no, whatever the rubric.
typedef enum { OUTCOME_CSAT, OUTCOME_RESOLVED, OUTCOME_COUNT } OutcomeField;
extern const Str OUTCOMES[OUTCOME_COUNT]; // "field csat", as a record has it

// Fills the waiting and reply times of a card, what else the rubric's measures ask for,
// the outcomes, and how upset the customer was; in `keep`.
void card_measure(const Rubric *rubric, const Call *call, Findings *findings,
                  Arena *scratch, Arena *keep, Scorecard *out);

// Whether a card has a value for `measure`: it is of a column or a detector, and the
// first of the rubric's that is of this one.
bool measure_is_kept(const Rubric *rubric, const Measure *measure);

// What `measure` is of, in one call: thousandths, or NO_VALUE where the call lacks it or
// it is beyond a thousand million.
int64_t card_value(const Scorecard *card, const Measure *measure);
// The same of a column or detector, as a record has it.
int64_t card_number(const Scorecard *card, Str of);
// Whether the rubric's detector `upset` found something: the occasion that makes a call
// harder. False where there is no such detector.
bool card_upset(const Scorecard *card);

#endif
