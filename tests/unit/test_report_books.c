#include "make_book.h"
#include "report/problems.h"
#include "report/words.h"

static void the_coaching_page_says_what_the_numbers_are_worth(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    team_add(&c.team, "c2", "bob", 2, HELLO UPSET BLUNT);
    team_add(&c.team, "c3", "bob", 3, HELLO UPSET BLUNT);
    make_agent(&c, "ann");
    const Sheet *page = sheet_named(&c, "Coaching");
    assert_true(page->one_page && page->portrait);
    assert_true(says(page, "ann: too few calls to compare: 1 assessed, 2 needed."));
    assert_true(says(page, "There are too few calls to tell what stands out."));
    assert_false(says(page, "Nothing stands out"));
    assert_true(says(page, "must not be the sole ground"));
    assert_int_equal(page->charts.len, 1); // without weeks there are the principles alone
    team_free(&c.team);
}

static void an_agent_without_any_assessed_call_has_a_book(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "", 1, "agent: hello");
    make_agent(&c, "");
    assert_true(says(sheet_named(&c, "Coaching"), "agent not known"));
    const Sheet *marking = sheet_named(&c, "How this is marked");
    assert_has(cell_at(marking, row_with(marking, "whole calls"), 1)->text,
               "once: the call has 1");
    team_free(&c.team);
}

static void the_rubric_is_told_in_words(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    make_agent(&c, "ann");
    const Sheet *marking = sheet_named(&c, "How this is marked");
    assert_true(says(marking, "Rubric “A small rubric” (small), version 7, hash "));
    assert_true(says(marking, "callmark 1.2.3"));
    assert_true(says(marking, "Not assessed: Not to be seen."));
    assert_true(says(marking, "once: only a person can answer this"));
    assert_true(says(marking, "must not be the sole ground"));
    const Cell *share = cell_at(marking, row_with(marking, "Care"), 1);
    assert_true(share->number == 0.75);
    team_free(&c.team);
}

// The measured detector has its figures, the others are counted; what no
// criterion asks for is not among them.
static void measured_detectors_have_their_figures(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    const Quality quality = {.turns = 900,
                             .positives = 30,
                             .found = 20,
                             .precision = {true, 900, 699, 972},
                             .recall = {true, 600, 423, 754},
                             .outdated = true};
    c.team.rubric->quality[1] = &quality;
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    make_agent(&c, "ann");
    const Sheet *marking = sheet_named(&c, "How this is marked");
    assert_true(says(marking, "Of 20 turns that it found, 90.0 % (69.9 to 97.2 %) were "
                              "right. Of 30 turns that it should find, it found 60.0 % "
                              "(42.3 to 75.4 %). Measured on 900 turns, with another "
                              "version of the detectors."));
    assert_true(str_eq(cell_at(marking, row_with(marking, "Of 20 turns"), 0)->text,
                       STR("sorry")));
    assert_true(says(marking, "4 others, by name in “callmark list detectors”."));
    team_free(&c.team);
}

static void unmeasured_detectors_are_said_to_be(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    make_agent(&c, "ann");
    assert_true(says(sheet_named(&c, "How this is marked"), "Not measured: no detector"));
    team_free(&c.team);
}

static void problems_of_every_sort_are_listed(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    diag_add(&c.problems, DIAG_ERROR, (Place){STR("in.csv"), 4, 2, 1}, "bad time 'x'");
    team_add(&c.team, "short", "ann", 1, "agent: hello");
    make_team(&c);
    const Sheet *problems = sheet_named(&c, "Each problem");
    size_t refused = row_with(problems, "input refused");
    assert_true(cell_at(problems, refused, 2)->number == 4);
    assert_true(str_eq(cell_at(problems, refused, 6)->text, STR("bad time 'x'")));
    size_t call = row_with(problems, "call not assessable");
    assert_true(str_eq(cell_at(problems, call, 4)->text, STR("short")));
    team_free(&c.team);
}

