#include "tally/relation.h"

#include "tally/statistics.h"

#include <math.h>
#include <stdlib.h>

typedef VEC(RelatedCall) RelatedCalls;

// ---- Ranks

typedef struct {
    int64_t value;
    uint32_t group;
    size_t call;
} Ranked;

typedef enum { GOT, OUTCOME, TURNS, PARTS } Part;

// What is ranked: each part of all calls in ascending order, and room for their ranks.
typedef struct {
    size_t count;
    Ranked *sorted[PARTS];
    int64_t *ranks[PARTS];
} Rankings;

static int compare_values(const void *a, const void *b) {
    int64_t x = ((const Ranked *)a)->value, y = ((const Ranked *)b)->value;
    return (x > y) - (x < y);
}

static int64_t part_of(const RelatedCall *call, Part part) {
    return part == GOT ? call->got : part == OUTCOME ? call->outcome : call->turns;
}

static Rankings rankings_of(Arena *scratch, const RelatedCall *calls, size_t count) {
    Rankings out = {.count = count};
    for (Part part = 0; part < PARTS; part++) {
        Ranked *sorted = arena_array(scratch, Ranked, count);
        for (size_t i = 0; i < count; i++)
            sorted[i] = (Ranked){part_of(&calls[i], part), calls[i].group, i};
        qsort(sorted, count, sizeof *sorted, compare_values);
        out.sorted[part] = sorted;
        out.ranks[part] = arena_array(scratch, int64_t, count);
    }
    return out;
}

// Twice the rank of each value less the mean of all ranks, which is whole, among the
// calls that are not of the group `without`. Those have 0, which adds nothing to a
// product.
static void rank(const Rankings *rankings, Part part, uint32_t without) {
    const Ranked *sorted = rankings->sorted[part];
    int64_t all = 0, before = 0;
    for (size_t i = 0; i < rankings->count; i++) all += sorted[i].group != without;
    for (size_t from = 0, to; from < rankings->count; from = to) {
        int64_t alike = 0;
        for (to = from; to < rankings->count && sorted[to].value == sorted[from].value;
             to++)
            alike += sorted[to].group != without;
        for (size_t i = from; i < to; i++)
            rankings->ranks[part][sorted[i].call] =
                sorted[i].group == without ? 0 : 2 * before + alike - all;
        before += alike;
    }
}

// ---- Correlation

static double product(const Rankings *rankings, Part a, Part b) {
    int64_t sum = 0;
    for (size_t i = 0; i < rankings->count; i++)
        sum += rankings->ranks[a][i] * rankings->ranks[b][i];
    return (double)sum;
}

// 0 where one of them is always the same.
static double correlation(const Rankings *rankings, Part a, Part b) {
    double squares = product(rankings, a, a) * product(rankings, b, b);
    return squares > 0 ? product(rankings, a, b) / sqrt(squares) : 0;
}

// The partial correlation in the calls that are not of a group; NAN where they do not
// tell.
static double correlation_without(const Rankings *rankings, uint32_t without) {
    for (Part part = 0; part < PARTS; part++) rank(rankings, part, without);
    double by_got = correlation(rankings, GOT, TURNS);
    double by_outcome = correlation(rankings, OUTCOME, TURNS);
    double left = (1 - by_got * by_got) * (1 - by_outcome * by_outcome);
    bool differ =
        product(rankings, GOT, GOT) > 0 && product(rankings, OUTCOME, OUTCOME) > 0;
    if (!differ || left < 1e-9) return NAN;
    double plain = correlation(rankings, GOT, OUTCOME);
    return fmax(-1, fmin(1, (plain - by_got * by_outcome) / sqrt(left)));
}

// ---- How exact it is

// R. A. Fisher's z; of a full correlation, of one that is nearly so.
static double z_of(double value) {
    static const double MOST = 1 - 1e-12;
    return isnan(value) ? NAN : atanh(fmax(-MOST, fmin(MOST, value)));
}

// Widens the bounds from the value itself to what leaving out each group makes of it.
// Where one group is all, or the rest does not tell, it may be anything.
static void bound(const Rankings *rankings, Relation *relation) {
    bool there[RELATION_GROUPS] = {false};
    double z = z_of(relation->value), squares = 0, groups = 0;
    for (size_t i = 0; i < rankings->count; i++)
        there[rankings->sorted[GOT][i].group] = true;
    for (uint32_t group = 0; group < RELATION_GROUPS; group++) {
        if (!there[group]) continue;
        double off = z_of(correlation_without(rankings, group)) - z;
        squares += off * off;
        groups++;
    }
    relation->low = -1;
    relation->high = 1;
    double margin =
        student_t95((int64_t)groups - 1) * sqrt(squares * (groups - 1) / groups);
    if (groups < 2 || isnan(margin)) return;
    relation->low = tanh(z - margin);
    relation->high = tanh(z + margin);
}

