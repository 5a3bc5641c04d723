#include "tally/listen.h"

#include <stdlib.h>

typedef struct {
    Arena *arena;
    const Tally *tally;
    VEC(ListenCall) found; // of one reason
    Listening *out;
} Search;

static void find(Search *search, ListenCall call) {
    *vec_push(search->arena, &search->found) = call;
}

// ---- One reason after the other

// Calls in which a critical criterion was not met that counts, or that does not; what
// fails a whole call is more pressing than what only flags it.
static void find_critical(Search *search, const Scorecard *card, ListenReason reason) {
    const Rubric *rubric = search->tally->rubric;
    vec_each(const Mark, mark, &card->marks) {
        uint32_t index = criterion_index(rubric, mark->criterion);
        if (index == UINT32_MAX || mark->verdict != VERDICT_NOT_MET ||
            mark->uncounted != (reason == LISTEN_UNPROVEN))
            continue;
        Critical critical = rubric->criteria.items[index].critical;
        if (critical != CRITICAL_NO)
            find(search, (ListenCall){.reason = reason,
                                      .card = card,
                                      .mark = mark,
                                      .value = -(double)critical});
    }
}

static void find_lowest(Search *search, const Scorecard *card) {
    if (card_is_judged_well(card))
        find(search, (ListenCall){.reason = LISTEN_LOWEST,
                                  .card = card,
                                  .value = -(double)card->score});
}

// How often a verdict like this is wrong, by P. S. de Laplace's rule of succession: one
// more of each than were seen.
static double wrong_share(const CriterionQuality *quality, Verdict verdict) {
    uint32_t wrong = quality->false_accusations, all = quality->accusations;
    if (verdict != VERDICT_NOT_MET) {
        wrong = quality->decided - quality->shared - wrong;
        all = quality->decided - all;
    }
    return (wrong + 1.0) / (all + 2.0);
}

double card_doubt(const Rubric *rubric, const Scorecard *card, const Mark **worst) {
    double most = 0, all = 0;
    *worst = NULL;
    vec_each(const Mark, mark, &card->marks) {
        uint32_t index = criterion_index(rubric, mark->criterion);
        if (!mark_counts(mark) || index == UINT32_MAX || !rubric->agreement[index])
            continue;
        double doubt =
            mark->share / 1000.0 * wrong_share(rubric->agreement[index], mark->verdict);
        all += doubt;
        if (doubt <= most) continue;
        most = doubt;
        *worst = mark;
    }
    return all;
}

static void find_uncertain(Search *search, const Scorecard *card) {
    ListenCall call = {.reason = LISTEN_UNCERTAIN, .card = card};
    call.value = card_doubt(search->tally->rubric, card, &call.mark);
    if (call.mark) find(search, call);
}

// What is done well in the team's own words, of those that cost it most.
static void find_examples(Search *search, const Gains *costs) {
    enum { EXAMPLES = 3 };
    const Tally *tally = search->tally;
    for (size_t i = 0; i < costs->len && i < EXAMPLES; i++) {
        Moment best = moment_best(tally, &tally->team, costs->items[i].criterion, NULL);
        if (best.card)
            find(search,
                 (ListenCall){LISTEN_EXAMPLE, best.card, best.mark, best, -(double)i});
    }
}

// ---- The list

// The newest first, where the reason does not say.
static int compare_calls(const void *a, const void *b) {
    const ListenCall *x = a, *y = b;
    if (x->value < y->value || x->value > y->value) return x->value > y->value ? -1 : 1;
    if (x->card->started_at != y->card->started_at)
        return x->card->started_at > y->card->started_at ? -1 : 1;
    int call = str_cmp(x->card->call, y->card->call);
    return call ? call : (x->mark > y->mark) - (x->mark < y->mark);
}

static bool is_listed(const Listening *listening, const Scorecard *card) {
    vec_each(const ListenCall, call, &listening->calls)
        if (call->card == card) return true;
    return false;
}

static void take(Search *search, ListenReason reason) {
    Listening *out = search->out;
    size_t taken = 0;
    if (search->found.len)
        qsort(search->found.items, search->found.len, sizeof *search->found.items,
              compare_calls);
    out->found[reason] = (uint32_t)search->found.len;
    for (size_t i = 0; i < search->found.len && taken < LISTEN_EACH; i++) {
        if (is_listed(out, search->found.items[i].card)) continue;
        ListenCall *call = vec_push(search->arena, &out->calls);
        *call = search->found.items[i];
        if (call->mark && !call->moment.card)
            call->moment = moment_of(search->tally->rubric, call->card, call->mark);
        taken++;
    }
    search->found.len = 0;
}

static void find_calls(Search *search, ListenReason reason) {
    vec_each(const Scorecard *, card, &search->tally->team.cards) {
        if (reason <= LISTEN_UNPROVEN)
            find_critical(search, *card, reason);
        else if ((*card)->score == NO_SCORE)
            continue;
        else if (reason == LISTEN_LOWEST)
            find_lowest(search, *card);
        else
            find_uncertain(search, *card);
    }
}

Listening listen_choose(Arena *arena, const Tally *tally, const Gains *costs) {
    Listening out = {0};
    Search search = {.arena = arena, .tally = tally, .out = &out};
    for (ListenReason reason = 0; reason < LISTEN_EXAMPLE; reason++) {
        find_calls(&search, reason);
        take(&search, reason);
    }
    find_examples(&search, costs);
    take(&search, LISTEN_EXAMPLE);
    return out;
}
