// What the coaching page says of keeping, working on, and hearing together.
#ifndef REPORT_COACHING_TALK_H
#define REPORT_COACHING_TALK_H

#include "report/sheets.h"

enum { COACHING_COLUMNS = 7 };

// A row with a label and a text beside it, over the rest of the page.
Cell *coaching_line(Sheet *sheet, Str label, Style style, Str text);
void coaching_talk(const AgentPages *pages, Sheet *sheet);

#endif
