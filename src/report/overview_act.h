// The parts of the overview that say what to do.
#ifndef REPORT_OVERVIEW_ACT_H
#define REPORT_OVERVIEW_ACT_H

#include "report/team_pages.h"

enum { OVERVIEW_COLUMNS = 7 };

void overview_help(const TeamPages *pages, Sheet *sheet);
void overview_criticals(const TeamPages *pages, Sheet *sheet);
void overview_training(const TeamPages *pages, Sheet *sheet);
void overview_problems(const TeamPages *pages, Sheet *sheet);

#endif
