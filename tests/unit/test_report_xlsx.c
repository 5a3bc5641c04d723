#include "make_report.h"
#include "report/package.h"
#include "report/xlsx.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define STRINGS "xl/sharedStrings.xml"
#define SHEET1  "xl/worksheets/sheet1.xml"

enum { CREATED = 1600000000 };

static Book new_book(Folder *folder) {
    return (Book){.arena = &folder->arena, .title = STR("R&D <team>")};
}

static void write_book(Folder *folder, const Book *book, const char *name) {
    for (size_t i = 0; i < book->sheets.len; i++) sheet_fit(book->sheets.items[i]);
    assert_true(xlsx_write(book, path_in(folder, name), CREATED * INT64_C(1000)));
}

// A book of one sheet with one cell.
static Cell *one_cell(Folder *folder, Book *book, Str text) {
    *book = new_book(folder);
    Sheet *sheet = book_add(book, STR("Sheet"));
    sheet_column(sheet, 20);
    sheet_row(sheet);
    return cell_text(sheet, STYLE_TEXT, text);
}

static Str strings_with(Folder *folder, Str text, const Run *runs, size_t count) {
    Book book;
    Cell *cell = one_cell(folder, &book, text);
    cell->runs = runs;
    cell->run_count = (uint32_t)count;
    write_book(folder, &book, "b.xlsx");
    return part_text(folder, "b.xlsx", STRINGS);
}

static void text_is_never_a_formula(void **state) {
    Folder *folder = *state;
    Str strings = strings_with(folder, STR("=HYPERLINK(\"http://x\")"), NULL, 0);
    assert_has(strings, "<t>=HYPERLINK(\"http://x\")</t>");
    assert_has_not(part_text(folder, "b.xlsx", SHEET1), "<f>");
}

static void text_is_escaped_once(void **state) {
    Folder *folder = *state;
    assert_has(strings_with(folder, STR("<r><t>&amp;</t></r>"), NULL, 0),
               "<t>&lt;r&gt;&lt;t&gt;&amp;amp;&lt;/t&gt;&lt;/r&gt;</t>");
}

static void runs_stand_out(void **state) {
    Folder *folder = *state;
    const Run runs[] = {{0, 3}, {8, 11}};
    Str strings = strings_with(folder, STR("one two <b> four"), runs, 2);
    assert_has(strings, "<r><rPr><b/>");
    assert_has(strings, "<t>one</t>");
    assert_has(strings, "<t xml:space=\"preserve\"> two </t>");
    assert_has(strings, "<t>&lt;b&gt;</t>");
    assert_has(strings, "<t xml:space=\"preserve\"> four</t>");
}

static void a_run_may_be_all_of_the_text(void **state) {
    Folder *folder = *state;
    assert_has(strings_with(folder, STR("élan"), &(Run){0, 5}, 1), "<b/>");
    assert_has(part_text(folder, "b.xlsx", STRINGS), "<t>é</t>");
    assert_has(part_text(folder, "b.xlsx", STRINGS), "<t>lan</t>");
}

static void odd_runs_are_no_error(void **state) {
    Folder *folder = *state;
    assert_has(strings_with(folder, STR("x"), &(Run){0, 1}, 1), "<t>x</t>");
    assert_has(strings_with(folder, STR("abc"), &(Run){1, 1}, 1), "<t>abc</t>");
    strings_with(folder, STR("\r"), &(Run){0, 1}, 1);
    strings_with(folder, (Str){0}, &(Run){0, 0}, 1);
    const Run touching[] = {{0, 1}, {1, 2}};
    assert_has(strings_with(folder, STR("ab"), touching, 2), "<b/>");
}

static void words_go_before_looks(void **state) {
    Folder *folder = *state;
    Buf text = {.arena = &folder->arena};
    for (int i = 0; i < 30000; i++) buf_byte(&text, '&'); // five letters each in XML
    Str strings = strings_with(folder, buf_str(&text), &(Run){0, 9}, 1);
    assert_true(strings.len > 150000);
    assert_has_not(strings, "<b/>");
}

