// Does it matter to customers? How criteria and principles go with what customers said or
// did after the call.
#ifndef TALLY_RELATION_H
#define TALLY_RELATION_H

#include "score/card_value.h"

// One call: what a criterion or principle got in it, what the customer said of it, and
// how long it was; each in any unit.
typedef struct {
    int64_t got, outcome, turns;
} RelatedCall;

// `value` is from -1 to 1; `low` and `high` bound it with 95 % confidence.
typedef struct {
    bool known; // false: fewer calls than RELATION_CALLS, or nothing differs in them
    uint32_t calls;
    double value, low, high;
} Relation;

enum { RELATION_CALLS = 10 };

// C. Spearman's rank correlation of `got` and `outcome`, ties at their mean rank, given
// the turns: the partial correlation of the three rankings. The interval is R. A.
// Fisher's, with the variance of D. G. Bonett and T. A. Wright ("Sample Size Requirements
// for Estimating Pearson, Kendall and Spearman Correlations", Psychometrika 65, 2000),
// which is (1 + value^2 / 2) / (calls - 3), and one call less for the turns. In any order
// of the calls, up to two million, the same bits.
Relation relation_of(Arena *scratch, const RelatedCall *calls, size_t count);

typedef struct {
    bool any[OUTCOME_COUNT]; // some call has it
    // One row a criterion, and one a principle, of the rubric.
    Relation (*criteria)[OUTCOME_COUNT], (*principles)[OUTCOME_COUNT];
} Relations;

Relations relations_make(Arena *arena, const Rubric *rubric, const Scorecards *cards);

#endif
