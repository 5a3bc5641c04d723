#include "make_report.h"
#include "tally/coaching.h"

#define HELLO "agent: hello there my friend\n"
#define UPSET "customer: i am so upset with this\n"
#define SORRY "agent: i am truly sorry about that\n"
#define BLUNT "agent: these things do happen\n"
#define RUDE  "agent: what utter nonsense that is\n"

static Coaching choose(Team *team, const char *agent) {
    Coaching coaching;
    coaching_choose(&team->arena, &team->tally, team_agent(team, agent), &coaching);
    return coaching;
}

static Str criterion_id(const Team *team, uint32_t criterion) {
    return team->rubric->criteria.items[criterion].id;
}

static void a_strength_is_what_the_agent_does_more_than_the_team(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    for (int i = 0; i < 5; i++) {
        team_add(&team, "kind", "ann", i, HELLO UPSET SORRY);
        team_add(&team, "cold", "bob", i, HELLO UPSET BLUNT);
    }
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    const Strength *best = &coaching.strengths[0];
    assert_int_equal(coaching.strength_count, 2);
    assert_true(str_eq(criterion_id(&team, best->criterion), STR("feels")));
    assert_int_equal(best->decided, 5);
    assert_int_equal(best->met, 5);
    assert_int_equal(best->team_decided, 10);
    assert_int_equal(best->team_met, 5);
    Str words = quote_words(best->best.card, best->best.quote);
    assert_true(str_eq(words, STR("i am truly sorry about that")));
    team_free(&team);
}

static void only_the_agents_own_words_are_a_strength(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "a", "ann", 1, HELLO UPSET SORRY);
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    for (size_t i = 0; i < coaching.strength_count; i++) {
        const Moment *best = &coaching.strengths[i].best;
        assert_int_equal(best->quote->role, ROLE_AGENT);
        // "kind-words" is met by what was not said.
        assert_false(str_eq(best->mark->criterion, STR("kind-words")));
    }
    team_free(&team);
}

static void words_of_a_turn_that_was_marked_down_are_no_example(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "bad", "ann", 1,
             "agent: hello what utter nonsense that is\n" UPSET SORRY);
    team_add(&team, "good", "ann", 2, HELLO UPSET BLUNT);
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    for (size_t i = 0; i < coaching.strength_count; i++)
        if (str_eq(criterion_id(&team, coaching.strengths[i].criterion), STR("greets")))
            assert_true(str_eq(coaching.strengths[i].best.card->call, STR("good")));
    team_free(&team);
}

static void what_is_to_be_worked_on_is_no_strength(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "a", "ann", 1, HELLO UPSET SORRY);
    team_add(&team, "b", "ann", 2, HELLO UPSET BLUNT);
    team_add(&team, "c", "bob", 3, HELLO UPSET BLUNT);
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    assert_true(
        str_eq(criterion_id(&team, coaching.opportunities[0].criterion), STR("feels")));
    assert_int_equal(coaching.strength_count, 1);
    assert_true(
        str_eq(criterion_id(&team, coaching.strengths[0].criterion), STR("greets")));
    team_free(&team);
}

static void of_two_best_calls_the_one_with_more_to_hear_is_chosen(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "short", "ann", 1, HELLO "customer: bye\n");
    team_add(&team, "full", "ann", 2, HELLO UPSET SORRY);
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    assert_true(str_eq(coaching.good->call, STR("full")));
    team_free(&team);
}

static void an_opportunity_is_what_costs_most(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "a", "ann", 1, "agent: good day to you\n" UPSET BLUNT);
    team_add(&team, "b", "ann", 2, HELLO UPSET SORRY);
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    assert_int_equal(coaching.opportunity_count, 2);
    const Opportunity *first = &coaching.opportunities[0];
    assert_true(str_eq(criterion_id(&team, first->criterion), STR("feels")));
    assert_int_equal(first->decided, 2);
    assert_int_equal(first->missed, 1);
    assert_int_equal(first->assessed, 2);
    // Call a: 3 of 4 of the weight of a principle that is 3 of 4 of the score; half the
    // calls.
    assert_true(first->gain > 28 && first->gain < 28.3);
    assert_true(
        str_eq(criterion_id(&team, coaching.opportunities[1].criterion), STR("greets")));
    assert_true(coaching.opportunities[1].gain == 12.5);
    team_free(&team);
}

