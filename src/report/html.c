#include "report/html.h"

#include "base/date.h"
#include "report/chart.h"
#include "report/html_chart.h"
#include "report/html_style.h"
#include "report/html_text.h"

#include <math.h>

// A sheet on the page: all of it, or the rows that are linked.
typedef struct {
    const Sheet *sheet;
    bool whole;
    bool *linked; // rows that a link of the page leads to
} Part;

typedef struct {
    Buf *out;
    VEC(Part) parts; // from 1 on, as their ids have it: "s1"
} Page;

// ---- What stands on it

static Part *find_part(const Page *page, const Sheet *sheet) {
    vec_each(Part, part, &page->parts)
        if (part->sheet == sheet) return part;
    return NULL;
}

static Part *add_part(Page *page, const Sheet *sheet, bool whole) {
    Arena *arena = page->out->arena;
    Part *part = vec_push(arena, &page->parts);
    *part = (Part){sheet, whole, arena_array(arena, bool, sheet->rows.len)};
    return part;
}

static void add_named(Page *page, const Book *book, const char *const *names) {
    for (; *names; names++)
        vec_each(Sheet *const, sheet, &book->sheets)
            if (str_eq((*sheet)->name, str_from(*names))) add_part(page, *sheet, true);
}

static void add_linked(Page *page) {
    size_t named = page->parts.len;
    for (size_t i = 0; i < named; i++) {
        const Sheet *from = page->parts.items[i].sheet;
        vec_each(const Cell, cell, &from->cells) {
            const Link *link = cell->link;
            if (!link || !link->to) continue;
            Part *part = find_part(page, link->to);
            if (!part) part = add_part(page, link->to, false);
            part->linked[link->row] = true;
        }
    }
}

static size_t part_number(const Page *page, const Part *part) {
    return (size_t)(part - page->parts.items) + 1;
}

// ---- Cells

static void put_number(Buf *out, const Cell *cell) {
    double number = cell->number;
    switch (cell->format) {
    case NUMBER_SCORE: buf_format(out, "%.1f", number); break;
    case NUMBER_GAIN: buf_format(out, "%+.1f", number); break;
    case NUMBER_WEIGHT: buf_trimmed(out, lround(number * 100) * 10); break;
    case NUMBER_POINTS: buf_format(out, "%.2f", number); break;
    case NUMBER_SHARE: buf_format(out, "%.0f %%", 100 * number); break;
    case NUMBER_DAY: buf_put(out, date_format_day(out->arena, (int64_t)number)); break;
    case NUMBER_COUNT:
    case NUMBER_FORMATS: buf_format(out, "%.0f", number); break;
    }
}

static void put_runs(Buf *out, const Cell *cell) {
    size_t done = 0;
    for (size_t i = 0; i < cell->run_count; i++) {
        Run run = cell->runs[i];
        html_text_put(out, str_slice(cell->text, done, run.start));
        buf_text(out, "<mark>");
        html_text_put(out, str_slice(cell->text, run.start, run.end));
        buf_text(out, "</mark>");
        done = run.end;
    }
    html_text_put(out, str_slice(cell->text, done, cell->text.len));
}

static void put_link(const Page *page, const Cell *cell, const Part *to) {
    Buf *out = page->out;
    buf_format(out, "<a href=\"#s%zur%u\"", part_number(page, to), cell->link->row);
    if (cell->link->tip.len) {
        buf_text(out, " title=\"");
        html_text_put(out, cell->link->tip);
        buf_byte(out, '"');
    }
    buf_byte(out, '>');
    put_runs(out, cell);
    buf_text(out, "</a>");
}

// A link to what is not on the page is text.
static void put_content(const Page *page, const Cell *cell) {
    const Link *link = cell->link;
    const Part *to = link && link->to ? find_part(page, link->to) : NULL;
    bool strong = cell->style == STYLE_STRONG || cell->style == STYLE_ALERT;
    if (strong) buf_text(page->out, "<strong>");
    if (cell->type == CELL_NUMBER)
        put_number(page->out, cell);
    else if (to && to->linked[link->row])
        put_link(page, cell, to);
    else
        put_runs(page->out, cell);
    if (strong) buf_text(page->out, "</strong>");
}

