#include "report/sheet.h"

#include "base/utf8.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static Sheet *new_sheet(Book *book, Str name) {
    Sheet *sheet = arena_new(book->arena, Sheet);
    *sheet = (Sheet){
        .arena = book->arena, .book = book, .name = name, .row_limit = SHEET_ROWS};
    return sheet;
}

Sheet *book_add(Book *book, Str name) {
    return *vec_push(book->arena, &book->sheets) = new_sheet(book, name);
}

Sheet *book_chart_data(Book *book) {
    if (!book->chart_data) {
        book->chart_data = new_sheet(book, STR("Chart data"));
        book->chart_data->hidden = true;
    }
    return book->chart_data;
}

void sheet_column(Sheet *sheet, double width) {
    *vec_push(sheet->arena, &sheet->columns) = width;
}

void sheet_columns(Sheet *sheet, size_t count, double width) {
    for (size_t i = 0; i < count; i++) sheet_column(sheet, width);
}

void sheet_fold(Sheet *sheet) {
    *vec_push(sheet->arena, &sheet->folded) = (uint32_t)sheet->columns.len - 1;
}

uint32_t sheet_row(Sheet *sheet) {
    *vec_push(sheet->arena, &sheet->rows) =
        (SheetRow){.first = (uint32_t)sheet->cells.len, .lines = 1};
    return (uint32_t)sheet->rows.len - 1;
}

uint32_t sheet_part(const Sheet *sheet, uint32_t row) {
    if (row < sheet->header_rows) return 0;
    return (row - sheet->header_rows) / (sheet->row_limit - sheet->header_rows);
}

uint32_t sheet_part_row(const Sheet *sheet, uint32_t row) {
    return row - sheet_part(sheet, row) * (sheet->row_limit - sheet->header_rows);
}

char *sheet_part_name(Arena *arena, const Sheet *sheet, uint32_t part) {
    Str name = sheet->name;
    if (part) name = str_format(arena, "%.*s %u", STR_ARG(name), part + 1);
    return str_z(arena, name);
}

static SheetRow *last_row(Sheet *sheet) {
    assert(sheet->rows.len);
    return &sheet->rows.items[sheet->rows.len - 1];
}

void sheet_gap(Sheet *sheet, double lines) {
    sheet_row(sheet);
    last_row(sheet)->lines = lines;
}

void sheet_freeze(Sheet *sheet, uint32_t columns, bool filter) {
    sheet->header_rows = (uint32_t)sheet->rows.len;
    sheet->header_columns = columns;
    sheet->filter = filter;
}

void sheet_shade(Sheet *sheet, ShadeKind kind, double most, uint32_t first_row,
                 uint32_t column) {
    if (first_row >= sheet->rows.len) return;
    *vec_push(sheet->arena, &sheet->shades) =
        (Shade){kind, most, column, first_row, (uint32_t)sheet->rows.len - 1, 0};
}

void sheet_need(Sheet *sheet, uint32_t first_row, uint32_t column, uint32_t beside) {
    size_t count = sheet->shades.len;
    sheet_shade(sheet, SHADE_MISSING, 0, first_row, column);
    if (sheet->shades.len > count) sheet->shades.items[count].beside = beside;
}

void sheet_dropdown(Sheet *sheet, uint32_t first_row, uint32_t column, const Sheet *from,
                    uint32_t from_column, uint32_t count) {
    if (first_row >= sheet->rows.len || !count) return;
    *vec_push(sheet->arena, &sheet->dropdowns) = (Dropdown){
        from, from_column, count, column, first_row, (uint32_t)sheet->rows.len - 1};
}

static Cell *add(Sheet *sheet, Cell cell) {
    cell.span = 1;
    last_row(sheet)->count++;
    Cell *place = vec_push(sheet->arena, &sheet->cells);
    *place = cell;
    return place;
}

Cell *cell_text(Sheet *sheet, Style style, Str text) {
    return add(sheet, (Cell){.type = CELL_TEXT, .style = style, .text = text});
}

Cell *cell_empty(Sheet *sheet, Style style) { return add(sheet, (Cell){.style = style}); }

Cell *cell_number(Sheet *sheet, Style style, NumberFormat format, double number) {
    return add(sheet, (Cell){CELL_NUMBER, style, format, .number = number});
}

Cell *cell_count(Sheet *sheet, uint64_t count) {
    return cell_number(sheet, STYLE_TEXT, NUMBER_COUNT, (double)count);
}

