#include "make_team.h"

#include <math.h>

static void the_highest_comes_first(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "low", 40, 41, 42, 43, 44);
    ADD_SCORES(team, "high", 90, 91, 92, 93, 94);
    ADD_SCORES(team, "middle", 60, 61, 62, 63, 64);
    const Tally *tally = tally_of(team);
    assert_string_equal(ranking_text(&team->arena, tally), "high middle low");
    assert_int_equal(agent_of(tally, "middle")->rank, 2);
}

static void too_few_calls_are_not_ranked_and_come_last(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "few", 99, 98, 97, 96);
    ADD_SCORES(team, "enough", 50, 51, 52, 53, 54);
    const Tally *tally = tally_of(team);
    assert_string_equal(ranking_text(&team->arena, tally), "enough (few)");
    assert_int_equal(agent_of(tally, "few")->rank, 0);
    assert_int_equal(agent_of(tally, "enough")->rank, 1);
}

static void calls_that_were_not_assessed_do_not_help(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "a", 50, 51, 52, 53);
    add_score(team, "a", NO_SCORE);
    const AgentTally *a = agent_of(tally_of(team), "a");
    assert_int_equal(a->calls, 5);
    assert_int_equal(a->assessed, 4);
    assert_false(a->ranked);
}

static void calls_of_nobody_known_are_not_ranked(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "", 90, 91, 92, 93, 94, 95);
    ADD_SCORES(team, "a", 50, 51, 52, 53, 54);
    assert_string_equal(ranking_text(&team->arena, tally_of(team)), "a ()");
}

static void equals_are_in_the_order_of_their_names(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "b", 50, 60, 70, 80, 90);
    ADD_SCORES(team, "a", 50, 60, 70, 80, 90);
    assert_string_equal(ranking_text(&team->arena, tally_of(team)), "a b");
}

static void few_calls_are_drawn_to_the_mean_more_than_many(void **state) {
    Team *team = *state;
    for (int i = 0; i < 8; i++) ADD_SCORES(team, "many", 75, 80, 85, 90, 95);
    ADD_SCORES(team, "few", 75, 80, 85, 90, 95);
    for (int i = 0; i < 8; i++) ADD_SCORES(team, "other", 45, 50, 55, 60, 65);
    const Tally *tally = tally_of(team);
    double mean = (85 + 85 + 55) / 3.0;
    double few = agent_of(tally, "few")->shrunken,
           many = agent_of(tally, "many")->shrunken;
    assert_true(mean < few && few < many && many < 85);
    assert_true(agent_of(tally, "other")->shrunken > 55);
    assert_string_equal(ranking_text(&team->arena, tally), "many few other");
}

// Within an agent the variance is 62.5, of a mean of 5 calls 12.5; the two means, 80 and
// 60, have a variance of 200, so that 187.5 / 200 of the way to the mean of 70 is kept.
static void a_worked_example_of_shrinking(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "a", 70, 75, 80, 85, 90);
    ADD_SCORES(team, "b", 50, 55, 60, 65, 70);
    const Tally *tally = tally_of(team);
    assert_true(fabs(agent_of(tally, "a")->shrunken - 79.375) < 1e-9);
    assert_true(fabs(agent_of(tally, "b")->shrunken - 60.625) < 1e-9);
}

static void agents_who_differ_no_more_than_chance_are_all_at_the_mean(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "a", 10, 90, 10, 90, 51);
    ADD_SCORES(team, "b", 10, 90, 10, 90, 49);
    const Tally *tally = tally_of(team);
    assert_true(fabs(agent_of(tally, "a")->shrunken - 50) < 1e-9);
    assert_true(fabs(agent_of(tally, "b")->shrunken - 50) < 1e-9);
}

static void a_rank_has_an_interval(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "a", 90, 91, 92, 93, 94);
    ADD_SCORES(team, "b", 60, 61, 62, 63, 64);
    ADD_SCORES(team, "c", 60, 61, 62, 63, 63);
    const Tally *tally = tally_of(team);
    static const struct {
        const char *agent;
        uint32_t best, worst;
    } TABLE[] = {{"a", 1, 1}, {"b", 2, 3}, {"c", 2, 3}};
    for (size_t i = 0; i < COUNT(TABLE); i++) {
        const AgentTally *agent = agent_of(tally, TABLE[i].agent);
        assert_int_equal(agent->rank_best, TABLE[i].best);
        assert_int_equal(agent->rank_worst, TABLE[i].worst);
    }
}

// Few calls of one kind, drawn down by the spread of others, below many that are certain.
static void a_rank_lies_in_its_interval_though_shrinking_moved_it(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "few", 91, 92, 92, 92, 93);
    for (int i = 0; i < 60; i++) ADD_SCORES(team, "many", 88, 89, 90, 91, 92);
    for (int i = 0; i < 8; i++) ADD_SCORES(team, "wild", 100, 100, 100, 100, 0);
    const Tally *tally = tally_of(team);
    vec_each(const AgentTally, agent, &tally->agents) {
        assert_true(agent->rank_best <= agent->rank);
        assert_true(agent->rank <= agent->rank_worst);
    }
    assert_string_equal(ranking_text(&team->arena, tally), "many few wild");
}

static void an_agent_may_not_be_distinguishable_from_the_team(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "above", 90, 91, 92, 93, 94);
    ADD_SCORES(team, "within", 50, 60, 70, 80, 90);
    ADD_SCORES(team, "below", 40, 41, 42, 43, 44);
    const Tally *tally = tally_of(team); // mean 68
    assert_true(agent_of(tally, "above")->distinguishable);
    assert_false(agent_of(tally, "within")->distinguishable);
    assert_true(agent_of(tally, "below")->distinguishable);
}

static void a_random_rank_lies_in_its_interval(void **state) {
    static const char *const AGENTS[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    Team *team = *state;
    uint64_t seed = 4;
    for (int round = 0; round < 200; round++) {
        team->cards.len = 0;
        for (size_t i = 0; i < COUNT(AGENTS); i++) {
            uint32_t calls = 5 + draw(&seed, 30), centre = 20 + draw(&seed, 60);
            uint32_t width = 1 + draw(&seed, 20);
            while (calls-- > 0)
                add_score(team, AGENTS[i],
                          (int32_t)(centre + draw(&seed, 2 * width) - width) * 1000);
        }
        const Tally *tally = tally_of(team);
        vec_each(const AgentTally, agent, &tally->agents) {
            assert_true(1 <= agent->rank_best && agent->rank_best <= agent->rank);
            assert_true(agent->rank <= agent->rank_worst);
            assert_true(agent->rank_worst <= COUNT(AGENTS));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEAM_TEST(the_highest_comes_first),
        TEAM_TEST(too_few_calls_are_not_ranked_and_come_last),
        TEAM_TEST(calls_that_were_not_assessed_do_not_help),
        TEAM_TEST(calls_of_nobody_known_are_not_ranked),
        TEAM_TEST(equals_are_in_the_order_of_their_names),
        TEAM_TEST(few_calls_are_drawn_to_the_mean_more_than_many),
        TEAM_TEST(a_worked_example_of_shrinking),
        TEAM_TEST(agents_who_differ_no_more_than_chance_are_all_at_the_mean),
        TEAM_TEST(a_rank_has_an_interval),
        TEAM_TEST(a_rank_lies_in_its_interval_though_shrinking_moved_it),
        TEAM_TEST(an_agent_may_not_be_distinguishable_from_the_team),
        TEAM_TEST(a_random_rank_lies_in_its_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
