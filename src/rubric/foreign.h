// Which detectors somebody wrote himself: their examples are tried before people are
// marked by them.
#ifndef RUBRIC_FOREIGN_H
#define RUBRIC_FOREIGN_H

#include "rubric/rubric.h"

// Of each detector, whether it is not just so built in, or refers to one that is not.
bool *detectors_foreign(Arena *arena, const Rubric *rubric);

#endif
