#include "report/xlsx.h"

#include "base/file.h"
#include "base/library.h"
#include "base/utf8.h"
#include "report/clean.h"
#include "report/package.h"
#include "report/rich_text.h"
#include "report/xlsx_chart.h"
#include "report/xlsx_looks.h"
#include "report/xlsx_rich.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

enum {
    LINE_POINTS = 15,
    MAX_POINTS = 409, // of a row's height
    PAPER_A4 = 9,
    CHART_WIDTH = 480, // in pixels, of a chart that is not scaled
    CHART_HEIGHT = 288,
};

#define FUNCTIONS(F)                      \
    F(workbook_add_chart)                 \
    F(workbook_add_worksheet)             \
    F(workbook_close)                     \
    F(workbook_new)                       \
    F(workbook_set_properties)            \
    F(worksheet_autofilter)               \
    F(worksheet_conditional_format_range) \
    F(worksheet_data_validation_range)    \
    F(worksheet_fit_to_pages)             \
    F(worksheet_freeze_panes)             \
    F(worksheet_gridlines)                \
    F(worksheet_hide)                     \
    F(worksheet_ignore_errors)            \
    F(worksheet_insert_chart_opt)         \
    F(worksheet_merge_range)              \
    F(worksheet_print_area)               \
    F(worksheet_repeat_rows)              \
    F(worksheet_set_column)               \
    F(worksheet_set_column_opt)           \
    F(worksheet_set_footer)               \
    F(worksheet_set_landscape)            \
    F(worksheet_set_margins)              \
    F(worksheet_set_paper)                \
    F(worksheet_set_row)                  \
    F(worksheet_write_blank)              \
    F(worksheet_write_comment)            \
    F(worksheet_write_number)             \
    F(worksheet_write_string)             \
    F(worksheet_write_url_opt)

typedef struct {
    FUNCTIONS(LIBRARY_POINTER)
} Library;

typedef struct {
    Library lib;
    lxw_workbook *book;
    XlsxLooks *looks;
    const XlsxRich *rich;
    const XlsxCharts *charts;
    Arena scratch; // one row
    int error;
} Writer;

// One of the worksheets that a sheet fills.
typedef struct {
    Writer *writer;
    const Library *lib;
    const Sheet *sheet;
    lxw_worksheet *to;
    uint32_t part;
    bool lined; // the row has a line below
} WorksheetPart;

static void note_error(Writer *writer, lxw_error result) {
    if (result == LXW_NO_ERROR || writer->error) return;
    writer->error = errno ? errno : EIO;
}

// ---- Cells

static void write_text(WorksheetPart *ws, const Cell *cell, uint32_t row,
                       lxw_col_t column, lxw_format *format) {
    char *text = clean_text(&ws->writer->scratch, cell->text, &(int){CELL_UNITS});
    note_error(ws->writer,
               ws->lib->worksheet_write_string(ws->to, row, column, text, format));
}

