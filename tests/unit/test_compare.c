#include "tally/compare.h"

#include "make_team.h"

static const char OLD_RUBRIC[] = "rubric: old\n"
                                 "detectors: {d: {any: [x]}}\n"
                                 "principles:\n"
                                 "- id: p\n"
                                 "  title: P\n"
                                 "  weight: 1\n"
                                 "  criteria:\n"
                                 "  - {id: looks, observable: no, reason: a call}\n"
                                 "  - {id: a, met: d}\n"
                                 "  - {id: gone, met: d}\n"
                                 "  - {id: b, met: d}\n";

static const char NEW_RUBRIC[] =
    "rubric: new\n"
    "detectors: {d: {any: [x]}}\n"
    "principles:\n"
    "- id: p\n"
    "  title: P\n"
    "  weight: 1\n"
    "  criteria: [{id: b, met: d}, {id: looks, met: d}, {id: a, met: d}]\n";

typedef struct {
    Arena arena;
    const Rubric *old_rubric, *new_rubric;
    Comparison comparison;
} Pair;

static int open_pair(void **state) {
    Arena arena = {0};
    Pair *pair = arena_new(&arena, Pair);
    pair->arena = arena; // which holds the pair itself
    pair->old_rubric = make_rubric(&pair->arena, OLD_RUBRIC);
    pair->new_rubric = make_rubric(&pair->arena, NEW_RUBRIC);
    comparison_start(&pair->comparison, &pair->arena, pair->old_rubric, pair->new_rubric);
    *state = pair;
    return 0;
}

static int close_pair(void **state) {
    Pair *pair = *state;
    Arena arena = pair->arena;
    patterns_free(pair->old_rubric->patterns);
    patterns_free(pair->new_rubric->patterns);
    arena_free(&arena);
    return 0;
}

// A letter a verdict: m(et), p(artly), n(ot met), - (not applicable), ? (not assessable).
static Scorecard card(Arena *arena, const char *agent, int32_t score,
                      const char *verdicts) {
    Scorecard made = {.agent = str_from(agent), .score = score};
    made.band = score == NO_SCORE ? (Str){0} : score < 50000 ? STR("Low") : STR("High");
    for (; *verdicts; verdicts++)
        *vec_push(arena, &made.marks) =
            (Mark){.verdict = (Verdict)str_index(STR("mpn-?"), 0, *verdicts)};
    return made;
}

static void add_pair(Pair *pair, Scorecard old_card, Scorecard new_card) {
    comparison_add(&pair->comparison, &old_card, &new_card);
}

static void criteria_are_known_by_their_ids(void **state) {
    Comparison *comparison = &((Pair *)*state)->comparison;
    assert_int_equal(comparison->criteria.len, 2);
    assert_true(str_eq(comparison->criteria.items[0].id, STR("b")));
    assert_int_equal(comparison->criteria.items[0].old_mark, 2);
    assert_int_equal(comparison->criteria.items[0].new_mark, 0);
    assert_true(str_eq(comparison->criteria.items[1].id, STR("a")));
    assert_int_equal(comparison->criteria.items[1].old_mark, 0);
    assert_int_equal(comparison->criteria.items[1].new_mark, 2);
    assert_int_equal(comparison->old_only.len, 1);
    assert_true(str_eq(comparison->old_only.items[0], STR("gone")));
    assert_int_equal(comparison->new_only.len, 1);
    assert_true(str_eq(comparison->new_only.items[0], STR("looks")));
    assert_true(comparison_differs(comparison));
}

static void verdicts_are_counted_by_what_they_were(void **state) {
    Pair *pair = *state;
    Comparison *comparison = &pair->comparison;
    // The old marks are of a, gone, b; the new ones of b, looks, a.
    add_pair(pair, card(&pair->arena, "x", 60000, "mmn"),
             card(&pair->arena, "x", 60000, "nmm"));
    assert_int_equal(comparison->changed, 0);
    add_pair(pair, card(&pair->arena, "x", 60000, "mmn"),
             card(&pair->arena, "x", 60000, "nmp"));
    add_pair(pair, card(&pair->arena, "x", 60000, "mm-"),
             card(&pair->arena, "x", 60000, "?mp"));
    assert_int_equal(comparison->calls, 3);
    assert_int_equal(comparison->changed, 2);
    assert_int_equal(comparison->rescored, 0);
    comparison_sort(comparison);
    const CriterionChange *a = &comparison->criteria.items[0], *b = a + 1;
    assert_true(str_eq(a->id, STR("a")));
    assert_int_equal(a->changed, 2);
    assert_int_equal(a->calls[VERDICT_MET][VERDICT_PARTLY], 2);
    assert_int_equal(a->calls[VERDICT_MET][VERDICT_MET], 1);
    assert_int_equal(b->changed, 1);
    assert_int_equal(b->calls[VERDICT_NOT_APPLICABLE][VERDICT_NOT_ASSESSABLE], 1);
}

