// The files of data that stand beside the workbooks.
#ifndef REPORT_DATA_FILES_H
#define REPORT_DATA_FILES_H

#include "base/buf.h"
#include "report/report_input.h"

// problems.csv: one row for each error, of what was refused, and each warning, of what is
// doubtful: file, line, column, call, reason, level. Line and column are empty where the
// whole file is meant.
void problems_put(Buf *out, const Diags *problems);

// measures.csv: one row for each measure and each team, agent or channel it is of. Values
// and targets are in their unit, times in seconds, shares in percent.
void measures_put(Buf *out, const Tally *tally);

// manifest.json: what a report was made of and what it consists of, and no clock or host,
// so that the same input gives the same bytes. The outputs, which are complete in the
// folder `made`, stand in it with their size and XXH3 hash: false with errno when one of
// them cannot be read.
bool manifest_put(Buf *out, const ReportInput *in, const Texts *outputs, Str made);
// Adds the outputs that the manifest at `path` lists: none when there is no such file, or
// it cannot be understood; false with errno when it cannot be read. Versions before this
// one listed names alone.
bool manifest_outputs(Arena *arena, Str path, Texts *names);

#endif
