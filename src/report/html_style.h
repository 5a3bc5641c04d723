// The looks of a page of HTML, from those of the workbooks.
#ifndef REPORT_HTML_STYLE_H
#define REPORT_HTML_STYLE_H

#include "base/buf.h"
#include "report/sheet.h"

// The class of what has this style: "not-met".
const char *html_class(Style style);
// The rules for all classes, for the screen and for paper.
void html_style_put(Buf *out);
// The size of type with which a sheet of one page fits on paper, for the element `id`.
void html_style_put_page(Buf *out, Str id, const Sheet *sheet);

#endif
