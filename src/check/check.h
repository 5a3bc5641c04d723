// What is wrong with a rubric that is well-formed: does it do what it says, can it?
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "check/example.h"

// Patterns that run away, detectors nobody uses, criteria that can never be decided,
// examples that fail: each goes to `diags`.
ExampleCounts rubric_check(Arena *arena, const Rubric *rubric, Diags *diags);

#endif
