#include "make_team.h"
#include "score/add_up.h"
#include "score/quotes.h"
#include "tally/help.h"
#include "tally/listen.h"

#include <math.h>

static const char RUBRIC[] =
    "rubric: test\n"
    "detectors: {d: {any: [x]}}\n"
    "principles:\n"
    "- {id: p, title: P, weight: 1, criteria: [\n"
    "   {id: c, met: d}, {id: e, met: d}, {id: fatal, met: d, critical: fail-call},\n"
    "   {id: hint, met: d, critical: flag}]}\n";

static int open_listen(void **state) {
    int result = open_team(state);
    Team *team = *state;
    rubric_free(team->rubric);
    team->rubric = make_rubric(&team->arena, RUBRIC);
    return result;
}
#define LISTEN_TEST(test) cmocka_unit_test_setup_teardown(test, open_listen, close_team)

// A call with a mark for each of c, e, fatal and hint: m, p, x, or - for not applicable.
static Scorecard *add_call(Team *team, const char *agent, const char *marks) {
    static const char *const IDS[] = {"c", "e", "fatal", "hint"};
    Scorecard card = {.agent = str_from(agent), .started_at = NO_TIME, .judged_of = 4};
    card.call = str_format(&team->arena, "c%02u", (unsigned)team->cards.len);
    for (size_t i = 0; i < COUNT(IDS); i++) {
        Verdict verdict = marks[i] == 'm'   ? VERDICT_MET
                          : marks[i] == 'p' ? VERDICT_PARTLY
                          : marks[i] == 'x' ? VERDICT_NOT_MET
                                            : VERDICT_NOT_APPLICABLE;
        *vec_push(&team->arena, &card.marks) =
            (Mark){.criterion = str_from(IDS[i]),
                   .principle = STR("p"),
                   .verdict = verdict,
                   .weight = 1000,
                   .points = verdict == VERDICT_MET      ? 1000
                             : verdict == VERDICT_PARTLY ? 500
                                                         : 0};
    }
    scorecard_add_up(team->rubric, &team->arena, &card);
    Scorecard *added = vec_push(&team->arena, &team->cards);
    *added = card;
    return added;
}

// "c03 c01": the calls of one reason, in order.
static const char *calls_of(Arena *arena, const Listening *listening,
                            ListenReason reason) {
    Buf out = {.arena = arena};
    vec_each(const ListenCall, call, &listening->calls)
        if (call->reason == reason)
            buf_format(&out, "%s%.*s", out.len ? " " : "", STR_ARG(call->card->call));
    buf_byte(&out, '\0');
    return out.ptr;
}

static Listening listen_to(Team *team) {
    const Tally *tally = tally_of(team);
    double *gains = arena_array(&team->arena, double, team->rubric->criteria.len);
    coaching_gains(team->rubric, &tally->team, gains);
    Gains costs = gains_sort(&team->arena, team->rubric, gains);
    return listen_choose(&team->arena, tally, &costs);
}

static void what_fails_a_call_comes_before_what_flags_it(void **state) {
    Team *team = *state;
    add_call(team, "a", "mmmx");
    add_call(team, "a", "mmxm");
    add_call(team, "a", "mmmm");
    Listening listening = listen_to(team);
    assert_string_equal(calls_of(&team->arena, &listening, LISTEN_CRITICAL), "c01 c00");
    assert_int_equal(listening.found[LISTEN_CRITICAL], 2);
    assert_true(str_eq(listening.calls.items[0].mark->criterion, STR("fatal")));
}

static void what_does_not_count_is_for_a_person(void **state) {
    Team *team = *state;
    add_call(team, "a", "mmxm")->marks.items[2].uncounted = true;
    Listening listening = listen_to(team);
    assert_int_equal(listening.found[LISTEN_CRITICAL], 0);
    assert_string_equal(calls_of(&team->arena, &listening, LISTEN_UNPROVEN), "c00");
}

static void the_lowest_were_judged_on_half_of_the_criteria(void **state) {
    Team *team = *state;
    add_call(team, "a", "xmmm");
    add_call(team, "a", "xxmm");
    add_call(team, "a", "x---");
    team->cards.items[2].judged_of = 4;
    for (size_t i = 0; i < 2; i++) team->cards.items[i].judged = 4;
    team->cards.items[2].judged = 1;
    Listening listening = listen_to(team);
    assert_string_equal(calls_of(&team->arena, &listening, LISTEN_LOWEST), "c01 c00");
}

static void no_more_than_a_few_are_listed_and_none_twice(void **state) {
    Team *team = *state;
    for (int i = 0; i < LISTEN_EACH + 3; i++) add_call(team, "a", "xmxm")->judged = 4;
    Listening listening = listen_to(team);
    assert_int_equal(listening.found[LISTEN_CRITICAL], LISTEN_EACH + 3);
    assert_int_equal(listening.found[LISTEN_LOWEST], LISTEN_EACH + 3);
    assert_int_equal(listening.calls.len, LISTEN_EACH + 3);
    for (size_t i = 0; i < listening.calls.len; i++)
        for (size_t j = 0; j < i; j++)
            assert_ptr_not_equal(listening.calls.items[i].card,
                                 listening.calls.items[j].card);
}

