#include "make_report.h"
#include "report/chart.h"
#include "report/xlsx.h"

#include <math.h>

typedef struct {
    Folder *folder;
    Book book;
    Sheet *sheet;
} Page;

static void page_begin(Page *page, void **state) {
    *page = (Page){.folder = *state};
    page->book = (Book){.arena = &page->folder->arena, .title = STR("Charts")};
    page->sheet = book_add(&page->book, STR("Page"));
    sheet_columns(page->sheet, 6, 15);
}

static const ChartPlace PLACE = {12, 0, 6, false};
#define NAMES (&(const ChartNames){STR("Score by week"), STR("Maya"), STR("the team")})

static ChartPoint point(const char *label, double mean, double margin) {
    return (ChartPoint){.label = str_from(label),
                        .own = {.count = 9,
                                .mean = mean,
                                .low = mean - margin,
                                .high = mean + margin,
                                .has_mean = true,
                                .has_interval = margin > 0},
                        .has_team = true,
                        .team = 66,
                        .floor = NO_SCORE};
}

static const Chart *only_chart(const Page *page) {
    assert_int_equal(page->sheet->charts.len, 1);
    return page->sheet->charts.items[0];
}

// Of the series with that look, the nth.
static const ChartSeries *series_of(const Chart *chart, Look look, size_t n) {
    vec_each(const ChartSeries, series, &chart->series)
        if (series->look == look && n-- == 0) return series;
    fail_msg("no such series");
    return NULL;
}

static size_t count_of(const Chart *chart, Look look) {
    size_t count = 0;
    vec_each(const ChartSeries, series, &chart->series) count += series->look == look;
    return count;
}

static double number_at(const Chart *chart, uint32_t row, uint32_t column) {
    const SheetRow *cells = &chart->data->rows.items[row];
    assert_true(column < cells->count);
    const Cell *cell = &chart->data->cells.items[cells->first + column];
    return cell->type == CELL_NUMBER ? cell->number : NAN;
}

static void a_line_has_its_points_in_cells(void **state) {
    Page page;
    page_begin(&page, state);
    const ChartPoint points[] = {point("W40", 71, 4), point("W41", 62, 8)};
    chart_line(page.sheet, PLACE, NAMES, points, 2);
    const ChartSeries *own = series_of(only_chart(&page), LOOK_LINE, 0);
    assert_int_equal(own->last - own->first, 1);
    assert_float_equal(number_at(only_chart(&page), own->first, own->y), 71, 0);
    assert_float_equal(number_at(only_chart(&page), own->last, own->x), 2, 0);
    const ChartSeries *team = series_of(only_chart(&page), LOOK_DASHED, 0);
    assert_float_equal(number_at(only_chart(&page), team->last, team->y), 66, 0);
}

static void whiskers_are_apart(void **state) {
    Page page;
    page_begin(&page, state);
    const ChartPoint points[] = {point("W40", 71, 4), point("W41", 62, 8)};
    chart_line(page.sheet, PLACE, NAMES, points, 2);
    const Chart *chart = only_chart(&page);
    const ChartSeries *whiskers = series_of(chart, LOOK_WHISKER, 0);
    const double wanted[] = {67, 75, NAN, 54, 70};
    for (uint32_t i = 0; i < 5; i++) {
        double number = number_at(chart, whiskers->first + i, whiskers->y);
        assert_true(isnan(wanted[i]) ? isnan(number) : number == wanted[i]);
    }
    assert_int_equal(whiskers->last, whiskers->first + 4);
    assert_float_equal(chart->y.from, 50, 0);
    assert_float_equal(chart->y.most, 80, 0);
}

static void another_rubric_begins_another_line(void **state) {
    Page page;
    page_begin(&page, state);
    ChartPoint points[] = {point("W40", 71, 4), point("W41", 62, 8), point("W42", 60, 8)};
    points[1].breaks = true;
    chart_line(page.sheet, PLACE, NAMES, points, 3);
    const Chart *chart = only_chart(&page);
    assert_int_equal(count_of(chart, LOOK_LINE), 2);
    assert_int_equal(series_of(chart, LOOK_LINE, 0)->last,
                     series_of(chart, LOOK_LINE, 0)->first);
    assert_int_equal(series_of(chart, LOOK_LINE, 1)->name.len, 0);
    assert_int_equal(count_of(chart, LOOK_DOTTED), 1);
}

static void too_few_calls_look_otherwise(void **state) {
    Page page;
    page_begin(&page, state);
    ChartPoint points[] = {point("Opening", 71, 4), point("Closing", 62, 0)};
    points[1].faint = true;
    points[0].floor = 40000;
    chart_dots(page.sheet, PLACE, NAMES, points, 2);
    const Chart *chart = only_chart(&page);
    const ChartSeries *faint = series_of(chart, LOOK_FAINT, 0);
    assert_float_equal(number_at(chart, faint->first, faint->x), 62, 0);
    assert_float_equal(number_at(chart, faint->first, faint->y), 1, 0);
    const ChartSeries *floor = series_of(chart, LOOK_DOTTED, 0);
    assert_float_equal(number_at(chart, floor->first, floor->x), 40, 0);
    const ChartSeries *whiskers = series_of(chart, LOOK_WHISKER, 0);
    assert_int_equal(whiskers->last, whiskers->first + 1);
}

static void it_is_told_in_words(void **state) {
    Page page;
    page_begin(&page, state);
    ChartPoint points[] = {point("Opening", 71, 4), {.label = STR("Closing")}};
    points[0].floor = 40000;
    chart_dots(page.sheet, PLACE, NAMES, points, 2);
    assert_string_equal(
        str_z(page.book.arena, only_chart(&page)->description),
        "Score by week, Maya with 95 % interval. Opening: 71.0 (67.0 to "
        "75.0) in 9 calls, the team 66.0, floor 40.0; Closing: no score;");
}

static void its_numbers_are_kept_in_the_file(void **state) {
    Page page;
    page_begin(&page, state);
    ChartPoint points[] = {point("W40", 71.25, 4), point("W41 & <b>", 62, 8)};
    chart_line(page.sheet, PLACE, NAMES, points, 2);
    chart_dots(page.sheet, PLACE, NAMES, points, 2);
    Texts bars = {(Str[]){STR("Maya")}, 1, 1};
    Texts bands = {(Str[]){STR("low"), STR("high")}, 2, 2};
    chart_bands(page.sheet, PLACE, STR("Bands"), &bars, &bands, (uint32_t[]){3, 4});
    sheet_fit(page.sheet);
    assert_true(xlsx_write(&page.book, path_in(page.folder, "c.xlsx"), 1));
    Str line = part_text(page.folder, "c.xlsx", "xl/charts/chart1.xml");
    assert_has(line, "<c:f>'Chart data'!$D$2:$D$3</c:f>");
    assert_has(line, "<c:v>71.25</c:v>");
    assert_has(line, "W41 &amp; &lt;b&gt;");
    assert_has(part_text(page.folder, "c.xlsx", "xl/workbook.xml"),
               "name=\"Chart data\" sheetId=\"2\" state=\"hidden\"");
    assert_has(part_text(page.folder, "c.xlsx", "xl/drawings/drawing1.xml"),
               "descr=\"Bands. Maya: low 3, high 4;\"");
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_setup, folder_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_line_has_its_points_in_cells),
        IN_FOLDER(whiskers_are_apart),
        IN_FOLDER(another_rubric_begins_another_line),
        IN_FOLDER(too_few_calls_look_otherwise),
        IN_FOLDER(it_is_told_in_words),
        IN_FOLDER(its_numbers_are_kept_in_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
