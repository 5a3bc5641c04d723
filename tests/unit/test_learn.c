#include "learn/learn.h"
#include "learn/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

// ---- Words

static bool has_pattern(const WordPatterns *patterns, const char *pattern) {
    vec_each(const WordPattern, one, patterns)
        if (str_eq(one->pattern, str_from(pattern))) return true;
    return false;
}

static void check_patterns(const char *text, const char *const *yes,
                           const char *const *no) {
    Arena arena = {0};
    Words words = words_read(&arena, str_from(text));
    WordUse *uses = arena_array(&arena, WordUse, words.len);
    for (size_t w = 0; w < words.len; w++) uses[w].common = true;
    WordPatterns patterns = words_patterns(&arena, str_from(text), &words, uses);
    for (; *yes; yes++)
        if (!has_pattern(&patterns, *yes)) fail_msg("no '%s' in '%s'", *yes, text);
    for (; *no; no++)
        if (has_pattern(&patterns, *no)) fail_msg("'%s' in '%s'", *no, text);
    arena_free(&arena);
}

static void test_words(void **state) {
    (void)state;
    check_patterns("You've paid, right?",
                   WORD_LIST("you've", "^you've", "you've paid", "right\\?", "\\?",
                             "right\\W*$", "you\\b.*\\bright", "paid\\b.*\\?"),
                   WORD_LIST("paid right", "^paid", "paid\\W*$", "paid\\b.*\\bright"));
    check_patterns("room 12, 4 to 6", WORD_LIST("room \\d+", "^room", "\\d+ to \\d+"),
                   WORD_LIST("room 12", "12"));
    check_patterns("so now I will see to it",
                   WORD_LIST("now i will see", "so\\b.*\\bsee"),
                   WORD_LIST("so now i will see"));
    check_patterns("yes", WORD_LIST("yes", "^yes", "yes\\W*$", "^yes\\W*$"),
                   WORD_LIST("\\?"));
}

// ---- Turns made up

enum { TURNS = 200, SIGN = 0, NOISE = 1 };

typedef struct {
    Arena arena;
    LearnSet set;
    Candidates candidates;
    LearnData data;
    bool positive[TURNS], found[TURNS], use[TURNS];
} World;

static void add_candidate(World *world, const char *text, uint32_t every) {
    Candidate *candidate = vec_push(&world->arena, &world->candidates);
    *candidate = (Candidate){.by = WEIGH_SAY, .text = str_from(text)};
    for (uint32_t t = 0; t < TURNS; t += every) {
        *vec_push(&world->arena, &candidate->turns) = t;
        *vec_push(&world->arena, &candidate->adds) = t;
    }
}

// Of 200 turns of 50 dialogues every fifth is positive; "sign" stands in just these,
// "noise" in every third; the detector finds every tenth.
static void make_world(World *world) {
    *world = (World){.set = {.dialogues = 50}};
    for (uint32_t t = 0; t < TURNS; t++) {
        world->positive[t] = t % 5 == 0;
        world->found[t] = t % 10 == 0;
        world->use[t] = true;
        *vec_push(&world->arena, &world->set.turns) =
            (LearnTurn){.dialogue = t / 4, .group = t / 4};
    }
    add_candidate(world, "sign", 5);
    add_candidate(world, "noise", 3);
    world->data =
        (LearnData){&world->set, &world->candidates, world->positive, world->found};
}

static void test_overlay(void **state) {
    (void)state;
    World world;
    make_world(&world);
    Learned learned = overlay_learn(&world.arena, &world.data, world.use);
    assert_int_equal(learned.phrases.len, 1);
    assert_int_equal(learned.phrases.items[0].candidate, SIGN);
    assert_int_equal(learned.phrases.items[0].points, 1);
    arena_free(&world.arena);
}

// The largest has six points.
static void test_points(void **state) {
    (void)state;
    World world;
    make_world(&world);
    double log_odds[TURNS];
    bool found[TURNS];
    Learned learned = points_learn(&world.arena, &world.data, world.use);
    assert_int_equal(learned.phrases.items[0].candidate, SIGN);
    assert_int_equal(learned.phrases.items[0].points, 6);
    learned_find(&world.data, &learned, found, log_odds);
    assert_memory_equal(found, world.positive, sizeof found);
    assert_true(log_odds[0] > 0 && log_odds[1] < 0);
    arena_free(&world.arena);
}

