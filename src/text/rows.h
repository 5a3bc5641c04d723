// CSV text as rows of cells, by the rules of RFC 4180, with a separator of the file's
// own.
//
// In the text of a workbook's sheet, a row has the number of a line, and a cell that of a
// column.
//
// A row is cut off first, by its line end, so that one broken row costs no other; only a
// row that holds doubled quotes goes through libcsv, which makes them single.
#ifndef TEXT_ROWS_H
#define TEXT_ROWS_H

#include "base/diag.h"
#include "input/source.h"
#include "text/row_cut.h"

typedef struct {
    Str text;      // without its line end; of a broken row, the cells before the break
    uint32_t line; // where it begins
    bool quoted;   // it may hold quotes
    const char *problem; // what is wrong with its quotes or its length; NULL = nothing
    Place bad;           // where that is
} CsvRow;

typedef struct {
    const Str *items;
    size_t count;
} Cells;

typedef struct {
    Source *source;
    Str path; // for places
    char separator, newline;
    bool numbered;             // rows are, and not lines: a sheet's
    uint32_t line;             // of the first line not consumed yet
    size_t used;               // bytes of the window that the last row takes
    uint32_t lines;            // that end in these bytes
    bool skip_line;            // consume the rest of the line as well
    struct csv_parser *parser; // NULL until it is needed
    Arena *arena;
    VEC(Str) cells;    // of the last row asked for
    size_t lead_cells; // as rows_set_lead says
    Str lead;          // the bytes of these in the last row, up to the cell behind them
    Buf kept;          // a copy of those of a row whose text goes
    bool as_before;    // the last row asked for begins as one before it
    char *bytes;       // of the cells that libcsv cut
    size_t bytes_len, bytes_cap;
} Rows;

// Reads the separator and the line end off the first line, which a spreadsheet's "sep=;"
// may be: that is passed over. `arena` lives as long as `rows`.
void rows_open(Rows *rows, Arena *arena, Source *source, Str path);
// So many cells at the beginning are mostly those of the row before, and are not cut
// again then; of rows that have been opened, none.
void rows_set_lead(Rows *rows, size_t cells);
// The next row, an empty line included; it and its cells are valid until the next call of
// this. False after the last.
bool rows_next(Rows *rows, CsvRow *row);
// Goes on to the row that begins at this offset of the text, in this line.
void rows_go_to(Rows *rows, uint64_t offset, uint32_t line);
// For the cells of rows that were copied from those of `rows`, in another thread.
Rows rows_apart(const Rows *rows, Arena *arena);
// The cells of a row, quotes taken off; of a broken row, those before the broken one.
// They are valid until the next call of this; the bytes of those that are slices of the
// row, as long as the row.
Cells rows_cells(Rows *rows, const CsvRow *row);
// No more of them than are needed: `most`, or some more.
Cells rows_first_cells(Rows *rows, const CsvRow *row, size_t most);
// Whether the row begins with the lead of the last one that was cut into cells.
bool rows_as_before(const Rows *rows, const CsvRow *row);
// Takes the next row and its cells off the text of rows that rows_next gave, whole and
// with nothing wrong, their line ends included: what is known to be so need not be looked
// for. Blank rows are passed over; false when there are no more. rows->line is that of
// the text's first line, which whoever has the text sets.
bool rows_take(Rows *rows, Str *text, CsvRow *row, Cells *cells);
// Whether there is nothing in them but blanks.
bool cells_blank(Cells cells);
bool rows_blank(Rows *rows, const CsvRow *row);
// One cell alone: faster where it stands before the first quote.
Str rows_cell(Rows *rows, const CsvRow *row, size_t index);
// Where a cell of a row begins: line and column, in characters.
Place rows_place(const Rows *rows, const CsvRow *row, size_t index);
void rows_close(Rows *rows);

#endif
