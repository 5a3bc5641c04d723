// A team of agents for the tests of the tally: its rubric, its cards, what is made of
// them.
#ifndef TESTS_UNIT_MAKE_TEAM_H
#define TESTS_UNIT_MAKE_TEAM_H

#include "tally/tally.h"

#include "make_call.h"

static const char TEAM_RUBRIC[] =
    "rubric: test\n"
    "detectors: {d: {any: [x]}}\n"
    "principles:\n"
    "- {id: p, title: P, weight: 1, floor: 40, criteria: [{id: c, met: d}]}\n"
    "- {id: q, title: Q, weight: 1, criteria: [{id: e, met: d}]}\n";

typedef struct {
    Arena arena;
    Rubric *rubric;
    Scorecards cards;
    Tally tally;
} Team;

static inline int open_team(void **state) {
    Arena arena = {0};
    Team *team = arena_new(&arena, Team);
    team->arena = arena; // which holds the team itself
    team->rubric = make_rubric(&team->arena, TEAM_RUBRIC);
    *state = team;
    return 0;
}

static inline int close_team(void **state) {
    Team *team = *state;
    Arena arena = team->arena;
    rubric_free(team->rubric);
    arena_free(&arena);
    return 0;
}

// A call with a score, and nothing else.
static inline void add_score(Team *team, const char *agent, int32_t score) {
    Str call = str_format(&team->arena, "c%05u", (unsigned)team->cards.len);
    *vec_push(&team->arena, &team->cards) =
        (Scorecard){.call = call,
                    .agent = str_from(agent),
                    .started_at = NO_TIME,
                    .score = score,
                    .compensatory = score,
                    .band = band_of(&team->rubric->score, score)};
}

static inline void add_scores(Team *team, const char *agent, const int32_t *points,
                              size_t count) {
    for (size_t i = 0; i < count; i++) add_score(team, agent, points[i] * 1000);
}
#define ADD_SCORES(team, agent, ...)                        \
    add_scores(team, agent, (const int32_t[]){__VA_ARGS__}, \
               sizeof((const int32_t[]){__VA_ARGS__}) / sizeof(int32_t))

static inline const Tally *tally_of(Team *team) {
    tally_make(&team->arena, team->rubric, &team->cards, &team->tally);
    return &team->tally;
}

static inline const AgentTally *agent_of(const Tally *tally, const char *agent) {
    vec_each(const AgentTally, item, &tally->agents)
        if (str_eq(item->agent, str_from(agent))) return item;
    fail_msg("no agent '%s'", agent);
    return NULL;
}

static inline uint32_t draw(uint64_t *seed, uint32_t below) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u; // Knuth's MMIX
    return (uint32_t)(*seed >> 33) % below;
}

// The agents of the ranking, in order: "b a (c)", the unranked in brackets.
static inline const char *ranking_text(Arena *arena, const Tally *tally) {
    Buf out = {.arena = arena};
    for (size_t i = 0; i < tally->agents.len; i++) {
        const AgentTally *agent = &tally->agents.items[tally->ranking.order[i]];
        buf_format(&out, agent->standing->compared ? "%s%.*s" : "%s(%.*s)",
                   out.len ? " " : "", STR_ARG(agent->agent));
    }
    buf_byte(&out, '\0');
    return out.ptr;
}

#define TEAM_TEST(test) cmocka_unit_test_setup_teardown(test, open_team, close_team)

#endif
