#include "tally/versions.h"

#include "base/map.h"

typedef struct {
    Arena *arena;
    const Tally *tally;
    Map cards;  // key_of -> number
    Map agents; // id -> number in the tally
} Comparing;

// A call, or an agent's part of it.
static Str key_of(Arena *arena, const Scorecard *card) {
    return str_format(arena, "%.*s\x1f%u", STR_ARG(card->call), card->part.number);
}

// One that was changed without a new number says so.
static Str version_name(Arena *arena, const Rubric *rubric, const Scorecard *other) {
    bool same = str_eq(other->rubric_version, rubric->version);
    return str_format(arena, "%.*s %.*s%s", STR_ARG(other->rubric),
                      STR_ARG(other->rubric_version), same ? ", another state" : "");
}

static void add(const Comparing *in, Trend *trend, const Scorecard *other,
                const Scorecard *card) {
    VersionChange *found = NULL;
    vec_each(VersionChange, item, &trend->versions)
        if (str_eq(item->hash, other->rubric_hash)) found = item;
    if (!found) {
        found = vec_push(in->arena, &trend->versions);
        *found = (VersionChange){version_name(in->arena, in->tally->rubric, other),
                                 other->rubric_hash,
                                 {0},
                                 {0},
                                 {0}};
    }
    sums_add(&found->by_it, other->score);
    sums_add(&found->by_this, card->score);
    sums_add(&found->change, card->score - other->score);
}

static void number_all(Comparing *in, const Scorecards *cards) {
    uint32_t number = 0;
    vec_each(const AgentTally, agent, &in->tally->agents)
        map_add(in->arena, &in->agents, agent->agent, number++);
    number = 0;
    vec_each(const Scorecard, card, cards)
        map_add(in->arena, &in->cards, key_of(in->arena, card), number++);
}

void versions_compare(Arena *arena, const Tally *tally, const Scorecards *cards,
                      const Scorecards *others, Trends *out) {
    Comparing in = {.arena = arena, .tally = tally};
    if (!others->len) return;
    number_all(&in, cards);
    vec_each(const Scorecard, other, others) {
        uint32_t number = map_get(&in.cards, key_of(arena, other));
        if (number == MAP_NONE || other->score == NO_SCORE) continue;
        const Scorecard *card = &cards->items[number];
        if (card->score == NO_SCORE) continue;
        add(&in, &out->team, other, card);
        uint32_t agent = map_get(&in.agents, scorecard_agent(card));
        if (agent != MAP_NONE) add(&in, &out->agents[agent], other, card);
    }
}
