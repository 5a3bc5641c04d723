#include "report/html_chart.h"

#include "report/html_text.h"

// In pixels, of a drawing that is not scaled.
enum {
    DIGIT = 7,
    LINE = 20,
    AXIS_HEIGHT = 18, // of the numbers below
    AXIS_WIDTH = 30,  // of those at the left
    AROUND = 50,      // title and legend, which are no part of the drawing
    EDGE = 4,
};
static const double PIXELS = 4 / 3.0; // in a point

typedef struct {
    Buf *out;
    const Chart *chart;
    double left, top, width, height; // of the plot
} Plot;

static double x_at(const Plot *plot, double value) {
    const ChartAxis *axis = &plot->chart->x;
    return plot->left + (value - axis->least) / (axis->most - axis->least) * plot->width;
}

static double y_at(const Plot *plot, double value) {
    const ChartAxis *axis = &plot->chart->y;
    return plot->top + (axis->most - value) / (axis->most - axis->least) * plot->height;
}

// The point of a row; false where there is none.
static bool find_point(const Plot *plot, const ChartSeries *series, uint32_t row,
                       double *x, double *y) {
    const Sheet *data = plot->chart->data;
    const Cell *cells = &data->cells.items[data->rows.items[row].first];
    if (cells[series->x].type != CELL_NUMBER || cells[series->y].type != CELL_NUMBER)
        return false;
    *x = x_at(plot, cells[series->x].number);
    *y = y_at(plot, cells[series->y].number);
    return true;
}

static void put_stroke(Buf *out, const LookSpec *look) {
    static const char *const DASHES[] = {"", " stroke-dasharray=\"6 4\"",
                                         " stroke-dasharray=\"2 2\""};
    buf_format(out, "\" fill=\"none\" stroke=\"#%06x\" stroke-width=\"%.2f\"%s/>\n",
               look->ink, look->width * PIXELS, DASHES[look->dash]);
}

static void put_marker(Buf *out, const LookSpec *look, double x, double y) {
    double r = look->marker * PIXELS / 2;
    if (look->diamond)
        buf_format(out, "<path d=\"M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz\"", x, y - r,
                   r, r, -r, r, -r, -r);
    else
        buf_format(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"", x, y, r);
    buf_format(out, " fill=\"#%06x\"/>\n", look->ink);
}

// ---- Series

static void put_line(const Plot *plot, const ChartSeries *series) {
    double x, y;
    bool joined = false;
    buf_text(plot->out, "<path d=\"");
    for (uint32_t row = series->first; row <= series->last; row++) {
        bool there = find_point(plot, series, row, &x, &y);
        if (there) buf_format(plot->out, "%c%.1f %.1f", joined ? 'L' : 'M', x, y);
        joined = there;
    }
    put_stroke(plot->out, &LOOKS[series->look]);
}

static void put_markers(const Plot *plot, const ChartSeries *series) {
    double x, y;
    for (uint32_t row = series->first; row <= series->last; row++)
        if (find_point(plot, series, row, &x, &y))
            put_marker(plot->out, &LOOKS[series->look], x, y);
}

static void put_label(const Plot *plot, const char *anchor, double x, double y,
                      Str text) {
    buf_format(plot->out, "<text x=\"%.1f\" y=\"%.1f\" dy=\".35em\" text-anchor=\"%s\">",
               x, y, anchor);
    html_text_put(plot->out, text);
    buf_text(plot->out, "</text>\n");
}

static void put_labels(const Plot *plot, const ChartSeries *series) {
    const char *anchor = series->look == LOOK_NAMES ? "start" : "middle";
    double x, y;
    for (uint32_t row = series->first; row <= series->last; row++)
        if (find_point(plot, series, row, &x, &y))
            put_label(plot, anchor, x, y, series->labels[row - series->first]);
}

static void put_series(const Plot *plot, const ChartSeries *series) {
    if (LOOKS[series->look].width > 0) put_line(plot, series);
    if (LOOKS[series->look].marker) put_markers(plot, series);
    if (series->labels) put_labels(plot, series);
}

// ---- Axes

// Numbers of scores alone: the rest of an axis is for names and counts.
static void put_numbers(const Plot *plot, const ChartAxis *axis, bool across) {
    int lines = axis_lines(axis, axis->most < 100 ? axis->most : 100);
    for (int i = 0; i < lines; i++) {
        double value = axis_line(axis, i);
        Str text = str_format(plot->out->arena, "%.0f", value);
        if (across)
            put_label(plot, "middle", x_at(plot, value),
                      plot->top + plot->height + AXIS_HEIGHT / 2.0, text);
        else
            put_label(plot, "end", plot->left - EDGE, y_at(plot, value), text);
    }
}

// ---- The legend

static void put_sample(Buf *out, const LookSpec *look) {
    buf_text(out, "<svg viewBox=\"0 0 26 12\" aria-hidden=\"true\">");
    if (look->width > 0) buf_text(out, "<path d=\"M1 6L25 6"), put_stroke(out, look);
    if (look->marker) put_marker(out, look, 13, 6);
    buf_text(out, "</svg> ");
}

static void put_legend(Buf *out, const Chart *chart) {
    buf_text(out, "<p class=\"legend\">");
    vec_each(const ChartSeries, series, &chart->series) {
        if (!series->name.len) continue;
        buf_text(out, "<span>");
        put_sample(out, &LOOKS[series->look]);
        html_text_put(out, series->name);
        buf_text(out, "</span>\n");
    }
    buf_text(out, "</p>\n");
}

// ---- The figure

static void put_words(Buf *out, Str id, const Chart *chart) {
    buf_format(out, "<title id=\"%.*st\">", STR_ARG(id));
    html_text_put(out, chart->title);
    buf_format(out, "</title>\n<desc id=\"%.*sd\">", STR_ARG(id));
    html_text_put(out, chart->description);
    buf_text(out, "</desc>\n");
}

static void put_drawing(Buf *out, Str id, const Sheet *sheet, const Chart *chart) {
    double wide = 0, high = sheet->rows.items[chart->row].lines * LINE - AROUND;
    for (uint32_t i = 0; i < chart->columns; i++)
        wide += sheet->columns.items[chart->column + i] * DIGIT;
    double left = chart->y.unit > 0 ? AXIS_WIDTH : EDGE;
    double below = chart->x.unit > 0 ? AXIS_HEIGHT : EDGE;
    Plot plot = {out, chart, left, EDGE, wide - left - EDGE, high - EDGE - below};
    // An em is 11 points, or 14.67 pixels, as in the workbook.
    buf_format(out,
               "<svg role=\"img\" aria-labelledby=\"%.*st\" aria-describedby=\"%.*sd\" "
               "viewBox=\"0 0 %.0f %.0f\" style=\"max-height:%.1fem\">\n",
               STR_ARG(id), STR_ARG(id), wide, high, high / 14.67);
    put_words(out, id, chart);
    vec_each(const ChartSeries, series, &chart->series) put_series(&plot, series);
    put_numbers(&plot, &chart->x, true);
    put_numbers(&plot, &chart->y, false);
    buf_text(out, "</svg>\n");
}

void html_chart_put(Buf *out, Str id, const Sheet *sheet, const Chart *chart) {
    buf_text(out, "<figure>\n<figcaption>");
    html_text_put(out, chart->stacked ? chart->description : chart->title);
    buf_text(out, "</figcaption>\n");
    if (!chart->stacked) {
        put_drawing(out, id, sheet, chart);
        put_legend(out, chart);
    }
    buf_text(out, "</figure>\n");
}
