// Detectors that run when they are asked for, against all of them run first: the same
// records, of random rubrics and random calls.
//
// CALLMARK_PAIRS is how many pairs of a rubric and a call to try; the default takes a
// second or two.
#include "base/random.h"
#include "make_call.h"
#include "score/record.h"
#include "score/scoring.h"

#include <stdlib.h>

enum { DETECTORS = 12, CRITERIA = 4, CALLS = 10 };

// What a rubric or call is being made of.
typedef struct {
    Buf out;
    uint64_t state;
    int known; // detectors that are there to be referred to
} Maker;

static int choose(Maker *maker, int count) {
    return (int)((random_next(&maker->state) >> 32) % (uint64_t)count);
}

static bool one_in(Maker *maker, int count) { return choose(maker, count) == 0; }

static void put(Maker *maker, const char *text) { buf_text(&maker->out, text); }

static void put_word(Maker *maker) {
    static const char *const WORDS[] = {"tea",  "milk",  "sorry", "the", "cup",
                                        "when", "never", "7",     "why"};
    put(maker, WORDS[choose(maker, COUNT(WORDS))]);
}

// PCRE2 gives up on it in the turn that RUNAWAY_TURN is.
#define RUNAWAY      "(?:x+)+(?:z|$)"
#define RUNAWAY_TURN "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!"

static void put_patterns(Maker *maker) {
    put(maker, "[");
    put_word(maker);
    for (int more = choose(maker, 3); more > 0; more--) {
        put(maker, ", ");
        put_word(maker);
        if (one_in(maker, 3)) put(maker, " \\w+");
    }
    if (one_in(maker, 20)) put(maker, ", '" RUNAWAY "'");
    put(maker, "]");
}

static void put_detector(Maker *maker) {
    buf_format(&maker->out, "d%d", choose(maker, maker->known));
}

static void put_detectors(Maker *maker) {
    put(maker, "[");
    put_detector(maker);
    for (int more = choose(maker, 3); more > 0; more--) {
        put(maker, ", ");
        put_detector(maker);
    }
    put(maker, "]");
}

static void put_window(Maker *maker) {
    static const char *const EDGES[] = {"before", "after", "answering", "next"};
    static const char *const PLACES[] = {"first: 2 turns", "last: 50 %", "first: 9 s",
                                         "last: 1 turns"};
    put(maker, ", window: {");
    if (maker->known && one_in(maker, 2)) {
        buf_format(&maker->out, "%s: ", EDGES[choose(maker, COUNT(EDGES))]);
        put_detector(maker);
    } else {
        put(maker, PLACES[choose(maker, COUNT(PLACES))]);
    }
    put(maker, "}");
}

static void put_phrase(Maker *maker) {
    static const char *const MORE[] = {", min: 2", ", max: 1", ", per: turn",
                                       ", negation: off", ", unless_in: turn"};
    put(maker, "any: ");
    put_patterns(maker);
    if (one_in(maker, 3)) put(maker, ", unless: "), put_patterns(maker);
    if (one_in(maker, 4)) put(maker, ", unclear: "), put_patterns(maker);
    if (one_in(maker, 3)) put(maker, MORE[choose(maker, COUNT(MORE))]);
    if (one_in(maker, 3)) put_window(maker);
    if (maker->known && one_in(maker, 4)) put(maker, ", also: "), put_detectors(maker);
}

static void put_within(Maker *maker) {
    if (one_in(maker, 2))
        put(maker, ", within: {turns: 2}");
    else if (one_in(maker, 2))
        put(maker, ", within: {seconds: 5}");
}

static void put_reply(Maker *maker) {
    put(maker, "kind: reply, to: "), put_detector(maker);
    put(maker, ", with: "), put_detector(maker);
    if (one_in(maker, 3)) put(maker, ", before: "), put_detector(maker);
    if (one_in(maker, 3)) put(maker, ", unclear: "), put_detectors(maker);
    if (one_in(maker, 3)) put(maker, ", each: yes");
    put_within(maker);
}

static void put_order(Maker *maker) {
    put(maker, "kind: order, steps: ["), put_detector(maker);
    put(maker, ", "), put_detector(maker), put(maker, "]");
    if (one_in(maker, 3)) put(maker, ", unclear: "), put_detectors(maker);
    put_within(maker);
}

static void put_question(Maker *maker) {
    static const char *const FIELDS[] = {"frames", "fillers", "inside", "unless"};
    put(maker, "kind: question");
    for (size_t i = 0; i < COUNT(FIELDS); i++) {
        if (one_in(maker, 2)) continue;
        buf_format(&maker->out, ", %s: ", FIELDS[i]);
        put_patterns(maker);
    }
}

