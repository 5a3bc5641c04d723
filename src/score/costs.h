// What the patterns of a rubric cost, for a person to read.
#ifndef SCORE_COSTS_H
#define SCORE_COSTS_H

#include "base/buf.h"
#include "match/matcher.h"
#include "rubric/rubric.h"

typedef struct {
    PatternCost cost;
    uint32_t pattern;
} CostLine;
typedef VEC(CostLine) CostLines;

void costs_add(PatternCost *sum, const PatternCost *part);
// One a pattern, those that took longest first.
CostLines costs_sort(Arena *arena, const PatternCost *costs, uint32_t count);

// The heads of the columns of cost_put, and space for what stands behind them.
void costs_put_head(Buf *out);
// Milliseconds, their share of `all_ns`, turns, tries, hits, place and detector of a
// pattern, and whether it gave up; no end of line.
void cost_put(Buf *out, const Rubric *rubric, const CostLine *line, int64_t all_ns);
// How many tries there were; then the `most` patterns that took longest, and whichever
// gave up. `costs`: one a pattern.
void costs_put(Buf *out, const Rubric *rubric, const PatternCost *costs, size_t most);

#endif
