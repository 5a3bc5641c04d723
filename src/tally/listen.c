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

static const Quote *quote_of(const Mark *mark) {
    return mark && mark->quotes.len ? &mark->quotes.items[0] : NULL;
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
            find(search,
                 (ListenCall){reason, card, mark, quote_of(mark), -(double)critical});
    }
}

static void find_lowest(Search *search, const Scorecard *card) {
    if (2 * card->judged >= card->judged_of)
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

static void find_uncertain(Search *search, const Scorecard *card) {
    const Rubric *rubric = search->tally->rubric;
    double doubt = 0;
    vec_each(const Mark, mark, &card->marks) {
        uint32_t index = criterion_index(rubric, mark->criterion);
        if (!mark_counts(mark) || index == UINT32_MAX || !rubric->agreement[index])
            continue;
        doubt +=
            mark->share / 1000.0 * wrong_share(rubric->agreement[index], mark->verdict);
    }
    if (doubt > 0)
        find(search,
             (ListenCall){.reason = LISTEN_UNCERTAIN, .card = card, .value = doubt});
}

Str listen_words(const ListenCall *call) {
    enum { WHOLE_MOST = 200 };
    const Quote *quote = call->quote;
    if (!quote) return (Str){0};
    Str said = quote->turn && quote->turn <= call->card->said.len
                   ? call->card->said.items[quote->turn - 1].text
                   : quote->quote;
    return said.len <= WHOLE_MOST ? said : quote->quote;
}

static bool is_quotable(const ListenCall *call) {
    enum { FEWEST = 20, MOST = 200 };
    size_t size = listen_words(call).len;
    return call->quote->role == ROLE_AGENT && FEWEST <= size && size <= MOST;
}

// The best call that met a criterion, of those with words to show it.
static void find_example(Search *search, uint32_t criterion) {
    ListenCall best = {.reason = LISTEN_EXAMPLE};
    vec_each(const Scorecard *, card, &search->tally->team.cards) {
        const Mark *mark = criterion_mark(search->tally->rubric, *card, criterion);
        if (!mark || mark->verdict != VERDICT_MET || (*card)->score == NO_SCORE) continue;
        vec_each(const Quote, quote, &mark->quotes) {
            const ListenCall call = {LISTEN_EXAMPLE, *card, mark, quote, 0};
            if (is_quotable(&call) && (!best.card || (*card)->score > best.card->score))
                best = call;
        }
    }
    best.value = -(double)search->found.len;
    if (best.card) find(search, best);
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
        *vec_push(search->arena, &out->calls) = search->found.items[i];
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
    enum { EXAMPLES = 3 };
    Listening out = {0};
    Search search = {.arena = arena, .tally = tally, .out = &out};
    for (ListenReason reason = 0; reason < LISTEN_EXAMPLE; reason++) {
        find_calls(&search, reason);
        take(&search, reason);
    }
    for (size_t i = 0; i < costs->len && i < EXAMPLES; i++)
        find_example(&search, costs->items[i].criterion);
    take(&search, LISTEN_EXAMPLE);
    return out;
}