// The library counts the mark-up as text; where that is too much, the words come without.
static void write_rich(WorksheetPart *ws, const Cell *cell, uint32_t row,
                       lxw_col_t column, lxw_format *format) {
    Writer *writer = ws->writer;
    RichText rich = rich_text(&writer->scratch, cell);
    lxw_error result = LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED;
    if (rich.len > 1) {
        char *parts =
            xlsx_rich_parts(&writer->scratch, &rich, xlsx_look_plain(writer->looks),
                            xlsx_look_marked(writer->looks, cell->style));
        result =
            (lxw_error)xlsx_rich_write(writer->rich, ws->to, row, column, parts, format);
    }
    if (result == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
        write_text(ws, cell, row, column, format);
    else
        note_error(writer, result);
}

static void write_link(WorksheetPart *ws, const Cell *cell, uint32_t row,
                       lxw_col_t column) {
    enum { TIP_MOST = 200 }; // bytes; the format takes 255 characters
    Arena *arena = &ws->writer->scratch;
    const Link *link = cell->link;
    char *url = link->to ? link_address(arena, link) : clean_file_url(arena, link->file);
    char *text = clean_text(arena, cell->text, &(int){CELL_UNITS});
    char *tip = clean_text(arena, utf8_clip(link->tip, TIP_MOST), &(int){CELL_UNITS});
    lxw_format *format = xlsx_look(ws->writer->looks, cell, ws->lined);
    note_error(ws->writer,
               ws->lib->worksheet_write_url_opt(ws->to, row, column, url, format, text,
                                                *tip ? tip : NULL));
}

static void write_cell(WorksheetPart *ws, const Cell *cell, uint32_t row,
                       lxw_col_t column) {
    Writer *writer = ws->writer;
    lxw_format *format = xlsx_look(writer->looks, cell, ws->lined);
    if (cell->span > 1) {
        lxw_col_t last = (lxw_col_t)(column + cell->span - 1);
        note_error(writer, ws->lib->worksheet_merge_range(ws->to, row, column, row, last,
                                                          "", format));
    }
    if (cell->type == CELL_NUMBER) {
        double number = cell_value(cell);
        note_error(writer,
                   ws->lib->worksheet_write_number(ws->to, row, column, number, format));
    } else if (cell->type == CELL_EMPTY) {
        // What is not there at all leaves a gap in a chart.
        if (cell->style != STYLE_TEXT || ws->lined)
            note_error(writer,
                       ws->lib->worksheet_write_blank(ws->to, row, column, format));
    } else if (cell->link) {
        write_link(ws, cell, row, column);
    } else if (cell->run_count) {
        write_rich(ws, cell, row, column, format);
    } else {
        write_text(ws, cell, row, column, format);
    }
}

static void write_row(WorksheetPart *ws, uint32_t from, uint32_t to) {
    const SheetRow *row = &ws->sheet->rows.items[from];
    ws->lined = ws->sheet->grid && from >= ws->sheet->header_rows;
    double points = row->lines * LINE_POINTS;
    if (points != LINE_POINTS)
        note_error(ws->writer, ws->lib->worksheet_set_row(
                                   ws->to, to, fmin(points, MAX_POINTS), NULL));
    for (uint32_t i = 0; i < row->count;) {
        const Cell *cell = &ws->sheet->cells.items[row->first + i];
        write_cell(ws, cell, to, (lxw_col_t)i);
        i += cell->span;
    }
    arena_reset(&ws->writer->scratch);
}

// ---- Sheets

static void set_print(WorksheetPart *ws, Str title) {
    const Sheet *sheet = ws->sheet;
    const char *footer = footer_text(&ws->writer->scratch, title, sheet->name);
    if (!sheet->portrait) ws->lib->worksheet_set_landscape(ws->to);
    ws->lib->worksheet_set_paper(ws->to, PAPER_A4);
    ws->lib->worksheet_set_margins(ws->to, 0.5, 0.5, 0.5, 0.6);
    ws->lib->worksheet_fit_to_pages(ws->to, 1, sheet->one_page ? 1 : 0);
    note_error(ws->writer, ws->lib->worksheet_set_footer(ws->to, footer));
    if (sheet->printed && !ws->part)
        note_error(ws->writer,
                   ws->lib->worksheet_print_area(ws->to, 0, 0, sheet->printed - 1,
                                                 (lxw_col_t)(sheet->columns.len - 1)));
    if (sheet->header_rows)
        note_error(ws->writer,
                   ws->lib->worksheet_repeat_rows(ws->to, 0, sheet->header_rows - 1));
}

static void set_view(WorksheetPart *ws, uint32_t rows) {
    const Sheet *sheet = ws->sheet;
    for (size_t i = 0; i < sheet->columns.len; i++) {
        lxw_col_t column = (lxw_col_t)i;
        double width = sheet->columns.items[i];
        note_error(ws->writer,
                   ws->lib->worksheet_set_column(ws->to, column, column, width, NULL));
    }
    lxw_row_col_options fold = {.hidden = LXW_TRUE, .level = 1, .collapsed = LXW_FALSE};
    vec_each(const uint32_t, column, &sheet->folded) {
        lxw_col_t at = (lxw_col_t)*column;
        double width = sheet->columns.items[at];
        note_error(ws->writer,
                   ws->lib->worksheet_set_column_opt(ws->to, at, at, width, NULL, &fold));
    }
    if (sheet->hidden) ws->lib->worksheet_hide(ws->to);
    ws->lib->worksheet_gridlines(ws->to, LXW_HIDE_ALL_GRIDLINES);
    ws->lib->worksheet_freeze_panes(ws->to, sheet->header_rows,
                                    (lxw_col_t)sheet->header_columns);
    if (sheet->filter && rows > sheet->header_rows)
        note_error(ws->writer, ws->lib->worksheet_autofilter(
                                   ws->to, sheet->header_rows - 1, 0, rows - 1,
                                   (lxw_col_t)(sheet->columns.len - 1)));
    // Agents' numbers are names: no green corner beside "0417".
    ws->lib->worksheet_ignore_errors(ws->to, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                     "A1:XFD1048576");
}

static char column_letter(uint32_t column) {
    assert(column < 26);
    return (char)('A' + column);
}

static lxw_conditional_format missing_format(WorksheetPart *ws, const Shade *shade) {
    unsigned row = sheet_part_row(ws->sheet, shade->first_row) + 1;
    Str formula =
        str_format(&ws->writer->scratch, "=AND($%c%u<>\"\",$%c%u=\"\")",
                   column_letter(shade->beside), row, column_letter(shade->column), row);
    return (lxw_conditional_format){.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                    .value_string = str_z(&ws->writer->scratch, formula),
                                    .format = xlsx_look_missing(ws->writer->looks)};
}

static lxw_conditional_format shade_format(WorksheetPart *ws, const Shade *shade) {
    if (shade->kind == SHADE_MISSING) return missing_format(ws, shade);
    lxw_conditional_format format = {.type = LXW_CONDITIONAL_DATA_BAR,
                                     .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                     .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                     .max_value = shade->most};
    if (shade->kind == SHADE_BAR) {
        format.bar_color = BAR_COLOUR;
        format.bar_solid = LXW_TRUE;
        format.data_bar_2010 = LXW_TRUE;
    } else {
        format.type = LXW_CONDITIONAL_2_COLOR_SCALE;
        format.min_color = LOW_COLOUR;
        format.max_color = 0xFFFFFF;
    }
    return format;
}

// Shades end with the worksheet that they begin in.
static void write_shades(WorksheetPart *ws) {
    vec_each(const Shade, shade, &ws->sheet->shades) {
        if (sheet_part(ws->sheet, shade->first_row) != ws->part) continue;
        lxw_conditional_format format = shade_format(ws, shade);
        lxw_col_t column = (lxw_col_t)shade->column;
        uint32_t first = sheet_part_row(ws->sheet, shade->first_row);
        uint32_t last = first + (shade->last_row - shade->first_row);
        if (last >= ws->sheet->row_limit) last = ws->sheet->row_limit - 1;
        note_error(ws->writer, ws->lib->worksheet_conditional_format_range(
                                   ws->to, first, column, last, column, &format));
    }
}

// A list that stands in cells has no bound on its length.
static void write_dropdowns(WorksheetPart *ws) {
    vec_each(const Dropdown, dropdown, &ws->sheet->dropdowns) {
        if (sheet_part(ws->sheet, dropdown->first_row) != ws->part) continue;
        char letter = column_letter(dropdown->from_column);
        Str name = dropdown->from->name;
        Str range = str_format(&ws->writer->scratch, "='%.*s'!$%c$1:$%c$%u",
                               STR_ARG(name), letter, letter, dropdown->count);
        lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                                    .value_formula = str_z(&ws->writer->scratch, range),
                                    .error_title = "One of the list",
                                    .error_message =
                                        "Please choose one of the words in the list."};
        lxw_col_t column = (lxw_col_t)dropdown->column;
        note_error(ws->writer,
                   ws->lib->worksheet_data_validation_range(
                       ws->to, sheet_part_row(ws->sheet, dropdown->first_row), column,
                       sheet_part_row(ws->sheet, dropdown->last_row), column, &rule));
    }
}