Relation relation_of(Arena *scratch, const RelatedCall *calls, size_t count) {
    Relation relation = {.calls = (uint32_t)count};
    if (count < RELATION_CALLS) return relation;
    Rankings rankings = rankings_of(scratch, calls, count);
    relation.value = correlation_without(&rankings, RELATION_GROUPS);
    relation.known = !isnan(relation.value);
    if (relation.known) bound(&rankings, &relation);
    return relation;
}

// ---- Of the cards

static int compare_names(const void *a, const void *b) {
    return str_cmp(*(const Str *)a, *(const Str *)b);
}

static bool has_agents(Arena *scratch, const Scorecards *cards) {
    Map agents = {0};
    vec_each(const Scorecard, card, cards)
        if (card->agent.len) map_add(scratch, &agents, card->agent, 0);
    return agents.len > 1;
}

// Of each card the group of its agent or, where that is not known or is everybody's, of
// its call: they are dealt to the groups in turn, by their ids.
static uint32_t *deal(Arena *scratch, const Scorecards *cards) {
    bool by_agent = has_agents(scratch, cards);
    Str *names = arena_array(scratch, Str, cards->len);
    Str *sorted = arena_array(scratch, Str, cards->len);
    uint32_t *groups = arena_array(scratch, uint32_t, cards->len);
    Map numbers = {0};
    for (size_t i = 0; i < cards->len; i++) {
        const Scorecard *card = &cards->items[i];
        names[i] = sorted[i] = by_agent && card->agent.len ? card->agent : card->call;
    }
    if (cards->len) qsort(sorted, cards->len, sizeof *sorted, compare_names);
    for (size_t i = 0; i < cards->len; i++)
        map_add(scratch, &numbers, sorted[i], (uint32_t)numbers.len);
    for (size_t i = 0; i < cards->len; i++)
        groups[i] = map_get(&numbers, names[i]) % RELATION_GROUPS;
    return groups;
}

// What a call got for the criterion or principle `id`; NO_VALUE where that is undecided.
typedef int64_t GotFn(const Scorecard *card, Str id);

static int64_t criterion_got(const Scorecard *card, Str id) {
    vec_each(const Mark, mark, &card->marks)
        if (str_eq(mark->criterion, id) && mark_is_decided(mark)) return mark->points;
    return NO_VALUE;
}

static int64_t principle_got(const Scorecard *card, Str id) {
    vec_each(const PrincipleScore, item, &card->principles)
        if (str_eq(item->id, id) && item->score != NO_SCORE) return item->score;
    return NO_VALUE;
}

static Relation relate(const Scorecards *cards, const uint32_t *groups, GotFn *got_of,
                       Str id, OutcomeField outcome) {
    Arena scratch = {0};
    RelatedCalls calls = {0};
    for (size_t i = 0; i < cards->len; i++) {
        const Scorecard *card = &cards->items[i];
        int64_t got = got_of(card, id), value = card_number(card, OUTCOMES[outcome]);
        if (got != NO_VALUE && value != NO_VALUE)
            *vec_push(&scratch, &calls) =
                (RelatedCall){got, value, card->turns, groups[i]};
    }
    Relation relation = relation_of(&scratch, calls.items, calls.len);
    arena_free(&scratch);
    return relation;
}

static bool is_any(const Scorecards *cards, OutcomeField outcome) {
    vec_each(const Scorecard, card, cards)
        if (card_number(card, OUTCOMES[outcome]) != NO_VALUE) return true;
    return false;
}

Relations relations_make(Arena *arena, const Rubric *rubric, const Scorecards *cards) {
    Relations out = {0};
    Arena scratch = {0};
    const uint32_t *groups = deal(&scratch, cards);
    out.criteria = arena_alloc_array(arena, rubric->criteria.len, sizeof *out.criteria);
    out.principles =
        arena_alloc_array(arena, rubric->principles.len, sizeof *out.principles);
    for (OutcomeField o = 0; o < OUTCOME_COUNT; o++) {
        out.any[o] = is_any(cards, o);
        for (size_t i = 0; out.any[o] && i < rubric->criteria.len; i++)
            out.criteria[i][o] =
                relate(cards, groups, criterion_got, rubric->criteria.items[i].id, o);
        for (size_t i = 0; out.any[o] && i < rubric->principles.len; i++)
            out.principles[i][o] =
                relate(cards, groups, principle_got, rubric->principles.items[i].id, o);
    }
    arena_free(&scratch);
    return out;
}
