// Two rubrics on the same calls: what changes from the one to the other.
#ifndef TALLY_COMPARE_H
#define TALLY_COMPARE_H

#include "base/map.h"
#include "score/scorecard.h"
#include "tally/statistics.h"

// A criterion that both rubrics have, known by its id.
typedef struct {
    Str id;
    uint32_t old_mark, new_mark; // its numbers among the marks of a scorecard
    uint32_t calls[VERDICT_COUNT][VERDICT_COUNT]; // by the old verdict and the new one
    uint32_t changed;                             // calls with another verdict
} CriterionChange;

// Of the calls that have a score by both rubrics.
typedef struct {
    Str agent; // empty: of calls without a known agent
    Sums old_score, new_score;
    Sums change; // new - old, call by call
} ScoreChange;

typedef struct {
    Str old_band, new_band; // empty: without a score
    uint32_t calls;
} BandChange;

typedef struct {
    Arena *arena;
    VEC(CriterionChange) criteria; // in the order of the new rubric
    Texts old_only, new_only;      // ids of criteria that are marked by one rubric alone
    ScoreChange all;
    VEC(ScoreChange) agents;
    Map numbers; // of agents, by id
    VEC(BandChange) bands;
    uint32_t calls;
    uint32_t changed;                // calls with another verdict
    uint32_t rescored;               // calls with another score, or with none by one
    uint32_t old_scored, new_scored; // calls with a score by one rubric alone
} Comparison;

void comparison_start(Comparison *comparison, Arena *arena, const Rubric *old_rubric,
                      const Rubric *new_rubric);
// Adds a call's two scorecards, of which nothing is kept but copies of names.
void comparison_add(Comparison *comparison, const Scorecard *old_card,
                    const Scorecard *new_card);
// Sorts criteria and bands by the number of calls that changed, most first, and agents
// by the change of their mean, lowest first.
void comparison_sort(Comparison *comparison);
// Whether anything at all is not the same.
bool comparison_differs(const Comparison *comparison);

#endif
