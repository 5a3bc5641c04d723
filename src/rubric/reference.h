// Which detectors a detector or a criterion refers to, and the order that this asks for.
#ifndef RUBRIC_REFERENCE_H
#define RUBRIC_REFERENCE_H

#include "rubric/rubric.h"

// Fills the `refs` of detectors, and rubric->order, each detector after those it refers
// to. Every ring of references
// is an error, and is cut somewhere so that the order still holds every detector once.
void detectors_order(Arena *arena, Rubric *rubric, Diags *diags);
// Of each detector, whether a criterion rests on it.
bool *criterion_uses(Arena *arena, const Rubric *rubric, const Criterion *criterion);
// Of each detector, whether a criterion or measure asks for it or for one that refers to
// it.
bool *detectors_used(Arena *arena, const Rubric *rubric);
// Whether what a criterion asks for is looked for at an edge of the call, its opening
// (WINDOW_FIRST) or its end (WINDOW_LAST).
bool criterion_at_edge(Arena *scratch, const Rubric *rubric, const Criterion *criterion,
                       WindowEdge edge);

#endif