Cell *cell_none(Sheet *sheet) { return cell_text(sheet, STYLE_NONE, STR("–")); }

Cell *cell_known(Sheet *sheet, Style style, NumberFormat format, bool known,
                 double number) {
    return known ? cell_number(sheet, style, format, number) : cell_none(sheet);
}

Cell *cell_score(Sheet *sheet, Style style, int32_t score) {
    return cell_known(sheet, style, NUMBER_SCORE, score != NO_SCORE, score / 1000.0);
}

Cell *cell_mean(Sheet *sheet, Style style, const Estimate *estimate) {
    return cell_known(sheet, style, NUMBER_SCORE, estimate->has_mean, estimate->mean);
}

Cell *cell_day(Sheet *sheet, int64_t epoch_ms) {
    return cell_known(sheet, STYLE_TEXT, NUMBER_DAY, epoch_ms != NO_TIME,
                      (double)epoch_ms);
}

Cell *cell_verdict(Sheet *sheet, Verdict verdict) {
    return cell_text(sheet, verdict_style(verdict), verdict_sign(verdict));
}

Cell *cell_sign(Sheet *sheet, Verdict verdict) {
    Str sign = verdict_sign(verdict);
    return cell_text(sheet, verdict_style(verdict),
                     str_slice(sign, 0, str_index(sign, 0, ' ')));
}

void cell_span(Sheet *sheet, uint32_t columns) {
    size_t at = sheet->cells.len - 1;
    for (uint32_t i = 1; i < columns; i++)
        cell_empty(sheet, sheet->cells.items[at].style);
    sheet->cells.items[at].span = columns;
}

static Link *add_link(Arena *arena, Cell *cell, Link link) {
    Link *kept = vec_copy(arena, &link, sizeof link);
    cell->link = kept;
    return kept;
}

Link *cell_link(Cell *cell, const Sheet *to, uint32_t row) {
    return add_link(to->arena, cell, (Link){.to = to, .row = row});
}

Link *cell_file(Sheet *sheet, Cell *cell, Str file) {
    return add_link(sheet->arena, cell, (Link){.file = file});
}

static size_t limit_links(Sheet *sheet) {
    size_t links = 0, over = 0;
    uint32_t part = 0;
    for (uint32_t row = 0; row < sheet->rows.len; row++) {
        if (sheet_part(sheet, row) != part) part++, links = 0;
        Cell *cells = sheet->cells.items + sheet->rows.items[row].first;
        for (uint32_t i = 0; i < sheet->rows.items[row].count; i++) {
            if (!cells[i].link || ++links <= SHEET_LINKS) continue;
            cells[i].link = NULL;
            over++;
        }
    }
    if (over)
        sheet->note =
            STR("A worksheet holds 65,530 links; further down stand words alone.");
    return over;
}

size_t book_limit_links(Book *book) {
    size_t over = 0;
    for (size_t i = 0; i < book->sheets.len; i++)
        over += limit_links(book->sheets.items[i]);
    return over;
}

char *link_address(Arena *arena, const Link *link) {
    char *name = sheet_part_name(arena, link->to, sheet_part(link->to, link->row));
    uint32_t row = sheet_part_row(link->to, link->row) + 1;
    return str_z(arena, str_format(arena, "internal:'%s'!A%u", name, row));
}

double cell_value(const Cell *cell) {
    if (cell->format != NUMBER_DAY) return cell->number;
    return floor(cell->number / 86400000) + 25569;
}

Style verdict_style(Verdict verdict) { return (Style)(STYLE_MET + (int)verdict); }

Str verdict_sign(Verdict verdict) {
    static const Str SIGNS[VERDICT_COUNT] = {
        {"✓ met", 7}, {"~ partly", 8},          {"✗ not met", 11},
        {"– n/a", 7}, {"? not assessable", 16},
    };
    return SIGNS[verdict];
}

// In digits. Widths of Calibri, in classes, for each character from the blank to the
// tilde; letters of other alphabets are mostly as wide as a digit, Chinese, Japanese,
// Korean and pictures twice that.
static double character_width(uint32_t code) {
    static const double WIDTHS[] = {0.47, 0.67, 0.85, 0.98, 1.2, 1.6};
    static const char CLASSES[] = "001335301133010133333333330033335444444440144544"
                                  "44444445444111330332331330020533331213252221013";
    if (code >= 0x80) return code >= 0x2e80 ? 2 : 1.05;
    if (code < ' ' || code > '~') return WIDTHS[3];
    return WIDTHS[CLASSES[code - ' '] - '0'];
}

