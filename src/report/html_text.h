// Text on a page of HTML.
#ifndef REPORT_HTML_TEXT_H
#define REPORT_HTML_TEXT_H

#include "base/buf.h"

// Adds `s` as text, or as the value of an attribute between double quotes. What anybody
// said or is called comes onto a page through here alone, so that it never is markup.
// U+FFFD stands for control characters, for bytes that are not UTF-8, and for the marks
// that turn the direction of what follows: they would show words in another order than
// they were said.
void html_text_put(Buf *out, Str s);

#endif
