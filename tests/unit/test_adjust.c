#include "tally/adjust.h"

#include "make_call.h"

#include <math.h>

typedef struct {
    uint32_t agent;
    const char *team;
    int32_t score;
    int calls;
} MixRow;

static Mix mix_of(Arena *arena, const MixRow *rows, size_t count) {
    Mix mix = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        const Scorecard card = {.team = str_from(rows[i].team),
                                .score = rows[i].score * 1000};
        for (int c = 0; c < rows[i].calls; c++) mix_add(&mix, rows[i].agent, &card);
    }
    return mix;
}

static void assert_adjusted(const MixRow *rows, size_t count, uint32_t agents,
                            const double *wanted) {
    Arena arena = {0};
    Mix mix = mix_of(&arena, rows, count);
    const Estimate *means = mix_adjusted(&mix, agents);
    for (uint32_t i = 0; i < agents; i++)
        if (fabs(means[i].mean - wanted[i]) > 1e-9)
            fail_msg("agent %u: %.6f, should be %.6f", i, means[i].mean, wanted[i]);
    arena_free(&arena);
}

// The first agent makes 10 points more of any call, an easy call is worth 30 more to
// both. The first has three easy calls in four (82.5), the second one in four (57.5);
// with two in four they would have 75 and 65.
static void a_worked_example(void **state) {
    (void)state;
    const MixRow rows[] = {
        {0, "easy", 90, 3}, {0, "hard", 60, 1}, {1, "easy", 80, 1}, {1, "hard", 50, 3}};
    assert_adjusted(rows, COUNT(rows), 2, (const double[]){75, 65});
}

// The worked example with calls that differ: of 8 calls 2 agents and 2 kinds, which are
// one group, leave 5 free, and 25 + 0 + 25 in each of two cells: a variance of 20. The
// agents' shares of easy calls are 3/4 and 1/4, that of all is 1/2: d is (1/4, -1/4) and
// its opposite. The sums of kinds within agents are 1.5 (easy - hard), so the difference
// of kinds that has sums of 1/4 is 1/6, and d' C d = 1/4 * 1/6. The margin is
// 2.5706 * sqrt(20 * (1/4 + 1/24)) = 6.20854; without any adjustment it would be 5.748.
static void a_worked_interval(void **state) {
    (void)state;
    Arena arena = {0};
    const MixRow rows[] = {{0, "easy", 85, 1}, {0, "easy", 90, 1}, {0, "easy", 95, 1},
                           {0, "hard", 60, 1}, {1, "easy", 80, 1}, {1, "hard", 45, 1},
                           {1, "hard", 50, 1}, {1, "hard", 55, 1}};
    Mix mix = mix_of(&arena, rows, COUNT(rows));
    const Estimate *means = mix_adjusted(&mix, 3);
    assert_true(means[0].has_interval);
    assert_true(fabs(means[0].low - (75 - 6.20854)) < 1e-3);
    assert_true(fabs(means[0].high - (75 + 6.20854)) < 1e-3);
    assert_true(fabs(means[1].low - (65 - 6.20854)) < 1e-3);
    assert_false(means[2].has_mean);
    arena_free(&arena);
}

// With the mix of all it is the interval of a plain mean, but for the spread.
static void the_mix_of_all_costs_nothing(void **state) {
    (void)state;
    Arena arena = {0};
    const MixRow rows[] = {{0, "easy", 92, 1}, {0, "easy", 88, 1}, {0, "hard", 62, 1},
                           {0, "hard", 58, 1}, {1, "easy", 72, 1}, {1, "easy", 68, 1},
                           {1, "hard", 42, 1}, {1, "hard", 38, 1}};
    Mix mix = mix_of(&arena, rows, COUNT(rows));
    const Estimate *means = mix_adjusted(&mix, 2);
    double margin = 2.5706 * sqrt(32.0 / 5 / 4);
    assert_true(fabs(means[0].low - (75 - margin)) < 1e-3);
    assert_true(fabs(means[1].high - (55 + margin)) < 1e-3);
    arena_free(&arena);
}

static void without_anything_left_there_is_no_interval(void **state) {
    (void)state;
    Arena arena = {0};
    const MixRow alike[] = {
        {0, "easy", 90, 3}, {0, "hard", 60, 1}, {1, "easy", 80, 1}, {1, "hard", 50, 3}};
    const MixRow few[] = {{0, "easy", 90, 1}, {1, "hard", 60, 1}};
    Mix mix = mix_of(&arena, alike, COUNT(alike));
    assert_false(mix_adjusted(&mix, 2)->has_interval);
    mix = mix_of(&arena, few, COUNT(few));
    assert_false(mix_adjusted(&mix, 2)->has_interval);
    arena_free(&arena);
}

// Not all of it fits: easy - hard is 20 for one and 40 for the other, with two calls of
// each kind. Their means are what they are.
static void agents_with_the_same_mix_keep_their_means(void **state) {
    (void)state;
    const MixRow rows[] = {
        {0, "easy", 90, 2}, {0, "hard", 70, 2}, {1, "easy", 80, 2}, {1, "hard", 40, 2}};
    assert_adjusted(rows, COUNT(rows), 2, (const double[]){80, 60});
}

static void agents_who_share_no_kind_keep_their_means(void **state) {
    (void)state;
    const MixRow rows[] = {{0, "red", 90, 5}, {1, "blue", 40, 5}, {2, "blue", 60, 1}};
    assert_adjusted(rows, COUNT(rows), 3, (const double[]){90, 40, 60});
}

// Third and fourth agents have the tasks of the first two between them, and the numbers
// of the worked example 20 points lower: each pair is compared within itself.
static void two_groups_that_share_nothing_are_adjusted_apart(void **state) {
    (void)state;
    const MixRow rows[] = {{0, "easy", 90, 3},  {0, "hard", 60, 1},  {1, "easy", 80, 1},
                           {1, "hard", 50, 3},  {2, "plain", 70, 3}, {2, "odd", 40, 1},
                           {3, "plain", 60, 1}, {3, "odd", 30, 3}};
    assert_adjusted(rows, COUNT(rows), 4, (const double[]){75, 65, 55, 45});
}

static void it_is_said_what_calls_differ_in(void **state) {
    (void)state;
    Arena arena = {0};
    Mix mix = {.arena = &arena};
    Scorecard card = {.team = STR("red"), .channel = STR("voice"), .queue = STR("sales")};
    mix_add(&mix, 0, &card);
    assert_int_equal(mix_words(&arena, &mix).len, 0);
    card.channel = STR("chat");
    mix_add(&mix, 0, &card);
    assert_string_equal(str_z(&arena, mix_words(&arena, &mix)), "channel");
    *vec_push(&arena, &card.values) = (CardValue){STR("detector upset"), 2000};
    card.team = STR("blue");
    mix_add(&mix, 0, &card);
    assert_string_equal(str_z(&arena, mix_words(&arena, &mix)),
                        "team, channel and upset customers");
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worked_example),
        cmocka_unit_test(a_worked_interval),
        cmocka_unit_test(the_mix_of_all_costs_nothing),
        cmocka_unit_test(without_anything_left_there_is_no_interval),
        cmocka_unit_test(agents_with_the_same_mix_keep_their_means),
        cmocka_unit_test(agents_who_share_no_kind_keep_their_means),
        cmocka_unit_test(two_groups_that_share_nothing_are_adjusted_apart),
        cmocka_unit_test(it_is_said_what_calls_differ_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