static void problems_of_one_reason_are_counted_together(void **state) {
    static const char *const LEFT_OUT[] = {"bad time 'x'", "bad time 'y'",
                                           "row of 3 cells under a header of 5",
                                           "row of 4 cells under a header of 5"};
    (void)state;
    Case c;
    case_begin(&c);
    diag_add(&c.problems, DIAG_WARNING, (Place){.path = STR("in.csv")},
             "an agent's name");
    for (size_t i = 0; i < COUNT(LEFT_OUT); i++)
        diag_add(&c.problems, DIAG_ERROR, (Place){.path = STR("in.csv")}, "%s",
                 LEFT_OUT[i]);
    diag_add(&c.problems, DIAG_ERROR, (Place){.path = STR("in.csv")}, "bad time 'x'");
    team_end(&c.team);
    Problems problems = problems_collect(&c.team.arena, &c.input);
    assert_int_equal(problems.list.len, 6);
    assert_int_equal(problems.totals.len, 3);
    static const struct {
        const char *reason;
        uint32_t count, first;
    } TOTALS[] = {{"bad time …", 3, 0},
                  {"row of … cells under a header of 5", 2, 2},
                  {"an agent's name", 1, 5}};
    for (size_t i = 0; i < COUNT(TOTALS); i++) {
        assert_true(str_eq(problems.totals.items[i].reason, str_from(TOTALS[i].reason)));
        assert_int_equal(problems.totals.items[i].count, TOTALS[i].count);
        assert_int_equal(problems.totals.items[i].first, TOTALS[i].first);
    }
    make_team(&c);
    const Sheet *sheet = sheet_named(&c, "Problems");
    const Cell *cell = cell_at(sheet, row_with(sheet, "an agent's name"), 0);
    const Link *link = cell->link;
    assert_true(str_eq(cell_at(link->to, link->row, 0)->text, cell->text));
    team_free(&c.team);
}

static void no_problems_are_said_to_be_none(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    make_team(&c);
    assert_true(says(sheet_named(&c, "Problems"), "None."));
    team_free(&c.team);
}

// ---- Measures, and what a transcript does not show

#define MEASURED                                                                     \
    SMALL_RUBRIC                                                                     \
    "- {id: tangibles, title: Tangibles, weight: 9, criteria: [\n"                   \
    "    {id: dress, ask: Was it tidy?, observable: no, reason: Nobody saw it.}]}\n" \
    "measures:\n"                                                                    \
    "- {id: evenness, title: Evenness, of: score, stat: spread, by: agent,\n"        \
    "   target: {at_most: 12}, tip: Do it every time., source: rule 5}\n"            \
    "- {id: turns, title: Turns, of: turns, stat: max, target: {at_least: 4}}\n"     \
    "- {id: length, of: duration, stat: mean, by: team, target: {at_most: 90 s}}\n"

static void measured_begin(Case *c) {
    case_begin(c);
    rubric_free(c->team.rubric);
    c->team.rubric = make_rubric(&c->team.arena, MEASURED);
    team_add(&c->team, "c1", "ann", 1, HELLO UPSET SORRY);
    team_add(&c->team, "c2", "ann", 2, BLUNT UPSET BLUNT);
    team_add(&c->team, "c3", "bob", 3, "agent @0-2: hello\ncustomer @3-95: well\n");
}

static void assert_cells(const Sheet *sheet, size_t row, size_t first,
                         const char *const texts[5]) {
    for (size_t i = 0; i < 5; i++) {
        const Cell *cell = cell_at(sheet, row, first + i);
        if (texts[i] && !str_eq(cell->text, str_from(texts[i])))
            fail_msg("cell %zu says '%.*s'", first + i, STR_ARG(cell->text));
    }
}

