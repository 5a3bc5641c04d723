// From what detectors found in a call to its scorecard.
#ifndef SCORE_SCORING_H
#define SCORE_SCORING_H

#include "score/origin.h"

// The findings of a call as marks and scores, in `keep`; the call's names and the words
// of its turns stay where the call has them.
void scorecard_make(const Rubric *rubric, const Call *call, Findings *findings,
                    const KnownOrigins *origins, Arena *keep, Scorecard *out);

#endif
