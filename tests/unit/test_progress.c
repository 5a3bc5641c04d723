// How a question has gone since something was agreed about it.
#include "make_team.h"
#include "tally/progress.h"

enum { DAY = 10 };

// Calls of one day, of which some meet c.
static void add_calls(Team *team, Scorecards *cards, int64_t day, int calls, int met) {
    for (int i = 0; i < calls; i++) {
        Scorecard card = {.call = str_format(&team->arena, "%u-%u", (unsigned)day,
                                             (unsigned)cards->len),
                          .agent = STR("a"),
                          .started_at = day,
                          .score = 50000,
                          .rubric_hash = str_from(team->rubric->hash),
                          .quality_hash = str_from(team->rubric->quality_hash)};
        *vec_push(&team->arena, &card.marks) =
            (Mark){.criterion = STR("c"),
                   .principle = STR("p"),
                   .verdict = i < met ? VERDICT_MET : VERDICT_NOT_MET};
        *vec_push(&team->arena, cards) = card;
    }
}

static Progress progress(Team *team, const Scorecards *earlier) {
    tally_make(&team->arena, team->rubric, &team->cards, &team->tally);
    return progress_of(&team->tally, &team->tally.agents.items[0], earlier, 0, DAY);
}

static void calls_are_counted_before_and_since(void **state) {
    Team *team = *state;
    Scorecards earlier = {0};
    add_calls(team, &earlier, DAY - 1, 10, 2);
    add_calls(team, &earlier, DAY, 4, 3);
    add_calls(team, &team->cards, DAY + 1, 6, 6);
    Progress found = progress(team, &earlier);
    assert_int_equal(found.decided_before, 10);
    assert_int_equal(found.met_before, 2);
    assert_int_equal(found.decided_since, 10);
    assert_int_equal(found.met_since, 9);
    // Nine or more of ten, where eleven of twenty are met: (11 C 9 x 9 C 1 + 11 C 10) /
    // 20 C 10 = 506 / 184756.
    assert_true(found.clear);
}

static void a_small_change_is_not_clear(void **state) {
    Team *team = *state;
    Scorecards earlier = {0};
    add_calls(team, &earlier, DAY - 1, 10, 5);
    add_calls(team, &team->cards, DAY + 1, 10, 7);
    assert_false(progress(team, &earlier).clear);
}

static void other_rubrics_and_other_agents_do_not_count(void **state) {
    Team *team = *state;
    Scorecards earlier = {0};
    add_calls(team, &earlier, DAY - 1, 3, 3);
    earlier.items[0].rubric_hash = STR("another");
    earlier.items[1].agent = STR("b");
    earlier.items[2].started_at = NO_TIME;
    add_calls(team, &team->cards, DAY + 1, 1, 1);
    Progress found = progress(team, &earlier);
    assert_int_equal(found.decided_before, 0);
    assert_false(found.clear);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(calls_are_counted_before_and_since, open_team,
                                        close_team),
        cmocka_unit_test_setup_teardown(a_small_change_is_not_clear, open_team,
                                        close_team),
        cmocka_unit_test_setup_teardown(other_rubrics_and_other_agents_do_not_count,
                                        open_team, close_team),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