// ---- Charts

static void insert_chart(WorksheetPart *ws, const Chart *chart, lxw_chart *to) {
    const Sheet *sheet = ws->sheet;
    double wide = 0, high = sheet->rows.items[chart->row].lines * LINE_POINTS * 4 / 3;
    for (uint32_t i = 0; i < chart->columns; i++)
        wide += floor(sheet->columns.items[chart->column + i] * 7 + 0.5) + 5;
    lxw_chart_options options = {
        .x_scale = wide / CHART_WIDTH,
        .y_scale = high / CHART_HEIGHT,
        .description =
            clean_text(&ws->writer->scratch, chart->description, &(int){CELL_UNITS})};
    note_error(ws->writer, ws->lib->worksheet_insert_chart_opt(
                               ws->to, sheet_part_row(sheet, chart->row),
                               (lxw_col_t)chart->column, to, &options));
}

static void write_charts(WorksheetPart *ws) {
    Arena *arena = &ws->writer->scratch;
    vec_each(const Chart *const, chart, &ws->sheet->charts) {
        if (sheet_part(ws->sheet, (*chart)->row) != ws->part) continue;
        uint8_t type = (*chart)->stacked ? LXW_CHART_BAR_STACKED_PERCENT
                                         : LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;
        lxw_chart *to = ws->lib->workbook_add_chart(ws->writer->book, type);
        xlsx_chart_fill(ws->writer->charts, arena, *chart, to);
        insert_chart(ws, *chart, to);
    }
}

