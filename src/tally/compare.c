#include "tally/compare.h"

#include <stdlib.h>

// The number of the criterion's mark on every scorecard of the rubric, or UINT32_MAX.
static uint32_t mark_number(const Rubric *rubric, Str id) {
    uint32_t number = 0;
    vec_each(const Criterion, criterion, &rubric->criteria) {
        if (!criterion->observable) continue;
        if (str_eq(criterion->id, id)) return number;
        number++;
    }
    return UINT32_MAX;
}

static void find_alone(Arena *arena, const Rubric *rubric, const Rubric *other,
                       Texts *ids) {
    vec_each(const Criterion, criterion, &rubric->criteria)
        if (criterion->observable && mark_number(other, criterion->id) == UINT32_MAX)
            *vec_push(arena, ids) = criterion->id;
}

void comparison_start(Comparison *comparison, Arena *arena, const Rubric *old_rubric,
                      const Rubric *new_rubric) {
    *comparison = (Comparison){.arena = arena};
    find_alone(arena, old_rubric, new_rubric, &comparison->old_only);
    find_alone(arena, new_rubric, old_rubric, &comparison->new_only);
    vec_each(const Criterion, criterion, &new_rubric->criteria) {
        uint32_t old_mark = mark_number(old_rubric, criterion->id);
        if (!criterion->observable || old_mark == UINT32_MAX) continue;
        *vec_push(arena, &comparison->criteria) =
            (CriterionChange){.id = criterion->id,
                              .old_mark = old_mark,
                              .new_mark = mark_number(new_rubric, criterion->id)};
    }
}

// ---- Adding up

static bool add_verdicts(Comparison *comparison, const Scorecard *old_card,
                         const Scorecard *new_card) {
    bool changed = false;
    vec_each(CriterionChange, criterion, &comparison->criteria) {
        Verdict before = old_card->marks.items[criterion->old_mark].verdict;
        Verdict after = new_card->marks.items[criterion->new_mark].verdict;
        criterion->calls[before][after]++;
        criterion->changed += before != after;
        changed = changed || before != after;
    }
    return changed;
}

static void add_score(ScoreChange *into, int32_t old_score, int32_t new_score) {
    sums_add(&into->old_score, old_score);
    sums_add(&into->new_score, new_score);
    sums_add(&into->change, new_score - old_score);
}

static uint32_t add_agent(Comparison *comparison, Str agent) {
    ScoreChange added = {.agent = str_copy(comparison->arena, agent)};
    uint32_t number = (uint32_t)comparison->agents.len;
    *vec_push(comparison->arena, &comparison->agents) = added;
    return map_add(comparison->arena, &comparison->numbers, added.agent, number);
}

static ScoreChange *agent_of(Comparison *comparison, Str agent) {
    uint32_t number = map_get(&comparison->numbers, agent);
    if (number == MAP_NONE) number = add_agent(comparison, agent);
    return &comparison->agents.items[number];
}

static BandChange *band_change(const Comparison *comparison, Str old_band, Str new_band) {
    vec_each(BandChange, change, &comparison->bands)
        if (str_eq(change->old_band, old_band) && str_eq(change->new_band, new_band))
            return change;
    return NULL;
}

// A band's name belongs to its rubric and stays.
static void add_bands(Comparison *comparison, Str old_band, Str new_band) {
    if (str_eq(old_band, new_band)) return;
    BandChange *change = band_change(comparison, old_band, new_band);
    if (!change) {
        change = vec_push(comparison->arena, &comparison->bands);
        *change = (BandChange){old_band, new_band, 0};
    }
    change->calls++;
}

void comparison_add(Comparison *comparison, const Scorecard *old_card,
                    const Scorecard *new_card) {
    int32_t before = old_card->score, after = new_card->score;
    comparison->calls++;
    comparison->changed += add_verdicts(comparison, old_card, new_card);
    comparison->rescored += before != after;
    add_bands(comparison, old_card->band, new_card->band);
    if (before == NO_SCORE || after == NO_SCORE) {
        comparison->old_scored += before != NO_SCORE;
        comparison->new_scored += after != NO_SCORE;
        return;
    }
    add_score(&comparison->all, before, after);
    add_score(agent_of(comparison, scorecard_agent(new_card)), before, after);
}

// ---- The order

static int compare_counts(uint32_t a, uint32_t b) { return (a < b) - (a > b); }

static int compare_criteria(const void *a, const void *b) {
    const CriterionChange *x = a, *y = b;
    int order = compare_counts(x->changed, y->changed);
    return order ? order : (x->new_mark > y->new_mark) - (x->new_mark < y->new_mark);
}

static int compare_bands(const void *a, const void *b) {
    const BandChange *x = a, *y = b;
    int order = compare_counts(x->calls, y->calls);
    if (!order) order = str_cmp(x->old_band, y->old_band);
    return order ? order : str_cmp(x->new_band, y->new_band);
}

static int compare_agents(const void *a, const void *b) {
    const ScoreChange *x = a, *y = b;
    double mine = sums_change(&x->change).mean, other = sums_change(&y->change).mean;
    if (mine < other || mine > other) return mine < other ? -1 : 1;
    return str_cmp(x->agent, y->agent);
}

#define SORT(list, compare) \
    if ((list)->len) qsort((list)->items, (list)->len, sizeof *(list)->items, compare)

void comparison_sort(Comparison *comparison) {
    SORT(&comparison->criteria, compare_criteria);
    SORT(&comparison->bands, compare_bands);
    SORT(&comparison->agents, compare_agents);
    comparison->numbers = (Map){0};
}

bool comparison_differs(const Comparison *comparison) {
    return comparison->changed || comparison->rescored || comparison->bands.len ||
           comparison->old_only.len || comparison->new_only.len;
}
