// Principles and their criteria. A file can write more of a principle or criterion that a
// file it uses has.
#ifndef LOAD_PRINCIPLE_H
#define LOAD_PRINCIPLE_H

#include "load/loader.h"

// The fields of a criterion that decide it; ends with NULL.
extern const char *const DECIDING_FIELDS[];
// Whether any of them is among the maps of a criterion.
bool criterion_decides(const Nodes *maps);

FieldRead principles_gather; // into: unused
// Fills the rubric's principles and criteria from what was gathered.
void principles_load(Loader *load);

#endif
