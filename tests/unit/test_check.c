// What is wrong with rubrics that are well-formed.
#include "check/check.h"
#include "check/example.h"
#include "check/runaway.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    Arena arena;
    Diags diags;
    Rubric rubric;
    ExampleCounts counts;
} Checked;

static int setup(void **state) {
    *state = test_calloc(1, sizeof(Checked));
    return 0;
}

static int teardown(void **state) {
    Checked *in = *state;
    rubric_free(&in->rubric);
    arena_free(&in->arena);
    test_free(in);
    return 0;
}

static void check(Checked *in, const char *text) {
    in->diags = (Diags){.arena = &in->arena};
    assert_true(
        rubric_read(&in->arena, STR("r.yaml"), str_from(text), &in->rubric, &in->diags));
    in->counts = rubric_check(&in->arena, &in->rubric, &in->diags);
}

// All complaints, as `check` prints them, but for the lines they quote.
static Str complaints(Checked *in) {
    Buf out = {.arena = &in->arena};
    vec_each(Diag, diag, &in->diags.items) {
        diag->source = (Str){0};
        diag_put(&out, diag);
    }
    return buf_str(&out);
}

static void assert_text(Str got, const char *expected) {
    if (!str_eq(got, str_from(expected)))
        fail_msg("%.*s\nis not\n%s", STR_ARG(got), expected);
}

// ---- Examples

static void test_examples(void **state) {
    Checked *in = *state;
    check(in, "detectors:\n"
              "  upset:\n"
              "    role: customer\n"
              "    any: [upset, annoyed]\n"
              "    match: [I am so upset, \"I'm not upset\", happy]\n"
              "    no_match: [the upsetter, annoyedly, quite annoyed]\n"
              "    todo_match: [fuming, annoyed]\n");
    assert_text(
        complaints(in),
        "r.yaml:5:28: error: example of 'upset' should match: 'I'm not upset' "
        "(undone by a negation before it; 'negation: off' lets it stand)\n"
        "r.yaml:5:45: error: example of 'upset' should match: 'happy'\n"
        "r.yaml:6:41: error: example of 'upset' should not match: 'quite annoyed' "
        "(matched 'annoyed' by 'any' at r.yaml:4:18)\n"
        "r.yaml:7:26: note: a known gap of 'upset' is closed: 'annoyed' "
        "(move it from 'todo_match' to 'match')\n");
    assert_int_equal(in->counts.passed, 4);
    assert_int_equal(in->counts.failed, 3);
    assert_int_equal(in->counts.gaps, 1);
}

// What fails says which single rule stands in the way.
static void test_hindrances(void **state) {
    static const struct {
        const char *detector, *why;
    } CASES[] = {
        {"any: [hi], match: high",
         "its words are parts of longer ones; 'whole_words: no' allows that"},
        {"any: [hi], match: not hi",
         "undone by a negation before it; 'negation: off' lets it stand"},
        {"any: [hi], unless: [ho, so], match: hi so",
         "undone by 'unless' at r.yaml:1:41"},
        {"any: [hi], unless: [ho, so], match: hi so ho", "undone by 'unless'"}, // by two
        {"any: [ho, hi], no_match: hi", "matched 'hi' by 'any' at r.yaml:1:27"},
        {"any: [hi], also: a, no_match: a", "matched 'a' by 'also: a' at r.yaml:1:61"},
        {"any: [hi], window: {first: 1 turn}, match: \"agent: ho\\ncustomer: so\\nagent: hi\"",
         "outside of the 'window'"},
        {"kind: reply, to: a, with: b, within: {turns: 1}, match: "
         "\"agent: a\\ncustomer: c\\nagent: so\\ncustomer: b\"",
         "farther than 'within' allows"},
        {"any: [hi], match: ho", ""},
        {"any: [hi], match: not high", ""}, // two rules at once
        {"any: [hi], role: agent, match: 'customer: hi'", "no turns of the agent"},
    };
    Checked *in = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Str yaml = str_format(&in->arena,
                              "detectors: {x: {%s}, a: {any: [a]}, "
                              "b: {role: customer, any: [b]}}",
                              CASES[i].detector);
        check(in, str_z(&in->arena, yaml));
        assert_int_equal(in->diags.errors, 1);
        vec_each(const Diag, diag, &in->diags.items)
            if (diag->level == DIAG_ERROR) assert_text(diag->hint, CASES[i].why);
        rubric_free(&in->rubric);
    }
    check(in, "detectors: {}");
}