static void scores_are_compared_call_by_call(void **state) {
    Pair *pair = *state;
    Comparison *comparison = &pair->comparison;
    static const struct {
        const char *agent;
        int32_t before, after;
    } CALLS[] = {
        {"up", 40000, 60000},  {"down", 80000, 70000},       {"up", 50000, 52000},
        {"still", 9000, 9000}, {"up", NO_SCORE, 1000},       {"", 30000, 30100},
        {"down", 5, NO_SCORE}, {"lost", NO_SCORE, NO_SCORE},
    };
    for (size_t i = 0; i < COUNT(CALLS); i++)
        add_pair(pair, card(&pair->arena, CALLS[i].agent, CALLS[i].before, "mmm"),
                 card(&pair->arena, CALLS[i].agent, CALLS[i].after, "mmm"));
    comparison_sort(comparison);
    assert_int_equal(comparison->rescored, 6);
    assert_int_equal(comparison->old_scored, 1);
    assert_int_equal(comparison->new_scored, 1);
    assert_int_equal(comparison->all.change.count, 5);
    assert_int_equal(comparison->all.change.sum, 20000 - 10000 + 2000 + 100);
    static const struct {
        const char *agent;
        int64_t calls, change;
    } AGENTS[] = {{"down", 1, -10000}, {"still", 1, 0}, {"", 1, 100}, {"up", 2, 22000}};
    assert_int_equal(comparison->agents.len, COUNT(AGENTS));
    for (size_t i = 0; i < COUNT(AGENTS); i++) {
        const ScoreChange *agent = &comparison->agents.items[i];
        assert_true(str_eq(agent->agent, str_from(AGENTS[i].agent)));
        assert_int_equal(agent->change.count, AGENTS[i].calls);
        assert_int_equal(agent->change.sum, AGENTS[i].change);
        assert_int_equal(agent->new_score.sum - agent->old_score.sum, AGENTS[i].change);
    }
}

static void bands_are_counted_where_they_change(void **state) {
    Pair *pair = *state;
    Comparison *comparison = &pair->comparison;
    static const int32_t SCORES[][2] = {
        {40000, 60000}, {60000, 40000}, {45000, 55000}, {1000, 2000}, {NO_SCORE, 60000}};
    for (size_t i = 0; i < COUNT(SCORES); i++)
        add_pair(pair, card(&pair->arena, "x", SCORES[i][0], "mmm"),
                 card(&pair->arena, "x", SCORES[i][1], "mmm"));
    comparison_sort(comparison);
    static const struct {
        const char *before, *after;
        uint32_t calls;
    } BANDS[] = {{"Low", "High", 2}, {"", "High", 1}, {"High", "Low", 1}};
    assert_int_equal(comparison->bands.len, COUNT(BANDS));
    for (size_t i = 0; i < COUNT(BANDS); i++) {
        const BandChange *change = &comparison->bands.items[i];
        assert_true(str_eq(change->old_band, str_from(BANDS[i].before)));
        assert_true(str_eq(change->new_band, str_from(BANDS[i].after)));
        assert_int_equal(change->calls, BANDS[i].calls);
    }
}

static void a_rubric_and_itself_do_not_differ(void **state) {
    Pair *pair = *state;
    Comparison same;
    comparison_start(&same, &pair->arena, pair->old_rubric, pair->old_rubric);
    Scorecard one = card(&pair->arena, "x", 60000, "mpn");
    comparison_add(&same, &one, &one);
    assert_false(comparison_differs(&same));
    Scorecard other = one;
    other.score++;
    comparison_add(&same, &one, &other);
    assert_true(comparison_differs(&same));
}

#define PAIR_TEST(test) cmocka_unit_test_setup_teardown(test, open_pair, close_pair)

int main(void) {
    const struct CMUnitTest tests[] = {
        PAIR_TEST(criteria_are_known_by_their_ids),
        PAIR_TEST(verdicts_are_counted_by_what_they_were),
        PAIR_TEST(scores_are_compared_call_by_call),
        PAIR_TEST(bands_are_counted_where_they_change),
        PAIR_TEST(a_rubric_and_itself_do_not_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
