// What need not be looked for: of a rubric whose patterns are not sealed yet, only the
// detectors that are wanted, and those that they refer to, stay in rubric->order.
// Patterns that none of them has are never looked for; detectors that are left out find
// nothing.
#ifndef RUBRIC_PRUNE_H
#define RUBRIC_PRUNE_H

#include "rubric/rubric.h"

// Keeps those that decide something or are foreign (rubric/foreign.h).
void prune_to_mark(Arena *arena, Rubric *rubric);
// Keeps those of these names.
void prune_to_find(Arena *arena, Rubric *rubric, const Texts *names);

#endif
