#include "make_team.h"
#include "score/add_up.h"

static Mark make_mark(const char *criterion, const char *principle, Verdict verdict) {
    return (Mark){.criterion = str_from(criterion),
                  .principle = str_from(principle),
                  .verdict = verdict,
                  .weight = 1000,
                  .points = verdict == VERDICT_MET      ? 1000
                            : verdict == VERDICT_PARTLY ? 500
                                                        : 0};
}

// A call of an agent's with a mark for each principle, added up; minutes since 1970.
static Scorecard *add_call(Team *team, const char *agent, int minute, Verdict p,
                           Verdict q) {
    Arena *arena = &team->arena;
    Scorecard card = {.agent = str_from(agent), .started_at = minute * INT64_C(60000)};
    card.call = str_format(arena, "c%u", (unsigned)team->cards.len);
    *vec_push(arena, &card.marks) = make_mark("c", "p", p);
    *vec_push(arena, &card.marks) = make_mark("e", "q", q);
    scorecard_add_up(team->rubric, arena, &card);
    Scorecard *added = vec_push(arena, &team->cards);
    *added = card;
    return added;
}

static void calls_are_counted_by_agent_and_in_all(void **state) {
    Team *team = *state;
    add_call(team, "b", 30, VERDICT_MET, VERDICT_MET);
    add_call(team, "a", 20, VERDICT_MET, VERDICT_NOT_MET);
    add_call(team, "b", 10, VERDICT_NOT_ASSESSABLE, VERDICT_NOT_APPLICABLE);
    const Tally *tally = tally_of(team);
    assert_int_equal(tally->agents.len, 2);
    assert_true(str_eq(tally->agents.items[0].agent, STR("a")));
    const AgentTally *b = &tally->agents.items[1];
    assert_int_equal(b->calls, 2);
    assert_int_equal(b->assessed, 1);
    assert_int_equal(b->score.count, 1);
    assert_int_equal(b->score.sum, 100000);
    assert_int_equal(tally->team.calls, 3);
    assert_int_equal(tally->team.assessed, 2);
    assert_int_equal(tally->team.score.sum, 150000);
}

static void verdicts_are_counted_by_criterion(void **state) {
    Team *team = *state;
    for (Verdict verdict = 0; verdict < VERDICT_COUNT; verdict++)
        for (uint32_t times = 0; times <= verdict; times++)
            add_call(team, "a", 0, verdict, VERDICT_MET);
    const Tally *tally = tally_of(team);
    for (Verdict verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        assert_int_equal(agent_of(tally, "a")->verdicts[0][verdict], verdict + 1);
        assert_int_equal(tally->team.verdicts[0][verdict], verdict + 1);
    }
    assert_int_equal(tally->team.verdicts[1][VERDICT_MET], 15);
}

static void principles_are_summed_where_they_have_a_score(void **state) {
    Team *team = *state;
    add_call(team, "a", 0, VERDICT_MET, VERDICT_PARTLY);
    add_call(team, "a", 1, VERDICT_NOT_APPLICABLE, VERDICT_MET);
    const AgentTally *a = agent_of(tally_of(team), "a");
    assert_int_equal(a->principles[0].count, 1);
    assert_int_equal(a->principles[0].sum, 100000);
    assert_int_equal(a->principles[1].count, 2);
    assert_int_equal(a->principles[1].sum, 150000);
}

static void bands_and_flags_are_counted(void **state) {
    Team *team = *state;
    add_call(team, "a", 0, VERDICT_MET, VERDICT_MET);     // 100
    add_call(team, "a", 1, VERDICT_MET, VERDICT_PARTLY);  // 75
    add_call(team, "a", 2, VERDICT_NOT_MET, VERDICT_MET); // 50, below the floor of p
    Scorecard *flagged = add_call(team, "a", 3, VERDICT_MET, VERDICT_MET);
    *vec_push(&team->arena, &flagged->flags) = STR("flag:c");
    const AgentTally *a = agent_of(tally_of(team), "a");
    assert_int_equal(a->bands[0], 2);
    assert_int_equal(a->bands[1], 1);
    assert_int_equal(a->bands[2], 1);
    assert_int_equal(a->below_floor, 1);
    assert_int_equal(a->flagged, 2);
}

static void cards_are_in_the_order_of_time(void **state) {
    Team *team = *state;
    add_call(team, "a", 20, VERDICT_MET, VERDICT_MET);
    add_call(team, "a", 10, VERDICT_MET, VERDICT_MET);
    add_call(team, "a", 10, VERDICT_MET, VERDICT_MET);
    const AgentTally *a = agent_of(tally_of(team), "a");
    assert_true(str_eq(a->cards.items[0]->call, STR("c1")));
    assert_true(str_eq(a->cards.items[1]->call, STR("c2")));
    assert_true(str_eq(a->cards.items[2]->call, STR("c0")));
    assert_int_equal(a->first_at, 600000);
    assert_int_equal(a->last_at, 1200000);
}

static void without_times_there_is_no_period(void **state) {
    Team *team = *state;
    add_score(team, "a", 50000);
    const AgentTally *a = agent_of(tally_of(team), "a");
    assert_int_equal(a->first_at, NO_TIME);
    assert_int_equal(a->last_at, NO_TIME);
}

