// What comes with callmark, and which detectors somebody wrote himself: their examples
// are tried before people are marked by them.
#ifndef RUBRIC_FOREIGN_H
#define RUBRIC_FOREIGN_H

#include "rubric/rubric.h"

// Whether the file comes with callmark, just so.
bool file_is_built_in(const SourceFile *file);
// Of each detector, whether it is not just so built in, or refers to one that is not.
bool *detectors_foreign(Arena *arena, const Rubric *rubric);

#endif
