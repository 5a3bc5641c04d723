#include "report/chart.h"
#include "report/html.h"
#include "report/html_text.h"

#include "make_report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct {
    Arena arena;
    Book book;
    Sheet *sheet;
} Page;

static void page_begin(Page *page) {
    *page = (Page){0};
    page->book = (Book){.arena = &page->arena, .title = STR("Tom & <Jerry>")};
    page->sheet = book_add(&page->book, STR("First"));
    sheet_columns(page->sheet, 2, 10);
}

static Str page_html(Page *page) {
    static const char *const NAMES[] = {"First", "Not there", NULL};
    Buf out = {.arena = &page->arena};
    html_put(&out, &page->book, NAMES);
    return buf_str(&out);
}

static Cell *put_text(Page *page, Style style, Str text) {
    sheet_row(page->sheet);
    cell_text(page->sheet, STYLE_LABEL, STR("Label"));
    return cell_text(page->sheet, style, text);
}

// ---- Text

static void text_is_never_markup(void **state) {
    (void)state;
    const struct {
        Str text, wanted;
    } CASES[] = {
        {STR("<script>alert('1')</script>"),
         STR("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")},
        {STR("\" onload=\"x"), STR("&quot; onload=&quot;x")},
        {STR("&lt; && &#60;"), STR("&amp;lt; &amp;&amp; &amp;#60;")},
        {STR("a\0b\x1b\x7f\tc\n"), STR("a\ufffdb\ufffd\ufffd\tc\n")},
        {STR("\xc2\x85|\u202e|\u2066|\u2069|\u202c|\ufffe"),
         STR("\ufffd|\ufffd|\ufffd|\ufffd|\ufffd|\ufffd")},
        {STR("\xff|\xc3"), STR("\ufffd|\ufffd")},
        {STR("h\u00e9 \u05d0\u200f \U0001f469\u200d\U0001f4bb"),
         STR("h\u00e9 \u05d0\u200f \U0001f469\u200d\U0001f4bb")},
    };
    Arena arena = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Buf out = {.arena = &arena};
        html_text_put(&out, CASES[i].text);
        assert_true(str_eq(buf_str(&out), CASES[i].wanted));
    }
    arena_free(&arena);
}

static void names_and_words_are_escaped_wherever_they_stand(void **state) {
    (void)state;
    static const Run RUNS[] = {{0, 3}};
    Page page;
    page_begin(&page);
    Sheet *other = book_add(&page.book, STR("\"O\" <b>"));
    sheet_column(other, 10);
    sheet_line(other, STYLE_TEXT, STR("</p><hr>"));
    Cell *cell = put_text(&page, STYLE_LINK, STR("<i>"));
    cell_link(cell, other, 0)->tip = STR("\"><img>");
    cell->runs = RUNS;
    cell->run_count = COUNT(RUNS);
    Str html = page_html(&page);
    assert_has(html, "<title>Tom &amp; &lt;Jerry&gt;</title>");
    assert_has(html, "title=\"&quot;&gt;&lt;img&gt;\"><mark>&lt;i&gt;</mark></a>");
    assert_has(html, ">&quot;O&quot; &lt;b&gt;</h2>");
    assert_has(html, "&lt;/p&gt;&lt;hr&gt;</p>");
    assert_has_not(html, "<hr");
    assert_has_not(html, "<img");
    arena_free(&page.arena);
}

// ---- Sheets

static void titles_and_headings_are_in_order(void **state) {
    (void)state;
    Page page;
    page_begin(&page);
    sheet_line(page.sheet, STYLE_TITLE, STR("The first page"));
    sheet_heading(page.sheet, STR("A part"));
    sheet_line(page.sheet, STYLE_ALERT, STR("Look out"));
    Str html = page_html(&page);
    assert_has(html, "<h1 class=\"title\">Tom &amp; &lt;Jerry&gt;</h1>");
    assert_has(html, "<h2 class=\"title\" id=\"s1t\">The first page</h2>\n"
                     "<h3 class=\"heading\">A part</h3>\n"
                     "<p class=\"alert\"><strong>Look out</strong></p>");
    assert_has_not(html, "<table");
    arena_free(&page.arena);
}

