// A cell's text in parts, by turns plain and standing out.
#ifndef REPORT_RICH_TEXT_H
#define REPORT_RICH_TEXT_H

#include "report/sheet.h"

typedef struct {
    char *text; // as clean_text makes it; never empty
    bool stands_out;
} RichPart;

typedef struct {
    RichPart *parts;
    size_t len;
} RichText;

// Two parts or more; fewer only where none stands out. So libxlsxwriter wants it: a
// single part that stands out is cut behind its first character.
RichText rich_text(Arena *arena, const Cell *cell);

#endif