static void numbers_are_numbers(void **state) {
    Folder *folder = *state;
    Book book = new_book(folder);
    Sheet *sheet = book_add(&book, STR("Sheet"));
    sheet_columns(sheet, 3, 10);
    sheet_row(sheet);
    cell_count(sheet, 12);
    cell_score(sheet, STYLE_TEXT, 78500);
    cell_day(sheet, INT64_C(1602493200000)); // 2020-10-12T09:00:00Z
    write_book(folder, &book, "b.xlsx");
    Str xml = part_text(folder, "b.xlsx", SHEET1);
    assert_has(xml, "<v>12</v>");
    assert_has(xml, "<v>78.5</v>");
    assert_has(xml, "<v>44116</v>");
}

static void links_lead_to_where_rows_came_to_stand(void **state) {
    Folder *folder = *state;
    Book book = new_book(folder);
    Sheet *from = book_add(&book, STR("From")), *to = book_add(&book, STR("To"));
    sheet_column(to, 10);
    sheet_row(to);
    cell_text(to, STYLE_HEADER, STR("title"));
    sheet_freeze(to, 0, true);
    to->row_limit = 3;
    for (int i = 0; i < 5; i++) sheet_row(to), cell_count(to, (uint64_t)i);
    sheet_row(from);
    for (uint32_t row = 1; row <= 5; row++)
        cell_link(cell_text(from, STYLE_LINK, STR("go")), to, row);
    write_book(folder, &book, "b.xlsx");
    Str xml = part_text(folder, "b.xlsx", SHEET1), names;
    assert_has(xml, "location=\"'To'!A2\"");
    assert_has(xml, "location=\"'To'!A3\"");
    assert_has(xml, "location=\"'To 2'!A2\"");
    assert_has(xml, "location=\"'To 3'!A2\"");
    names = part_text(folder, "b.xlsx", "xl/workbook.xml");
    assert_has(names, "name=\"To 3\"");
    assert_has_not(names, "name=\"To 4\"");
    assert_has(part_text(folder, "b.xlsx", "xl/worksheets/sheet4.xml"), "A1:A2");
}

static void links_lead_to_other_files_whatever_they_are_called(void **state) {
    Folder *folder = *state;
    Book book = new_book(folder);
    Sheet *sheet = book_add(&book, STR("Sheet"));
    sheet_row(sheet);
    Cell *cell = cell_text(sheet, STYLE_LINK, STR("go"));
    cell_file(sheet, cell, STR("agents/a#1 50% \xc3\xa9.xlsx"));
    write_book(folder, &book, "b.xlsx");
    Str links = part_text(folder, "b.xlsx", "xl/worksheets/_rels/sheet1.xml.rels");
    assert_has(links, "a%231%2050%25%20%C3%A9.xlsx\" TargetMode=\"External\"");
}

static void sheets_are_set_up_for_print(void **state) {
    Folder *folder = *state;
    Book book = new_book(folder);
    Sheet *sheet = book_add(&book, STR("Sheet"));
    sheet_columns(sheet, 2, 10);
    sheet_row(sheet);
    cell_text(sheet, STYLE_HEADER, STR("title"));
    sheet_freeze(sheet, 1, true);
    sheet_row(sheet);
    cell_count(sheet, 50);
    sheet_shade(sheet, SHADE_BAR, 100, 1, 0);
    sheet_shade(sheet, SHADE_HEAT, 100, 1, 0);
    write_book(folder, &book, "b.xlsx");
    Str xml = part_text(folder, "b.xlsx", SHEET1);
    assert_has(xml, "orientation=\"landscape\"");
    assert_has(xml, "fitToHeight=\"0\"");
    assert_has(xml, "xSplit=\"1\" ySplit=\"1\"");
    assert_has(xml, "<autoFilter ref=\"A1:B2\"/>");
    assert_has(xml, "type=\"dataBar\"");
    assert_has(xml, "type=\"colorScale\"");
    assert_has(xml, "R&amp;&amp;D &lt;team&gt; · Sheet&amp;R&amp;8page &amp;P of &amp;N");
    assert_has(part_text(folder, "b.xlsx", "xl/workbook.xml"), "_xlnm.Print_Titles");
}

static void bytes_depend_on_the_book_alone(void **state) {
    Folder *folder = *state;
    Book book;
    one_cell(folder, &book, STR("words"));
    write_book(folder, &book, "a.xlsx");
    write_book(folder, &book, "b.xlsx");
    assert_true(str_eq(file_text(folder, "a.xlsx"), file_text(folder, "b.xlsx")));
    assert_has(part_text(folder, "a.xlsx", "docProps/core.xml"), "2020-09-13T12:26:40Z");
}

