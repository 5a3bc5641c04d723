// Text of which parts stand out, in a cell of libxlsxwriter's worksheet. The library's
// own way there makes a file for each text and formats the font of each part anew, which
// is a quarter of the work of a workbook (callgrind, on a year of calls): here the
// library formats each font once. This file knows its headers for that alone.
#ifndef REPORT_XLSX_RICH_H
#define REPORT_XLSX_RICH_H

#include "report/rich_text.h"

struct lxw_format;
struct lxw_worksheet;

// The library made ready for it.
typedef struct XlsxRich XlsxRich;
const XlsxRich *xlsx_rich_open(Arena *arena);

// What the library writes of a format before a part that looks so: "<rPr>...</rPr>";
// NULL stands for the format of a cell that has none.
Str xlsx_rich_font(const XlsxRich *lib, Arena *arena, struct lxw_format *format);

// The parts of a text as they stand in the file (ECMA-376, part 1, 18.4.8: si), `font`
// before those that stand out and `plain` before others but the first.
char *xlsx_rich_parts(Arena *arena, const RichText *rich, Str plain, Str font);

// Writes such parts to a cell; gives the library's error (lxw_error), that of a text
// which is too long also where only the mark-up makes it so.
int xlsx_rich_write(const XlsxRich *lib, struct lxw_worksheet *to, uint32_t row,
                    uint16_t column, const char *parts, struct lxw_format *format);

#endif
