// Scorecards that were read back, held against the rubric that marked them.
#ifndef SCORE_RECOMPUTE_H
#define SCORE_RECOMPUTE_H

#include "score/scorecard.h"

// Works out again what follows from the marks and the rubric: scores, weights, shares,
// band, flags. What the card says of its scores must be the same, and its marks those of
// the rubric's criteria: else what is wrong, in words. {0}: the card holds, and what
// follows stands in it as it was worked out here.
Str card_recompute(const Rubric *rubric, Arena *arena, Scorecard *card);

// Adds up the scores again, from marks that are known to be right.
void card_add_up_again(const Rubric *rubric, Arena *arena, Scorecard *card);

// What of the card no rubric can have given, in words: a score past 100, a weight below
// 0; {0}: nothing.
Str card_out_of_range(const Scorecard *card);

#endif