// c is met by 3 of 8 decided verdicts that readers did not share, of which 1 of 4 was
// "not met": (1 + 1) / (4 + 2) of those are taken for wrong, and (2 + 1) / (4 + 2) of
// the others. The four counted marks have a quarter of the score each, and c alone was
// checked: 25 / 3 and 25 / 2 points are in doubt.
static void the_most_uncertain_rest_on_marks_that_readers_do_not_share(void **state) {
    Team *team = *state;
    const CriterionQuality quality = {
        .decided = 8, .shared = 5, .accusations = 4, .false_accusations = 1};
    team->rubric->agreement[0] = &quality;
    add_call(team, "a", "xmmm")->judged = 1;
    add_call(team, "a", "mmmm")->judged = 1;
    Listening listening = listen_to(team);
    assert_string_equal(calls_of(&team->arena, &listening, LISTEN_UNCERTAIN), "c01 c00");
    vec_each(const ListenCall, call, &listening.calls)
        if (call->reason == LISTEN_UNCERTAIN)
            assert_true(fabs(call->value -
                             (call->card->score < 100000 ? 25 / 3.0 : 12.5)) < 1e-6);
    team->rubric->agreement[0] = NULL;
}

static void an_example_has_the_words_of_what_costs_most(void **state) {
    Team *team = *state;
    add_call(team, "a", "xmmm");
    add_call(team, "a", "mmmm")->judged = 1; // not among the lowest
    Mark *met = &team->cards.items[1].marks.items[0];
    *quotes_add(&team->arena, met) = (Quote){.quote = STR("twenty letters at the least"),
                                             .origin = &(Origin){.detector = STR("d")},
                                             .role = ROLE_AGENT,
                                             .at_ms = NO_TIME};
    Listening listening = listen_to(team);
    assert_string_equal(calls_of(&team->arena, &listening, LISTEN_EXAMPLE), "c01");
    const ListenCall *last = &listening.calls.items[listening.calls.len - 1];
    assert_true(str_starts(last->moment.agent, STR("twenty letters")));
}

// ---- Whom to help first

// Of 15 calls the mean is 57: a is at 42, whose interval is 42 - 1.96 to 42 + 1.96.
static void those_below_the_team_are_helped_first(void **state) {
    Team *team = *state;
    size_t found;
    ADD_SCORES(team, "a", 40, 41, 42, 43, 44);
    ADD_SCORES(team, "b", 45, 50, 59, 68, 73);
    ADD_SCORES(team, "c", 66, 68, 70, 72, 74);
    HelpList list = help_first(&team->arena, tally_of(team), 5, &found);
    assert_int_equal(found, 1);
    assert_int_equal(list.len, 1);
    assert_true(str_eq(list.items[0].agent->agent, STR("a")));
    assert_true(fabs(list.items[0].gap.mean - (42 - 57)) < 1e-9);
    assert_true(fabs(list.items[0].gap.high - (42 - 57 + 1.9633)) < 1e-3);
    assert_false(list.items[0].has_question);
}

static void the_lowest_are_first_and_the_list_is_cut(void **state) {
    Team *team = *state;
    size_t found;
    ADD_SCORES(team, "few", 1, 2, 3, 4);
    ADD_SCORES(team, "low", 40, 41, 42, 43, 44);
    ADD_SCORES(team, "lowest", 30, 31, 32, 33, 34);
    for (int i = 0; i < 9; i++) ADD_SCORES(team, "c", 66, 68, 70, 72, 74);
    HelpList list = help_first(&team->arena, tally_of(team), 1, &found);
    assert_int_equal(found, 2);
    assert_int_equal(list.len, 1);
    assert_true(str_eq(list.items[0].agent->agent, STR("lowest")));
}

static void nobody_is_helped_first_where_all_are_alike(void **state) {
    Team *team = *state;
    size_t found;
    ADD_SCORES(team, "a", 50, 60, 70, 80, 90);
    ADD_SCORES(team, "b", 51, 59, 70, 79, 91);
    assert_int_equal(help_first(&team->arena, tally_of(team), 5, &found).len, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        LISTEN_TEST(what_fails_a_call_comes_before_what_flags_it),
        LISTEN_TEST(what_does_not_count_is_for_a_person),
        LISTEN_TEST(the_lowest_were_judged_on_half_of_the_criteria),
        LISTEN_TEST(no_more_than_a_few_are_listed_and_none_twice),
        LISTEN_TEST(the_most_uncertain_rest_on_marks_that_readers_do_not_share),
        LISTEN_TEST(an_example_has_the_words_of_what_costs_most),
        TEAM_TEST(those_below_the_team_are_helped_first),
        TEAM_TEST(the_lowest_are_first_and_the_list_is_cut),
        TEAM_TEST(nobody_is_helped_first_where_all_are_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