double text_width(Str text) {
    double width = 0;
    for (size_t at = 0, length; at < text.len; at += length ? length : 1) {
        uint32_t code = 0;
        if (byte_is_ascii(text.ptr[at]))
            code = (uint32_t)text.ptr[at], length = 1;
        else
            length = utf8_decode(text, at, &code);
        width += character_width(code);
    }
    return width;
}

// Lines of one paragraph: words are kept whole where they fit.
static uint32_t paragraph_lines(Str text, double width) {
    uint32_t lines = 1;
    double used = 0;
    Str word;
    while (str_next(&text, ' ', &word)) {
        double space = used > 0 ? character_width(' ') : 0, length = text_width(word);
        if (used > 0 && used + space + length > width) lines++, used = space = 0;
        used += space + length;
        while (used > width) lines++, used -= width;
    }
    return lines;
}

uint32_t wrapped_lines(Str text, double width) {
    uint32_t lines = 0;
    Str paragraph;
    while (str_next(&text, '\n', &paragraph))
        lines += paragraph_lines(paragraph, width > 1 ? width : 1);
    return lines ? lines : 1;
}

// ---- Fitting

// The room for text in a cell, in digits of standard type. Each column but the first adds
// the margin beside its own text.
static double room_for(const Sheet *sheet, const Cell *cell, size_t column) {
    double room = STYLES[cell->style].indented ? -1.5 : 0;
    for (size_t i = 0; i < cell->span && column + i < sheet->columns.len; i++)
        room += sheet->columns.items[column + i] + (i ? 0.7 : 0);
    return room;
}

// In lines of standard text. Programs and fonts differ, and a row that is a little too
// high is better than words cut off.
static double height_of(const Sheet *sheet, const Cell *cell, size_t column) {
    const StyleSpec *spec = &STYLES[cell->style];
    double line = spec->size * 1.34 / 15,
           size = spec->size / 11 * (spec->bold ? 1.1 : 1.05);
    if (cell->type != CELL_TEXT) return line;
    if (spec->upright) return text_width(cell->text) * size * 0.45 + 0.6;
    if (!spec->wrap) return line;
    return wrapped_lines(cell->text, room_for(sheet, cell, column) / size) * line;
}

static bool lines_up_right(const Cell *cell) {
    return (cell->type == CELL_NUMBER && cell->format != NUMBER_DAY) ||
           cell->style == STYLE_RIGHT || cell->style == STYLE_NONE;
}

static void align_headers(Sheet *sheet, const SheetRow *row, const SheetRow *below) {
    for (uint32_t i = 0; i < row->count && i < below->count; i++) {
        Cell *header = &sheet->cells.items[row->first + i];
        if (header->style == STYLE_HEADER &&
            lines_up_right(&sheet->cells.items[below->first + i]))
            header->style = STYLE_HEADER_RIGHT;
    }
}

void sheet_fit(Sheet *sheet) {
    for (size_t r = 0; r < sheet->rows.len; r++) {
        SheetRow *row = &sheet->rows.items[r];
        if (r + 1 < sheet->rows.len) align_headers(sheet, row, row + 1);
        for (uint32_t i = 0; i < row->count; i++) {
            double lines = height_of(sheet, &sheet->cells.items[row->first + i], i);
            if (lines > row->lines) row->lines = lines;
        }
    }
}

void sheet_title(Sheet *sheet, Str title, Str remark, uint32_t columns) {
    sheet_row(sheet);
    cell_text(sheet, STYLE_TITLE, title);
    sheet_row(sheet);
    cell_text(sheet, STYLE_LABEL, remark);
    cell_span(sheet, columns);
}

void sheet_headers(Sheet *sheet, const SheetColumn *columns, size_t count) {
    sheet_row(sheet);
    for (size_t i = 0; i < count; i++) {
        sheet_column(sheet, columns[i].width);
        cell_text(sheet, STYLE_HEADER, str_from(columns[i].title));
    }
}

void sheet_line(Sheet *sheet, Style style, Str text) {
    sheet_row(sheet);
    cell_text(sheet, style, text);
    cell_span(sheet, (uint32_t)sheet->columns.len);
}

void sheet_heading(Sheet *sheet, Str title) {
    sheet_gap(sheet, 0.5);
    sheet_line(sheet, STYLE_HEADING, title);
}
