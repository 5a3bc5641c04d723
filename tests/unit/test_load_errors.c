// Every mistake in the form of a rubric: its words, its hint and its place.
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

// Each text stands below the line "rubric: r", with what it lacks to be a rubric.
#define DETECTORS "detectors: {hi: {any: [hi]}}\n"
#define PRINCIPLES \
    "principles: [{id: p, title: P, weight: 1, criteria: [{id: c, met: hi}]}]\n"
#define DETECTOR(body) "detectors:\n  hi: {any: [hi]}\n  x: " body "\n" PRINCIPLES
#define CRITERION(body)                                                              \
    DETECTORS "principles:\n  - {id: p, title: P, weight: 1, criteria: [\n    " body \
              "]}\n"

#define MEASURE(body) DETECTORS PRINCIPLES "measures:\n  - {id: m, " body "}\n"

typedef struct {
    const char *text, *complaint, *hint;
    uint32_t line, col;
} Case;

static bool is_reported(const Case *given, const Diag *diag) {
    return str_eq(diag->text, str_from(given->complaint)) &&
           str_eq(diag->hint, str_from(given->hint)) && diag->place.line == given->line &&
           diag->place.col == given->col;
}

static void check(const Case *given) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Buf out = {.arena = &arena};
    Rubric rubric;
    Str text = str_format(&arena, "rubric: r\n%s", given->text);
    assert_false(rubric_read(&arena, STR("r.yaml"), text, &rubric, &diags));
    vec_each(const Diag, diag, &diags.items) diag_put(&out, diag);
    if (diags.items.len != 1 || !is_reported(given, &diags.items.items[0]))
        fail_msg("%s\ngave\n%.*s", given->text, STR_ARG(buf_str(&out)));
    rubric_free(&rubric);
    arena_free(&arena);
}

#define CHECK_ALL(cases) \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) check(&(cases)[i])

static void test_fields(void **state) {
    (void)state;
    static const Case CASES[] = {
        {"titel: T\n" DETECTORS PRINCIPLES, "unknown field 'titel'",
         "did you mean 'title'?", 2, 1},
        {DETECTORS, "missing field 'principles'", "", 1, 1},
        {"use: [none.yaml]\n" DETECTORS PRINCIPLES, "cannot read 'none.yaml'",
         "No such file or directory", 2, 7},
        {"title: [a]\n" DETECTORS PRINCIPLES, "expected a text, found a list",
         "a text that begins with [ needs quotes", 2, 8},
        {"title:\n" DETECTORS PRINCIPLES, "expected a text, found nothing", "", 2, 7},
        {"unicode: maybe\n" DETECTORS PRINCIPLES, "expected yes or no, found 'maybe'", "",
         2, 10},
        {"score: {law: median}\n" DETECTORS PRINCIPLES, "unknown law 'median'",
         "one of weighted-mean, geometric or minimum", 2, 14},
        {"score: {na: eqaul}\n" DETECTORS PRINCIPLES, "unknown na 'eqaul'",
         "did you mean 'equal'?", 2, 13},
        {"score: {bands: {A: 50, B: 60, C: 0}}\n" DETECTORS PRINCIPLES,
         "band 'B' is not below 'A'", "", 2, 27},
        {"score: {bands: {A: 50, B: 10}}\n" DETECTORS PRINCIPLES,
         "the last band 'B' does not begin at 0", "", 2, 27},
        {"score: {bands: {}}\n" DETECTORS PRINCIPLES, "no bands", "", 2, 16},
        {"score: {cap: 101}\n" DETECTORS PRINCIPLES,
         "expected a number from 0 to 100, found '101'", "", 2, 14},
        {"score: {partly: 2}\n" DETECTORS PRINCIPLES,
         "expected a number from 0 to 1, found '2'", "", 2, 17},
        {"score: {assess: {min_turns: -1}}\n" DETECTORS PRINCIPLES,
         "expected a whole number, found '-1'", "", 2, 29},
    };
    CHECK_ALL(CASES);
}