static void no_time_of_creation_is_no_clock(void **state) {
    Folder *folder = *state;
    Book book;
    one_cell(folder, &book, STR("words"));
    assert_true(xlsx_write(&book, path_in(folder, "b.xlsx"), 0));
    assert_has(part_text(folder, "b.xlsx", "docProps/core.xml"), "1970-01-01T00:00:01Z");
}

static void a_place_that_cannot_be_written_is_an_error(void **state) {
    Folder *folder = *state;
    Book book;
    one_cell(folder, &book, STR("words"));
    assert_false(xlsx_write(&book, path_in(folder, "no/b.xlsx"), CREATED));
    assert_int_equal(errno, ENOENT);
}

// In a child: a disk that takes files up to `size` only. 0 when the book was refused.
static int write_small(Folder *folder, const Book *book, rlim_t size) {
    signal(SIGXFSZ, SIG_IGN);
    if (!freopen("/dev/null", "w", stderr)) return 2; // the library complains there
    const struct rlimit limit = {size, size};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    return xlsx_write(book, path_in(folder, "b.xlsx"), CREATED);
}

static void a_full_disk_is_an_error_and_leaves_nothing(void **state) {
    Folder *folder = *state;
    Book book;
    one_cell(folder, &book, STR("words"));
    for (uint64_t i = 0; i < 3000; i++)
        sheet_row(book.sheets.items[0]), cell_count(book.sheets.items[0], i);
    // Too small for the package; for a part only, which is made in memory.
    static const rlim_t SIZES[] = {100, 3000, 60000};
    for (size_t i = 0; i < COUNT(SIZES); i++) {
        fflush(NULL);
        pid_t child = fork();
        if (!child) _exit(write_small(folder, &book, SIZES[i]));
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_int_equal(WEXITSTATUS(status), i == 2);
        assert_int_equal(file_exists(folder, "b.xlsx"), i == 2);
    }
    assert_true(xlsx_write(&book, path_in(folder, "whole.xlsx"), CREATED));
    assert_true(str_eq(file_text(folder, "b.xlsx"), file_text(folder, "whole.xlsx")));
}

static void a_package_without_a_part_is_not_whole(void **state) {
    Folder *folder = *state;
    Book book;
    one_cell(folder, &book, STR("words"));
    write_book(folder, &book, "b.xlsx");
    Str whole = file_text(folder, "b.xlsx");
    size_t second = 1;
    while (!str_starts(str_slice(whole, second, whole.len), STR("PK\3\4"))) second++;
    assert_false(package_whole(str_slice(whole, second, whole.len)));
}

static void a_package_cut_short_is_not_whole(void **state) {
    Folder *folder = *state;
    Book book;
    one_cell(folder, &book, STR("words"));
    write_book(folder, &book, "b.xlsx");
    Str whole = file_text(folder, "b.xlsx");
    assert_true(package_whole(whole));
    for (size_t size = 0; size < whole.len; size++)
        assert_false(package_whole(str_slice(whole, 0, size)));
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_setup, folder_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(text_is_never_a_formula),
        IN_FOLDER(text_is_escaped_once),
        IN_FOLDER(runs_stand_out),
        IN_FOLDER(a_run_may_be_all_of_the_text),
        IN_FOLDER(odd_runs_are_no_error),
        IN_FOLDER(words_go_before_looks),
        IN_FOLDER(numbers_are_numbers),
        IN_FOLDER(links_lead_to_where_rows_came_to_stand),
        IN_FOLDER(links_lead_to_other_files_whatever_they_are_called),
        IN_FOLDER(sheets_are_set_up_for_print),
        IN_FOLDER(bytes_depend_on_the_book_alone),
        IN_FOLDER(no_time_of_creation_is_no_clock),
        IN_FOLDER(a_place_that_cannot_be_written_is_an_error),
        IN_FOLDER(a_full_disk_is_an_error_and_leaves_nothing),
        IN_FOLDER(a_package_without_a_part_is_not_whole),
        IN_FOLDER(a_package_cut_short_is_not_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
