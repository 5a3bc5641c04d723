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

static Str criterion_id(const Team *team, const Difference *than) {
    return team->rubric->criteria.items[than->criterion].id;
}

// The kind word, otherwise said each time.
static const char *kind_word(Team *team, int number) {
    static const char *const WAYS[] = {"truly",   "so very",  "more than", "honestly",
                                       "awfully", "terribly", "rather",    "quite"};
    return str_z(&team->arena,
                 str_format(&team->arena, "agent: i am %s sorry about that %s mess\n",
                            WAYS[number % 8], WAYS[number / 8 % 8]));
}

static void add_call(Team *team, const char *agent, int number, bool kind) {
    const char *answer = kind ? kind_word(team, number) : BLUNT;
    Str lines = str_format(&team->arena, HELLO UPSET "%scustomer: well\n", answer);
    Str call = str_format(&team->arena, "%s-%d", agent, number);
    team_add(team, str_z(&team->arena, call), agent, number, str_z(&team->arena, lines));
}

// Ann has a kind word in 10 calls of 10, bob in 1 of 10.
static void kind_and_cold(Team *team) {
    team_begin(team);
    for (int i = 0; i < 10; i++) {
        add_call(team, "ann", i, true);
        add_call(team, "bob", 20 + i, i == 4);
    }
    team_end(team);
}

static void a_strength_is_in_the_agents_own_words(void **state) {
    (void)state;
    Team team;
    kind_and_cold(&team);
    Coaching coaching = choose(&team, "ann");
    assert_int_equal(coaching.strength_count, 1);
    assert_int_equal(coaching.work_on_count, 0);
    const Strength *best = &coaching.strengths[0];
    assert_true(str_eq(criterion_id(&team, &best->than), STR("feels")));
    assert_int_equal(best->than.met, 10);
    assert_int_equal(best->than.others_met, 1);
    assert_has(best->best.agent, "sorry about that");
    assert_true(best->than.own.low > best->than.others);
    team_free(&team);
}

static void words_that_many_say_are_nobodys_own(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    for (int i = 0; i < 10; i++) {
        team_add(&team, "a", "ann", i, HELLO UPSET SORRY);
        team_add(&team, "b", "bob", i, HELLO UPSET BLUNT);
    }
    team_end(&team);
    assert_int_equal(choose(&team, "ann").strength_count, 0);
    assert_true(is_stock(&team.tally.stock, STR("I am TRULY sorry, about that!")));
    assert_false(is_stock(&team.tally.stock, STR("i am sorry")));
    team_free(&team);
}

static void what_to_work_on_has_its_moment_and_an_example(void **state) {
    (void)state;
    Team team;
    kind_and_cold(&team);
    Coaching coaching = choose(&team, "bob");
    assert_int_equal(coaching.work_on_count, 1);
    assert_int_equal(coaching.strength_count, 0);
    const WorkOn *work = &coaching.work_on[0];
    assert_true(str_eq(criterion_id(&team, &work->than), STR("feels")));
    assert_true(str_eq(work->missed.customer, STR("i am so upset with this")));
    assert_true(str_eq(work->missed.agent, STR("these things do happen")));
    assert_true(str_eq(work->missed.next, STR("well")));
    assert_true(str_eq(work->best.card->call, STR("bob-24")));
    assert_true(work->than.worth > 0);
    team_free(&team);
}

static void the_calls_to_hear_are_of_what_to_work_on(void **state) {
    (void)state;
    Team team;
    kind_and_cold(&team);
    Coaching coaching = choose(&team, "bob");
    assert_true(str_eq(coaching.good->call, STR("bob-24")));
    assert_true(str_eq(coaching.difficult->call, STR("bob-20")));
    team_free(&team);
}

static void a_point_that_was_never_met_has_a_difficult_call_alone(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    for (int i = 0; i < 10; i++) {
        add_call(&team, "ann", i, true);
        add_call(&team, "bob", 20 + i, false);
    }
    team_end(&team);
    Coaching coaching = choose(&team, "bob");
    assert_null(coaching.good);
    assert_true(str_eq(coaching.difficult->call, STR("bob-20")));
    assert_null(coaching.work_on[0].best.card);
    team_free(&team);
}

static void without_a_point_the_best_and_the_worst_are_heard(void **state) {
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
    assert_int_equal(coaching.work_on_count + coaching.strength_count, 0);
    team_free(&team);
}

