#include "make_book.h"

// Two agents, one of whom is often better, and one with a single call.
static void three_agents(Case *c, int better) {
    case_begin(c);
    for (int i = 0; i < 6; i++) {
        team_add(&c->team, "low", "amy", i,
                 i < 1 ? HELLO UPSET SORRY : BLUNT UPSET BLUNT);
        team_add(&c->team, "high", "bob", i,
                 i < better ? HELLO UPSET SORRY : BLUNT UPSET BLUNT);
    }
    team_add(&c->team, "one", "kit", 1, HELLO UPSET SORRY);
    make_team(c);
}

static void agents_stand_in_the_order_of_the_ranking(void **state) {
    (void)state;
    Case c;
    three_agents(&c, 5);
    const Sheet *agents = sheet_named(&c, "Agents");
    assert_true(says(agents, "Rank may be"));
    assert_true(row_with(agents, "amy") < row_with(agents, "bob"));
    assert_true(row_with(agents, "bob") < row_with(agents, "kit"));
    assert_int_equal(cell_at(agents, row_with(agents, "kit"), 2)->style, STYLE_FAINT);
    assert_true(says(agents, "too few calls to compare"));
    team_free(&c.team);
}

static void without_ranks_agents_are_said_not_to_be_told_apart(void **state) {
    (void)state;
    Case c;
    three_agents(&c, 2);
    const Sheet *agents = sheet_named(&c, "Agents");
    assert_false(says(agents, "Rank may be"));
    assert_true(says(agents, "No ranks"));
    assert_true(says(agents, "cannot be told from the team"));
    assert_true(row_with(agents, "amy") < row_with(agents, "bob"));
    team_free(&c.team);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agents_stand_in_the_order_of_the_ranking),
        cmocka_unit_test(without_ranks_agents_are_said_not_to_be_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
