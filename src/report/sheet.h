// The one report model: a workbook is a list of sheets of typed cells. Content, order and
// looks (by meaning) are decided here and in the sheets' own files; a writer only
// renders.
//
// A sheet is written from top left: sheet_row() begins a row, each cell_...() adds the
// next cell to it. SheetRow and column numbers count from 0.
#ifndef REPORT_SHEET_H
#define REPORT_SHEET_H

#include "base/vec.h"
#include "report/styles.h"
#include "score/scorecard.h"
#include "tally/statistics.h"

typedef enum { CELL_EMPTY, CELL_TEXT, CELL_NUMBER } CellType;

// Bytes of a cell's text that stand out.
typedef struct {
    uint32_t start, end;
} Run;

typedef struct Sheet Sheet;
typedef struct Book Book;
typedef struct Chart Chart; // chart.h
// Where a text leads: to a row of a sheet or, where `to` is NULL, to a file.
typedef struct {
    const Sheet *to;
    uint32_t row;
    Str file; // as seen from the workbook's folder
    Str tip;  // shown when the pointer rests on it
} Link;

// A book has one for each word of advice and each mark of a year: it is kept small.
typedef struct {
    CellType type : 8;
    Style style : 8;
    NumberFormat format : 8;
    uint32_t span; // columns it covers, at least 1; the covered ones hold CELL_EMPTY
    Str text;      // of CELL_TEXT
    union {
        double number;   // of CELL_NUMBER
        const Run *runs; // of CELL_TEXT: in order, not overlapping
    };
    uint32_t run_count;
    const Link *link; // or NULL
} Cell;

typedef struct {
    uint32_t first, count; // its cells
    double lines;          // height in lines of text
} SheetRow;

// Colours behind a column of numbers from 0 to `most`; or behind cells that are still to
// be filled in, since the one in the column `beside` has been.
typedef enum { SHADE_BAR, SHADE_HEAT, SHADE_MISSING } ShadeKind;
typedef struct {
    ShadeKind kind;
    double most;
    uint32_t column, first_row, last_row;
    uint32_t beside; // of SHADE_MISSING
} Shade;

// Cells in which people choose from a list: the first `count` cells of a sheet's column.
typedef struct {
    const Sheet *from;
    uint32_t from_column, count;
    uint32_t column, first_row, last_row;
} Dropdown;

// A worksheet of the xlsx format holds no more:
// https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
enum { SHEET_ROWS = 1048576, SHEET_LINKS = 65530 };

struct Sheet {
    Arena *arena;
    Str name;
    VEC(double) columns;  // widths, in characters of the standard font
    VEC(uint32_t) folded; // columns that are hidden until somebody unfolds them
    VEC(SheetRow) rows;
    VEC(Cell) cells; // of all rows
    VEC(Shade) shades;
    VEC(Dropdown) dropdowns;
    VEC(const Chart *) charts;
    Book *book;
    Str note;                // shown when the pointer rests on the first cell
    bool hidden;             // the program does not show it, unless it is asked to
    uint32_t header_rows;    // stay in sight, and are repeated on each printed page
    uint32_t header_columns; // stay in sight
    bool filter;             // the last header row filters those below
    bool grid;               // lines between the rows below the header
    bool portrait;           // printed upright, else landscape
    bool one_page;           // printed on one page, else one page wide
    uint32_t printed;        // rows, the others are for the screen only; 0: all are
    uint32_t row_limit;      // rows past it go to a further sheet, under the same header
};

typedef struct {
    const char *title;
    double width; // in characters of the standard font
} SheetColumn;

struct Book {
    Arena *arena;
    Str title;
    VEC(Sheet *) sheets;
    Sheet *chart_data; // the numbers of its charts, or NULL
};

// The name: no two alike, at most 25 characters (a further worksheet adds its number),
// none of []:*?/\ and no apostrophe.
Sheet *book_add(Book *book, Str name);
// The hidden sheet behind all others for the numbers of charts.
Sheet *book_chart_data(Book *book);

