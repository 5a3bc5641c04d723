// Expressions: the three-valued truth tables, and reading them from a rubric.
#include "load/load.h"
#include "rubric/expression.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static const Finding N = {.known = true}, Y = {.known = true, .holds = true}, U = {0};

static Truth truth_of(const Expression *expression, Finding *items, size_t count) {
    Arena arena = {0};
    Findings findings = findings_given(&arena, items, count);
    Truth truth = expression_truth(expression, &findings);
    arena_free(&arena);
    return truth;
}

// Detector 0 and detector 1, joined.
static Truth join(Operator op, uint32_t least, Finding a, Finding b) {
    Finding findings[] = {a, b};
    Expression of[] = {{.op = OP_DETECTOR, .detector = 0},
                       {.op = OP_DETECTOR, .detector = 1}};
    const Expression joined = {.op = op, .least = least, .of = of, .count = 2};
    return truth_of(&joined, findings, 2);
}

static void test_two_operands(void **state) {
    (void)state;
    const Finding values[] = {N, Y, U}; // as Truth has them
    static const Truth ALL[3][3] = {{TRUTH_NO, TRUTH_NO, TRUTH_NO},
                                    {TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN},
                                    {TRUTH_NO, TRUTH_UNKNOWN, TRUTH_UNKNOWN}};
    static const Truth ANY[3][3] = {{TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN},
                                    {TRUTH_YES, TRUTH_YES, TRUTH_YES},
                                    {TRUTH_UNKNOWN, TRUTH_YES, TRUTH_UNKNOWN}};
    for (int a = 0; a < 3; a++)
        for (int b = 0; b < 3; b++) {
            assert_int_equal(join(OP_ALL, 0, values[a], values[b]), ALL[a][b]);
            assert_int_equal(join(OP_ANY, 0, values[a], values[b]), ANY[a][b]);
            assert_int_equal(join(OP_AT_LEAST, 1, values[a], values[b]), ANY[a][b]);
            assert_int_equal(join(OP_AT_LEAST, 2, values[a], values[b]), ALL[a][b]);
        }
}

static Truth not(Finding finding) {
    Expression of = {.op = OP_DETECTOR};
    const Expression negated = {.op = OP_NOT, .of = &of, .count = 1};
    return truth_of(&negated, &finding, 1);
}

static void test_not(void **state) {
    (void)state;
    assert_int_equal(not(N), TRUTH_YES);
    assert_int_equal(not(Y), TRUTH_NO);
    assert_int_equal(not(U), TRUTH_UNKNOWN);
}

