// What workbooks say of who checked the marks, and of what counts.
#include "make_report.h"
#include "report/books.h"
#include "report/proof_words.h"

static const Readers AUTOMATED = {.kind = READERS_AUTOMATED, .count = 2, .unread = true};
static const CriterionQuality JUDGED = {.calls = 40,
                                        .occasions = 12,
                                        .decided = 14,
                                        .shared = 12,
                                        .accusations = 5,
                                        .false_accusations = 1,
                                        .kappa = {true, 620, 450, 770},
                                        .readers = &AUTOMATED};

static void assert_says(Str words, const char *part) {
    if (!str_has(words, str_from(part)))
        fail_msg("'%.*s' lacks '%s'", STR_ARG(words), part);
}

static void a_rubric_that_nobody_checked_says_so(void **state) {
    (void)state;
    Team team;
    team_begin(&team);
    assert_says(checked_words(&team.arena, team.rubric), "Nobody has checked how far");
    assert_says(agreement_words(&team.arena, team.rubric, 0), "Nobody has checked it.");
    assert_says(agreement_words(&team.arena, team.rubric, 4), "No words to mistake");
    team_free(&team);
}

// The first criterion agrees with two automated readers, the others were never judged.
static void begin_proven(Team *team) {
    team_begin(team);
    team->rubric->agreement[0] = &JUDGED;
    team->rubric->score.count = COUNT_PROVEN;
    rubric_prove(&team->arena, team->rubric);
}

static void who_the_readers_were_is_said_and_what_counts(void **state) {
    (void)state;
    Team team;
    begin_proven(&team);
    Str words = checked_words(&team.arena, team.rubric);
    assert_says(words, "Checked against two automated readers, on calls that nobody had "
                       "read while it was worked on. 2 of 4 criteria count");
    assert_false(str_has(words, STR("against people")));
    assert_says(
        agreement_words(&team.arena, team.rubric, 0),
        "Counts. Kappa 0.62 (0.45 to 0.77) with two automated readers on 40 "
        "calls, of which 12 gave occasion; of 14 verdicts no reader shares 2, of 5 "
        "“not met” 1.");
    assert_says(agreement_words(&team.arena, team.rubric, 2),
                "Does not count: nobody has checked it.");
    team_free(&team);
}

// Whether a sheet of a workbook has a cell with these words.
static bool says(const Book *book, const char *name, const char *part) {
    vec_each(Sheet *const, sheet, &book->sheets) {
        if (!str_eq((*sheet)->name, str_from(name))) continue;
        vec_each(const Cell, cell, &(*sheet)->cells)
            if (str_has(cell->text, str_from(part))) return true;
    }
    return false;
}

static void what_does_not_count_is_for_a_person_to_check(void **state) {
    (void)state;
    Team team;
    begin_proven(&team);
    team_add(&team, "c1", "ann", 1,
             "agent: these things happen\ncustomer: i am so upset\nagent: they do\n");
    team_end(&team);
    Diags problems = {.arena = &team.arena};
    ReportInput input = {
        .tally = &team.tally,
        .period = &team.period,
        .earlier = &team.earlier,
        .trends = &team.trends,
        .problems = &problems,
        .version = STR("1"),
    };
    Book book = {.arena = &team.arena};
    agent_book(&input, team_agent(&team, "ann"), &book);
    assert_true(says(&book, "Coaching", "two automated readers"));
    assert_true(says(&book, "Coaching", "For a person to check, not counted"));
    assert_true(
        says(&book, "Coaching", "Did they feel with them? Perhaps not in 1 of 1"));
    assert_true(says(&book, "Scorecard", "feels °"));
    assert_true(says(&book, "Evidence", "not counted"));
    team_free(&team);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rubric_that_nobody_checked_says_so),
        cmocka_unit_test(who_the_readers_were_is_said_and_what_counts),
        cmocka_unit_test(what_does_not_count_is_for_a_person_to_check),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
