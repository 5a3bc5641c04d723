// Promises that only a later call tells of: what a mark waits for, and what a call says
// of earlier ones.
#ifndef SCORE_PROMISES_H
#define SCORE_PROMISES_H

#include "score/scorecard.h"

// What a criterion that cannot be assessed waits for: the one promise that was made in
// this call and would decide it. NULL: none does.
const AwaitedPromise *promise_awaited(const Rubric *rubric, const Criterion *criterion,
                                      Findings *findings, Arena *keep);
// Notes, in `keep`, what is told in this call of promises of earlier ones.
void promises_note_told(const Rubric *rubric, Findings *findings, Arena *keep,
                        Scorecard *card);

#endif