static void the_overview_tells_whose_measures_reach_their_target(void **state) {
    (void)state;
    Case c;
    measured_begin(&c);
    make_team(&c);
    const Sheet *overview = sheet_named(&c, "Overview");
    size_t row = row_with(overview, "Evenness");
    assert_cells(overview, row, 2,
                 (const char *[]){"met by 0 of 1 agent, missed by 1, too few calls of 1",
                                  "", "at most 12", "–", "3 of 3"});
    row = row_with(overview, "Turns");
    assert_true(cell_at(overview, row, 2)->number == 3);
    assert_cells(overview, row, 2,
                 (const char *[]){"", "–", "at least 4", "✗ missed", "3 of 3"});
    assert_cells(overview, row_with(overview, "length"), 1,
                 (const char *[]){"team not known", "1:35 min", "–", "at most 1:30 min",
                                  "– too few calls"});
    assert_int_equal(sheet_named(&c, "Measures")->rows.len, 3 + 4);
    team_free(&c.team);
}

static void an_agent_sees_the_measures_of_agents(void **state) {
    (void)state;
    Case c;
    measured_begin(&c);
    make_agent(&c, "ann");
    const Sheet *coaching = sheet_named(&c, "Coaching");
    size_t row = row_with(coaching, "Evenness");
    assert_cells(coaching, row, 2,
                 (const char *[]){NULL, "–", "at most 12", "✗ missed", "2 of 2"});
    assert_int_equal(row_with(coaching, "Do it every time."), row + 1);
    assert_false(says(coaching, "Turns"));
    const Sheet *marking = sheet_named(&c, "How this is marked");
    assert_true(says(marking,
                     "Score: spread between calls (standard deviation), for "
                     "each agent. Target: at most 12, judged from 2 calls on. Do "
                     "it every time. Source: rule 5"));
    team_free(&c.team);
}

static void a_principle_that_nobody_can_see_is_named_on_every_sheet(void **state) {
    (void)state;
    static const char *const SHEETS[] = {"Coaching", "Scorecard", "How this is marked",
                                         "Overview", "Heat map"};
    Case c;
    measured_begin(&c);
    make_agent(&c, "ann");
    team_book(&c.input, &c.book);
    for (size_t i = 0; i < COUNT(SHEETS); i++) {
        const Sheet *sheet = sheet_named(&c, SHEETS[i]);
        assert_true(says(sheet, "Tangibles") && says(sheet, "not to be seen in a trans"));
    }
    const Sheet *criteria = sheet_named(&c, "Criteria");
    assert_true(says(criteria, "Was it tidy? Not assessed: Nobody saw it."));
    const Sheet *marking = sheet_named(&c, "How this is marked");
    assert_true(says(marking, "Was it tidy? Not assessed: Nobody saw it."));
    size_t row = row_with(marking, "Share of the score") + 1;
    assert_true(cell_at(marking, row, 1)->number == 0.25); // of those that can be seen
    assert_true(str_eq(cell_at(marking, row + 2, 1)->text, STR("–")));
    team_free(&c.team);
}

static void its_weight_is_shared_among_the_rest(void **state) {
    (void)state;
    Case c;
    measured_begin(&c);
    make_team(&c);
    const Scorecard *card = &c.team.cards.items[0];
    assert_int_equal(card->principles.items[2].score, NO_SCORE);
    assert_int_equal(card->principles.items[2].applied, 0);
    assert_int_equal(card->principles.items[0].applied, 3250); // 1 of 4, of 13
    assert_int_equal(card->score, 100000);
    team_free(&c.team);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_coaching_page_says_what_the_numbers_are_worth),
        cmocka_unit_test(an_agent_without_any_assessed_call_has_a_book),
        cmocka_unit_test(the_rubric_is_told_in_words),
        cmocka_unit_test(measured_detectors_have_their_figures),
        cmocka_unit_test(unmeasured_detectors_are_said_to_be),
        cmocka_unit_test(problems_of_every_sort_are_listed),
        cmocka_unit_test(problems_of_one_reason_are_counted_together),
        cmocka_unit_test(no_problems_are_said_to_be_none),
        cmocka_unit_test(the_overview_tells_whose_measures_reach_their_target),
        cmocka_unit_test(an_agent_sees_the_measures_of_agents),
        cmocka_unit_test(a_principle_that_nobody_can_see_is_named_on_every_sheet),
        cmocka_unit_test(its_weight_is_shared_among_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
