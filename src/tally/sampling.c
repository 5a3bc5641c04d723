#include "tally/sampling.h"

#include "base/random.h"
#include "tally/listen.h"

#include <stdlib.h>

typedef struct {
    SampledCall call;
    double value; // the highest first
    uint64_t key; // of those alike, by chance: the lowest first
} Candidate;

typedef struct {
    Arena *arena;
    const Rubric *rubric;
    uint64_t seed;
    VEC(Candidate) candidates; // for one reason
    SampledCalls out;
} Sampling;

Str sample_reason_name(SampleReason reason) {
    static const char *const NAMES[SAMPLE_REASONS] = {"random", "uncertain", "lowest",
                                                      "unproven"};
    return str_from(NAMES[reason]);
}

// ---- Candidates

static void offer(Sampling *sampling, SampleReason reason, const Scorecard *card,
                  const Mark *mark, double value) {
    uint64_t key = random_mix(random_mix(sampling->seed) ^ str_hash(card->call));
    if (mark) key = random_mix(key ^ str_hash(mark->criterion));
    *vec_push(sampling->arena, &sampling->candidates) = (Candidate){
        {.reason = reason, .card = card, .mark = mark}, .value = value, .key = key};
}

static void offer_unproven(Sampling *sampling, const Scorecard *card) {
    vec_each(const Mark, mark, &card->marks)
        if (mark_is_decided(mark) && mark->uncounted)
            offer(sampling, SAMPLE_UNPROVEN, card, mark, 0);
}

static void offer_card(Sampling *sampling, SampleReason reason, const Scorecard *card) {
    const Mark *mark;
    double doubt;
    switch (reason) {
    case SAMPLE_RANDOM: offer(sampling, reason, card, NULL, 0); return;
    case SAMPLE_UNCERTAIN:
        doubt = card_doubt(sampling->rubric, card, &mark);
        if (mark) offer(sampling, reason, card, mark, doubt);
        return;
    case SAMPLE_LOWEST:
        if (card_is_judged_well(card)) offer(sampling, reason, card, NULL, -card->score);
        return;
    case SAMPLE_UNPROVEN: offer_unproven(sampling, card); return;
    case SAMPLE_REASONS: return;
    }
}

static int compare_candidates(const void *a, const void *b) {
    const Candidate *x = a, *y = b;
    if (x->value < y->value || x->value > y->value) return x->value > y->value ? -1 : 1;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return str_cmp(x->call.card->call, y->call.card->call);
}

// ---- The choice

// Whether the call is there already or, of what is unproven, its criterion is.
static bool is_there(const Sampling *sampling, const SampledCall *call) {
    vec_each(const SampledCall, other, &sampling->out) {
        if (other->card == call->card) return true;
        bool unproven = call->reason == SAMPLE_UNPROVEN && other->reason == call->reason;
        if (unproven && str_eq(other->mark->criterion, call->mark->criterion))
            return true;
    }
    return false;
}

static void take(Sampling *sampling, SampleReason reason, uint32_t each) {
    size_t first = sampling->out.len, found = sampling->candidates.len;
    if (found)
        qsort(sampling->candidates.items, found, sizeof *sampling->candidates.items,
              compare_candidates);
    for (size_t i = 0; i < found && sampling->out.len - first < each; i++)
        if (!is_there(sampling, &sampling->candidates.items[i].call))
            *vec_push(sampling->arena, &sampling->out) =
                sampling->candidates.items[i].call;
    sampling->candidates.len = 0;
    if (reason != SAMPLE_RANDOM) return;
    vec_each(SampledCall, call, &sampling->out) {
        call->of = (uint32_t)found;
        call->drawn = (uint32_t)sampling->out.len;
    }
}

SampledCalls sample_agent(Arena *arena, const Rubric *rubric, const AgentTally *agent,
                          uint64_t seed, uint32_t each) {
    Sampling sampling = {.arena = arena, .rubric = rubric, .seed = seed};
    for (SampleReason reason = 0; reason < SAMPLE_REASONS; reason++) {
        vec_each(const Scorecard *const, card, &agent->cards)
            if ((*card)->score != NO_SCORE) offer_card(&sampling, reason, *card);
        take(&sampling, reason, each);
    }
    return sampling.out;
}