static void name_and_team_are_those_of_the_latest_call_that_has_them(void **state) {
    Team *team = *state;
    Scorecard *latest = add_call(team, "a", 30, VERDICT_MET, VERDICT_MET);
    latest->team = STR("blue");
    Scorecard *first = add_call(team, "a", 10, VERDICT_MET, VERDICT_MET);
    first->agent_name = STR("Ann");
    first->team = STR("red");
    const AgentTally *a = agent_of(tally_of(team), "a");
    assert_true(str_eq(a->team, STR("blue")));
    assert_true(str_eq(a->name, STR("Ann")));
}

static void every_team_of_an_agent_is_known_most_calls_first(void **state) {
    static const char *const TEAMS[] = {"red", "blue", "", "blue", "green"};
    Team *team = *state;
    for (size_t i = 0; i < COUNT(TEAMS); i++)
        add_call(team, "a", (int)i, VERDICT_MET, VERDICT_MET)->team = str_from(TEAMS[i]);
    const AgentTally *a = agent_of(tally_of(team), "a");
    assert_int_equal(a->teams.len, 3);
    assert_true(str_eq(a->teams.items[0].name, STR("blue")));
    assert_int_equal(a->teams.items[0].calls, 2);
    assert_true(str_eq(a->teams.items[1].name, STR("green")));
    assert_true(str_eq(a->teams.items[2].name, STR("red")));
}

static void no_calls_make_an_empty_tally(void **state) {
    const Tally *tally = tally_of(*state);
    assert_int_equal(tally->agents.len, 0);
    assert_int_equal(tally->team.calls, 0);
}

static void marks_of_another_rubric_are_left_out(void **state) {
    Team *team = *state;
    Scorecard *card = add_call(team, "a", 0, VERDICT_MET, VERDICT_MET);
    card->marks.items[0].criterion = STR("unheard-of");
    card->principles.items[0].id = STR("unheard-of");
    const AgentTally *a = agent_of(tally_of(team), "a");
    assert_int_equal(a->verdicts[0][VERDICT_MET], 0);
    assert_int_equal(a->principles[0].count, 0);
}

// All that a tally says, as text.
static const char *tally_text(Arena *arena, const Tally *tally) {
    Buf out = {.arena = arena};
    vec_each(const AgentTally, agent, &tally->agents) {
        buf_format(&out, "%.*s %u %u %lld %lld %lld |", STR_ARG(agent->agent),
                   agent->calls, agent->assessed, (long long)agent->score.sum,
                   (long long)agent->score.squares, (long long)agent->principles[1].sum);
        for (Verdict verdict = 0; verdict < VERDICT_COUNT; verdict++)
            buf_format(&out, " %u", agent->verdicts[0][verdict]);
        buf_format(&out, " | %u %u-%u %d %a %a:", agent->standing->rank,
                   agent->standing->rank_best, agent->standing->rank_worst,
                   agent->standing->position, agent->standing->shrunken,
                   agent->adjusted.mean);
        vec_each(const Scorecard *, card, &agent->cards)
            buf_format(&out, " %.*s", STR_ARG((*card)->call));
        buf_byte(&out, '\n');
    }
    buf_text(&out, ranking_text(arena, tally));
    buf_byte(&out, '\0');
    return out.ptr;
}

static void shuffle(Scorecards *cards, uint64_t *seed) {
    for (uint32_t i = (uint32_t)cards->len; i > 1; i--) {
        Scorecard *a = &cards->items[i - 1], *b = &cards->items[draw(seed, i)], kept = *a;
        *a = *b;
        *b = kept;
    }
}

static void the_order_of_the_cards_does_not_matter(void **state) {
    static const char *const AGENTS[] = {"a", "b", "c", "d", "e", "f"};
    Team *team = *state;
    uint64_t seed = 3;
    for (int i = 0; i < 150; i++)
        add_call(team, AGENTS[draw(&seed, COUNT(AGENTS))], (int)draw(&seed, 40),
                 draw(&seed, VERDICT_COUNT), draw(&seed, VERDICT_COUNT));
    const char *text = tally_text(&team->arena, tally_of(team));
    for (int round = 0; round < 20; round++) {
        shuffle(&team->cards, &seed);
        assert_string_equal(tally_text(&team->arena, tally_of(team)), text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEAM_TEST(calls_are_counted_by_agent_and_in_all),
        TEAM_TEST(verdicts_are_counted_by_criterion),
        TEAM_TEST(principles_are_summed_where_they_have_a_score),
        TEAM_TEST(bands_and_flags_are_counted),
        TEAM_TEST(cards_are_in_the_order_of_time),
        TEAM_TEST(without_times_there_is_no_period),
        TEAM_TEST(name_and_team_are_those_of_the_latest_call_that_has_them),
        TEAM_TEST(every_team_of_an_agent_is_known_most_calls_first),
        TEAM_TEST(no_calls_make_an_empty_tally),
        TEAM_TEST(marks_of_another_rubric_are_left_out),
        TEAM_TEST(the_order_of_the_cards_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
