// Text as a spreadsheet's cell can hold it.
#ifndef REPORT_CLEAN_H
#define REPORT_CLEAN_H

#include "base/str.h"

enum { CELL_UNITS = 32767 }; // UTF-16 code units a cell may hold

// A NUL-terminated copy of `s` without carriage returns, and with U+FFFD for what XML
// cannot hold. Takes its length off *room, in UTF-16 units; where that is not enough, the
// text is cut with a mark and *room is 0.
char *clean_text(Arena *arena, Str s, int *room);

#endif
