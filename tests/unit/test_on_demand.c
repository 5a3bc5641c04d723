// Detectors that run when they are asked for, against all of them run first, and against
// a search without the sieve: the same records, of random rubrics and random calls.
//
// CALLMARK_PAIRS is how many pairs of a rubric and a call to try; the default takes a
// second or two.
#include "make_call.h"
#include "make_random.h"
#include "score/record.h"
#include "score/scoring.h"

#include <stdlib.h>

enum { CALLS = 10 };

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

static void try_rubric(Choices *choices, Seen *seen) {
    Arena arena = {0}, scratch = {0};
    Scorer scorer, plain;
    const char *yaml = random_rubric(&arena, choices);
    Rubric *rubric = make_rubric(&arena, yaml);
    scorer_open(&scorer, rubric, true);
    scorer_open(&plain, rubric, false);
    for (int i = 0; i < CALLS; i++) {
        const char *lines = random_call(&scratch, choices);
        const Call *call = make_call(&scratch, lines);
        const char *on_demand = record_of(&scratch, &scorer, call, false, seen);
        const char *eager = record_of(&scratch, &scorer, call, true, seen);
        const char *sieveless = record_of(&scratch, &plain, call, i % 2, seen);
        if (strcmp(on_demand, eager) != 0 || strcmp(on_demand, sieveless) != 0)
            fail_msg("\n%s\n%s\n%s\n%s\n%s", yaml, lines, on_demand, eager, sieveless);
        arena_reset(&scratch);
    }
    scorer_close(&scorer);
    scorer_close(&plain);
    rubric_free(rubric);
    arena_free(&scratch);
    arena_free(&arena);
}

static void records_are_those_of_all_detectors_run_first(void **unused) {
    (void)unused;
    Choices choices = {.state = 20261128};
    int64_t pairs = 20000;
    Seen seen = {0};
    str_to_int(str_from(getenv("CALLMARK_PAIRS")), &pairs);
    for (int64_t done = 0; done < pairs; done += CALLS) try_rubric(&choices, &seen);
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
    scorecard_make(rubric, call, findings, &scorer.origins, arena, &card);
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
        {"when: a, met: d", "agent: an apple", "ad"}, // nothing may call for an answer
        {"when: a, met: d", "agent: apple bread", "abcd"},
        {"not_met: a, met: b", "agent: an apple", "a"},
        {"not_met: a, met: b, partly: c", "agent: bread", "ab"},
        {"when: {all: [a, b]}, met: c", "agent: cheese", "a"},
        {"when: {not: {any: [a, b]}}, met: c", "agent: an apple", "a"},
        {"when: {at_least: 2, of: [a, b, c]}, met: d", "agent: cheese", "ab"},
        {"met: {any: [a, b]}", "agent: an apple", "ab"}, // b may be evidence too
        {"met: d", "agent: no", "d"},
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