static void put_echo(Maker *maker) {
    put(maker, "kind: echo, shared: 1, to: "), put_detector(maker);
    if (one_in(maker, 2)) put(maker, ", unless: "), put_patterns(maker);
    if (one_in(maker, 3)) put(maker, ", frame: "), put_detector(maker);
}

static void put_other(Maker *maker) {
    switch (choose(maker, 7)) {
    case 0: put(maker, "kind: unread, besides: "), put_detectors(maker); break;
    case 1: put_echo(maker); break;
    case 2: put(maker, "kind: answered, question: "), put_detector(maker); break;
    case 3: put(maker, "kind: silence, announced: "), put_detector(maker); break;
    case 4: put(maker, "kind: length, of: turns, at_least: 3"); break;
    case 6: put_question(maker); break;
    case 5:
        put(maker, "kind: weigh, enough: 2, phrases: [{find: "), put_detector(maker);
        put(maker, ", points: 2}, {say: "), put_word(maker), put(maker, ", points: 1}]");
        break;
    }
}

static void put_detector_body(Maker *maker) {
    static const char *const ROLES[] = {"role: agent, ", "role: customer, ", ""};
    put(maker, ROLES[choose(maker, COUNT(ROLES))]);
    int kind = maker->known ? choose(maker, 8) : 0;
    if (kind < 4)
        put_phrase(maker);
    else if (kind == 4)
        put_order(maker);
    else if (kind == 5)
        put_other(maker);
    else
        put_reply(maker);
}

static void put_expression(Maker *maker, int depth) {
    static const char *const FORMS[] = {"{all: [", "{any: [", "{at_least: 2, of: ["};
    if (!depth || one_in(maker, 3)) {
        put_detector(maker);
    } else if (one_in(maker, 4)) {
        put(maker, "{not: "), put_expression(maker, depth - 1), put(maker, "}");
    } else {
        put(maker, FORMS[choose(maker, COUNT(FORMS))]);
        for (int i = 0; i < 3; i++) {
            if (i) put(maker, ", ");
            put_expression(maker, depth - 1);
        }
        put(maker, "]}");
    }
}

static void put_criterion(Maker *maker, int number) {
    static const char *const RULES[] = {"when", "not_met", "partly", "unclear"};
    buf_format(&maker->out, "  - {id: c%d, ask: Is it?, met: ", number);
    put_expression(maker, 2);
    for (size_t i = 0; i < COUNT(RULES); i++) {
        if (!one_in(maker, 2)) continue;
        buf_format(&maker->out, ", %s: ", RULES[i]);
        put_expression(maker, i == 3 ? 0 : 2);
    }
    put(maker, "}\n");
}

static const char *random_rubric(Arena *arena, uint64_t *state) {
    Maker maker = {.out = {.arena = arena}, .state = *state};
    put(&maker, "rubric: r\nscore: {assess: {min_turns: 0, min_agent_words: 0, roles: "
                "[]}}\ndetectors:\n");
    for (; maker.known < DETECTORS; maker.known++) {
        buf_format(&maker.out, "  d%d: {", maker.known);
        put_detector_body(&maker);
        put(&maker, "}\n");
    }
    put(&maker, "principles:\n- id: p\n  title: P\n  weight: 1\n  criteria:\n");
    for (int i = 0; i < CRITERIA; i++) put_criterion(&maker, i);
    if (one_in(&maker, 3)) {
        put(&maker, "measures:\n- {id: m, source: here, stat: max, of: detector ");
        put_detector(&maker);
        put(&maker, "}\n");
    }
    *state = maker.state;
    buf_byte(&maker.out, '\0');
    return maker.out.ptr;
}

static const char *random_call(Arena *arena, uint64_t *state) {
    static const char *const ENDS[] = {"", "", "", ".", "?", ","};
    Maker maker = {.out = {.arena = arena}, .state = *state};
    int turns = 1 + choose(&maker, 8), second = 0;
    bool timed = one_in(&maker, 2), alone = one_in(&maker, 6);
    for (int t = 0; t < turns; t++) {
        put(&maker, alone || one_in(&maker, 2) ? "agent" : "customer");
        if (timed) buf_format(&maker.out, " @%d-%d", second, second + 3);
        second += choose(&maker, 9);
        put(&maker, ":");
        for (int words = 1 + choose(&maker, 9); words > 0; words--) {
            put(&maker, " "), put_word(&maker);
            put(&maker, ENDS[choose(&maker, COUNT(ENDS))]);
        }
        if (one_in(&maker, 100)) put(&maker, " " RUNAWAY_TURN);
        put(&maker, "\n");
    }
    *state = maker.state;
    buf_byte(&maker.out, '\0');
    return maker.out.ptr;
}

