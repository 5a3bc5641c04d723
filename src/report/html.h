// Sheets of a workbook as one page of HTML that needs nothing else: no script, no other
// file, no request to anywhere. Headings, tables with their headers, links within the
// page, charts with their words; on paper a sheet of one page is one page.
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "base/buf.h"
#include "report/sheet.h"

// Adds the page. The sheets of these names (the last is NULL) stand there whole, in this
// order, where the book has them; of a sheet that they link to, the rows that are linked.
void html_put(Buf *out, const Book *book, const char *const *names);

#endif
