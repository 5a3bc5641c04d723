// One criterion, one call: the verdict, why, and the words it rests on.
#ifndef SCORE_MARK_H
#define SCORE_MARK_H

#include "score/scorecard.h"

// The nearest turns of the other side; -1 when there is none. The system is no side.
typedef struct {
    int64_t before, after;
} OtherSide;

// One a turn of the call.
OtherSide *other_sides(Arena *arena, const Call *call);

typedef struct {
    const Rubric *rubric;
    const Call *call;
    Findings *findings;
    Arena *scratch, *keep;
    const OtherSide *others; // one a turn
    Str *kept; // one a turn: its text in `keep`, once some mark has quoted it; else {0}
} MarkInput;

// Fills verdict, points, why and quotes of a mark that has its ids: criterion_decide
// (rubric/verdict.h), with the words behind it.
void mark_make(const MarkInput *in, const Criterion *criterion, Mark *mark);

#endif
