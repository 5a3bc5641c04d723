#include "make_team.h"

#include <math.h>

static void the_lowest_comes_first(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "low", 40, 41, 42, 43, 44);
    ADD_SCORES(team, "high", 90, 91, 92, 93, 94);
    ADD_SCORES(team, "middle", 60, 61, 62, 63, 64);
    const Tally *tally = tally_of(team);
    assert_string_equal(ranking_text(&team->arena, tally), "low middle high");
    assert_int_equal(agent_of(tally, "middle")->standing->rank, 2);
}

static void too_few_calls_are_not_compared_and_come_last(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "few", 99, 98, 97, 96);
    ADD_SCORES(team, "enough", 50, 51, 52, 53, 54);
    const Tally *tally = tally_of(team);
    assert_string_equal(ranking_text(&team->arena, tally), "enough (few)");
    assert_int_equal(agent_of(tally, "few")->standing->rank, 0);
    assert_int_equal(agent_of(tally, "enough")->standing->rank, 1);
}

static void calls_that_were_not_assessed_do_not_help(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "a", 50, 51, 52, 53);
    add_score(team, "a", NO_SCORE);
    const AgentTally *a = agent_of(tally_of(team), "a");
    assert_int_equal(a->calls, 5);
    assert_int_equal(a->assessed, 4);
    assert_false(a->standing->compared);
}

static void calls_of_nobody_known_are_not_compared(void **state) {
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
    double mean = (45 * 85 + 40 * 55) / 85.0;
    double few = agent_of(tally, "few")->standing->shrunken,
           many = agent_of(tally, "many")->standing->shrunken;
    assert_true(mean < few && few < many && many < 85);
    assert_true(agent_of(tally, "other")->standing->shrunken > 55);
    assert_string_equal(ranking_text(&team->arena, tally), "other few many");
}

// Within an agent the variance is 62.5, between the two means, 80 and 60, it is 5 * 200:
// F is 16, so 1 - 1 / 16 of the way from the team's mean, 70, is kept.
static void a_worked_example_of_shrinking(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "a", 70, 75, 80, 85, 90);
    ADD_SCORES(team, "b", 50, 55, 60, 65, 70);
    const Tally *tally = tally_of(team);
    assert_true(fabs(agent_of(tally, "a")->standing->shrunken - 79.375) < 1e-9);
    assert_true(fabs(agent_of(tally, "b")->standing->shrunken - 60.625) < 1e-9);
}

// The same, and 20 calls like those of a: 25 and 5 calls, of which ICC makes different
// shares. Within 30 - 2 degrees, 5 * 250 + 250; between (80 - 460 / 6)^2 * 25 + ... =
// 1,667; F 31.1; calls (30 - 650 / 30) / 1 = 8.33; ICC 0.7832.
static void the_fewer_calls_the_less_is_kept(void **state) {
    Team *team = *state;
    for (int i = 0; i < 5; i++) ADD_SCORES(team, "a", 70, 75, 80, 85, 90);
    ADD_SCORES(team, "b", 50, 55, 60, 65, 70);
    const Tally *tally = tally_of(team);
    double icc = 0.78320, mean = 460 / 6.0;
    double a = 25 * icc / (1 + 24 * icc), b = 5 * icc / (1 + 4 * icc);
    assert_true(fabs(tally->ranking.reliability.icc - icc) < 1e-4);
    assert_true(fabs(agent_of(tally, "a")->standing->shrunken - mean - a * (80 - mean)) <
                1e-3);
    assert_true(fabs(agent_of(tally, "b")->standing->shrunken - mean - b * (60 - mean)) <
                1e-3);
}

static void agents_who_differ_no_more_than_chance_are_all_at_the_mean(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "a", 10, 90, 10, 90, 51);
    ADD_SCORES(team, "b", 10, 90, 10, 90, 49);
    const Tally *tally = tally_of(team);
    assert_true(fabs(agent_of(tally, "a")->standing->shrunken - 50) < 1e-9);
    assert_true(fabs(agent_of(tally, "b")->standing->shrunken - 50) < 1e-9);
}

static void alike_means_share_a_rank(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "a", 60, 61, 62, 63, 64);
    ADD_SCORES(team, "b", 60, 61, 62, 63, 64);
    ADD_SCORES(team, "low", 10, 11, 12, 13, 14);
    const Tally *tally = tally_of(team);
    assert_int_equal(agent_of(tally, "a")->standing->rank, 1);
    assert_int_equal(agent_of(tally, "b")->standing->rank, 1);
    assert_int_equal(agent_of(tally, "low")->standing->rank, 3);
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
        assert_int_equal(agent->standing->rank_best, TABLE[i].best);
        assert_int_equal(agent->standing->rank_worst, TABLE[i].worst);
    }
}