static void test_patterns(void **state) {
    (void)state;
    static const Case CASES[] = {
        {DETECTOR("{any: ['a (b']}"),
         "bad regular expression: missing closing parenthesis", "for a plain ( write \\(",
         4, 18},
        {DETECTOR("{any: [a b(c, d]}"),
         "bad regular expression: missing closing parenthesis", "for a plain ( write \\(",
         4, 18},
        {DETECTOR("{any: ['x*']}"), "a pattern that matches the empty text",
         "something in it must be there: all of it is optional", 4, 13},
        {DETECTOR("{any: ['a <im> b']}"), "unknown fragment 'im'",
         "for a plain < write \\<", 4, 16},
        {"fragments: {I'm: im}\n" DETECTOR("{any: <Im> b}"), "unknown fragment 'Im'",
         "did you mean 'I'm'?", 5, 12},
        {"fragments: {a: 'x(', b: <a>}\n" DETECTOR("{any: <b>}"),
         "bad regular expression: missing closing parenthesis", "for a plain ( write \\(",
         2, 19},
        {"fragments: {a: [x, 'y)']}\n" DETECTOR("{any: <a>}"),
         "bad regular expression: unmatched closing parenthesis",
         "for a plain ) write \\)", 2, 22},
        {"fragments: {'a b': x}\n" DETECTOR("{any: y}"), "bad fragment name 'a b'",
         "a letter, then letters, digits, - _ and ' only", 2, 13},
        {"fragments: {a: x}\n" DETECTOR("{any: y<a>(}"),
         "bad regular expression: missing closing parenthesis", "for a plain ( write \\(",
         5, 17},
    };
    CHECK_ALL(CASES);
}

static void test_detectors(void **state) {
    (void)state;
    static const Case CASES[] = {
        {DETECTOR("{kind: phrases, any: y}"), "unknown kind 'phrases'",
         "did you mean 'phrase'?", 4, 13},
        {DETECTOR("{any_of: [y], any: y}"), "unknown field 'any_of'",
         "did you mean 'any'?", 4, 7},
        {DETECTOR("{role: agnet, any: y}"), "unknown role 'agnet'",
         "did you mean 'agent'?", 4, 13},
        {DETECTOR("{role: agent}"), "missing field 'any'",
         "patterns; one match is enough", 4, 3},
        {DETECTOR("y"), "expected a map, found a text",
         "patterns stand in a field of their own: {any: [...]}", 4, 6},
        {DETECTOR("{any: y}\n  role: agent"), "expected a map, found a text",
         "a field of a detector is indented farther than its name", 5, 9},
        {DETECTOR("{any: y, window: first 3 turns}"),
         "expected a window such as {first: 3 turns}, found 'first 3 turns'", "", 4, 23},
        {DETECTOR("{any: [a: b]}"), "expected a text, found a map",
         "a text that holds ': ' or begins with { needs quotes", 4, 13},
        {DETECTOR("{any: ['*']}"),
         "bad regular expression: quantifier does not follow a repeatable item",
         "for any text write .* and for a plain * \\*", 4, 14},
        {DETECTOR("\n    any:\n    - #7"), "expected a text, found nothing",
         "from a # on all is comment, unless it stands in quotes", 6, 6},
        {DETECTOR("{any: y, pattern: x}"), "unknown field 'pattern'",
         "callmark-rubric(5) has them all", 4, 15},
        {DETECTOR("{any: y}\n  x: {any: z}"), "duplicate key 'x'", "first on line 4", 5,
         3},
        {DETECTOR("{any: y}\n  a b: {any: z}"), "bad name 'a b'",
         "letters, digits, - _ and . only", 5, 3},
        {DETECTOR("{any: y, per: cal}"), "unknown per 'cal'", "did you mean 'call'?", 4,
         20},
        {DETECTOR("{any: y, window: {first: 3 trains}}"),
         "expected turns, seconds or percent, found '3 trains'",
         "'3 turns', '30 s' or '20 %'", 4, 31},
        {DETECTOR("{any: y, window: {frist: 3 turns}}"), "unknown field 'frist'",
         "did you mean 'first'?", 4, 24},
        {DETECTOR("{any: y, window: {first: 1 turn, last: 1 turn}}"),
         "more than one field", "", 4, 39},
        {DETECTOR("{any: y, window: {before: nobody}}"), "unknown detector 'nobody'",
         "one of hi or x", 4, 32},
        {DETECTOR("{any: y, window: {next: nobody}}"), "unknown detector 'nobody'",
         "one of hi or x", 4, 30},
        {DETECTOR("{any: y, window: {next: x}}"),
         "detectors refer to each other in a ring: x -> x", "", 4, 3},
        {DETECTOR("{any: y, min: 3, max: 2}"),
         "detector 'x' 'min' is larger than 'max': it can never hold", "", 4, 3},
        {DETECTOR("{kind: reply, to: hi, with: hi, within: {turn: 2}}"),
         "unknown field 'turn'", "did you mean 'turns'?", 4, 47},
        {DETECTOR("{kind: response, at_most: 2 parsecs}"),
         "expected a number or a duration, found '2 parsecs'", "'3', '30 s' or '2 min'",
         4, 32},
        {DETECTOR("{any: y, negation: far}"), "expected a whole number, found 'far'", "",
         4, 25},
        {DETECTOR("{kind: order, steps: [x, hi]}"),
         "detectors refer to each other in a ring: x -> x", "", 4, 3},
    };
    CHECK_ALL(CASES);
}