void sheet_column(Sheet *sheet, double width);
void sheet_columns(Sheet *sheet, size_t count, double width);
// A sheet with more rows than `row_limit` fills several worksheets: the number of the one
// that a row comes to stand in, and its row there.
uint32_t sheet_part(const Sheet *sheet, uint32_t row);
uint32_t sheet_part_row(const Sheet *sheet, uint32_t row);
char *sheet_part_name(Arena *arena, const Sheet *sheet, uint32_t part);

// The column that was added last is folded away.
void sheet_fold(Sheet *sheet);

// Begins a row and gives its number.
uint32_t sheet_row(Sheet *sheet);
// An empty row of this many lines' height.
void sheet_gap(Sheet *sheet, double lines);
// A title, and below it a remark over `columns` columns.
void sheet_title(Sheet *sheet, Str title, Str remark, uint32_t columns);
// A row of headers, each of a new column.
void sheet_headers(Sheet *sheet, const SheetColumn *columns, size_t count);
// A row with one text over all columns; a heading has room above it. The columns must be
// there.
void sheet_line(Sheet *sheet, Style style, Str text);
void sheet_heading(Sheet *sheet, Str title);
// The row that was begun last is the last row of the header.
void sheet_freeze(Sheet *sheet, uint32_t columns, bool filter);
// Shades a column from `first_row` to the row that was begun last; nothing without rows.
void sheet_shade(Sheet *sheet, ShadeKind kind, double most, uint32_t first_row,
                 uint32_t column);

// Likewise, a cell of the column stands out while it is empty and that of `beside` is
// not.
void sheet_need(Sheet *sheet, uint32_t first_row, uint32_t column, uint32_t beside);
// Likewise, cells of the column offer what stands in the first `count` of another
// sheet's.
void sheet_dropdown(Sheet *sheet, uint32_t first_row, uint32_t column, const Sheet *from,
                    uint32_t from_column, uint32_t count);

// The next cell of the row. Texts are borrowed and must live as long as the sheet.
Cell *cell_text(Sheet *sheet, Style style, Str text);
Cell *cell_empty(Sheet *sheet, Style style);
Cell *cell_number(Sheet *sheet, Style style, NumberFormat format, double number);
Cell *cell_count(Sheet *sheet, uint64_t count);
// A number, or a dash where it is not known.
Cell *cell_known(Sheet *sheet, Style style, NumberFormat format, bool known,
                 double number);
// A score in thousandths; a dash for NO_SCORE.
Cell *cell_score(Sheet *sheet, Style style, int32_t score);
// A mean in score points; a dash when there is none.
Cell *cell_mean(Sheet *sheet, Style style, const Estimate *estimate);
// "2026-10-12", or a dash for NO_TIME.
Cell *cell_day(Sheet *sheet, int64_t epoch_ms);
// The dash that stands where there is no number.
Cell *cell_none(Sheet *sheet);
// The verdict's sign and words, or its sign alone, in its own style.
Cell *cell_verdict(Sheet *sheet, Verdict verdict);
Cell *cell_sign(Sheet *sheet, Verdict verdict);
// Lets the row's last cell cover `columns` columns.
void cell_span(Sheet *sheet, uint32_t columns);
// Lets it lead to a row of a sheet, or to a file; the link, for a tip.
Link *cell_link(Cell *cell, const Sheet *to, uint32_t row);
Link *cell_file(Sheet *sheet, Cell *cell, Str file);
// Makes text of links for which a worksheet has no room, notes so on their sheets, and
// gives their number. Called once, when all rows are there.
size_t book_limit_links(Book *book);
// Where a link to a sheet leads, as the format writes it: "internal:'Evidence'!A7".
char *link_address(Arena *arena, const Link *link);
// A number as the format has it: of a day, those since 1899-12-30.
double cell_value(const Cell *cell);

Style verdict_style(Verdict verdict);
Str verdict_sign(Verdict verdict); // "✓ met"

// Sets the height of the rows whose text wraps, from its length and the columns' widths,
// and lets headers above numbers end where the numbers do. Called once, when all rows are
// there.
void sheet_fit(Sheet *sheet);
// How wide a text is, and how many lines it fills in a column that is `width` wide; both
// in digits of the same type.
double text_width(Str text);
uint32_t wrapped_lines(Str text, double width);

#endif
