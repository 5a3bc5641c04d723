#include "make_team.h"
#include "tally/sampling.h"

static void give_scores(Team *team, int count) {
    for (int i = 0; i < count; i++) add_score(team, "a", 1000 * (10 + i));
    for (size_t i = 0; i < team->cards.len; i++) team->cards.items[i].judged = 1;
    for (size_t i = 0; i < team->cards.len; i++) team->cards.items[i].judged_of = 2;
    tally_make(&team->arena, team->rubric, &team->cards, &team->tally);
}

static SampledCalls sample(Team *team, uint64_t seed, uint32_t each) {
    return sample_agent(&team->arena, team->rubric, &team->tally.agents.items[0], seed,
                        each);
}

static void draws_each_call_as_often(void **state) {
    enum { CALLS = 10, DRAWN = 3, SEEDS = 2000 };
    Team *team = *state;
    uint32_t drawn[CALLS] = {0};
    give_scores(team, CALLS);
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        SampledCalls calls = sample(team, seed, DRAWN);
        for (size_t i = 0; i < DRAWN; i++) {
            const SampledCall *call = &calls.items[i];
            assert_int_equal(call->reason, SAMPLE_RANDOM);
            assert_int_equal(call->of, CALLS);
            assert_int_equal(call->drawn, DRAWN);
            drawn[call->card->score / 1000 - 10]++;
        }
    }
    // 600 each; five standard deviations are 103.
    for (size_t i = 0; i < CALLS; i++) assert_in_range(drawn[i], 497, 703);
}

static void lists_a_call_once_and_the_lowest_of_the_rest(void **state) {
    Team *team = *state;
    give_scores(team, 3);
    SampledCalls calls = sample(team, 1, 1);
    assert_int_equal(calls.len, 2); // nothing is known to be uncertain or unproven
    assert_int_equal(calls.items[1].reason, SAMPLE_LOWEST);
    assert_int_equal(calls.items[1].drawn, 0);
    bool lowest_drawn = calls.items[0].card->score == 10000;
    assert_int_equal(calls.items[1].card->score, lowest_drawn ? 11000 : 10000);
    assert_int_equal(sample(team, 1, 9).len, 3);
}

static void draws_one_mark_of_each_unproven_criterion(void **state) {
    Team *team = *state;
    for (int i = 0; i < 6; i++) {
        add_score(team, "a", 50000);
        Scorecard *card = &team->cards.items[i];
        for (int c = 0; c < 2; c++)
            *vec_push(&team->arena, &card->marks) =
                (Mark){.criterion = c ? STR("e") : STR("c"),
                       .principle = STR("p"),
                       .verdict = c ? VERDICT_NOT_APPLICABLE : VERDICT_NOT_MET,
                       .uncounted = true};
    }
    tally_make(&team->arena, team->rubric, &team->cards, &team->tally);
    SampledCalls calls = sample(team, 1, 2);
    uint32_t unproven = 0;
    vec_each(const SampledCall, call, &calls) {
        if (call->reason != SAMPLE_UNPROVEN) continue;
        unproven++;
        assert_true(str_eq(call->mark->criterion, STR("c")));
    }
    assert_int_equal(unproven, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(draws_each_call_as_often, open_team, close_team),
        cmocka_unit_test_setup_teardown(lists_a_call_once_and_the_lowest_of_the_rest,
                                        open_team, close_team),
        cmocka_unit_test_setup_teardown(draws_one_mark_of_each_unproven_criterion,
                                        open_team, close_team),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