typedef struct {
    size_t verdicts[VERDICT_COUNT], gave_up;
} Seen;

static const char *record_of(Arena *arena, Scorer *scorer, const Call *call, bool eager,
                             Seen *seen) {
    Buf out = {.arena = arena};
    scorer->finder.eager = eager;
    const Scorecard *card = run_scorecard(NULL, scorer, call, arena);
    record_put_json(&out, card);
    buf_byte(&out, '\0');
    vec_each(const Mark, mark, &card->marks) seen->verdicts[mark->verdict]++;
    seen->gave_up += card->gave_up.len;
    return out.ptr;
}

static void try_rubric(uint64_t *state, Seen *seen) {
    Arena arena = {0}, scratch = {0};
    Scorer scorer;
    const char *yaml = random_rubric(&arena, state);
    Rubric *rubric = make_rubric(&arena, yaml);
    scorer_open(&scorer, rubric, true);
    for (int i = 0; i < CALLS; i++) {
        const char *lines = random_call(&scratch, state);
        const Call *call = make_call(&scratch, lines);
        const char *on_demand = record_of(&scratch, &scorer, call, false, seen);
        const char *eager = record_of(&scratch, &scorer, call, true, seen);
        if (strcmp(on_demand, eager) != 0)
            fail_msg("\n%s\n%s\n%s\n%s", yaml, lines, on_demand, eager);
        arena_reset(&scratch);
    }
    scorer_close(&scorer);
    rubric_free(rubric);
    arena_free(&scratch);
    arena_free(&arena);
}

static void records_are_those_of_all_detectors_run_first(void **unused) {
    (void)unused;
    uint64_t state = 20261128;
    int64_t pairs = 20000;
    Seen seen = {0};
    str_to_int(str_from(getenv("CALLMARK_PAIRS")), &pairs);
    for (int64_t done = 0; done < pairs; done += CALLS) try_rubric(&state, &seen);
    for (int v = 0; v < VERDICT_COUNT; v++)
        assert_true(seen.verdicts[v] > (size_t)pairs / 10);
    assert_true(seen.gave_up > 0);
}

// Which detectors of `a`, `b`, ... ran to decide the one criterion.
static const char *ran(Arena *arena, const char *rules, const char *lines) {
    Str yaml =
        str_format(arena,
                   "rubric: r\n"
                   "score: {assess: {min_turns: 0, min_agent_words: 0, roles: []}}\n"
                   "detectors: {a: {any: [apple]}, b: {any: [bread]}, c: {any: "
                   "[cheese]}, d: {kind: reply, to: b, with: c}}\n"
                   "principles: [{id: p, title: P, weight: 1, criteria: [{id: c, "
                   "ask: Is it?, %s}]}]\n",
                   rules);
    Rubric *rubric = make_rubric(arena, str_z(arena, yaml));
    const Call *call = make_call(arena, lines);
    Scorer scorer;
    Scorecard card;
    Buf out = {.arena = arena};
    scorer_open(&scorer, rubric, true);
    Findings *findings = scorer_detect(&scorer, call);
    scorecard_make(rubric, call, findings, &scorer.scratch, arena, &card);
    for (uint32_t d = 0; d < rubric->detectors.len; d++)
        if (findings->ran[d]) buf_put(&out, rubric->detectors.items[d].name);
    buf_byte(&out, '\0');
    scorer_close(&scorer);
    rubric_free(rubric);
    return out.ptr;
}

static void no_more_runs_than_decides(void **unused) {
    (void)unused;
    Arena arena = {0};
    static const char *const ROWS[][3] = {
        {"when: a, met: d", "agent: no fruit", "a"},
        {"when: a, met: d", "agent: an apple", "abd"}, // nothing calls for an answer
        {"when: a, met: d", "agent: apple bread", "abcd"},
        {"not_met: a, met: b", "agent: an apple", "a"},
        {"not_met: a, met: b, partly: c", "agent: bread", "ab"},
        {"when: {all: [a, b]}, met: c", "agent: cheese", "a"},
        {"when: {not: {any: [a, b]}}, met: c", "agent: an apple", "a"},
        {"when: {at_least: 2, of: [a, b, c]}, met: d", "agent: cheese", "ab"},
        {"met: {any: [a, b]}", "agent: an apple", "ab"}, // b may be evidence too
        {"met: d", "agent: no", "bd"},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++)
        assert_string_equal(ran(&arena, ROWS[i][0], ROWS[i][1]), ROWS[i][2]);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_those_of_all_detectors_run_first),
        cmocka_unit_test(no_more_runs_than_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