static void headers_name_columns_and_rows(void **state) {
    (void)state;
    Page page;
    page_begin(&page);
    sheet_row(page.sheet);
    cell_text(page.sheet, STYLE_HEADER, (Str){0});
    cell_text(page.sheet, STYLE_HEADER_RIGHT, STR("Score"));
    sheet_row(page.sheet);
    cell_text(page.sheet, STYLE_STRONG, STR("Maya"));
    cell_number(page.sheet, STYLE_TEXT, NUMBER_SCORE, 78.25);
    put_text(&page, STYLE_WRAP, STR("words"));
    Str html = page_html(&page);
    assert_has(html, "<thead>\n<tr>\n<td class=\"header\"></td>\n"
                     "<th class=\"header-right\" scope=\"col\">Score</th>\n");
    assert_has(html, "<th class=\"strong\" scope=\"row\"><strong>Maya</strong></th>\n"
                     "<td class=\"text number\">78.2</td>\n");
    assert_has(html, "<th class=\"label\" scope=\"row\">Label</th>\n"
                     "<td class=\"wrap\">words</td>\n");
    arena_free(&page.arena);
}

static void numbers_look_as_in_the_workbook(void **state) {
    (void)state;
    static const struct {
        NumberFormat format;
        double number;
        const char *wanted;
    } CASES[] = {
        {NUMBER_COUNT, 12, ">12<"},     {NUMBER_SCORE, 78.44, ">78.4<"},
        {NUMBER_GAIN, 4.2, ">+4.2<"},   {NUMBER_WEIGHT, 2.5, ">2.5<"},
        {NUMBER_WEIGHT, 3, ">3<"},      {NUMBER_POINTS, 0.834, ">0.83<"},
        {NUMBER_SHARE, 0.62, ">62 %<"}, {NUMBER_DAY, 86400000, ">1970-01-02<"},
    };
    Page page;
    page_begin(&page);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        sheet_row(page.sheet);
        cell_text(page.sheet, STYLE_TEXT, STR("n"));
        cell_number(page.sheet, STYLE_TEXT, CASES[i].format, CASES[i].number);
    }
    Str html = page_html(&page);
    for (size_t i = 0; i < COUNT(CASES); i++) assert_has(html, CASES[i].wanted);
    arena_free(&page.arena);
}

// Two tables, each under the header that stays in sight.
static void the_header_stands_over_each_table(void **state) {
    (void)state;
    static const SheetColumn COLUMNS[] = {{"Turn", 5}, {"Said", 50}};
    Page page;
    page_begin(&page);
    page.sheet->columns.len = 0;
    sheet_headers(page.sheet, COLUMNS, COUNT(COLUMNS));
    sheet_freeze(page.sheet, 1, false);
    for (int i = 0; i < 2; i++) {
        sheet_heading(page.sheet, STR("A call"));
        sheet_row(page.sheet);
        cell_count(page.sheet, 1);
        cell_text(page.sheet, STYLE_WRAP, STR("good morning"));
    }
    Str html = page_html(&page);
    const char *table = "</h3>\n<table>\n<colgroup><col style=\"width:9.1%\">";
    const char *first = strstr(str_z(&page.arena, html), table);
    assert_non_null(first);
    assert_non_null(strstr(first + 1, table));
    assert_has(html, "scope=\"col\">Turn</th>\n");
    assert_has(html, "<th class=\"text number\" scope=\"row\">1</th>");
    arena_free(&page.arena);
}

