#include "tally/relation.h"

#include "make_team.h"

#include <math.h>

enum { CALLS = 10 };
static const int64_t RISING[CALLS] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
static const int64_t SWAPPED[CALLS] = {2, 1, 4, 3, 6, 5, 8, 7, 10, 9};
static const int64_t ENDS[CALLS] = {10, 2, 3, 4, 5, 6, 7, 8, 9, 1};
static const int64_t HALVES[CALLS] = {0, 0, 0, 0, 0, 7, 7, 7, 7, 7};
static const int64_t ALIKE[CALLS] = {3, 3, 3, 3, 3, 3, 3, 3, 3, 3};

static const uint32_t PAIRS[CALLS] = {0, 0, 7, 7, 1, 1, 19, 19, 3, 3};
static const uint32_t ONE[CALLS] = {0};

static Relation relate_groups(const int64_t *got, const int64_t *outcome,
                              const int64_t *turns, const uint32_t *groups,
                              size_t count) {
    Arena arena = {0};
    RelatedCall calls[CALLS];
    for (size_t i = 0; i < count; i++)
        calls[i] = (RelatedCall){got[i], outcome[i], turns[i], groups[i]};
    Relation relation = relation_of(&arena, calls, count);
    arena_free(&arena);
    return relation;
}

static Relation relate(const int64_t *got, const int64_t *outcome, const int64_t *turns,
                       size_t count) {
    return relate_groups(got, outcome, turns, PAIRS, count);
}

static void assert_near(double value, double wanted) {
    if (fabs(value - wanted) > 1e-5) fail_msg("%.6f, should be %.6f", value, wanted);
}

// Ten differences of 1 in rank: 1 - 6 * 10 / (10 * 99). Without one of the five pairs
// there are eight: 1 - 6 * 8 / (8 * 63) = 0.904762. Fisher's z is 1.73287, and 0.23500
// less without any of them: the error is sqrt(4 / 5 * 5 * 0.23500^2) = 0.47000, Student's
// t with four degrees 2.7764.
static void without_a_length_it_is_spearmans(void **state) {
    (void)state;
    Relation relation = relate(RISING, SWAPPED, ALIKE, CALLS);
    assert_true(relation.known);
    assert_int_equal(relation.calls, CALLS);
    assert_near(relation.value, 0.939394);
    double z = atanh(31 / 33.0), error = 2 * (z - atanh(19 / 21.0));
    assert_near(relation.low, tanh(z - 2.7764 * error));
    assert_near(relation.high, tanh(z + 2.7764 * error));
    assert_near(relation.low, 0.403607);
}

// Of one agent's calls nobody knows what another's would show.
static void one_group_tells_nothing_of_others(void **state) {
    (void)state;
    Relation relation = relate_groups(RISING, SWAPPED, ALIKE, ONE, CALLS);
    assert_near(relation.value, 0.939394);
    assert_near(relation.low, -1);
    assert_near(relation.high, 1);
}

// The ranks are 3 and 8, 2.5 from the mean: 62.5 / sqrt(62.5 * 82.5).
static void ties_have_their_mean_rank(void **state) {
    (void)state;
    assert_near(relate(HALVES, RISING, ALIKE, CALLS).value, 0.870388);
}

// With the turns the two correlate by 1 - 6 * 162 / 990 and 1 - 6 * 136 / 990:
// (0.939394 - 0.018182 * 0.175758) / sqrt((1 - 0.000331) * (1 - 0.030891)).
static void the_length_of_the_call_is_taken_out(void **state) {
    (void)state;
    assert_near(relate(RISING, SWAPPED, ENDS, CALLS).value, 0.951157);
}

static void what_does_not_differ_or_is_too_little_is_not_known(void **state) {
    (void)state;
    assert_false(relate(ALIKE, RISING, ENDS, CALLS).known);
    assert_false(relate(RISING, ALIKE, ENDS, CALLS).known);
    assert_false(relate(RISING, SWAPPED, RISING, CALLS).known); // the turns tell it all
    assert_false(relate(RISING, SWAPPED, ENDS, CALLS - 1).known);
}

// Twelve calls with satisfaction, one without, one in which nothing was decided.
static void add_related(Team *team, const char *other) {
    for (int i = 0; i < 14; i++) {
        add_score(team, i % 3 ? "a" : other, 50000);
        Scorecard *card = &team->cards.items[team->cards.len - 1];
        bool met = i % 3 == 0;
        *vec_push(&team->arena, &card->marks) =
            (Mark){.criterion = STR("c"),
                   .verdict = i == 13 ? VERDICT_NOT_APPLICABLE
                              : met   ? VERDICT_MET
                                      : VERDICT_NOT_MET,
                   .points = met ? 1000 : 0};
        if (i != 12)
            *vec_push(&team->arena, &card->values) =
                (CardValue){OUTCOMES[OUTCOME_CSAT], met ? 5000 : 1000 + i};
    }
}

static void only_decided_calls_with_an_outcome_are_related(void **state) {
    Team *team = *state;
    add_related(team, "a");
    const Relations *relations = &tally_of(team)->relations;
    assert_true(relations->any[OUTCOME_CSAT]);
    assert_false(relations->any[OUTCOME_RESOLVED]);
    assert_int_equal(relations->criteria[0][OUTCOME_CSAT].calls, 12);
    assert_true(relations->criteria[0][OUTCOME_CSAT].value > 0.5);
    assert_int_equal(relations->criteria[1][OUTCOME_CSAT].calls, 0);
    assert_false(relations->principles[0][OUTCOME_CSAT].known);
}

// All that is met is of one agent: without these calls nothing differs.
static void calls_of_one_agent_are_not_independent(void **state) {
    Team *team = *state;
    add_related(team, "b");
    const Relation by_agent = tally_of(team)->relations.criteria[0][OUTCOME_CSAT];
    vec_each(Scorecard, card, &team->cards) card->agent = STR("a");
    const Relation by_call = tally_of(team)->relations.criteria[0][OUTCOME_CSAT];
    assert_near(by_agent.value, by_call.value);
    assert_near(by_agent.low, -1);
    assert_true(by_call.low > 0.3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_length_it_is_spearmans),
        cmocka_unit_test(one_group_tells_nothing_of_others),
        cmocka_unit_test(ties_have_their_mean_rank),
        cmocka_unit_test(the_length_of_the_call_is_taken_out),
        cmocka_unit_test(what_does_not_differ_or_is_too_little_is_not_known),
        TEAM_TEST(calls_of_one_agent_are_not_independent),
        TEAM_TEST(only_decided_calls_with_an_outcome_are_related),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
