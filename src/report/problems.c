#include "report/problems.h"

#include "base/map.h"
#include "base/reason.h"
#include "report/words.h"

#include <assert.h>
#include <stdlib.h>

Str problem_words(ProblemKind kind) {
    static const Str WORDS[] = {[PROBLEM_REFUSED] = {"✗ input refused", 17},
                                [PROBLEM_INPUT] = {"? input doubtful", 16},
                                [PROBLEM_NOT_ASSESSABLE] = {"? call not assessable", 21},
                                [PROBLEM_TOO_LITTLE] = {"? call too little to judge", 26},
                                [PROBLEM_GAVE_UP] = {"? pattern gave up", 17},
                                [PROBLEM_GUESSED] = {"? roles guessed", 15},
                                [PROBLEM_REPAIRED] = {"call repaired", 13}};
    return WORDS[kind];
}

// ---- The list

static void add(Arena *arena, Problems *out, Problem problem) {
    problem.number = (uint32_t)out->list.len;
    *vec_push(arena, &out->list) = problem;
}

static bool gave_up(const Mark *mark) {
    return mark->verdict == VERDICT_NOT_ASSESSABLE && str_has(mark->why, STR("gave up"));
}

static void add_card(Arena *arena, Problems *out, const Scorecard *card) {
    if (card->score == NO_SCORE)
        add(arena, out,
            (Problem){.kind = card->too_little.len ? PROBLEM_TOO_LITTLE
                                                   : PROBLEM_NOT_ASSESSABLE,
                      .reason = card_why(card),
                      .card = card});
    vec_each(const Mark, mark, &card->marks)
        if (gave_up(mark))
            add(arena, out,
                (Problem){.kind = PROBLEM_GAVE_UP,
                          .reason =
                              str_format(arena, "%.*s: %.*s", STR_ARG(mark->criterion),
                                         STR_ARG(mark->why)),
                          .card = card});
    if (card->roles == ROLES_GUESSED)
        add(arena, out,
            (Problem){.kind = PROBLEM_GUESSED,
                      .reason = roles_words(arena, card->roles, card->roles_percent),
                      .card = card});
    vec_each(const Str, problem, &card->problems)
        if (!str_eq(*problem, card_why(card)))
            add(arena, out,
                (Problem){.kind = PROBLEM_REPAIRED, .reason = *problem, .card = card});
}

static int compare_problems(const void *a, const void *b) {
    const Problem *x = a, *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    return x->number < y->number ? -1 : 1;
}

static void make_list(Arena *arena, const ReportInput *in, Problems *out) {
    vec_each(const Diag, diag, &in->problems->items)
        add(arena, out,
            (Problem){.kind = diag->level == DIAG_ERROR ? PROBLEM_REFUSED : PROBLEM_INPUT,
                      .reason = diag_words(arena, diag),
                      .diag = diag});
    for (size_t i = 0; i < in->tally->team.cards.len; i++)
        add_card(arena, out, in->tally->team.cards.items[i]);
    if (out->list.len)
        qsort(out->list.items, out->list.len, sizeof *out->list.items, compare_problems);
}

// ---- Totals

static Str skeleton(Arena *arena, const Problem *problem) {
    Str kind = reason_kind(arena, problem->reason);
    return str_format(arena, "%u%.*s", problem->kind, STR_ARG(kind));
}

// Of two reasons of one skeleton, which of the pieces that may differ do: one bit a
// piece.
static uint64_t differences(Str a, Str b) {
    uint64_t found = 0, bit = 1;
    Str x, y;
    bool may_differ;
    while (reason_next(&a, &x, &may_differ) && reason_next(&b, &y, &may_differ)) {
        if (!may_differ) continue;
        if (!str_eq(x, y)) found |= bit;
        bit <<= 1;
    }
    return found;
}

static Str without(Arena *arena, Str reason, uint64_t left_out) {
    Buf out = {.arena = arena};
    Str piece;
    bool may_differ;
    while (reason_next(&reason, &piece, &may_differ)) {
        if (may_differ && left_out & 1)
            buf_text(&out, "…");
        else
            buf_put(&out, piece);
        if (may_differ) left_out >>= 1;
    }
    return buf_str(&out);
}

static int compare_totals(const void *a, const void *b) {
    const ProblemTotal *x = a, *y = b;
    if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
    if (x->count != y->count) return x->count > y->count ? -1 : 1;
    return x->first < y->first ? -1 : 1;
}

static void make_totals(Arena *arena, Problems *out) {
    Map numbers = {0};
    VEC(uint64_t) left_out = {0}; // of each total
    for (uint32_t i = 0; i < out->list.len; i++) {
        const Problem *problem = &out->list.items[i];
        uint32_t next = (uint32_t)out->totals.len;
        uint32_t number = map_add(arena, &numbers, skeleton(arena, problem), next);
        if (number == next) {
            *vec_push(arena, &left_out) = 0;
            *vec_push(arena, &out->totals) =
                (ProblemTotal){problem->kind, problem->reason, 0, i};
        }
        assert(out->totals.items && left_out.items);
        ProblemTotal *total = &out->totals.items[number];
        total->count++;
        left_out.items[number] |= differences(total->reason, problem->reason);
    }
    for (size_t i = 0; i < out->totals.len; i++) {
        assert(left_out.items);
        out->totals.items[i].reason =
            without(arena, out->totals.items[i].reason, left_out.items[i]);
    }
    if (out->totals.len)
        qsort(out->totals.items, out->totals.len, sizeof *out->totals.items,
              compare_totals);
}

Problems problems_collect(Arena *arena, const ReportInput *in) {
    Problems out = {0};
    make_list(arena, in, &out);
    make_totals(arena, &out);
    return out;
}