// "feels" has more than half of the weight, and applies to upset customers.
static void a_call_of_which_little_was_judged_is_not_heard(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "calm", "ann", 1, HELLO "customer: bye\n");
    team_add(&team, "upset", "ann", 2, "agent: yes\n" UPSET SORRY);
    team_end(&team);
    Coaching coaching = choose(&team, "ann");
    assert_true(str_eq(coaching.good->call, STR("upset")));
    assert_null(coaching.difficult);
    team_free(&team);
}

static void no_call_is_no_advice(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "only", "ann", 1, HELLO UPSET SORRY);
    team_add(&team, "none", "bob", 1, "agent: hello");
    team_end(&team);
    Coaching coaching = choose(&team, "bob");
    assert_null(coaching.good);
    assert_int_equal(coaching.strength_count + coaching.work_on_count, 0);
    team_free(&team);
}

// ---- Where it should have been

static Moment missed(Team *team, const char *lines, const char *criterion) {
    team_begin(team);
    team_add(team, "call", "ann", 1, lines);
    team_end(team);
    uint32_t index = criterion_index(team->rubric, str_from(criterion));
    return moment_clearest(&team->tally, team_agent(team, "ann"), index, NULL);
}

static void it_is_at_the_last_words_that_asked_for_it(void **state) {
    (void)state;
    Team team;
    Moment moment = missed(&team,
                           HELLO UPSET "agent: one\n"
                                       "customer: still upset\nagent: two\n",
                           "feels");
    assert_true(str_eq(moment.customer, STR("still upset")));
    assert_true(str_eq(moment.agent, STR("two")));
    assert_int_equal(moment.next.len, 0);
    assert_int_equal(moment.customer_turn, 4);
    assert_int_equal(moment.agent_turn, 5);
    team_free(&team);
}

static void without_an_occasion_it_is_at_the_end(void **state) {
    (void)state;
    Team team;
    Moment moment =
        missed(&team, "agent: yes\ncustomer: one\nagent: two\ncustomer: bye\n", "greets");
    assert_true(str_eq(moment.customer, STR("one")));
    assert_true(str_eq(moment.agent, STR("two")));
    assert_true(str_eq(moment.next, STR("bye")));
    team_free(&team);
}

static void an_agents_slip_is_told_with_what_led_to_it(void **state) {
    (void)state;
    Team team;
    Moment moment = missed(&team, HELLO "customer: why is that\n" RUDE, "kind-words");
    assert_true(str_eq(moment.customer, STR("why is that")));
    assert_true(str_eq(moment.agent, STR("what utter nonsense that is")));
    team_free(&team);
}

#define ENDING_RUBRIC                                                                     \
    "rubric: ending\n"                                                                    \
    "title: How calls end\n"                                                              \
    "version: 1\n"                                                                        \
    "score: {min_calls: 2, assess: {min_turns: 2, min_agent_words: 1, roles: [agent]}}\n" \
    "detectors: {leaves: {role: any, any: [bye], window: {last: 8 turns}}, "              \
    "upset: {role: customer, any: [upset]}, sorry: {role: agent, any: [sorry]}, "         \
    "more: {role: agent, any: [anything else]}}\n"                                        \
    "principles:\n"                                                                       \
    "- {id: end, title: The end, weight: 1, criteria: [\n"                                \
    "    {id: offers, ask: Did they offer more?, when: leaves, met: more},\n"             \
    "    {id: feels, ask: Did they feel with them?, when: upset, met: sorry}]}\n"

static Moment missed_at_end(Team *team, const char *lines, const char *more) {
    *team = (Team){.period = PERIOD_ALL};
    team->rubric = make_rubric(&team->arena, ENDING_RUBRIC);
    team_add(team, "call", "ann", 1, lines);
    if (more) team_add(team, "more", "ann", 2, more);
    team_end(team);
    return moment_clearest(&team->tally, team_agent(team, "ann"), more ? 1 : 0, NULL);
}

// Neither at a "bye" long before, nor at what is said after the goodbyes.
static void what_the_end_asks_for_is_at_the_first_goodbye(void **state) {
    (void)state;
    Team team;
    Moment moment = missed_at_end(&team,
                                  "customer: i want to say bye to it\nagent: one\n"
                                  "customer: well\nagent: two\ncustomer: so thanks\n"
                                  "agent: bye\ncustomer: bye\nagent: rain\n",
                                  NULL);
    assert_true(str_eq(moment.customer, STR("so thanks")));
    assert_int_equal(moment.agent_turn, 6);
    team_free(&team);
}

static void what_was_missed_after_the_goodbye_shows_little(void **state) {
    (void)state;
    Team team;
    Moment moment =
        missed_at_end(&team, "agent: hello\ncustomer: i am upset bye\nagent: so be it\n",
                      "agent: hello\ncustomer: i am upset\nagent: well\n");
    assert_true(str_eq(moment.card->call, STR("more")));
    team_free(&team);
}

