// A workbook as an .xlsx file (Office Open XML, ECMA-376).
#ifndef REPORT_XLSX_H
#define REPORT_XLSX_H

#include "report/sheet.h"

// Writes to `path`, which appears at once and is whole only when true comes back; false
// with errno set leaves nothing there. The bytes depend on the workbook and `created`
// (milliseconds since 1970) alone. Several may be written at a time, all with the same
// `created`. Text is always text, never a formula.
bool xlsx_write(const Book *book, const char *path, int64_t created);

#endif
