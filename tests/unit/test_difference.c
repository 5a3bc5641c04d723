#include "base/random.h"
#include "make_report.h"
#include "tally/difference.h"

#include <math.h>

#define HELLO "agent: hello there my friend\n"
#define UPSET "customer: i am so upset with this\n"
#define SORRY "agent: i am truly sorry about that\n"
#define BLUNT "agent: these things do happen\n"

static void assert_near(double got, double wanted, double most) {
    if (fabs(got - wanted) > most) fail_msg("%.17g is not %.17g", got, wanted);
}

static void chances_are_those_of_an_urn(void **state) {
    (void)state;
    // Five balls, two of them white, two drawn: one in ten has both, three in ten none.
    assert_near(chance_at_most(0, 2, 2, 5), 0.3, 1e-12);
    assert_near(chance_at_most(1, 2, 2, 5), 0.9, 1e-12);
    assert_near(chance_at_most(2, 2, 2, 5), 1, 1e-12);
    // Four drawn of five: at least one of the two is among them.
    assert_near(chance_at_most(0, 4, 2, 5), 0, 0);
    // The lady tasting tea: all four of four right is 1 in 70.
    assert_near(1 - chance_at_most(3, 4, 4, 8), 1.0 / 70, 1e-12);
}

// Some calls of an agent with an upset customer, of which `met` got a kind word.
static void add_calls(Team *team, const char *agent, int calls, int met) {
    for (int i = 0; i < calls; i++)
        team_add(team, "call", agent, i, i < met ? HELLO UPSET SORRY : HELLO UPSET BLUNT);
}

static Differences behind(Team *team, const char *agent) {
    return differences_behind(&team->arena, &team->tally, team_agent(team, agent));
}

static Differences ahead(Team *team, const char *agent) {
    return differences_ahead(&team->arena, &team->tally, team_agent(team, agent));
}

static void an_agent_is_held_against_the_others(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    add_calls(&team, "ann", 10, 2);
    add_calls(&team, "bob", 10, 9);
    add_calls(&team, "cem", 10, 9);
    team_end(&team);
    Differences list = behind(&team, "ann");
    assert_int_equal(list.len, 1);
    const Difference *item = &list.items[0];
    assert_true(str_eq(team.rubric->criteria.items[item->criterion].id, STR("feels")));
    assert_int_equal(item->met, 2);
    assert_int_equal(item->decided, 10);
    assert_int_equal(item->others_met, 18);
    assert_int_equal(item->others_decided, 20);
    assert_near(item->others, 0.9, 1e-12);
    // Of 30 calls 20 are met: C(20,k) C(10,10-k) / C(30,10), added up for k = 0, 1, 2.
    assert_near(item->chance, (1.0 + 20 * 10 + 190 * 45) / 30045015, 1e-15);
    // Between agents 0.7 of 0.9 - 0.2 is no luck with so many calls:
    // squares between / 2 = 3.2667 / 2, within / 27 = 3.4 / 27: 1 - 0.12593 / 1.63333.
    assert_near(item->behind, 0.7 * (1 - (3.4 / 27) / (98.0 / 60)), 1e-9);
    // Each miss costs 3 of 4 of a principle that is 3 of 4 of the score; 8 of 10 calls
    // are missed, and that is to become 8 - 7 x what is no luck.
    assert_near(item->worth, 56.25 * item->behind, 0.1);
    assert_int_equal(ahead(&team, "ann").len, 0);
    team_free(&team);
}

static void a_few_calls_are_luck(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    add_calls(&team, "ann", 3, 1);
    add_calls(&team, "bob", 10, 9);
    add_calls(&team, "cem", 10, 9);
    team_end(&team);
    assert_int_equal(behind(&team, "ann").len, 0);
    assert_int_equal(ahead(&team, "bob").len, 0);
    team_free(&team);
}

static void what_all_miss_is_nobodys(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    add_calls(&team, "ann", 20, 1);
    add_calls(&team, "bob", 20, 2);
    team_end(&team);
    assert_int_equal(behind(&team, "ann").len, 0);
    assert_int_equal(behind(&team, "bob").len, 0);
    team_free(&team);
}

static void alone_there_is_nobody_to_differ_from(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    add_calls(&team, "ann", 20, 10);
    team_end(&team);
    assert_int_equal(behind(&team, "ann").len + ahead(&team, "ann").len, 0);
    team_free(&team);
}

static void ahead_is_the_same_from_the_other_side(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    add_calls(&team, "ann", 12, 12);
    add_calls(&team, "bob", 20, 4);
    team_end(&team);
    Differences list = ahead(&team, "ann");
    assert_int_equal(list.len, 1);
    assert_true(list.items[0].behind < 0);
    assert_true(list.items[0].own.low > list.items[0].others);
    team_free(&team);
}

// ---- Calls that open alike

#define OPENING_RUBRIC                                                                    \
    "rubric: opening\n"                                                                   \
    "title: Openings\n"                                                                   \
    "version: 1\n"                                                                        \
    "score: {min_calls: 2, assess: {min_turns: 2, min_agent_words: 1, roles: [agent]}}\n" \
    "detectors: {hello: {role: agent, any: [hello], window: {first: 2 turns}}}\n"         \
    "principles:\n"                                                                       \
    "- {id: welcome, title: Welcome, weight: 1, criteria: [\n"                            \
    "    {id: greets, ask: Did they greet?, met: hello}]}\n"