// Few calls of one kind, drawn down by the spread of others, below many that are certain.
static void a_rank_lies_in_its_interval_though_shrinking_moved_it(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "few", 91, 92, 92, 92, 93);
    for (int i = 0; i < 60; i++) ADD_SCORES(team, "many", 88, 89, 90, 91, 92);
    for (int i = 0; i < 16; i++) ADD_SCORES(team, "wild", 100, 100, 100, 100, 0);
    const Tally *tally = tally_of(team);
    vec_each(const AgentTally, agent, &tally->agents) {
        assert_true(agent->standing->rank_best <= agent->standing->rank);
        assert_true(agent->standing->rank <= agent->standing->rank_worst);
    }
    assert_string_equal(ranking_text(&team->arena, tally), "wild few many");
}

static void an_agent_is_above_or_below_the_team_or_cannot_be_told(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "above", 90, 91, 92, 93, 94);
    ADD_SCORES(team, "within", 50, 60, 70, 80, 90);
    ADD_SCORES(team, "below", 40, 41, 42, 43, 44);
    const Tally *tally = tally_of(team); // mean 68
    assert_int_equal(agent_of(tally, "above")->standing->position, POSITION_ABOVE);
    assert_int_equal(agent_of(tally, "within")->standing->position, POSITION_NOT_TOLD);
    assert_int_equal(agent_of(tally, "below")->standing->position, POSITION_BELOW);
}

// Means of 60, 50 and 40 with a variance of 1,000 within: F is 5 * 100 / 1,000.
static void means_that_are_mostly_luck_carry_no_ranks(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "c", 20, 40, 60, 80, 100);
    ADD_SCORES(team, "b", 10, 30, 50, 70, 90);
    ADD_SCORES(team, "a", 0, 20, 40, 60, 80);
    const Tally *tally = tally_of(team);
    assert_false(tally->ranking.has_ranks);
    assert_int_equal(agent_of(tally, "c")->standing->rank, 0);
    assert_string_equal(ranking_text(&team->arena, tally), "a b c");
}

// F is 0.26 among these.
static void without_ranks_those_below_come_first_and_those_above_last(void **state) {
    Team *team = *state;
    ADD_SCORES(team, "a-above", 63, 64, 65, 64, 63, 65);
    ADD_SCORES(team, "x-below", 36, 37, 35, 36, 35, 37);
    for (int i = 0; i < 12; i++) {
        const char *agent =
            str_z(&team->arena, str_format(&team->arena, "m%02d", 12 - i));
        ADD_SCORES(team, agent, 10, 30, 50, 50, 70, 90);
    }
    const Tally *tally = tally_of(team);
    assert_false(tally->ranking.has_ranks);
    assert_string_equal(
        ranking_text(&team->arena, tally),
        "x-below m01 m02 m03 m04 m05 m06 m07 m08 m09 m10 m11 m12 a-above");
}

static void a_random_rank_lies_in_its_interval(void **state) {
    static const char *const AGENTS[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    Team *team = *state;
    uint64_t seed = 4;
    int rounds = 0;
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
        if (!tally->ranking.has_ranks) continue;
        rounds++;
        vec_each(const AgentTally, agent, &tally->agents) {
            assert_true(1 <= agent->standing->rank_best &&
                        agent->standing->rank_best <= agent->standing->rank);
            assert_true(agent->standing->rank <= agent->standing->rank_worst);
            assert_true(agent->standing->rank_worst <= COUNT(AGENTS));
        }
    }
    assert_true(rounds > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEAM_TEST(the_lowest_comes_first),
        TEAM_TEST(too_few_calls_are_not_compared_and_come_last),
        TEAM_TEST(calls_that_were_not_assessed_do_not_help),
        TEAM_TEST(calls_of_nobody_known_are_not_compared),
        TEAM_TEST(equals_are_in_the_order_of_their_names),
        TEAM_TEST(few_calls_are_drawn_to_the_mean_more_than_many),
        TEAM_TEST(a_worked_example_of_shrinking),
        TEAM_TEST(the_fewer_calls_the_less_is_kept),
        TEAM_TEST(agents_who_differ_no_more_than_chance_are_all_at_the_mean),
        TEAM_TEST(alike_means_share_a_rank),
        TEAM_TEST(a_rank_has_an_interval),
        TEAM_TEST(a_rank_lies_in_its_interval_though_shrinking_moved_it),
        TEAM_TEST(an_agent_is_above_or_below_the_team_or_cannot_be_told),
        TEAM_TEST(means_that_are_mostly_luck_carry_no_ranks),
        TEAM_TEST(without_ranks_those_below_come_first_and_those_above_last),
        TEAM_TEST(a_random_rank_lies_in_its_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
