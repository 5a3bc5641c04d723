// One criterion, one call: the verdict, why, and the words it rests on.
#ifndef SCORE_MARK_H
#define SCORE_MARK_H

#include "score/origin.h"

// What a mark is to quote, and where that begins (position_of).
typedef struct {
    uint64_t at;
    const Evidence *of;
} Cited;
// That of one mark after the other.
typedef struct {
    VEC(Cited) list;
    uint32_t *gathered; // by detector: the last mark it was gathered for
    uint32_t mark;      // which one it is, from 1
} CitedWords;

typedef struct {
    const Rubric *rubric;
    const Call *call;
    Findings *findings;
    Arena *scratch;
    Arena *keep;
    const KnownOrigins *origins;
    CitedWords *cited;
} MarkInput;

// What a verdict counts, in thousandths of a point.
int32_t criterion_points(const Criterion *criterion, Verdict verdict);
// Fills verdict, points, why and quotes of a mark that has its ids: criterion_decide
// (rubric/verdict.h), with the words behind it.
void mark_make(const MarkInput *in, const Criterion *criterion, Mark *mark);

#endif