static void links_lead_to_the_rows_of_other_sheets(void **state) {
    (void)state;
    Page page;
    page_begin(&page);
    Sheet *other = book_add(&page.book, STR("Evidence"));
    sheet_column(other, 10);
    sheet_line(other, STYLE_TEXT, STR("nobody asks for this"));
    sheet_line(other, STYLE_TEXT, STR("the words"));
    cell_link(put_text(&page, STYLE_LINK, STR("see there")), other, 1);
    Str html = page_html(&page);
    assert_has(html, "<a href=\"#s2r1\">see there</a>");
    assert_has(html, "<p class=\"text\" id=\"s2r1\">the words</p>");
    assert_has_not(html, "nobody asks");
    arena_free(&page.arena);
}

// ---- Charts

static void charts_have_their_words(void **state) {
    (void)state;
    ChartPoint points[3];
    for (int i = 0; i < 3; i++)
        points[i] = (ChartPoint){.label = STR("<W>"),
                                 .own = {.count = 9,
                                         .mean = 60 + i,
                                         .low = 55,
                                         .high = 65,
                                         .has_mean = i != 1,
                                         .has_interval = i != 1},
                                 .floor = NO_SCORE};
    Page page;
    page_begin(&page);
    chart_line(page.sheet, (ChartPlace){12, 0, 2, false},
               &(ChartNames){STR("By <week>"), STR("May & co"), (Str){0}}, points, 3);
    Str html = page_html(&page);
    assert_has(html, "<svg role=\"img\" aria-labelledby=\"s1c0t\" "
                     "aria-describedby=\"s1c0d\"");
    assert_has(html, "<title id=\"s1c0t\">By &lt;week&gt;</title>");
    assert_has(html, "<desc id=\"s1c0d\">By &lt;week&gt;, May &amp; co with 95 % "
                     "interval. &lt;W&gt;: 60.0 (55.0 to 65.0) in 9 calls;");
    assert_has(html, "</svg> May &amp; co</span>");
    assert_has_not(html, "nan");
    arena_free(&page.arena);
}

static void too_few_calls_have_a_mark_of_their_own(void **state) {
    (void)state;
    ChartPoint point = {.label = STR("Care"),
                        .own = {.count = 2, .mean = 50, .has_mean = true},
                        .floor = NO_SCORE,
                        .faint = true};
    Page page;
    page_begin(&page);
    chart_dots(page.sheet, (ChartPlace){12, 0, 2, false},
               &(ChartNames){STR("Principles"), STR("May"), (Str){0}}, &point, 1);
    Str html = page_html(&page);
    assert_has(html, "z\" fill=\"#8a8a8a\"/>\n</svg> too few calls to rely on");
    assert_has_not(html, "<circle");
    arena_free(&page.arena);
}

static void bars_are_told_in_words(void **state) {
    (void)state;
    Str bars[] = {STR("Desk")}, bands[] = {STR("Good"), STR("Poor")};
    const uint32_t counts[] = {3, 1};
    Page page;
    page_begin(&page);
    chart_bands(page.sheet, (ChartPlace){12, 0, 2, false}, STR("Calls"),
                &(Texts){bars, 1, 1}, &(Texts){bands, 2, 2}, counts);
    assert_has(page_html(&page),
               "<figcaption>Calls. Desk: Good 3, Poor 1;</figcaption>\n</figure>");
    arena_free(&page.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_never_markup),
        cmocka_unit_test(names_and_words_are_escaped_wherever_they_stand),
        cmocka_unit_test(titles_and_headings_are_in_order),
        cmocka_unit_test(headers_name_columns_and_rows),
        cmocka_unit_test(numbers_look_as_in_the_workbook),
        cmocka_unit_test(the_header_stands_over_each_table),
        cmocka_unit_test(links_lead_to_the_rows_of_other_sheets),
        cmocka_unit_test(charts_have_their_words),
        cmocka_unit_test(too_few_calls_have_a_mark_of_their_own),
        cmocka_unit_test(bars_are_told_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
