// Does it matter to customers? How criteria and principles go with what customers said or
// did after the call.
#ifndef TALLY_RELATION_H
#define TALLY_RELATION_H

#include "score/card_value.h"

// One call: what a criterion or principle got in it, what the customer said of it, and
// how long it was; each in any unit.
typedef struct {
    int64_t got, outcome, turns;
    uint32_t
        group; // below RELATION_GROUPS; of calls that may be alike, as an agent's are
} RelatedCall;

// `value` is from -1 to 1; `low` and `high` bound it with 95 % confidence.
typedef struct {
    bool known; // false: fewer calls than RELATION_CALLS, or nothing differs in them
    uint32_t calls;
    double value, low, high;
} Relation;

enum { RELATION_CALLS = 10, RELATION_GROUPS = 20 };

// C. Spearman's rank correlation of `got` and `outcome`, ties at their mean rank, given
// the turns: the partial correlation of the three rankings. The interval is that of the
// delete-a-group jackknife (P. S. Kott, "The Delete-a-Group Jackknife", Journal of
// Official Statistics 17, 2001) on R. A. Fisher's z: with g groups, (g - 1) / g times the
// squares of what z changes by without each of them, and Student's t with g - 1 degrees.
// It takes groups for independent, and not calls. In any order of the calls, up to two
// million, the same bits.
Relation relation_of(Arena *scratch, const RelatedCall *calls, size_t count);

typedef struct {
    bool any[OUTCOME_COUNT]; // some call has it
    // One row a criterion, and one a principle, of the rubric.
    Relation (*criteria)[OUTCOME_COUNT], (*principles)[OUTCOME_COUNT];
} Relations;

// Groups are of whole agents, or where fewer than two are known of calls.
Relations relations_make(Arena *arena, const Rubric *rubric, const Scorecards *cards);

#endif