static void a_missed_moment_has_both_sides(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "a", "ann", 1, HELLO UPSET BLUNT);
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    const Moment *moment = &coaching.opportunities[0].missed_moment;
    assert_true(str_eq(moment_customer(moment), STR("i am so upset with this")));
    assert_true(str_eq(moment_agent(moment), STR("these things do happen")));
    team_free(&team);
}

static void an_agents_slip_is_told_with_what_led_to_it(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "a", "ann", 1, HELLO "customer: why is that\n" RUDE);
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    const Moment *moment = &coaching.opportunities[0].missed_moment;
    assert_true(str_eq(moment_customer(moment), STR("why is that")));
    assert_true(str_eq(moment_agent(moment), STR("what utter nonsense that is")));
    team_free(&team);
}

static void two_moments_are_of_two_calls_where_there_are_two(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    for (int i = 0; i < 2; i++)
        team_add(&team, i ? "b" : "a", "ann", i, "agent: good day\n" UPSET RUDE);
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    assert_int_equal(coaching.opportunity_count, 2);
    assert_ptr_not_equal(coaching.opportunities[0].missed_moment.card,
                         coaching.opportunities[1].missed_moment.card);
    team_free(&team);
}

static void good_and_difficult_calls_are_the_ends(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "middle", "ann", 1, HELLO UPSET BLUNT);
    team_add(&team, "low", "ann", 2, "agent: yes\n" UPSET RUDE);
    team_add(&team, "high", "ann", 3, HELLO UPSET SORRY);
    team_add(&team, "high-too", "ann", 4, HELLO UPSET SORRY);
    team_add(&team, "short", "ann", 5, "agent: hello");
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    assert_true(str_eq(coaching.good->call, STR("high")));
    assert_true(str_eq(coaching.difficult->call, STR("low")));
    assert_has(coaching.good_reason, "3 of 3 criteria met");
    assert_has(coaching.difficult_reason, "3 of 3 criteria missed");
    assert_has(coaching.difficult_reason, "“Did they feel with them?”");
    team_free(&team);
}

static void one_call_is_not_two(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "only", "ann", 1, HELLO UPSET SORRY);
    team_add(&team, "none", "bob", 1, "agent: hello");
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    assert_non_null(coaching.good);
    assert_null(coaching.difficult);
    coaching = choose(&team, "bob");
    assert_null(coaching.good);
    assert_int_equal(coaching.strength_count + coaching.opportunity_count, 0);
    team_free(&team);
}

static void gains_leave_the_scorecards_alone(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "a", "ann", 1, "agent: yes\n" UPSET RUDE);
    team_end(&team);
    const Scorecard before = team.cards.items[0];
    Str flag = before.flags.items[0];
    choose(&team, "ann");
    const Scorecard *after = &team.cards.items[0];
    assert_int_equal(after->score, before.score);
    assert_int_equal(after->flags.len, before.flags.len);
    assert_true(str_eq(after->flags.items[0], flag));
    assert_int_equal(after->principles.items[1].score, before.principles.items[1].score);
    team_free(&team);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_strength_is_what_the_agent_does_more_than_the_team),
        cmocka_unit_test(only_the_agents_own_words_are_a_strength),
        cmocka_unit_test(words_of_a_turn_that_was_marked_down_are_no_example),
        cmocka_unit_test(what_is_to_be_worked_on_is_no_strength),
        cmocka_unit_test(of_two_best_calls_the_one_with_more_to_hear_is_chosen),
        cmocka_unit_test(an_opportunity_is_what_costs_most),
        cmocka_unit_test(a_missed_moment_has_both_sides),
        cmocka_unit_test(an_agents_slip_is_told_with_what_led_to_it),
        cmocka_unit_test(two_moments_are_of_two_calls_where_there_are_two),
        cmocka_unit_test(good_and_difficult_calls_are_the_ends),
        cmocka_unit_test(one_call_is_not_two),
        cmocka_unit_test(gains_leave_the_scorecards_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
