// What the coaching page says of last time, and what is agreed now.
#ifndef REPORT_COACHING_LAST_H
#define REPORT_COACHING_LAST_H

#include "report/sheets.h"

// What was agreed in an earlier period, and how its question has gone since; which marks
// people overruled or the agent disputes. Nothing where nothing was. Gives the lines that
// this fills.
double coaching_last(const AgentPages *pages, Sheet *sheet);
// What was agreed in this period, or room to write it.
void coaching_agreement(const AgentPages *pages, Sheet *sheet);

#endif