static bool is_header(const Cell *cell) {
    return cell->style == STYLE_HEADER || cell->style == STYLE_HEADER_RIGHT ||
           cell->style == STYLE_HEADER_TALL;
}

static bool names_row(const Sheet *sheet, const Cell *cell, uint32_t column) {
    return column < sheet->header_columns ||
           (column == 0 && (cell->style == STYLE_LABEL || cell->style == STYLE_STRONG));
}

static void put_cell(const Page *page, const Sheet *sheet, const Cell *cell,
                     uint32_t column) {
    const char *scope = NULL;
    if (is_header(cell))
        scope = "col";
    else if (names_row(sheet, cell, column))
        scope = "row";
    if (cell->type != CELL_NUMBER && !cell->text.len) scope = NULL; // names nothing
    Buf *out = page->out;
    bool right = cell->type == CELL_NUMBER && cell->format != NUMBER_DAY;
    buf_format(out, "<%s class=\"%s%s\"", scope ? "th" : "td", html_class(cell->style),
               right ? " number" : "");
    if (scope) buf_format(out, " scope=\"%s\"", scope);
    if (cell->span > 1) buf_format(out, " colspan=\"%u\"", cell->span);
    buf_byte(out, '>');
    put_content(page, cell);
    buf_text(out, scope ? "</th>\n" : "</td>\n");
}

// ---- Rows

static const Cell *row_cells(const Sheet *sheet, uint32_t row) {
    return &sheet->cells.items[sheet->rows.items[row].first];
}

// A row with one cell, over all columns.
static bool is_line(const Sheet *sheet, uint32_t row) {
    return row_cells(sheet, row)->span == sheet->rows.items[row].count;
}

static void put_id(const Page *page, const Part *part, uint32_t row) {
    if (part->linked[row])
        buf_format(page->out, " id=\"s%zur%u\"", part_number(page, part), row);
}

static void put_line(const Page *page, const Part *part, uint32_t row) {
    const Cell *cell = row_cells(part->sheet, row);
    bool heading = cell->style == STYLE_HEADING || cell->style == STYLE_TITLE;
    buf_format(page->out, "<%s class=\"%s\"", heading ? "h3" : "p",
               html_class(cell->style));
    put_id(page, part, row);
    buf_byte(page->out, '>');
    put_content(page, cell);
    buf_text(page->out, heading ? "</h3>\n" : "</p>\n");
}

static void put_row(const Page *page, const Part *part, uint32_t row) {
    const Cell *cells = row_cells(part->sheet, row);
    buf_text(page->out, "<tr");
    put_id(page, part, row);
    buf_text(page->out, ">\n");
    for (uint32_t i = 0; i < part->sheet->rows.items[row].count; i += cells[i].span)
        put_cell(page, part->sheet, &cells[i], i);
    buf_text(page->out, "</tr>\n");
}

static void put_charts(const Page *page, const Part *part, uint32_t row) {
    Buf *out = page->out;
    bool any = false;
    vec_each(const Chart *const, chart, &part->sheet->charts) {
        if ((*chart)->row != row) continue;
        if (!any) buf_text(out, "<div class=\"charts\">\n");
        any = true;
        Str id = str_format(out->arena, "s%zuc%zd", part_number(page, part),
                            chart - part->sheet->charts.items);
        html_chart_put(out, id, part->sheet, *chart);
    }
    if (any) buf_text(out, "</div>\n");
}

// ---- Tables

// Columns are as wide as in the workbook, in relation to each other.
static void open_table(const Page *page, const Sheet *sheet) {
    double all = 0;
    buf_format(page->out, "<table%s>\n<colgroup>", sheet->grid ? " class=\"grid\"" : "");
    vec_each(const double, width, &sheet->columns) all += *width;
    vec_each(const double, width, &sheet->columns)
        buf_format(page->out, "<col style=\"width:%.1f%%\">", 100 * *width / all);
    buf_text(page->out, "</colgroup>\n");
}

