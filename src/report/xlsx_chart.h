// A chart as libxlsxwriter has it: xlsx.c's other half, and the only other file that
// knows the library (its header for charts alone).
#ifndef REPORT_XLSX_CHART_H
#define REPORT_XLSX_CHART_H

#include "report/chart.h"

struct lxw_chart;

// Fills a new chart of the workbook: a stacked bar chart or a scatter chart.
void xlsx_chart_fill(Arena *arena, const Chart *chart, struct lxw_chart *to);

#endif
