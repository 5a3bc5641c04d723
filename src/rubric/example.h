// Examples: small conversations in which a detector must hold, or must not.
#ifndef RUBRIC_EXAMPLE_H
#define RUBRIC_EXAMPLE_H

#include "rubric/rubric.h"

// Reads an example's text into a call: lines such as "agent: ...", "customer @12-15: ..."
// (from second 12 to 15) and "field transfers: 2"; or, when no line is of that form, one
// turn said by `role` (an agent, when that is ROLE_UNKNOWN). False when some lines are
// and another is not, with its number, from 1.
bool example_parse(Arena *arena, Str text, Role role, Call *call, uint32_t *bad_line);

// Runs every example of every detector. One that fails is an error at its place; a known
// gap that is closed is a note.
ExampleCounts examples_check(const Rubric *rubric, Diags *diags);

#endif
