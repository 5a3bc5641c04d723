// Text as a spreadsheet's cell can hold it.
#ifndef REPORT_CLEAN_H
#define REPORT_CLEAN_H

#include "base/str.h"

enum { CELL_UNITS = 32767 }; // UTF-16 code units a cell may hold

// A NUL-terminated copy of `s` without carriage returns, and with U+FFFD for what XML
// cannot hold. Takes its length off *room, in UTF-16 units; where that is not enough, the
// text is cut with a mark and *room is 0.
char *clean_text(Arena *arena, Str s, int *room);
// The foot of a printed page, as the format codes it.
char *footer_text(Arena *arena, Str title, Str sheet);

// The library's link to a file beside the workbook, escaped as RFC 3986 has it, so that
// nothing in the name is taken for a place in the file.
char *clean_file_url(Arena *arena, Str file);

#endif