static void test_at_least_of_many(void **state) {
    (void)state;
    Expression of[4];
    for (uint32_t i = 0; i < 4; i++)
        of[i] = (Expression){.op = OP_DETECTOR, .detector = i};
    const Expression two = {.op = OP_AT_LEAST, .least = 2, .of = of, .count = 4};
    struct {
        Finding findings[4];
        Truth truth;
    } cases[] = {
        {{Y, N, Y, U}, TRUTH_YES},
        {{Y, N, N, U}, TRUTH_UNKNOWN},
        {{N, N, N, U}, TRUTH_NO},
        {{U, U, N, N}, TRUTH_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(truth_of(&two, cases[i].findings, 4), cases[i].truth);
}

// ---- As written in a rubric: detectors a, b, c are numbers 0, 1, 2

static const char RUBRIC[] = "rubric: r\n"
                             "detectors: {a: {any: [a]}, b: {any: [b]}, c: {any: [c]}}\n"
                             "principles:\n"
                             "  - id: p\n"
                             "    title: P\n"
                             "    weight: 1\n"
                             "    criteria:\n"
                             "      - {id: x, met: %s}\n";

static const Expression *load(Arena *arena, const char *met, Rubric *rubric,
                              Diags *diags) {
    char text[500];
    snprintf(text, sizeof text, RUBRIC, met);
    Str copy = str_copy(arena, str_from(text));
    if (!rubric_read(arena, STR("r.yaml"), copy, rubric, diags)) return NULL;
    return rubric->criteria.items[0].met;
}

static void put_visit(void *context, uint32_t detector) {
    buf_byte(context, (char)('a' + detector));
}

static void put(Buf *out, const Expression *expression) {
    static const char *const NAMES[] = {"", "all", "any", "not", "least"};
    if (expression->op == OP_DETECTOR) {
        put_visit(out, expression->detector);
        return;
    }
    buf_text(out, NAMES[expression->op]);
    if (expression->op == OP_AT_LEAST) buf_int(out, expression->least);
    buf_byte(out, '(');
    for (size_t i = 0; i < expression->count; i++) put(out, &expression->of[i]);
    buf_byte(out, ')');
}

static void test_reading(void **state) {
    (void)state;
    static const char *const CASES[][3] = {
        {"a", "a", "a"},
        {"[a, b]", "all(ab)", "ab"},
        {"{any: [c, a]}", "any(ca)", "ca"},
        {"{not: {any: [a, b]}}", "not(any(ab))", "ab"},
        {"{at_least: 2, of: [a, {not: b}, [c, a]]}", "least2(anot(b)all(ca))", "abca"},
        {"{all: [a, {any: [b, c]}]}", "all(aany(bc))", "abc"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Arena arena = {0};
        Diags diags = {.arena = &arena};
        Buf tree = {.arena = &arena}, walk = {.arena = &arena};
        Rubric rubric;
        const Expression *met = load(&arena, CASES[i][0], &rubric, &diags);
        assert_non_null(met);
        put(&tree, met);
        expression_each_detector(met, put_visit, &walk);
        assert_true(str_eq(buf_str(&tree), str_from(CASES[i][1])));
        assert_true(str_eq(buf_str(&walk), str_from(CASES[i][2])));
        rubric_free(&rubric);
        arena_free(&arena);
    }
}

// What an expression comes to by its steps it comes to without them, whatever a, b and c
// are.
static void compare_steps(const Expression *laid) {
    const Finding values[] = {N, Y, U};
    Expression plain = *laid;
    plain.steps = NULL;
    for (int i = 0; i < 27; i++) {
        Finding items[] = {values[i % 3], values[i / 3 % 3], values[i / 9]};
        assert_int_equal(truth_of(laid, items, 3), truth_of(&plain, items, 3));
    }
}

static void test_steps(void **state) {
    (void)state;
    static const struct {
        const char *met;
        bool laid; // what is counted is not
    } CASES[] = {
        {"a", false},
        {"[a, b]", true},
        {"{any: [a, b, c]}", true},
        {"{not: {any: [a, {not: b}]}}", true},
        {"{any: [[a, {not: b}], {not: [b, c]}, [c]]}", true},
        {"[{any: [a, {all: [b, {not: c}]}]}, {not: {any: [[a, c], b]}}, c]", true},
        {"{any: [{at_least: 2, of: [a, b, c]}, a]}", false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Arena arena = {0};
        Diags diags = {.arena = &arena};
        Rubric rubric;
        const Expression *met = load(&arena, CASES[i].met, &rubric, &diags);
        assert_non_null(met);
        assert_int_equal(met->steps != NULL, CASES[i].laid);
        compare_steps(met);
        rubric_free(&rubric);
        arena_free(&arena);
    }
}

static void test_mistakes(void **state) {
    (void)state;
    static const struct {
        const char *met, *complaint, *hint;
    } CASES[] = {
        {"d", "unknown detector 'd'", "one of a, b or c"},
        {"{anny: [a]}", "unknown field 'anny'", "did you mean 'any'?"},
        {"{any: [a], not: b}", "more than one operator", ""},
        {"{at_least: 1}", "missing field 'of'", ""},
        {"{of: [a]}", "expected all, any, not or at_least", ""},
        {"{}", "expected all, any, not or at_least", ""},
        {"[]", "an empty list", ""},
        {"{at_least: 3, of: [a, b]}", "at_least 3 of 2 can never be decided", ""},
        {"{at_least: 0, of: [a, b]}", "at_least 0 of 2 can never be decided", ""},
        {"{at_least: two, of: [a, b]}", "expected a whole number, found 'two'", ""},
        {"", "expected a text, found nothing", ""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Arena arena = {0};
        Diags diags = {.arena = &arena};
        Rubric rubric;
        assert_null(load(&arena, CASES[i].met, &rubric, &diags));
        assert_int_equal(diags.errors, 1);
        const Diag *diag = &diags.items.items[0];
        if (!str_eq(diag->text, str_from(CASES[i].complaint)))
            fail_msg("'%s': %.*s", CASES[i].met, STR_ARG(diag->text));
        assert_true(str_eq(diag->hint, str_from(CASES[i].hint)));
        rubric_free(&rubric);
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_operands),
        cmocka_unit_test(test_not),
        cmocka_unit_test(test_at_least_of_many),
        cmocka_unit_test(test_reading),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_mistakes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
