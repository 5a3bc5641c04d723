// The parts of the overview that say what to do.
#ifndef REPORT_OVERVIEW_ACT_H
#define REPORT_OVERVIEW_ACT_H

#include "report/team_pages.h"

enum { OVERVIEW_COLUMNS = 7 };

// A row of titles, each over so many columns.
void overview_titles(Sheet *sheet, const Str *titles, const uint32_t *spans,
                     size_t count);
void overview_help(const TeamPages *pages, Sheet *sheet);
void overview_criticals(const TeamPages *pages, Sheet *sheet);
// Nothing where no mark was ever disputed.
void overview_disputes(const TeamPages *pages, Sheet *sheet);
void overview_training(const TeamPages *pages, Sheet *sheet);
void overview_problems(const TeamPages *pages, Sheet *sheet);

#endif
