// The law of the score.
#ifndef LOAD_SCORE_H
#define LOAD_SCORE_H

#include "load/loader.h"

FieldRead score_law_read; // ScoreLaw, which begins as the default
ScoreLaw score_law_default(Arena *arena);
// Fills what depends on the other fields when it was not given.
void score_law_settle(ScoreLaw *law);
// Complains of a law that no call can be judged by, once there are criteria.
void score_law_check(Loader *load);

#endif
