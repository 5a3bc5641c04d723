// Whether enough of a call was decided to judge it, and what each mark counts in it: the
// weight stays where the rubric put it, and no criterion has more than `max_share`.
#ifndef SCORE_SHARE_H
#define SCORE_SHARE_H

#include "score/scorecard.h"

// A mark that can have a part in the score: most of a card's cannot.
typedef struct {
    Mark *mark;
    const Criterion *criterion; // NULL: it is none of the rubric's
    size_t principle;           // its number in the rubric, or how many there are
} WeighedMark;
typedef VEC(WeighedMark) WeighedMarks;

// A mark's share of the score is min(cap, lambda x its part), with the lambda that makes
// all shares together 1. Parts from `least_capped` up are at the cap; those below divide
// the `rest` in proportion. For the same decided criteria the shares are the same,
// whatever the verdicts.
typedef struct {
    int32_t cap, rest;    // thousandths
    int64_t least_capped; // INT64_MAX: none is
    int64_t sum;          // of the parts below
} Shares;

// Of marks that have their parts, at least 1 / `max_share` of them with one.
Shares shares_make(const WeighedMarks *marks, int32_t max_share);
// Thousandths of a percent: 25 % is 25000.
int32_t share_of(const Shares *shares, const Mark *mark);
// The sum of share times points, rounded half up to 0.1; marks of failed principles have
// no points. Exact: one division of whole numbers.
int32_t shares_score(const Shares *shares, const WeighedMarks *marks,
                     const Scorecard *card);

// The criterion of that id, or NULL. Marks stand in the order of their criteria, so it is
// looked for from `*next` on, which begins at 0 and moves behind it.
const Criterion *criterion_find(const Rubric *rubric, Str id, size_t *next);
static inline const Criterion *criterion_next(const Rubric *rubric, Str id,
                                              size_t *next) {
    const Criterion *criterion = &rubric->criteria.items[*next];
    if (*next + 1 >= rubric->criteria.len || !str_eq(criterion->id, id))
        return criterion_find(rubric, id, next);
    ++*next;
    return criterion;
}

// What was decided of a card, mark by mark.
typedef struct {
    uint32_t judged, judged_of, unproven; // as the card has them
    uint32_t assessable;                  // marks
    int64_t nominal;                      // of what was judged
} Judged;
// Says in `too_little` why what was decided is not enough: so it is where the words are
// in another language than the rubric's. The principles have their parts.
void shares_judge(const Rubric *rubric, const Judged *judged, Arena *keep,
                  Scorecard *card);

// "judged on 9 of 26"; "..., opening only" where it was all of one principle; "..., 7 for
// a person to check" where others were decided that do not count.
Str judged_words(Arena *arena, const Scorecard *card);

#endif