static void test_principles(void **state) {
    (void)state;
    static const Case CASES[] = {
        {DETECTORS "principles: []\n", "no principles", "", 3, 13},
        {DETECTORS "principles: [{id: p, title: P, weight: 1, criteria: []}]\n",
         "principle 'p' has no criteria", "", 3, 53},
        {DETECTORS "principles: [{id: p, title: P, criteria: [{id: c, met: hi}]}]\n",
         "missing field 'weight'", "", 3, 14},
        {DETECTORS
         "principles: [{id: p, title: P, weight: 0, criteria: [{id: c, met: hi}]}]\n",
         "all principles have weight 0", "", 3, 13},
        {CRITERION("{id: c, met: hi, weight: -1}"),
         "expected a number from 0 to 1000000, found '-1'", "", 5, 30},
        {CRITERION("{id: c, met: hi, weight: 0}"), "all criteria of 'p' have weight 0",
         "", 4, 10},
        {CRITERION("{id: c, met: hi}, {id: c, met: hi}"), "duplicate criterion 'c'",
         "first on line 5", 5, 28},
        {CRITERION("{id: c}"), "criterion 'c' has no 'met'", "", 5, 10},
        {CRITERION("{id: c, met: hii}"), "unknown detector 'hii'", "did you mean 'hi'?",
         5, 18},
        {CRITERION("{id: c, met: hi or bye}"), "unknown detector 'hi or bye'",
         "[a, b] is both, {any: [a, b]} either, {not: a} the contrary", 5, 18},
        {CRITERION("{ask: c}"), "missing field 'id'", "", 5, 5},
        {CRITERION("{id: c, met: hi, critical: cap 50}"), "unknown critical 'cap 50'",
         "one of no, fail-call, fail-principle, flag or {cap: N}", 5, 32},
        {CRITERION("{id: c, met: hi, critical: {cap: x}}"),
         "expected a number from 0 to 100, found 'x'", "", 5, 38},
        {CRITERION("{id: c, observable: no}"),
         "criterion 'c' is not observable but has no 'reason'", "", 5, 10},
        {CRITERION("{id: c, observable: no, reason: R, met: hi}"),
         "criterion 'c' is not observable but has detectors", "", 5, 10},
        {CRITERION("{id: c, met: hi, reason: R}"),
         "criterion 'c' has a 'reason' but is observable", "", 5, 10},
    };
    CHECK_ALL(CASES);
}

