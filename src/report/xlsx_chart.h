// A chart as libxlsxwriter has it. This file knows the library's header of charts alone.
#ifndef REPORT_XLSX_CHART_H
#define REPORT_XLSX_CHART_H

#include "report/chart.h"

struct lxw_chart;

// The library made ready for it.
typedef struct XlsxCharts XlsxCharts;
const XlsxCharts *xlsx_charts_open(Arena *arena);

// Fills a new chart of the workbook: a stacked bar chart or a scatter chart.
void xlsx_chart_fill(const XlsxCharts *lib, Arena *arena, const Chart *chart,
                     struct lxw_chart *to);

#endif
