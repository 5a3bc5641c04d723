// A report: a folder with workbooks for the team and each agent, and the data behind
// them.
//
//   team.xlsx  agents/<agent>.xlsx  scores.csv  marks.csv  scorecards.ndjson
//   summary.txt  manifest.json
//   agents/<agent>.html (only when asked for)
//   measures.csv (only when the rubric has measures)
//   problems.csv (only when something was refused or doubtful)
//
// All of it is first completed beside its place and then renamed together, so a run that
// dies leaves the previous report whole.
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "report/report_input.h"

// Writes the report, and removes files that the folder's previous report had and this one
// has not. Gives a sysexits.h status: EX_OK, or with a complaint in `diags` EX_CANTCREAT,
// EX_IOERR or EX_TEMPFAIL (disk full, folder in use); then no file was touched, unless
// the renaming itself failed. SIGINT, SIGTERM and SIGHUP end the program here, after
// clearing up.
int report_write(Arena *arena, const ReportInput *in, Diags *diags);

// Writes the report's metrics (summary.h) to a file of their own, which appears whole;
// EX_OK, or as above with a complaint.
int report_metrics(Arena *arena, const ReportInput *in, Str path, Diags *diags);
// How many agents get a workbook.
size_t report_agents(Arena *arena, const ReportInput *in);

#endif
