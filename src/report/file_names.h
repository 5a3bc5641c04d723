// File names made of agents' names: safe on every system, unique also where case is
// ignored.
#ifndef REPORT_FILE_NAMES_H
#define REPORT_FILE_NAMES_H

#include "base/str.h"

// One name for each of `names`, without extension, in `out`. The same names in the same
// order give the same file names.
void file_names(Arena *arena, const Str *names, size_t count, Str *out);

#endif
