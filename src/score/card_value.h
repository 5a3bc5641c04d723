// The numbers of a call that measures are of.
#ifndef SCORE_CARD_VALUE_H
#define SCORE_CARD_VALUE_H

#include "score/scorecard.h"

// Fills the waiting and reply times of a card, and what else the rubric's measures ask
// for; in `keep`.
void card_measure(const Rubric *rubric, const Call *call, Findings *findings,
                  Arena *scratch, Arena *keep, Scorecard *out);

// Whether a card has a value for `measure`: it is of a column or a detector, and the
// first of the rubric's that is of this one.
bool measure_is_kept(const Rubric *rubric, const Measure *measure);

// What `measure` is of, in one call: thousandths, or NO_VALUE where the call lacks it or
// it is beyond a thousand million.
int64_t card_value(const Scorecard *card, const Measure *measure);

#endif
