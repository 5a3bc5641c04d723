#include "tally/relation.h"

#include <math.h>
#include <stdlib.h>

typedef VEC(RelatedCall) RelatedCalls;

// ---- Ranks

typedef struct {
    int64_t value;
    size_t call;
} Ranked;

static int compare_values(const void *a, const void *b) {
    int64_t x = ((const Ranked *)a)->value, y = ((const Ranked *)b)->value;
    return (x > y) - (x < y);
}

// Twice the rank of each value less the mean of all ranks, which is whole.
static int64_t *ranks_of(Arena *scratch, Ranked *values, size_t count) {
    int64_t *ranks = arena_array(scratch, int64_t, count);
    qsort(values, count, sizeof *values, compare_values);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && values[to].value == values[from].value;) to++;
        for (size_t i = from; i < to; i++)
            ranks[values[i].call] = (int64_t)(from + to) - (int64_t)count;
    }
    return ranks;
}

typedef enum { GOT, OUTCOME, TURNS } Part;

static int64_t part_of(const RelatedCall *call, Part part) {
    return part == GOT ? call->got : part == OUTCOME ? call->outcome : call->turns;
}

static int64_t *rank_part(Arena *scratch, const RelatedCall *calls, size_t count,
                          Part part) {
    Ranked *values = arena_array(scratch, Ranked, count);
    for (size_t i = 0; i < count; i++) values[i] = (Ranked){part_of(&calls[i], part), i};
    return ranks_of(scratch, values, count);
}

// ---- Correlation

static double product(const int64_t *a, const int64_t *b, size_t count) {
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) sum += a[i] * b[i];
    return (double)sum;
}

// 0 where one of them is always the same.
static double correlation(const int64_t *a, const int64_t *b, size_t count) {
    double squares = product(a, a, count) * product(b, b, count);
    return squares > 0 ? product(a, b, count) / sqrt(squares) : 0;
}

static Relation bounded(double value, size_t count) {
    double error = sqrt((1 + value * value / 2) / ((double)count - 4));
    return (Relation){.known = true,
                      .calls = (uint32_t)count,
                      .value = value,
                      .low = tanh(atanh(value) - 1.959963985 * error),
                      .high = tanh(atanh(value) + 1.959963985 * error)};
}

Relation relation_of(Arena *scratch, const RelatedCall *calls, size_t count) {
    Relation unknown = {.calls = (uint32_t)count};
    if (count < RELATION_CALLS) return unknown;
    const int64_t *got = rank_part(scratch, calls, count, GOT);
    const int64_t *outcome = rank_part(scratch, calls, count, OUTCOME);
    const int64_t *turns = rank_part(scratch, calls, count, TURNS);
    double plain = correlation(got, outcome, count);
    double by_got = correlation(got, turns, count);
    double by_outcome = correlation(outcome, turns, count);
    double left = (1 - by_got * by_got) * (1 - by_outcome * by_outcome);
    bool differ = product(got, got, count) > 0 && product(outcome, outcome, count) > 0;
    if (!differ || left < 1e-9) return unknown;
    double value = (plain - by_got * by_outcome) / sqrt(left);
    return bounded(fmax(-1, fmin(1, value)), count);
}

// ---- Of the cards

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

static Relation relate(const Scorecards *cards, GotFn *got_of, Str id,
                       OutcomeField outcome) {
    Arena scratch = {0};
    RelatedCalls calls = {0};
    vec_each(const Scorecard, card, cards) {
        int64_t got = got_of(card, id), value = card_number(card, OUTCOMES[outcome]);
        if (got != NO_VALUE && value != NO_VALUE)
            *vec_push(&scratch, &calls) = (RelatedCall){got, value, card->turns};
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
    out.criteria = arena_alloc_array(arena, rubric->criteria.len, sizeof *out.criteria);
    out.principles =
        arena_alloc_array(arena, rubric->principles.len, sizeof *out.principles);
    for (OutcomeField o = 0; o < OUTCOME_COUNT; o++) {
        out.any[o] = is_any(cards, o);
        for (size_t i = 0; out.any[o] && i < rubric->criteria.len; i++)
            out.criteria[i][o] =
                relate(cards, criterion_got, rubric->criteria.items[i].id, o);
        for (size_t i = 0; out.any[o] && i < rubric->principles.len; i++)
            out.principles[i][o] =
                relate(cards, principle_got, rubric->principles.items[i].id, o);
    }
    return out;
}
