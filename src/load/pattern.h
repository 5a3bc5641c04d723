// Fragments and patterns: written with <names>, compiled without.
#ifndef LOAD_PATTERN_H
#define LOAD_PATTERN_H

#include "load/loader.h"

FieldRead fragments_keep; // RubricFile, for fragments_of
FieldRead patterns_read;  // PatternRefs

// The fragments of a file and those it uses; they are read when they are first asked for,
// which nobody may who asks for patterns with their fragments written out.
const Fragments *fragments_of(Loader *load, RubricFile *file);

#endif
