// From marks to scores.
#ifndef SCORE_ADD_UP_H
#define SCORE_ADD_UP_H

#include "score/scorecard.h"

// Fills scores, applied weights, band and flags from the marks, apart from them so that
// it can be tested by worked examples. What has no score gives its weight to the rest, so
// the applied weights of a principle's criteria add up to the sum of their weights (60 of
// 100 applicable: a weight of 30 applies as 50), and likewise for principles. Scores of
// principles and of the call are rounded half up to 0.1, and what is printed is what the
// next step uses: an agent can redo the sum by hand.
void scorecard_add_up(const Rubric *rubric, Arena *keep, Scorecard *card);

#endif
