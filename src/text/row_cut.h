// Where a row of CSV text ends, and what is wrong with its quotes: they are checked here,
// since where they are wrong a row has no end to be trusted.
#ifndef TEXT_ROW_CUT_H
#define TEXT_ROW_CUT_H

#include "base/str.h"

enum { ROW_MAX = 8 << 20 }; // bytes in one row, an unfinished quoted cell included

// The search for the end of the row that a text begins with.
typedef struct {
    Str text;
    char separator, newline;
    bool goes_on; // there may be more text
    size_t end;  // the first line end that is not in what was looked at, at first that of
                 // the text; else the text's end
    bool quoted; // there are quotes before it
    uint32_t lines;      // that end before, within cells
    const char *problem; // what is wrong at `at`, in the cell that begins at `cell`
    size_t cell, at;
} RowCut;

// Finds the first line end outside of quotes, or a problem. False when that takes more
// text; then it is looked for anew.
bool row_cut(RowCut *cut);

#endif
