// Fragments and patterns: written with <names>, compiled without.
#ifndef LOAD_PATTERN_H
#define LOAD_PATTERN_H

#include "load/loader.h"

FieldRead fragments_read; // RubricFile, whose fragments are filled
FieldRead patterns_read;  // PatternRefs

#endif
