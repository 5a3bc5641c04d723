// Charts on a page of HTML.
#ifndef REPORT_HTML_CHART_H
#define REPORT_HTML_CHART_H

#include "base/buf.h"
#include "report/chart.h"

// Adds a <figure> with the chart as inline SVG: its title and description are its name
// and its words for who cannot see it. `id` is its own on the page. Stacked bars are told
// in words alone.
void html_chart_put(Buf *out, Str id, const Sheet *sheet, const Chart *chart);

#endif
