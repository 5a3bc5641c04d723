#include "tally/lowest.h"

#include "make_team.h"

static LowestFifth lowest_of(const ScoredTwice *calls, size_t count) {
    Arena arena = {0};
    LowestFifth lowest = lowest_fifth(&arena, calls, count);
    arena_free(&arena);
    return lowest;
}

// Ten calls, two of them a fifth: the machine's are the first two, the readers' the
// second and the last.
static void the_lowest_of_both_are_compared(void **state) {
    (void)state;
    ScoredTwice calls[10];
    for (int i = 0; i < 10; i++) calls[i] = (ScoredTwice){1000 * i, 50000 + i};
    calls[9].readers = 1;
    calls[1].readers = 2;
    LowestFifth lowest = lowest_of(calls, 10);
    assert_int_equal(lowest.calls, 10);
    assert_int_equal(lowest.machine, 2);
    assert_int_equal(lowest.readers, 2);
    assert_int_equal(lowest.both, 1);
}

// A fifth of six calls ends with the second, and the third has its score.
static void alike_calls_are_in_it_together(void **state) {
    (void)state;
    const ScoredTwice calls[] = {{0, 9}, {5, 1}, {5, 2}, {6, 3}, {7, 4}, {8, 5}};
    LowestFifth lowest = lowest_of(calls, COUNT(calls));
    assert_int_equal(lowest.machine, 3);
    assert_int_equal(lowest.readers, 2);
    assert_int_equal(lowest.both, 2);
    assert_int_equal(lowest_of(NULL, 0).machine, 0);
}

// Two principles of the same weight, one criterion in each.
static void a_readers_verdicts_make_a_score(void **state) {
    Team *team = *state;
    Scorecard card = {.call = STR("c")};
    static const char *const NAMES[][2] = {{"c", "p"}, {"e", "q"}};
    for (size_t i = 0; i < COUNT(NAMES); i++)
        *vec_push(&team->arena, &card.marks) = (Mark){.criterion = str_from(NAMES[i][0]),
                                                      .principle = str_from(NAMES[i][1]),
                                                      .weight = 1000,
                                                      .uncounted = true};
    static const struct {
        Verdict verdicts[2];
        int32_t score;
    } ROWS[] = {
        {{VERDICT_MET, VERDICT_PARTLY}, 75000},
        {{VERDICT_MET, VERDICT_COUNT}, 100000},
        {{VERDICT_NOT_APPLICABLE, VERDICT_NOT_MET}, 0},
        {{VERDICT_COUNT, VERDICT_NOT_ASSESSABLE}, NO_SCORE},
    };
    for (size_t i = 0; i < COUNT(ROWS); i++)
        assert_int_equal(
            reader_score(&team->arena, team->rubric, &card, ROWS[i].verdicts),
            ROWS[i].score);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lowest_of_both_are_compared),
        cmocka_unit_test(alike_calls_are_in_it_together),
        TEAM_TEST(a_readers_verdicts_make_a_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