static void open_by_opening(Team *team) {
    *team = (Team){.period = PERIOD_ALL};
    team->rubric = make_rubric(&team->arena, OPENING_RUBRIC);
}

static void add_openings(Team *team, const char *agent, int calls, const char *lines) {
    for (int i = 0; i < calls; i++) team_add(team, "call", agent, i, lines);
}

#define GREETED     "customer: hi\nagent: hello\n"
#define NOT_GREETED "customer: hi\nagent: yes\n"
#define MATTER      "customer: my parcel has not come, where is it\nagent: yes\n"

// Nobody greets those who come with their matter: ann has more of them, and that is all.
static void only_calls_that_open_alike_are_compared(void **state) {
    (void)state;
    Team team;
    open_by_opening(&team);
    add_openings(&team, "ann", 30, MATTER);
    add_openings(&team, "ann", 2, GREETED);
    add_openings(&team, "bob", 5, MATTER);
    add_openings(&team, "bob", 30, GREETED);
    team_end(&team);
    assert_int_equal(behind(&team, "ann").len, 0);
    assert_int_equal(ahead(&team, "bob").len, 0);
    team_free(&team);
}

static void among_them_an_agent_may_be_behind(void **state) {
    (void)state;
    Team team;
    open_by_opening(&team);
    add_openings(&team, "ann", 6, MATTER);
    add_openings(&team, "ann", 4, NOT_GREETED);
    add_openings(&team, "bob", 6, MATTER);
    add_openings(&team, "bob", 8, GREETED);
    team_end(&team);
    Differences list = behind(&team, "ann");
    assert_int_equal(list.len, 1);
    assert_true(list.items[0].by_opening);
    // The others greet each of those who say "hi": of ann's calls, four of ten.
    assert_near(list.items[0].others, 0.4, 1e-12);
    // None of four from twelve of which eight are greeted: 1 / C(12,4).
    assert_near(list.items[0].chance, 1.0 / 495, 1e-12);
    team_free(&team);
}

// ---- Agents by lot

enum { AGENTS = 40, CALLS = 25, SHUFFLES = 25 };

static const char *agent_name(Team *team, size_t number) {
    return str_z(&team->arena, str_format(&team->arena, "agent-%zu", number));
}

// Agents who greet and comfort more or less often, each in a way of his own.
static void make_agents(Team *team, uint64_t *random) {
    for (size_t a = 0; a < AGENTS; a++)
        for (int i = 0; i < CALLS; i++) {
            bool greets = random_next(random) % AGENTS < a;
            bool cares = random_next(random) % AGENTS > a;
            Str lines =
                str_format(&team->arena, "%s" UPSET "%s",
                           greets ? HELLO : "agent: well\n", cares ? SORRY : BLUNT);
            team_add(team, "call", agent_name(team, a), i, str_z(&team->arena, lines));
        }
}

static void shuffle(Scorecards *cards, uint64_t *random) {
    for (size_t i = cards->len; i-- > 1;) {
        size_t other = random_next(random) % (i + 1);
        Str agent = cards->items[i].agent;
        cards->items[i].agent = cards->items[other].agent;
        cards->items[other].agent = agent;
    }
}

static size_t told_of(Team *team, bool is_ahead) {
    size_t told = 0;
    vec_each(const AgentTally, agent, &team->tally.agents) {
        Differences list = is_ahead
                               ? differences_ahead(&team->arena, &team->tally, agent)
                               : differences_behind(&team->arena, &team->tally, agent);
        told += list.len > 0;
    }
    return told;
}

static void who_differs_by_lot_alone_is_told_nothing(void **state) {
    (void)state;
    Team team;
    uint64_t random = RANDOM_SEED;
    team_begin(&team);
    make_agents(&team, &random);
    team_end(&team);
    assert_true(told_of(&team, false) > AGENTS / 4);
    assert_true(told_of(&team, true) > AGENTS / 4);
    size_t behind_by_lot = 0, ahead_by_lot = 0;
    for (int i = 0; i < SHUFFLES; i++) {
        shuffle(&team.cards, &random);
        team_end(&team);
        behind_by_lot += told_of(&team, false);
        ahead_by_lot += told_of(&team, true);
    }
    assert_true(behind_by_lot <= AGENTS * SHUFFLES / 20);
    assert_true(ahead_by_lot <= AGENTS * SHUFFLES / 20);
    assert_true(behind_by_lot + ahead_by_lot > 0); // it is not told too seldom either
    team_free(&team);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chances_are_those_of_an_urn),
        cmocka_unit_test(an_agent_is_held_against_the_others),
        cmocka_unit_test(a_few_calls_are_luck),
        cmocka_unit_test(what_all_miss_is_nobodys),
        cmocka_unit_test(alone_there_is_nobody_to_differ_from),
        cmocka_unit_test(ahead_is_the_same_from_the_other_side),
        cmocka_unit_test(only_calls_that_open_alike_are_compared),
        cmocka_unit_test(among_them_an_agent_may_be_behind),
        cmocka_unit_test(who_differs_by_lot_alone_is_told_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
