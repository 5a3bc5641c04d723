// What the cells of a workbook look like, as libxlsxwriter has it: its formats, each made
// when it is first asked for. This file knows the library's header of workbooks for that
// alone.
#ifndef REPORT_XLSX_LOOKS_H
#define REPORT_XLSX_LOOKS_H

#include "report/sheet.h"
#include "report/xlsx_rich.h"

struct lxw_workbook;

// Of one workbook.
typedef struct XlsxLooks XlsxLooks;
XlsxLooks *xlsx_looks_open(Arena *arena, struct lxw_workbook *book, const XlsxRich *rich);

// Of a cell; `lined`: with a line below it.
struct lxw_format *xlsx_look(XlsxLooks *looks, const Cell *cell, bool lined);
// Of a cell while something is missing in it.
struct lxw_format *xlsx_look_missing(const XlsxLooks *looks);
// The fonts of parts of a text (xlsx_rich.h): of plain ones, and of words that stand out,
// which are bold and coloured, so also without colour they are seen.
Str xlsx_look_plain(const XlsxLooks *looks);
Str xlsx_look_marked(XlsxLooks *looks, Style style);

#endif