// Under the header of its own, or under that which stays in sight.
static void begin_table(const Page *page, const Part *part, uint32_t row) {
    const Sheet *sheet = part->sheet;
    bool own = is_header(row_cells(sheet, row));
    open_table(page, sheet);
    if (own || sheet->header_rows) {
        buf_text(page->out, "<thead>\n");
        put_row(page, part, own ? row : sheet->header_rows - 1);
        buf_text(page->out, "</thead>\n");
    }
    buf_text(page->out, "<tbody>\n");
    if (!own) put_row(page, part, row);
}

static void end_table(const Page *page, bool *open) {
    if (*open) buf_text(page->out, "</tbody>\n</table>\n");
    *open = false;
}

static void put_in_table(const Page *page, const Part *part, uint32_t row, bool *open) {
    bool header = is_header(row_cells(part->sheet, row));
    if (row < part->sheet->header_rows) return; // each table has it
    if (header) end_table(page, open);
    if (*open)
        put_row(page, part, row);
    else
        begin_table(page, part, row);
    *open = true;
}

// ---- Sheets

static bool has_title(const Sheet *sheet) {
    return sheet->rows.len && sheet->rows.items[0].count &&
           sheet->cells.items[0].style == STYLE_TITLE;
}

static void put_rows(const Page *page, const Part *part) {
    const Sheet *sheet = part->sheet;
    bool open = false;
    for (uint32_t row = has_title(sheet); row < sheet->rows.len; row++) {
        if (!part->whole && !part->linked[row]) continue;
        bool empty = !sheet->rows.items[row].count;
        bool table = !empty && !is_line(sheet, row);
        if (!table) end_table(page, &open);
        if (empty)
            put_charts(page, part, row);
        else if (table)
            put_in_table(page, part, row, &open);
        else
            put_line(page, part, row);
    }
    end_table(page, &open);
}

static void put_part(const Page *page, const Part *part) {
    Buf *out = page->out;
    const Sheet *sheet = part->sheet;
    size_t number = part_number(page, part);
    buf_format(out, "<section id=\"s%zu\" aria-labelledby=\"s%zut\">\n", number, number);
    buf_format(out, "<h2 class=\"title\" id=\"s%zut\">", number);
    html_text_put(out, has_title(sheet) ? sheet->cells.items[0].text : sheet->name);
    buf_text(out, "</h2>\n");
    if (!part->whole)
        buf_text(out, "<p class=\"note\">What the parts above lead to; the workbook has "
                      "the whole list.</p>\n");
    put_rows(page, part);
    buf_text(out, "</section>\n");
}

// ---- The page

// The policy forbids whatever the page does not need, should markup ever get in.
static void put_head(const Page *page, const Book *book) {
    Buf *out = page->out;
    buf_text(out,
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
             "'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
             "content=\"width=device-width, initial-scale=1\">\n<title>");
    html_text_put(out, book->title);
    buf_text(out, "</title>\n<style>\n");
    html_style_put(out);
    vec_each(const Part, part, &page->parts)
        if (part->sheet->one_page)
            html_style_put_page(out,
                                str_format(out->arena, "s%zu", part_number(page, part)),
                                part->sheet);
    buf_text(out, "</style>\n</head>\n");
}

static void put_header(const Page *page, const Book *book) {
    Buf *out = page->out;
    buf_text(out, "<body>\n<header>\n<a class=\"skip\" href=\"#main\">Skip to the "
                  "content</a>\n<h1 class=\"title\">");
    html_text_put(out, book->title);
    buf_text(out, "</h1>\n<nav aria-label=\"Parts of the page\">\n<ul>\n");
    vec_each(const Part, part, &page->parts) {
        buf_format(out, "<li><a href=\"#s%zu\">", part_number(page, part));
        html_text_put(out, part->sheet->name);
        buf_text(out, "</a></li>\n");
    }
    buf_text(out, "</ul>\n</nav>\n</header>\n");
}

void html_put(Buf *out, const Book *book, const char *const *names) {
    Page page = {.out = out};
    add_named(&page, book, names);
    add_linked(&page);
    put_head(&page, book);
    put_header(&page, book);
    buf_text(out, "<main id=\"main\" tabindex=\"-1\">\n");
    vec_each(const Part, part, &page.parts) put_part(&page, part);
    buf_text(out, "</main>\n</body>\n</html>\n");
}
