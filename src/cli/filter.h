// `score` as a filter of an engine that gives it lines and takes lines (Spark, Hadoop,
// xargs): each line of standard input is a call of its own and gives its records, or the
// record of an error, in its place, whatever the other lines are.
#ifndef CLI_FILTER_H
#define CLI_FILTER_H

#include "cli/setup.h"

// Settles how standard input is read where it is the only input, and lines may come of
// it. EX_OK, or EX_USAGE when there are none to be written one by one (said on stderr).
int filter_settle(Settings *settings);
// Whether the input has turned out to be in lines; known once some of it has been read.
bool filter_is_on(const Setup *setup);
// The record of an error for a line whose call was refused.
void filter_put_refused(Buf *out, const CallTask *task);
// What becomes of the inputs' exit status: bad lines have their records, and are no
// failure but with --strict; lines that could not be read are.
int filter_status(const Setup *setup, int status);

#endif
