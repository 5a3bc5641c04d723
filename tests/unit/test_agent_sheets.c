#include "make_book.h"

static void marks_lead_to_their_first_evidence(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    team_add(&c.team, "c2", "ann", 2, BLUNT UPSET BLUNT);
    make_agent(&c, "ann");
    const Sheet *scorecard = sheet_named(&c, "Scorecard");
    const Sheet *evidence = sheet_named(&c, "Evidence");
    size_t row = row_with(scorecard, "c2");
    for (size_t i = 8; i < scorecard->rows.items[row].count; i++) {
        const Cell *cell = cell_at(scorecard, row, i);
        if (!cell->link) continue;
        assert_ptr_equal(cell->link->to, evidence);
        assert_true(str_eq(cell_at(evidence, cell->link->row, 0)->text, STR("c2")));
    }
    const Cell *greets = cell_at(scorecard, row, 8);
    assert_true(str_eq(greets->text, STR("✗")));
    assert_has(greets->link->tip, "not met");
    assert_true(str_eq(cell_at(evidence, greets->link->row, 7)->text,
                       STR("i am so upset with this")));
    assert_true(str_eq(cell_at(evidence, greets->link->row, 8)->text,
                       STR("these things do happen")));
    team_free(&c.team);
}

static void what_was_missed_comes_first_and_is_printed(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    team_add(&c.team, "c2", "ann", 2, BLUNT UPSET BLUNT);
    make_agent(&c, "ann");
    const Sheet *evidence = sheet_named(&c, "Evidence");
    assert_int_equal(evidence->rows.len, 1 + 6);
    assert_int_equal(evidence->printed, 1 + 2);
    for (size_t row = 1; row < evidence->rows.len; row++)
        assert_int_equal(str_eq(cell_at(evidence, row, 5)->text, STR("✗ not met")),
                         row < 3);
    team_free(&c.team);
}

// Of 12 misses of each of two questions the latest five; the rest stand below.
static void of_many_misses_the_latest_are_printed(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    for (int i = 0; i < 12; i++)
        team_add(&c.team, i == 11 ? "last" : "c", "ann", i, BLUNT UPSET BLUNT);
    make_agent(&c, "ann");
    const Sheet *evidence = sheet_named(&c, "Evidence");
    assert_int_equal(evidence->printed, 1 + 2 * 5);
    for (size_t row = 1; row < 25; row++)
        assert_int_equal(str_eq(cell_at(evidence, row, 0)->text, STR("last")),
                         row == 1 || row == 6);
    team_free(&c.team);
}

static void what_nobody_decided_is_folded(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    make_agent(&c, "ann");
    const Sheet *scorecard = sheet_named(&c, "Scorecard");
    size_t row = row_with(scorecard, "truth");
    assert_int_equal(scorecard->folded.len, 1);
    assert_true(
        str_eq(cell_at(scorecard, row, scorecard->folded.items[0])->text, STR("truth")));
    team_free(&c.team);
}

static void calls_are_told_turn_by_turn(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    make_agent(&c, "ann");
    const Sheet *calls = sheet_named(&c, "Calls");
    size_t row = row_with(calls, "A good call: c1, 1970-01-02");
    const Cell *sorry = cell_at(calls, row_with(calls, "i am sorry so sorry"), 3);
    assert_int_equal(sorry->run_count, 2);
    assert_int_equal(row_with(calls, "hello there my friend"), row + 1);
    assert_has(cell_at(calls, row + 1, 4)->text, "✓ greets");
    assert_has(cell_at(calls, row + 3, 4)->text, "✓ feels");
    const Sheet *page = sheet_named(&c, "Coaching");
    const Link *link = cell_at(page, row_with(page, "c1 of 1970-01-02"), 1)->link;
    assert_ptr_equal(link->to, calls);
    assert_int_equal(link->row, row);
    team_free(&c.team);
}

static void words_of_one_turn_share_a_row(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    make_agent(&c, "ann");
    const Sheet *evidence = sheet_named(&c, "Evidence");
    const Cell *cell = cell_at(evidence, row_with(evidence, "i am sorry so sorry"), 8);
    assert_int_equal(cell->run_count, 2);
    assert_true(str_eq(str_slice(cell->text, cell->runs[1].start, cell->runs[1].end),
                       STR("sorry")));
    assert_int_equal(cell->runs[1].end, cell->text.len);
    team_free(&c.team);
}

static void a_long_turn_is_shown_around_its_words(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    Buf lines = {.arena = &c.team.arena};
    buf_text(&lines, HELLO UPSET "agent: ");
    for (int i = 0; i < 2000; i++) buf_text(&lines, i == 1000 ? "sorry " : "éclair ");
    buf_byte(&lines, '\0');
    team_add(&c.team, "c1", "ann", 1, lines.ptr);
    make_agent(&c, "ann");
    const Sheet *evidence = sheet_named(&c, "Evidence");
    const Cell *cell = cell_at(evidence, row_with(evidence, "clair"), 8);
    assert_in_range(cell->text.len, 600, 1500);
    assert_true(str_starts(cell->text, STR("… ")) && str_ends(cell->text, STR(" …")));
    assert_true(str_eq(str_slice(cell->text, cell->runs[0].start, cell->runs[0].end),
                       STR("sorry")));
    team_free(&c.team);
}

static void without_its_turns_a_call_has_the_words_alone(void **state) {
    (void)state;
    Case c;
    case_begin(&c);
    team_add(&c.team, "c1", "ann", 1, HELLO UPSET SORRY);
    c.team.cards.items[0].said.len = 0;
    make_agent(&c, "ann");
    const Sheet *evidence = sheet_named(&c, "Evidence");
    const Cell *cell = cell_at(evidence, row_with(evidence, "feels"), 8);
    assert_true(str_eq(cell->text, STR("sorry")));
    assert_true(says(sheet_named(&c, "Calls"), "was made without its turns"));
    team_free(&c.team);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_lead_to_their_first_evidence),
        cmocka_unit_test(what_was_missed_comes_first_and_is_printed),
        cmocka_unit_test(of_many_misses_the_latest_are_printed),
        cmocka_unit_test(what_nobody_decided_is_folded),
        cmocka_unit_test(calls_are_told_turn_by_turn),
        cmocka_unit_test(words_of_one_turn_share_a_row),
        cmocka_unit_test(a_long_turn_is_shown_around_its_words),
        cmocka_unit_test(without_its_turns_a_call_has_the_words_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
