// What several sheets of the team's workbook show, found once.
#ifndef REPORT_TEAM_PAGES_H
#define REPORT_TEAM_PAGES_H

#include "report/problems.h"
#include "report/sheet.h"
#include "tally/help.h"
#include "tally/listen.h"

typedef struct {
    const ReportInput *in;
    const double *gains; // of each criterion, what it costs the team (gains.h)
    Gains costliest;     // criteria
    Listening listening;
    Problems problems;
} TeamPages;

#endif
