// What the patterns of a rubric cost: how long each is looked for, and by which atoms.
#ifndef CLI_COST_H
#define CLI_COST_H

#include "cli/setup.h"

// Looks for the patterns of setup->rubric in the calls of setup->reader, or, when that is
// NULL, in the rubric's own examples, and writes a line for each to `out`, those that
// took longest first.
void cost_run(Setup *setup, Buf *out);

#endif
