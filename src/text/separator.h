// What parts the cells of a table, by its first line.
#ifndef TEXT_SEPARATOR_H
#define TEXT_SEPARATOR_H

#include "base/str.h"

// What "sep=;" names, the line in which a spreadsheet tells itself; else '\0'.
char separator_told(Str line);
// The one of comma, semicolon and tab that the line has most of, quoted ones aside.
char separator_find(Str line);

#endif