static void test_conversations(void **state) {
    Checked *in = *state;
    check(
        in,
        "detectors:\n"
        "  upset: {role: customer, any: [upset], match: [upset], no_match: [glad]}\n"
        "  sorry: {role: agent, any: [sorry], match: [sorry], no_match: [glad]}\n"
        "  answered:\n"
        "    kind: reply\n"
        "    to: upset\n"
        "    with: sorry\n"
        "    within: {turns: 1}\n"
        "    match:\n"
        "      - |\n"
        "        customer: I am upset\n"
        "        agent: So sorry\n"
        "    no_match:\n"
        "      - |\n"
        "        agent: Sorry\n"
        "        customer: I am upset\n"
        "      - |\n"
        "        customer: I am upset\n"
        "        and nobody cares\n"
        "  quick:\n"
        "    kind: response\n"
        "    at_most: 10 s\n"
        "    match: [\"customer @0-2: hello\\nagent @5: hi\"]\n"
        "    no_match: [\"customer @0: hello\\nagent @60.5: hi\"]\n"
        "  passed-on: {kind: field, name: transfers, at_least: 1, match: ['field transfers: 2'],\n"
        "              no_match: ['field transfers: 0']}\n"
        "  sales: {kind: field, name: team, is: sales, match: ['field team: Sales']}\n");
    assert_text(
        complaints(in),
        "r.yaml:17:9: error: line 2 of an example of 'answered' says neither who speaks "
        "nor a field\n");
    assert_int_equal(in->counts.passed, 11);
}

static void test_example_lines(void **state) {
    Checked *in = *state;
    Call call;
    uint32_t bad;
    assert_true(example_parse(&in->arena,
                              STR("agent @12: Hi\n\n customer @13.5-15 : Yes: no\n"
                                  "field wait: 2 min\nfield agent: A7\nsystem: beep"),
                              ROLE_CUSTOMER, &call, &bad));
    assert_int_equal(call.turns.len, 3);
    assert_int_equal(call.turns.items[0].start_ms, 12000);
    assert_true(call.turns.items[0].end_ms == NO_TIME);
    assert_int_equal(call.turns.items[1].role, ROLE_CUSTOMER);
    assert_int_equal(call.turns.items[1].start_ms, 13500);
    assert_int_equal(call.turns.items[1].end_ms, 15000);
    assert_text(call.turns.items[1].text, "Yes: no");
    assert_int_equal(call.turns.items[2].role, ROLE_SYSTEM);
    assert_int_equal(call.wait_ms, 120000);
    assert_text(call.agent, "A7");

    assert_true(
        example_parse(&in->arena, STR("The thing: it broke"), ROLE_UNKNOWN, &call, &bad));
    assert_int_equal(call.turns.len, 1);
    assert_int_equal(call.turns.items[0].role, ROLE_AGENT);

    assert_false(
        example_parse(&in->arena, STR("agent: a\nagent @x: b"), ROLE_AGENT, &call, &bad));
    assert_int_equal(bad, 2);
}

// ---- Runaways

static Runaway runaway(Checked *in, const char *pattern) {
    Str text = str_format(
        &in->arena, "detectors: {x: {any: ['%s'], match: [the cat sat.]}}", pattern);
    in->diags = (Diags){.arena = &in->arena};
    assert_true(rubric_read(&in->arena, STR("r.yaml"), text, &in->rubric, &in->diags));
    PatternProbe *probe = pattern_probe_new(&in->arena, in->rubric.patterns);
    Runaway found = pattern_runaway(&in->rubric, probe, 0, &in->arena);
    pattern_probe_free(probe);
    rubric_free(&in->rubric);
    return found;
}

static void test_runaways(void **state) {
    static const char *const BAD[] = {"(?:a+)+b",  "(?:the ?|the )+[.]", "(?:\\w+ ?)+!",
                                      "(?:q|q)*x", "(?:\\d+)+ pounds",   "(?: +)+x"};
    static const char *const GOOD[] = {"so sorry",       "I (?:am|was) (?:very )?sorry",
                                       "\\d+ days?",     "(?:a|b)+c",
                                       "not \\w+ happy", "\\w+ing .{0,40}soon"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        if (!runaway(*state, BAD[i]).length) fail_msg("%s does not run away", BAD[i]);
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++)
        if (runaway(*state, GOOD[i]).length) fail_msg("%s runs away", GOOD[i]);
    Runaway found = runaway(*state, "(?:a+)+b");
    assert_int_equal(found.length, 30);
    assert_text(found.text, "aaaaaaaaaaaaaaaaaaaa");
}

static void test_runaway_is_an_error(void **state) {
    Checked *in = *state;
    check(in, "detectors: {x: {any: ['(?:a+)+b'], match: [ab], no_match: [b]}}");
    assert_text(complaints(in),
                "r.yaml:1:23: error: pattern can run away: more than 100000 steps "
                "on 30 characters 'aaaaaaaaaaaaaaaaaaaa...' (is there a repetition "
                "inside another, as in (?:a+)+ ?)\n");
}

// ---- Detectors and criteria

