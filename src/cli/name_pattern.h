// --name-pattern: what the names of files tell of their calls, by the named groups of a
// regular expression.
#ifndef CLI_NAME_PATTERN_H
#define CLI_NAME_PATTERN_H

#include "read/reader.h"

typedef struct NamePattern NamePattern;

// Compiles the regex and lets the reader ask it, until it is closed. NULL with a
// complaint when the regex is wrong or has no named group.
NamePattern *name_pattern_open(Arena *arena, Str regex, ReadOptions *read, Diags *diags);
void name_pattern_close(NamePattern *pattern); // NULL is none

#endif
