#include "report/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static Sheet *make_sheet(Arena *arena) {
    static Book book;
    book = (Book){.arena = arena};
    return book_add(&book, STR("Sheet"));
}

static void rows_hold_their_cells(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet *sheet = make_sheet(&arena);
    assert_int_equal(sheet_row(sheet), 0);
    cell_text(sheet, STYLE_TEXT, STR("a"));
    cell_count(sheet, 3);
    assert_int_equal(sheet_row(sheet), 1);
    cell_none(sheet);
    assert_int_equal(sheet->rows.items[0].count, 2);
    assert_int_equal(sheet->rows.items[1].first, 2);
    assert_int_equal(sheet->cells.items[1].type, CELL_NUMBER);
    arena_free(&arena);
}

static void a_span_covers_empty_cells(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet *sheet = make_sheet(&arena);
    sheet_row(sheet);
    cell_text(sheet, STYLE_TEXT, STR("wide"));
    cell_span(sheet, 3);
    assert_int_equal(sheet->rows.items[0].count, 3);
    assert_int_equal(sheet->cells.items[0].span, 3);
    assert_int_equal(sheet->cells.items[2].type, CELL_EMPTY);
    arena_free(&arena);
}

static void scores_and_days_may_be_missing(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet *sheet = make_sheet(&arena);
    sheet_row(sheet);
    assert_int_equal(cell_score(sheet, STYLE_TEXT, NO_SCORE)->type, CELL_TEXT);
    assert_int_equal(cell_day(sheet, NO_TIME)->type, CELL_TEXT);
    assert_true(cell_score(sheet, STYLE_TEXT, 78500)->number == 78.5);
    arena_free(&arena);
}

static void every_verdict_has_a_sign_of_its_own(void **state) {
    (void)state;
    for (Verdict v = VERDICT_MET; v < VERDICT_COUNT; v++)
        for (Verdict w = VERDICT_MET; w < v; w++)
            assert_false(str_starts(verdict_sign(v), str_slice(verdict_sign(w), 0, 3)));
    assert_true(str_eq(verdict_sign(VERDICT_NOT_ASSESSABLE), STR("? not assessable")));
    assert_true(str_eq(verdict_sign(VERDICT_NOT_MET), STR("✗ not met")));
}

static void a_sign_alone_is_one_character(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet *sheet = make_sheet(&arena);
    sheet_row(sheet);
    assert_true(str_eq(cell_sign(sheet, VERDICT_MET)->text, STR("✓")));
    assert_true(str_eq(cell_sign(sheet, VERDICT_NOT_APPLICABLE)->text, STR("–")));
    arena_free(&arena);
}

static void long_sheets_go_on_under_the_same_header(void **state) {
    (void)state;
    Sheet sheet = {.header_rows = 1, .row_limit = 4};
    static const struct {
        uint32_t row, part, row_there;
    } ROWS[] = {{0, 0, 0}, {1, 0, 1}, {3, 0, 3}, {4, 1, 1}, {6, 1, 3}, {7, 2, 1}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        assert_int_equal(sheet_part(&sheet, ROWS[i].row), ROWS[i].part);
        assert_int_equal(sheet_part_row(&sheet, ROWS[i].row), ROWS[i].row_there);
    }
}

static void a_shade_needs_rows(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet *sheet = make_sheet(&arena);
    sheet_row(sheet);
    sheet_shade(sheet, SHADE_BAR, 100, 1, 0);
    assert_int_equal(sheet->shades.len, 0);
    sheet_shade(sheet, SHADE_BAR, 100, 0, 0);
    assert_int_equal(sheet->shades.len, 1);
    arena_free(&arena);
}

// ---- Fitting

static void wrapping_counts_lines(void **state) {
    (void)state;
    assert_int_equal(wrapped_lines((Str){0}, 10), 1);
    assert_int_equal(wrapped_lines(STR("one"), 10), 1);
    assert_int_equal(wrapped_lines(STR("a\nb\nc"), 10), 3);
    assert_int_equal(wrapped_lines(STR("oooo oooo oooo"), 5), 3);
    assert_int_equal(wrapped_lines(STR("oooooooooooooooooooo"), 5), 4);
    assert_int_equal(wrapped_lines(STR("oooooooo"), 0), 8);
}

static void narrow_letters_need_less_room(void **state) {
    (void)state;
    assert_true(text_width(STR("illicit")) < text_width(STR("mammoth")) / 1.5);
    assert_true(text_width(STR("漢字")) == 4);
    assert_true(text_width(STR("\xff\xff")) > 0);
}

static void wrapped_text_makes_its_row_higher(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet *sheet = make_sheet(&arena);
    sheet_columns(sheet, 2, 10);
    Str words = STR("some words that do not fit into a column of ten");
    for (int i = 0; i < 3; i++) sheet_row(sheet), cell_text(sheet, STYLE_WRAP, words);
    cell_span(sheet, 2);
    sheet_row(sheet);
    cell_text(sheet, STYLE_TEXT, words);
    sheet_fit(sheet);
    const SheetRow *rows = sheet->rows.items;
    assert_true(rows[0].lines > rows[2].lines && rows[2].lines > rows[3].lines);
    assert_true(rows[3].lines == 1);
    arena_free(&arena);
}

static void headers_end_where_their_numbers_do(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet *sheet = make_sheet(&arena);
    sheet_columns(sheet, 4, 10);
    sheet_row(sheet);
    for (int i = 0; i < 4; i++) cell_text(sheet, STYLE_HEADER, STR("title"));
    sheet_row(sheet);
    cell_text(sheet, STYLE_TEXT, STR("a"));
    cell_count(sheet, 1);
    cell_none(sheet);
    cell_day(sheet, 0);
    sheet_fit(sheet);
    static const Style WANTED[] = {STYLE_HEADER, STYLE_HEADER_RIGHT, STYLE_HEADER_RIGHT,
                                   STYLE_HEADER};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(sheet->cells.items[i].style, WANTED[i]);
    arena_free(&arena);
}

static void links_past_what_a_worksheet_holds_are_text(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet *sheet = make_sheet(&arena);
    for (uint32_t i = 0; i < SHEET_LINKS + 2; i++) {
        sheet_row(sheet);
        cell_link(cell_text(sheet, STYLE_TEXT, STR("a")), sheet, i);
    }
    sheet->row_limit = SHEET_LINKS; // the last two stand in a worksheet of their own
    assert_int_equal(book_limit_links(sheet->book), 0);
    assert_int_equal(sheet->note.len, 0);
    sheet->row_limit = SHEET_ROWS;
    assert_int_equal(book_limit_links(sheet->book), 2);
    assert_true(sizeof(Cell) <= 48); // a book of a year has a million of them
    assert_non_null(sheet->cells.items[SHEET_LINKS - 1].link);
    assert_null(sheet->cells.items[SHEET_LINKS].link);
    assert_true(sheet->note.len > 0);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_hold_their_cells),
        cmocka_unit_test(a_span_covers_empty_cells),
        cmocka_unit_test(scores_and_days_may_be_missing),
        cmocka_unit_test(every_verdict_has_a_sign_of_its_own),
        cmocka_unit_test(a_sign_alone_is_one_character),
        cmocka_unit_test(long_sheets_go_on_under_the_same_header),
        cmocka_unit_test(links_past_what_a_worksheet_holds_are_text),
        cmocka_unit_test(a_shade_needs_rows),
        cmocka_unit_test(wrapping_counts_lines),
        cmocka_unit_test(narrow_letters_need_less_room),
        cmocka_unit_test(wrapped_text_makes_its_row_higher),
        cmocka_unit_test(headers_end_where_their_numbers_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
