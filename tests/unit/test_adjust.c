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
    const double *means = mix_adjusted(&mix, agents);
    for (uint32_t i = 0; i < agents; i++)
        if (fabs(means[i] - wanted[i]) > 1e-4)
            fail_msg("agent %u: %.6f, should be %.6f", i, means[i], wanted[i]);
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
        cmocka_unit_test(agents_with_the_same_mix_keep_their_means),
        cmocka_unit_test(agents_who_share_no_kind_keep_their_means),
        cmocka_unit_test(two_groups_that_share_nothing_are_adjusted_apart),
        cmocka_unit_test(it_is_said_what_calls_differ_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
