// A rubric tried on calls: does each detector find something, is each criterion decided
// now one way and now another?
#ifndef CLI_TRYOUT_H
#define CLI_TRYOUT_H

#include "cli/setup.h"

// Tries setup->rubric on setup->reader's calls and writes what became of it to `out`.
void tryout_run(Setup *setup, Buf *out);

#endif
