// Examples: small conversations in which a detector must hold, or must not.
#ifndef CHECK_EXAMPLE_H
#define CHECK_EXAMPLE_H

#include "rubric/rubric.h"

// Reads an example's text into a call: lines such as "agent: ...", "customer @12-15: ..."
// (from second 12 to 15) and "field transfers: 2"; or, when no line is of that form, one
// turn said by `role` (an agent, when that is ROLE_UNKNOWN). False when some lines are
// and another is not, with its number, from 1.
bool example_parse(Arena *arena, Str text, Role role, Call *call, uint32_t *bad_line);

// How the examples of a rubric fared.
typedef struct {
    uint32_t passed, failed;
    uint32_t gaps; // known ones (todo_match) that are still there
} ExampleCounts;

// Runs every example of every detector. One that fails is an error at its place; a known
// gap that is closed is a note.
ExampleCounts examples_check(const Rubric *rubric, Diags *diags);
// The same of what does not come with callmark: detectors of other files, those that
// other files extend, and whatever refers to them.
ExampleCounts examples_check_foreign(const Rubric *rubric, Diags *diags);

#endif