static void test_measures(void **state) {
    (void)state;
    static const Case CASES[] = {
        {DETECTORS PRINCIPLES "measures: {id: m}\n", "expected a list, found a map",
         "each of a list begins with '- '", 4, 11},
        {MEASURE("of: score"), "missing field 'stat'", "", 5, 5},
        {MEASURE("of: scor, stat: mean"), "unknown of 'scor'", "did you mean 'score'?", 5,
         17},
        {MEASURE("of: score high, stat: mean"), "unknown of 'score high'",
         "did you mean 'score'?", 5, 17},
        {MEASURE("of: field, stat: mean"), "'field' needs the name of a column", "", 5,
         17},
        {MEASURE("of: principle q, stat: mean"), "unknown principle 'q'", "one of p", 5,
         27},
        {MEASURE("of: detector  hi2, stat: mean"), "unknown detector 'hi2'",
         "did you mean 'hi'?", 5, 27},
        {MEASURE("of: score, stat: average"), "unknown stat 'average'",
         "one of mean, median, p90, max, spread, share or gap", 5, 30},
        {MEASURE("of: score, stat: mean, by: agnet"), "unknown by 'agnet'",
         "did you mean 'agent'?", 5, 40},
        {MEASURE("of: score, stat: mean, targt: 5"), "unknown field 'targt'",
         "did you mean 'target'?", 5, 36},
        {MEASURE("of: score, stat: mean, target: {}"), "needs 'at_most' or 'at_least'",
         "", 5, 44},
        {MEASURE("of: score, stat: mean, target: {at_most: 2 min}"),
         "expected a number without a unit of time, found '2 min'", "", 5, 54},
        {MEASURE("of: score, stat: mean, target: {at_least: 101}"),
         "expected a number from 0 to 100, found '101'", "", 5, 55},
        {MEASURE("of: first_reply, stat: max, target: {at_most: 30}"),
         "expected a length of time, found '30'", "'30 s' or '2 min'", 5, 59},
        {MEASURE("of: field x, stat: max, target: {at_least: 1, at_most: 30 s}"),
         "expected a length of time, found '1'", "'30 s' or '2 min'", 5, 56},
        {MEASURE("of: turns, stat: max, target: {at_least: 9, at_most: 8}"),
         "'at_least' is above 'at_most'", "", 5, 43},
        {MEASURE("of: turns, stat: max, target: {at_most: 8, share: 80 %}"),
         "measure 'm' is no share, but its target has a 'share'", "", 5, 10},
        {MEASURE("of: turns, stat: share, target: {at_most: 8}"),
         "measure 'm' is a share, but its target has no 'share'", "", 5, 10},
        {MEASURE("of: turns, stat: share, target: {at_most: 8, share: 120 %}"),
         "expected a number from 0 to 100, found '120'", "", 5, 65},
        {MEASURE("of: turns, stat: share"),
         "measure 'm' is a share, but its target has no 'share'", "", 5, 10},
        {MEASURE("of: score, stat: gap, channel: chat"),
         "measure 'm' is a gap between channels, but sees only one", "", 5, 10},
        {MEASURE("of: score, stat: mean}\n  - {id: m, of: score, stat: max"),
         "duplicate measure 'm'", "first on line 5", 6, 10},
    };
    CHECK_ALL(CASES);
}

static void test_every_mistake_of_a_measure_is_told(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric rubric;
    const char *text =
        "rubric: r\n" MEASURE("of: spead, stat: avg, by: me, target: {at_most: soon}");
    assert_false(rubric_read(&arena, STR("r.yaml"), str_from(text), &rubric, &diags));
    assert_int_equal(diags.errors, 4);
    rubric_free(&rubric);
    arena_free(&arena);
}

static void test_characters_that_folding_changes(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric rubric;
    assert_true(
        rubric_read(&arena, STR("r.yaml"),
                    STR("detectors: {x: {any: ['I\xE2\x80\x99m fine', 'a  b', 'ok']}}"),
                    &rubric, &diags));
    assert_int_equal(diags.warnings, 2);
    assert_int_equal(diags.items.items[0].place.col, 25);
    assert_int_equal(diags.items.items[1].place.col, 38);
    rubric_free(&rubric);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_patterns),
        cmocka_unit_test(test_detectors),
        cmocka_unit_test(test_principles),
        cmocka_unit_test(test_measures),
        cmocka_unit_test(test_every_mistake_of_a_measure_is_told),
        cmocka_unit_test(test_characters_that_folding_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
