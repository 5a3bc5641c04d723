// What marking a call need not look for.
#ifndef RUBRIC_PRUNE_H
#define RUBRIC_PRUNE_H

#include "rubric/rubric.h"

// Leaves in rubric->order only the detectors that decide something or are foreign
// (rubric/foreign.h), and those that one of these refers to; patterns that none of them
// has are never looked for. Before the patterns are sealed.
void detectors_prune(Arena *arena, Rubric *rubric);

#endif
