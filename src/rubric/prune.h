// What need not be looked for: of a rubric whose patterns are not sealed yet, only the
// detectors that are wanted, and those that they refer to, stay in rubric->order.
// Patterns that none of them has are never looked for; detectors that are left out find
// nothing.
#ifndef RUBRIC_PRUNE_H
#define RUBRIC_PRUNE_H

#include "rubric/rubric.h"

// Keeps those that decide something or are foreign (rubric/foreign.h).
void prune_to_mark(Arena *arena, Rubric *rubric);
// Of each detector, whether it has one of these names or one that has refers to it.
bool *detectors_sought(Arena *arena, const Rubric *rubric, const Texts *names);
// Keeps those.
void prune_to_find(Arena *arena, Rubric *rubric, const Texts *names);

#endif
