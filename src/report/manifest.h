// manifest.json: what a report was made of and what it consists of. No clock, no host:
// the same input gives the same bytes.
#ifndef REPORT_MANIFEST_H
#define REPORT_MANIFEST_H

#include "report/outputs.h"
#include "report/report_input.h"

void manifest_put(Buf *out, const ReportInput *in, const Names *outputs);
// The outputs that the manifest at `path` lists; none when there is no such file, or it
// cannot be understood.
Names manifest_outputs(Arena *arena, Str path);

#endif