// 2.0 is 6 points, so three points are 1.0: -0.9 is -2.7, 0.1 is 0.3, 1.2 is 3.6.
static void test_rounding(void **state) {
    (void)state;
    Arena arena = {0};
    const uint32_t chosen[] = {7, 3, 5, 9};
    double slopes[] = {2.0, -0.9, 0.1, 1.2};
    LogisticFit fit = {.intercept = -3, .slopes = slopes};
    Learned learned = points_round(&arena, chosen, 4, &fit);
    const LearnedPhrase wanted[] = {{7, 6}, {3, -3}, {9, 4}};
    assert_int_equal(learned.phrases.len, 3);
    assert_memory_equal(learned.phrases.items, wanted, sizeof wanted);
    assert_true(learned.intercept == -3 && learned.scale == 3);
    arena_free(&arena);
}

// A quarter of 40 positives; of 120, the most.
static void test_phrases_most(void **state) {
    (void)state;
    World world;
    make_world(&world);
    assert_int_equal(phrases_most(&world.data, world.use), 10);
    for (uint32_t t = 0; t < 100; t++) world.use[t] = false;
    assert_int_equal(phrases_most(&world.data, world.use), 5);
    for (uint32_t t = 0; t < TURNS; t++) world.use[t] = true, world.positive[t] = t < 120;
    assert_int_equal(phrases_most(&world.data, world.use), PHRASES_MOST);
    arena_free(&world.arena);
}

static void test_folds(void **state) {
    (void)state;
    World world;
    make_world(&world);
    uint32_t positives[LEARN_FOLDS] = {0};
    uint8_t *folds = folds_make(&world.arena, &world.data, world.use, LEARN_FOLDS);
    for (uint32_t t = 0; t < TURNS; t++) {
        assert_int_equal(folds[t], folds[t - t % 4]); // whole dialogues
        positives[folds[t]] += world.positive[t];
    }
    for (uint32_t f = 0; f < LEARN_FOLDS; f++) assert_int_equal(positives[f], 8);
    arena_free(&world.arena);
}

// ---- Guards

// F1 is .67 before; what finds all always beats it, what finds the same never does.
static void test_rises(void **state) {
    (void)state;
    World world;
    make_world(&world);
    assert_int_equal(learn_rises(&world.arena, &world.data, world.found, world.positive),
                     LEARN_RESAMPLES);
    assert_int_equal(learn_rises(&world.arena, &world.data, world.found, world.found), 0);
    assert_int_equal(learn_rises(&world.arena, &world.data, world.positive, world.found),
                     0);
    arena_free(&world.arena);
}

// A trial with two phrases and so many of 100 to be found.
static LearnTrial trial_of(Arena *arena, uint32_t rises, uint64_t right) {
    LearnTrial trial = {.tried = true, .rises = rises};
    *vec_push(arena, &trial.learned.phrases) = (LearnedPhrase){0};
    trial.seen = (Confusion){
        .turns = 400, .positives = 100, .found = right, .true_positives = right};
    return trial;
}

static void test_choose(void **state) {
    (void)state;
    Arena arena = {0};
    LearnTrial trials[LEARN_WAYS] = {trial_of(&arena, 899, 60),
                                     trial_of(&arena, 899, 70)};
    assert_int_equal(learn_choose(trials, 400, 0), -1);
    trials[LEARN_POINTS].rises = 900;
    assert_int_equal(learn_choose(trials, 400, 0), LEARN_POINTS);
    trials[LEARN_OVERLAY].rises = 900;
    assert_int_equal(learn_choose(trials, 400, 0), LEARN_OVERLAY);
    assert_int_equal(learn_choose(trials, 400, 900), LEARN_POINTS);
    assert_int_equal(learn_choose(trials, 500, 0), LEARN_POINTS);
    trials[LEARN_OVERLAY].seen.true_positives = 80;
    assert_int_equal(learn_choose(trials, 500, 0), LEARN_OVERLAY);
    trials[LEARN_OVERLAY].learned.phrases.len = 0;
    assert_int_equal(learn_choose(trials, 500, 0), LEARN_POINTS);
    trials[LEARN_POINTS].learned.phrases.len = 0;
    assert_int_equal(learn_choose(trials, 500, 0), -1);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),  cmocka_unit_test(test_overlay),
        cmocka_unit_test(test_points), cmocka_unit_test(test_phrases_most),
        cmocka_unit_test(test_folds),  cmocka_unit_test(test_rises),
        cmocka_unit_test(test_choose), cmocka_unit_test(test_rounding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
