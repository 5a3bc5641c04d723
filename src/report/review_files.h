// The workbooks that people fill in: made once, and then theirs.
#ifndef REPORT_REVIEW_FILES_H
#define REPORT_REVIEW_FILES_H

#include "report/report_input.h"

// Makes in->reviews and in it, for each agent with a workbook, the one for this period,
// unless something stands there: that is never touched. False with errno, and *failed the
// path that could not be made. Nothing without a folder.
bool review_files_make(Arena *arena, const ReportInput *in, Str *failed);

#endif