static void what_the_end_asks_for_shows_in_the_agents_goodbye(void **state) {
    (void)state;
    Team team = {.period = PERIOD_ALL};
    team.rubric = make_rubric(&team.arena, ENDING_RUBRIC);
    team_add(&team, "asked", "ann", 1,
             "agent: yes\ncustomer: bye\nagent: more books\n"
             "customer: no\n");
    team_add(&team, "left", "ann", 2, "agent: yes\ncustomer: thanks\nagent: bye\n");
    team_end(&team);
    Moment moment = moment_clearest(&team.tally, team_agent(&team, "ann"), 0, NULL);
    assert_true(str_eq(moment.card->call, STR("left")));
    team_free(&team);
}

static void a_miss_shows_best_in_a_call_that_went_well_otherwise(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "bad", "ann", 1, "agent: nonsense\n" UPSET BLUNT);
    team_add(&team, "well", "ann", 2, HELLO UPSET BLUNT);
    team_add(&team, "worse", "ann", 3, "agent: nonsense\n" UPSET BLUNT);
    team_end(&team);
    uint32_t feels = criterion_index(team.rubric, STR("feels"));
    Moment moment = moment_clearest(&team.tally, team_agent(&team, "ann"), feels, NULL);
    assert_true(str_eq(moment.card->call, STR("well")));
    team_free(&team);
}

static void an_example_may_be_what_many_say_where_it_is_all_there_is(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    for (int i = 0; i < 10; i++) team_add(&team, "a", "ann", i, HELLO UPSET SORRY);
    team_end(&team);
    const AgentTally *ann = team_agent(&team, "ann");
    uint32_t feels = criterion_index(team.rubric, STR("feels"));
    assert_null(moment_best(&team.tally, ann, feels, NULL).card);
    assert_has(moment_done(&team.tally, ann, feels, NULL).agent, "truly sorry");
    team_free(&team);
}

static void words_of_a_turn_that_was_marked_down_are_no_example(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    team_add(&team, "bad", "ann", 1,
             "agent: hello what utter nonsense that is\n" UPSET SORRY);
    team_add(&team, "good", "ann", 2, "agent: hello there my friend\n" UPSET BLUNT);
    team_end(&team);
    uint32_t greets = criterion_index(team.rubric, STR("greets"));
    Moment best = moment_best(&team.tally, team_agent(&team, "ann"), greets, NULL);
    assert_true(str_eq(best.card->call, STR("good")));
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
    double gains[8];
    coaching_gains(team.rubric, team_agent(&team, "ann"), gains);
    const Scorecard *after = &team.cards.items[0];
    assert_true(gains[0] > 0);
    assert_int_equal(after->score, before.score);
    assert_int_equal(after->flags.len, before.flags.len);
    assert_true(str_eq(after->flags.items[0], flag));
    assert_int_equal(after->principles.items[1].score, before.principles.items[1].score);
    team_free(&team);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_strength_is_in_the_agents_own_words),
        cmocka_unit_test(words_that_many_say_are_nobodys_own),
        cmocka_unit_test(what_to_work_on_has_its_moment_and_an_example),
        cmocka_unit_test(the_calls_to_hear_are_of_what_to_work_on),
        cmocka_unit_test(a_point_that_was_never_met_has_a_difficult_call_alone),
        cmocka_unit_test(without_a_point_the_best_and_the_worst_are_heard),
        cmocka_unit_test(a_call_of_which_little_was_judged_is_not_heard),
        cmocka_unit_test(no_call_is_no_advice),
        cmocka_unit_test(it_is_at_the_last_words_that_asked_for_it),
        cmocka_unit_test(without_an_occasion_it_is_at_the_end),
        cmocka_unit_test(an_agents_slip_is_told_with_what_led_to_it),
        cmocka_unit_test(what_the_end_asks_for_is_at_the_first_goodbye),
        cmocka_unit_test(what_was_missed_after_the_goodbye_shows_little),
        cmocka_unit_test(what_the_end_asks_for_shows_in_the_agents_goodbye),
        cmocka_unit_test(a_miss_shows_best_in_a_call_that_went_well_otherwise),
        cmocka_unit_test(an_example_may_be_what_many_say_where_it_is_all_there_is),
        cmocka_unit_test(words_of_a_turn_that_was_marked_down_are_no_example),
        cmocka_unit_test(gains_leave_the_scorecards_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