#define BODY(criteria)                             \
    "rubric: r\n"                                  \
    "detectors:\n"                                 \
    "  a: {any: [a], match: [a], no_match: [b]}\n" \
    "  b: {any: [b], match: [b], no_match: [a]}\n" \
    "  ab: {kind: order, steps: [a, b]}\n"         \
    "principles:\n"                                \
    "  - {id: p, title: P, weight: 1, source: s, criteria: [\n" criteria "]}\n"
#define TEXTS "ask: Q, tip: T, say: S"

static void test_unused_detectors(void **state) {
    Checked *in = *state;
    check(in, BODY("{id: c, " TEXTS ", met: ab}"));
    assert_text(complaints(in), ""); // a and b are used by ab
    rubric_free(&in->rubric);
    check(in, BODY("{id: c, " TEXTS ", when: b, met: [a, b]}"));
    assert_text(complaints(in), "r.yaml:5:3: warning: detector 'ab' is never used\n");
}

static void test_criteria_that_are_never_in_doubt(void **state) {
    Checked *in = *state;
    check(in, BODY("{id: fine, " TEXTS ", when: a, met: b, partly: ab},\n"
                   "{id: never, " TEXTS ", met: [a, {not: a}]},\n"
                   "{id: always, " TEXTS ", when: b, met: {any: [a, {not: a}]}},\n"
                   "{id: half, " TEXTS ", when: a, met: {not: a}, partly: a},\n"
                   "{id: nowhere, " TEXTS ", when: [b, {not: b}], met: a},\n"
                   "{id: undone, " TEXTS ", not_met: {any: [a, b]}, met: [a, b]},\n"
                   "{id: open, " TEXTS ", met: [a, {not: a}], unclear: b}"));
    assert_text(complaints(in),
                "r.yaml:9:6: warning: criterion 'never' can never be met\n"
                "r.yaml:10:6: warning: criterion 'always' is always met\n"
                "r.yaml:11:6: warning: criterion 'half' is always partly met\n"
                "r.yaml:12:6: warning: criterion 'nowhere' never applies\n"
                "r.yaml:13:6: warning: criterion 'undone' can never be met\n"
                "r.yaml:14:6: warning: criterion 'open' can never be met\n");
}

static void test_missing_texts(void **state) {
    Checked *in = *state;
    check(in, "rubric: r\n"
              "detectors: {a: {any: [a]}}\n"
              "principles:\n"
              "  - {id: p, title: P, weight: 1, criteria: [{id: c, met: a},\n"
              "     {id: d, observable: no, reason: R, source: s}]}\n");
    assert_text(
        complaints(in),
        "r.yaml:2:13: warning: detector 'a' has no 'match' example\n"
        "r.yaml:2:13: warning: detector 'a' has no 'no_match' example\n"
        "r.yaml:4:50: warning: criterion 'c' has no 'ask' (the question it answers)\n"
        "r.yaml:4:50: warning: criterion 'c' has no 'tip' (what an agent can do better)\n"
        "r.yaml:4:50: warning: criterion 'c' has no 'say' (words an agent can use)\n"
        "r.yaml:4:50: note: neither criterion 'c' nor its principle has a 'source'\n"
        "r.yaml:5:11: warning: criterion 'd' has no 'ask' (the question it answers)\n");
}

// ---- What the source names

static void test_covers(void **state) {
    Checked *in = *state;
    check(in,
          "rubric: r\n"
          "covers: [page 1, page 2, page 3, page 4]\n"
          "detectors: {hi: {any: [hi], match: hi, no_match: high}}\n"
          "principles:\n"
          "  - {id: p, title: P, weight: 1, source: 'page 1, on warmth', criteria: [\n"
          "     {id: a, ask: A, met: {any: [hi, {not: hi}]}, tip: T, say: S,\n"
          "      source: [page 30, page 4]},\n"
          "     {id: b, ask: B, observable: no, reason: R, source: page 2}]}\n");
    assert_text(complaints(in),
                "r.yaml:2:26: error: nothing has the source 'page 3' (what no transcript "
                "shows is a criterion with 'observable: no')\n"
                "r.yaml:6:11: warning: criterion 'a' is always met\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_examples, setup, teardown),
        cmocka_unit_test_setup_teardown(test_hindrances, setup, teardown),
        cmocka_unit_test_setup_teardown(test_conversations, setup, teardown),
        cmocka_unit_test_setup_teardown(test_example_lines, setup, teardown),
        cmocka_unit_test_setup_teardown(test_runaways, setup, teardown),
        cmocka_unit_test_setup_teardown(test_runaway_is_an_error, setup, teardown),
        cmocka_unit_test_setup_teardown(test_unused_detectors, setup, teardown),
        cmocka_unit_test_setup_teardown(test_criteria_that_are_never_in_doubt, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_missing_texts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_covers, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
