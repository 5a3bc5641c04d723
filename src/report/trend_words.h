// Weeks and changes as people read them, and as charts are drawn.
#ifndef REPORT_TREND_WORDS_H
#define REPORT_TREND_WORDS_H

#include "report/chart.h"
#include "report/report_input.h"

Str week_words(Arena *arena, int64_t week); // "2026-W46"
// "+3.2 (+0.4 to +6.0): 12 scored calls before, 15 now", "no clear change (-1.0 to +7.4):
// ..." or "not known: ...".
Str change_words(Arena *arena, const Change *change);
// The team's mean of a point's week, by the same rubric.
Estimate trend_team(const ReportInput *in, const TrendPoint *point);
bool trend_is_faint(const ReportInput *in, const TrendPoint *point); // too few calls
// A trend for chart_line, of an agent beside the team, or of the team alone; gives how
// many points there are.
size_t trend_points(Arena *arena, const ReportInput *in, const Trend *trend,
                    ChartPoint **points);

#endif
