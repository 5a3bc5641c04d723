// Fragments: what <name> stands for, what is left alone, and the way back to what was
// written.
#include "rubric/fragment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    Arena arena;
    Fragments fragments;
} Fixture;

static int setup(void **state) {
    Fixture *fixture = test_calloc(1, sizeof *fixture);
    fragment_add(&fixture->arena, &fixture->fragments,
                 (Fragment){STR("I'm"), STR("I'm|I am|im"), false});
    fragment_add(&fixture->arena, &fixture->fragments,
                 (Fragment){STR("nth"), STR("\\dth"), false});
    fragment_add(&fixture->arena, &fixture->fragments,
                 (Fragment){STR("bad"), STR("("), true});
    *state = fixture;
    return 0;
}

static int teardown(void **state) {
    Fixture *fixture = *state;
    arena_free(&fixture->arena);
    test_free(fixture);
    return 0;
}

static Expansion expand(Fixture *fixture, const char *written) {
    return fragment_expand(&fixture->arena, &fixture->fragments, str_from(written));
}

static void assert_text(Str got, const char *expected) {
    assert_int_equal(got.len, strlen(expected));
    if (got.len) assert_memory_equal(got.ptr, expected, got.len);
}

static void test_names_are_written_out(void **state) {
    static const char *const CASES[][2] = {
        {"<I'm> sorry", "(?:I'm|I am|im) sorry"},
        {"the <nth><nth>", "the (?:\\dth)(?:\\dth)"},
        {"no names", "no names"},
        {"", ""},
        // What PCRE2 spells with a '<' of its own:
        {"(?<nth>x)\\k<nth>", "(?<nth>x)\\k<nth>"},
        {"(?P<nth>x)\\g<nth>(?(<nth>)y)", "(?P<nth>x)\\g<nth>(?(<nth>)y)"},
        {"(?<=a)b(?<!c)", "(?<=a)b(?<!c)"},
        {"\\<nth>", "\\<nth>"},
        {"\\\\<nth>", "\\\\(?:\\dth)"},
        // What is no name:
        {"a < b > c <>< 1st> <3>", "a < b > c <>< 1st> <3>"},
        {"<nth", "<nth"},
        {"x\\", "x\\"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Expansion got = expand(*state, CASES[i][0]);
        assert_text(got.regex, CASES[i][1]);
        assert_int_equal(got.unknown.len, 0);
    }
}

static void test_unknown_names_are_listed(void **state) {
    Expansion got = expand(*state, "<nht> and <nth> and <im>");
    assert_int_equal(got.unknown.len, 2);
    assert_text(got.unknown.items[0], "nht");
    assert_text(got.unknown.items[1], "im");
    assert_false(got.broken);
}

// `part` is a part of the expanded regex.
static void test_a_part_is_shown_as_written(void **state) {
    static const struct {
        const char *written, *part, *shown;
    } CASES[] = {
        {"so sorry <I'm> told", "sorry", "sorry"},
        {"so sorry <I'm> told", "(?:I'm|I am|im)", "<I'm>"},
        {"so sorry <I'm> told", "told", "told"},
        {"so sorry <I'm> told", "I am", "I am"}, // within a fragment
        {"<I'm><nth>s", "(?:I'm|I am|im)", "<I'm>"},
        {"<I'm><nth>s", "(?:\\dth)s", "<nth>s"},
        {"<I'm>", "(?:I'm|I am|im)", "<I'm>"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Expansion got = expand(*state, CASES[i].written);
        Str part = str_from(CASES[i].part);
        size_t start = 0;
        while (!str_starts(str_slice(got.regex, start, got.regex.len), part)) start++;
        assert_text(expansion_written(&got, start, start + part.len), CASES[i].shown);
    }
}

static void test_broken_fragment_breaks_its_users(void **state) {
    assert_true(expand(*state, "x<bad>").broken);
}

static void test_offsets_lead_back(void **state) {
    //           written: ab<nth>cd<I'm>   expanded: ab(?:\dth)cd(?:I'm|I am|im)
    Expansion got = expand(*state, "ab<nth>cd<I'm>");
    static const size_t CASES[][2] = {{0, 0},  {1, 1},  {2, 2},  {5, 2},
                                      {9, 2},  {10, 7}, {11, 8}, {12, 9},
                                      {20, 9}, {26, 9}, {27, 14}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_int_equal(expansion_origin(&got, CASES[i][0]), CASES[i][1]);
    assert_int_equal(got.regex.len, 27);
}

static void test_later_definition_wins(void **state) {
    Fixture *fixture = *state;
    fragment_add(&fixture->arena, &fixture->fragments,
                 (Fragment){STR("nth"), STR("\\d+"), false});
    assert_text(expand(fixture, "<nth>").regex, "(?:\\d+)");
}

static void test_length_is_bounded(void **state) {
    Fixture *fixture = *state;
    Str doubled = STR("0123456789");
    for (int i = 0; i < 40; i++) {
        fragment_add(&fixture->arena, &fixture->fragments,
                     (Fragment){STR("x"), doubled, false});
        doubled = expand(fixture, "<x><x>").regex;
    }
    assert_true(expand(fixture, "<x><x>").too_long);
    assert_true(doubled.len < (size_t)3 * REGEX_MAX);
}

static void test_names(void **state) {
    (void)state;
    assert_true(fragment_named(STR("I'm")));
    assert_true(fragment_named(STR("let-me2")));
    assert_false(fragment_named(STR("")));
    assert_false(fragment_named(STR("2nd")));
    assert_false(fragment_named(STR("a b")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_names_are_written_out, setup, teardown),
        cmocka_unit_test_setup_teardown(test_unknown_names_are_listed, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_part_is_shown_as_written, setup, teardown),
        cmocka_unit_test_setup_teardown(test_broken_fragment_breaks_its_users, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_offsets_lead_back, setup, teardown),
        cmocka_unit_test_setup_teardown(test_later_definition_wins, setup, teardown),
        cmocka_unit_test_setup_teardown(test_length_is_bounded, setup, teardown),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
