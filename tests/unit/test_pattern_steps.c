#include "make_patterns.h"

#define RUNAWAY      "(a+)+$"
#define RUNAWAY_TEXT "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"

static void a_runaway_pattern_gives_up_and_is_not_absent(void **state) {
    Patterns *patterns = patterns_new(*state);
    add(patterns, (PatternSpec){.regex = STR("hello")});
    add(patterns, (PatternSpec){.regex = STR(RUNAWAY)});
    add(patterns, (PatternSpec){.regex = STR("a!")});
    patterns_seal(patterns);
    const MatchText texts[] = {{STR("hello aaa"), ROLE_AGENT},
                               {STR(RUNAWAY_TEXT), ROLE_AGENT},
                               {STR("hello"), ROLE_AGENT},
                               {STR(RUNAWAY_TEXT), ROLE_CUSTOMER}};
    HitList list = scan(*state, patterns, texts, 4);
    static const GaveUp GAVE_UP[] = {{1, 1}, {1, 3}};
    static const uint32_t FIRST[] = {0, 2, 3, 5};
    assert_int_equal(list.gave_up.len, 2);
    assert_memory_equal(list.gave_up.items, GAVE_UP, sizeof GAVE_UP);
    assert_memory_equal(list.first, FIRST, sizeof FIRST);
    patterns_free(patterns);
}

static void hits_before_the_giving_up_are_kept(void **state) {
    PatternSpec spec = {.regex = STR("x|" RUNAWAY)};
    HitList list = scan_one(*state, spec, STR("x " RUNAWAY_TEXT));
    assert_int_equal(list.hits.len, 1);
    assert_int_equal(list.gave_up.len, 1);
}

static void steps_grow_with_a_runaway_text_up_to_the_limit(void **state) {
    Patterns *patterns = one_pattern(*state, (PatternSpec){.regex = STR(RUNAWAY)});
    uint32_t before = 0;
    for (size_t length = 1; length <= 8; length++) {
        Str text = repeated(*state, "a", length, "!");
        uint32_t steps = pattern_steps(patterns, 0, text, PATTERN_STEPS);
        assert_in_range(steps, before + 1, PATTERN_STEPS);
        before = steps;
    }
    assert_int_equal(pattern_steps(patterns, 0, STR(RUNAWAY_TEXT), 1000), 1001);
    assert_int_equal(pattern_steps(patterns, 0, STR(RUNAWAY_TEXT), 1), 2);
    patterns_free(patterns);
}

static void as_many_steps_as_needed_are_enough(void **state) {
    Patterns *patterns = one_pattern(*state, (PatternSpec){.regex = STR(RUNAWAY)});
    Str text = repeated(*state, "a", 8, "!");
    uint32_t steps = pattern_steps(patterns, 0, text, PATTERN_STEPS);
    assert_int_equal(pattern_steps(patterns, 0, text, steps), steps);
    assert_int_equal(pattern_steps(patterns, 0, text, steps - 1), steps);
    patterns_free(patterns);
}

// Where a search gives up, the steps are past the limit, and nowhere else.
static void steps_foretell_the_giving_up(void **state) {
    static const struct {
        const char *regex, *unit;
        size_t times;
        bool gives_up;
    } CASES[] = {{RUNAWAY, "a", 5, false},         {RUNAWAY, "a", 40, true},
                 {"(a|b)+", "ab", 5, false},       {"(a|b)+", "ab", 5000, false},
                 {"(a|b)+", "ab", 50000, true},    {"(?:\\w+ )*!!", "ab ", 300, false},
                 {"(?:a|ab)*!!", "ab", 10, false}, {"a", "a", 50000, false}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Str text = repeated(*state, CASES[i].unit, CASES[i].times, "!");
        Patterns *patterns =
            one_pattern(*state, (PatternSpec){.regex = str_from(CASES[i].regex)});
        uint32_t steps = pattern_steps(patterns, 0, text, PATTERN_STEPS);
        HitList list = scan(*state, patterns, &(MatchText){text, ROLE_AGENT}, 1);
        assert_int_equal(steps > PATTERN_STEPS, CASES[i].gives_up);
        assert_int_equal(list.gave_up.len, CASES[i].gives_up);
        patterns_free(patterns);
        arena_reset(*state);
    }
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_runaway_pattern_gives_up_and_is_not_absent, &arena),
        cmocka_unit_test_prestate(hits_before_the_giving_up_are_kept, &arena),
        cmocka_unit_test_prestate(steps_grow_with_a_runaway_text_up_to_the_limit, &arena),
        cmocka_unit_test_prestate(as_many_steps_as_needed_are_enough, &arena),
        cmocka_unit_test_prestate(steps_foretell_the_giving_up, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
