// The rows of one call, from where they are cut off to where they are read.
#ifndef TEXT_CSV_ROWS_H
#define TEXT_CSV_ROWS_H

#include "text/columns.h"

// Text of whole rows, with their line ends and nothing wrong.
typedef struct {
    Str text;
    uint32_t line; // where it begins
} CsvPiece;

// All of them up to the first that is broken.
typedef struct {
    Str id; // empty: that in the first row
    Place stray_at;
    Str stray;     // what is wrong with a row before the first; empty = nothing
    uint32_t line; // of the first row
    VEC(CsvPiece) pieces;
    const char *problem; // what is wrong with the row behind them; NULL = nothing
    Place bad;
    size_t bytes; // of all, those that are too many for a call included
    size_t lines; // of the pieces, or fewer
} CsvRows;

// Adds a copy of the text.
void csv_rows_add(Arena *arena, CsvRows *csv_rows, Str text, uint32_t line);
// Makes the task's call of them. `rows` tells how they are to be cut.
void csv_rows_read(const CsvRows *csv_rows, CallTask *task, const Rows *rows,
                   const Columns *columns);

#endif
