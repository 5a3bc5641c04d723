// problems.csv: every input that was refused.
#ifndef REPORT_PROBLEMS_H
#define REPORT_PROBLEMS_H

#include "base/diag.h"

// One row for each error: file, line, column, call, reason. Line and column are empty
// where the whole file is meant.
void problems_put(Buf *out, const Diags *problems);

#endif