// ---- Worksheets

static void write_part(Writer *writer, const Book *book, const Sheet *sheet,
                       uint32_t part) {
    WorksheetPart ws = {
        .writer = writer, .lib = &writer->lib, .sheet = sheet, .part = part};
    ws.to = writer->lib.workbook_add_worksheet(
        writer->book, sheet_part_name(&writer->scratch, sheet, part));
    assert(ws.to); // names are within the format's limits, and no two alike
    uint32_t header = sheet->header_rows, rows = header;
    for (uint32_t i = 0; i < header; i++) write_row(&ws, i, i);
    uint32_t first = header + part * (sheet->row_limit - header);
    for (uint32_t i = first; i < sheet->rows.len && rows < sheet->row_limit; i++)
        write_row(&ws, i, rows++);
    if (sheet->note.len)
        note_error(writer, writer->lib.worksheet_write_comment(
                               ws.to, 0, 0, str_z(&writer->scratch, sheet->note)));
    write_shades(&ws);
    write_dropdowns(&ws);
    write_charts(&ws);
    set_view(&ws, rows);
    set_print(&ws, book->title);
    arena_reset(&writer->scratch);
}

static void write_sheet(Writer *writer, const Book *book, const Sheet *sheet) {
    uint32_t last =
        sheet->rows.len ? sheet_part(sheet, (uint32_t)sheet->rows.len - 1) : 0;
    for (uint32_t part = 0; part <= last; part++) write_part(writer, book, sheet, part);
}

static void write_sheets(Writer *writer, const Book *book) {
    for (size_t i = 0; i < book->sheets.len; i++)
        write_sheet(writer, book, book->sheets.items[i]);
    if (book->chart_data) write_sheet(writer, book, book->chart_data);
}

// ---- The file

// Leaves the finished file's bytes in `bytes`.
static bool write_book(Arena *arena, const Book *book, const char *path, int64_t created,
                       Str *bytes) {
    static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME) NULL};
    Writer writer = {.rich = xlsx_rich_open(arena), .charts = xlsx_charts_open(arena)};
    library_load(LIBRARY_FILE, NAMES, &writer.lib);
    errno = 0;
    writer.book = writer.lib.workbook_new(path);
    if (!writer.book) out_of_memory();
    writer.looks = xlsx_looks_open(arena, writer.book, writer.rich);
    time_t second = (time_t)(created / 1000);
    lxw_doc_properties properties = {
        .title = clean_text(arena, book->title, &(int){CELL_UNITS}),
        .created = second ? second : 1}; // 0 means the clock
    note_error(&writer, writer.lib.workbook_set_properties(writer.book, &properties));
    write_sheets(&writer, book);
    errno = 0;
    note_error(&writer, writer.lib.workbook_close(writer.book));
    bool whole =
        !writer.error && file_read(arena, str_from(path), bytes) && package_whole(*bytes);
    int error = writer.error ? writer.error : errno;
    arena_free(&writer.scratch);
    errno = error;
    return whole;
}

// What package_write asks for.
typedef struct {
    const Book *book;
    int64_t created;
} BookAt;

static bool make_package(Arena *arena, const void *what, const char *path, Str *bytes) {
    const BookAt *at = what;
    return write_book(arena, at->book, path, at->created, bytes);
}

bool xlsx_write(const Book *book, const char *path, int64_t created) {
    return package_write(make_package, &(BookAt){book, created}, path);
}
