// What the tests of coaching and reports share: a small rubric, calls marked by it,
// folders that go when the test does, and a look into finished workbooks.
#ifndef TESTS_UNIT_MAKE_REPORT_H
#define TESTS_UNIT_MAKE_REPORT_H

#include "make_call.h"
#include "make_folder.h"
#include "tally/trend.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

#define SMALL_RUBRIC                                                                        \
    "rubric: small\n"                                                                       \
    "title: A small rubric\n"                                                               \
    "version: 7\n"                                                                          \
    "score: {min_calls: 2, assess: {min_turns: 2, min_agent_words: 1, roles: [agent]}}\n"   \
    "detectors: {hello: {role: agent, any: [hello]}, sorry: {role: agent, any: [sorry]}, "  \
    "upset: {role: customer, any: [upset]}, rude: {role: agent, any: [nonsense]}, "         \
    "person: {kind: manual}}\n"                                                             \
    "principles:\n"                                                                         \
    "- {id: welcome, title: Welcome, weight: 1, criteria: [\n"                              \
    "    {id: greets, ask: Did they greet?, met: hello, tip: Greet., say: Hello there.},\n" \
    "    {id: smiles, ask: Did they smile?, observable: no, reason: Not to be seen.}]}\n"   \
    "- {id: care, title: Care, weight: 3, floor: 40, criteria: [\n"                         \
    "    {id: feels, ask: Did they feel with them?, when: upset, met: sorry, weight: 3},\n" \
    "    {id: kind-words, ask: Were they kind?, met: {not: rude}, weight: 1},\n"            \
    "    {id: truth, ask: Was it true?, met: person}]}\n"

typedef struct {
    Arena arena;
    Rubric *rubric;
    Scorecards cards, earlier;
    Period period;
    Tally tally;
    Trends trends;
} Team;

static inline void team_begin(Team *team) {
    *team = (Team){.period = PERIOD_ALL};
    team->rubric = make_rubric(&team->arena, SMALL_RUBRIC);
}

// Marks one call; `day` counts from 1970-01-01.
static inline void team_add(Team *team, const char *call, const char *agent, int day,
                            const char *lines) {
    Scorecard *card =
        make_card(&team->arena, team->rubric, make_call(&team->arena, lines));
    card->call = str_from(call);
    card->agent = str_from(agent);
    card->channel = STR("voice");
    card->started_at = day * INT64_C(86400000);
    *vec_push(&team->arena, &team->cards) = *card;
}

static inline void team_end(Team *team) {
    tally_make(&team->arena, team->rubric, &team->cards, &team->tally);
    trends_make(&team->arena, &team->tally, &team->period, &team->cards, &team->earlier,
                &team->trends);
}

static inline void team_free(Team *team) {
    rubric_free(team->rubric);
    arena_free(&team->arena);
}

static inline const AgentTally *team_agent(const Team *team, const char *id) {
    vec_each(const AgentTally, agent, &team->tally.agents)
        if (str_eq(agent->agent, str_from(id))) return agent;
    fail_msg("no agent '%s'", id);
    return NULL;
}

// ---- Workbooks

static inline Str inflate_part(Arena *arena, Str packed, size_t size) {
    char *out = arena_raw(arena, size + 1), *in = str_z(arena, packed);
    z_stream stream = {.next_in = (Bytef *)in, .avail_in = (uInt)packed.len};
    stream.next_out = (Bytef *)out;
    stream.avail_out = (uInt)size;
    assert_int_equal(inflateInit2(&stream, -MAX_WBITS), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    return (Str){out, size};
}

static inline size_t number_in(Str bytes, size_t at, size_t size) {
    size_t number = 0;
    for (size_t i = size; i-- > 0;)
        number = number << 8 | (unsigned char)bytes.ptr[at + i];
    return number;
}

// One part of a workbook as text, or {0} when it has none of that name.
static inline Str part_text(Folder *folder, const char *book, const char *name) {
    Str rest = file_text(folder, book);
    while (str_starts(rest, STR("PK\3\4"))) {
        size_t packed = number_in(rest, 18, 4), size = number_in(rest, 22, 4);
        size_t name_size = number_in(rest, 26, 2), start = 30 + name_size;
        if (str_eq(str_slice(rest, 30, start), str_from(name)))
            return inflate_part(&folder->arena, str_slice(rest, start, start + packed),
                                size);
        rest = str_slice(rest, start + packed, rest.len);
    }
    return (Str){0};
}

#define assert_has(text, part)     assert_true(str_has((text), str_from(part)))
#define assert_has_not(text, part) assert_false(str_has((text), str_from(part)))

#endif
