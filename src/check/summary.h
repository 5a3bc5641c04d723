// What `check` prints when all is well: what there is, and what it is worth.
#ifndef CHECK_SUMMARY_H
#define CHECK_SUMMARY_H

#include "check/example.h"

// Fits one screen.
void rubric_summary(Buf *out, const Rubric *rubric, ExampleCounts examples);

#endif
