#include "make_patterns.h"

#include <time.h>

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
    static const GaveUp GAVE_UP[] = {{.pattern = 1, .turn = 1},
                                     {.pattern = 1, .turn = 3}};
    static const HitRange OF[] = {{0, 2}, {2, 1}, {3, 2}};
    assert_int_equal(list.gave_up.len, 2);
    assert_memory_equal(list.gave_up.items, GAVE_UP, sizeof GAVE_UP);
    for (uint32_t p = 0; p < COUNT(OF); p++) {
        HitRange range = hits_range(&list, p);
        assert_memory_equal(&range, &OF[p], sizeof range);
    }
    patterns_free(patterns);
}

static void hits_before_the_giving_up_are_kept(void **state) {
    PatternSpec spec = {.regex = STR("x|" RUNAWAY)};
    HitList list = scan_one(*state, spec, STR("x " RUNAWAY_TEXT));
    assert_int_equal(list.hits.len, 1);
    assert_int_equal(list.gave_up.len, 1);
}

static void a_text_twice_as_long_asks_for_more_steps(void **state) {
    Patterns *patterns = one_pattern(*state, (PatternSpec){.regex = STR(RUNAWAY)});
    PatternProbe *probe = pattern_probe_new(*state, patterns);
    Str few = repeated(*state, "a", 4, "!"), more = repeated(*state, "a", 8, "!");
    uint32_t enough = 1;
    while (pattern_exceeds(probe, 0, few, enough)) enough++;
    assert_true(pattern_exceeds(probe, 0, more, enough));
    assert_true(pattern_exceeds(probe, 0, few, enough - 1));
    assert_false(pattern_exceeds(probe, 0, more, PATTERN_STEPS));
    assert_true(pattern_exceeds(probe, 0, STR(RUNAWAY_TEXT), PATTERN_STEPS));
    pattern_probe_free(probe);
    patterns_free(patterns);
}

// Where a search gives up, the steps are past the limit, and nowhere else.
static void steps_foretell_the_giving_up(void **state) {
    static const struct {
        const char *regex, *unit;
    } CASES[] = {{RUNAWAY, "a"}, {"(a|b)*!", "ab"}, {"(?:\\w+ )*!!", "ab "}, {"a", "a"}};
    for (size_t i = 0; i < 3 * COUNT(CASES); i++) {
        static const size_t TIMES[] = {5, 40, 4000};
        Str text = repeated(*state, CASES[i / 3].unit, TIMES[i % 3], "!");
        Patterns *patterns =
            one_pattern(*state, (PatternSpec){.regex = str_from(CASES[i / 3].regex)});
        PatternProbe *probe = pattern_probe_new(*state, patterns);
        HitList list = scan(*state, patterns, &(MatchText){text, ROLE_AGENT}, 1);
        assert_int_equal(list.gave_up.len,
                         pattern_exceeds(probe, 0, text, PATTERN_STEPS));
        pattern_probe_free(probe);
        patterns_free(patterns);
        arena_reset(*state);
    }
}

// A few starts of each sentence take some thousand steps, and there are many sentences.
static void all_starts_of_a_text_have_one_budget(void **state) {
    PatternSpec spec = {.regex = STR("(?:\\w+ ?)*!!")};
    Patterns *patterns = one_pattern(*state, spec);
    PatternProbe *probe = pattern_probe_new(*state, patterns);
    Str few = repeated(*state, "ab ab ab ab ab ab ab ab ab ab ab !", 100, "");
    Str many = repeated(*state, "ab ab ab ab ab ab ab ab ab ab ab !", 1000, "");
    assert_false(pattern_exceeds(probe, 0, few, PATTERN_STEPS));
    assert_true(pattern_exceeds(probe, 0, many, PATTERN_STEPS));
    pattern_probe_free(probe);
    patterns_free(patterns);
}

// What a step passes over is counted, for any regex that sweeps: callmark-internals(7)
// promises 20 ms, and 5 for each KB, of which ten times as much is seen to hold on a
// machine that has other work.
static void a_sweep_over_a_long_text_ends_in_the_time_that_is_promised(void **state) {
    static const char *const SWEEPS[] = {"a.*a.*bye(?! for)", ".*\\Kbye(?! for)",
                                         "(*COMMIT).*bye(?! for)",
                                         "\\w.*\\w.*\\w.*bye(?! for)"};
    enum { KB = 32, SECONDS_MOST = 2 };
    Str text = repeated(*state, "a ", KB * 1024 / 2, "bye for now");
    for (size_t i = 0; i < sizeof SWEEPS / sizeof *SWEEPS; i++) {
        PatternSpec spec = {.regex = str_from(SWEEPS[i])};
        Patterns *patterns = one_pattern(*state, spec);
        PatternProbe *probe = pattern_probe_new(*state, patterns);
        clock_t began = clock();
        pattern_exceeds(probe, 0, text, PATTERN_STEPS);
        assert_true(clock() - began < SECONDS_MOST * CLOCKS_PER_SEC);
        pattern_probe_free(probe);
        patterns_free(patterns);
    }
}

static void a_sweep_over_an_ordinary_turn_is_no_matter(void **state) {
    PatternSpec spec = {.regex = STR("sorry.*sorry.*bye")};
    Patterns *patterns = one_pattern(*state, spec);
    PatternProbe *probe = pattern_probe_new(*state, patterns);
    Str text = repeated(*state, "i will look at that for you ", 40, "sorry, so sorry");
    assert_false(pattern_exceeds(probe, 0, text, PATTERN_STEPS));
    pattern_probe_free(probe);
    patterns_free(patterns);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_runaway_pattern_gives_up_and_is_not_absent, &arena),
        cmocka_unit_test_prestate(hits_before_the_giving_up_are_kept, &arena),
        cmocka_unit_test_prestate(a_text_twice_as_long_asks_for_more_steps, &arena),
        cmocka_unit_test_prestate(steps_foretell_the_giving_up, &arena),
        cmocka_unit_test_prestate(all_starts_of_a_text_have_one_budget, &arena),
        cmocka_unit_test_prestate(
            a_sweep_over_a_long_text_ends_in_the_time_that_is_promised, &arena),
        cmocka_unit_test_prestate(a_sweep_over_an_ordinary_turn_is_no_matter, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
