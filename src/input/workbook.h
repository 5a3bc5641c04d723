// Workbooks (SpreadsheetML, ECMA-376 part 1, 18): their sheets, as the text of CSV files.
#ifndef INPUT_WORKBOOK_H
#define INPUT_WORKBOOK_H

#include "input/package.h"

typedef enum { STYLE_PLAIN, STYLE_DATE, STYLE_MOMENT, STYLE_CLOCK } CellStyle;

typedef struct {
    Str name, part;
} Worksheet;

typedef struct {
    const Package *package;
    VEC(Worksheet) sheets; // those that are not hidden, in their order
    VEC(Str) strings;      // which cells name by number
    VEC(CellStyle) styles; // likewise
    bool from_1904;        // dates are counted from there, not from 1900
} Workbook;

// The workbook in a package; NULL with package->problem set. In the package's arena.
Workbook *workbook_open(Package *package);

// The text of a sheet, as a layer over `below`, from which nothing is read: comma and
// quotes as RFC 4180 has them, and a line for each row, so that the number of a row is
// that of its line as long as lines within cells do not count.
//
// The first row in which two cells hold something is the header; rows before it are blank
// lines, and later rows have as many cells as that, or more where more hold something. In
// the header a line end is a blank. Dates are ISO 8601 without a zone, times of day and
// lengths hh:mm:ss, numbers have 15 digits at most, as programs show them.
Stream *workbook_sheet(Arena *arena, const Workbook *workbook, Stream *below, Str part);

#endif
