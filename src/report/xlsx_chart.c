#include "report/xlsx_chart.h"

#include "base/library.h"
#include "report/clean.h"

#include <stdio.h> // which chart.h takes to be there
#include <xlsxwriter/chart.h>

#define FUNCTIONS(F)                          \
    F(chart_add_series)                       \
    F(chart_axis_major_gridlines_set_line)    \
    F(chart_axis_major_gridlines_set_visible) \
    F(chart_axis_off)                         \
    F(chart_axis_set_crossing_max)            \
    F(chart_axis_set_line)                    \
    F(chart_axis_set_major_unit)              \
    F(chart_axis_set_max)                     \
    F(chart_axis_set_min)                     \
    F(chart_axis_set_num_font)                \
    F(chart_axis_set_num_format)              \
    F(chart_axis_set_reverse)                 \
    F(chart_legend_delete_series)             \
    F(chart_legend_set_font)                  \
    F(chart_legend_set_position)              \
    F(chart_series_set_categories)            \
    F(chart_series_set_labels)                \
    F(chart_series_set_labels_custom)         \
    F(chart_series_set_labels_font)           \
    F(chart_series_set_labels_position)       \
    F(chart_series_set_line)                  \
    F(chart_series_set_marker_fill)           \
    F(chart_series_set_marker_line)           \
    F(chart_series_set_marker_size)           \
    F(chart_series_set_marker_type)           \
    F(chart_series_set_name)                  \
    F(chart_series_set_pattern)               \
    F(chart_series_set_values)                \
    F(chart_set_series_gap)                   \
    F(chart_show_hidden_data)                 \
    F(chart_title_set_name)                   \
    F(chart_title_set_name_font)

struct XlsxCharts {
    FUNCTIONS(LIBRARY_POINTER)
};

const XlsxCharts *xlsx_charts_open(Arena *arena) {
    static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME) NULL};
    XlsxCharts *lib = arena_new(arena, XlsxCharts);
    library_load(LIBRARY_FILE, NAMES, lib);
    return lib;
}

enum { TYPE_SIZE = 9, NAME_UNITS = 255 }; // points; UTF-16 units of a name

// Numbers below `from` are not shown: names and counts stand there.
static void set_axis(const XlsxCharts *lib, Arena *arena, lxw_chart_axis *axis,
                     const ChartAxis *from) {
    lib->chart_axis_set_min(axis, from->least);
    lib->chart_axis_set_max(axis, from->most);
    lib->chart_axis_major_gridlines_set_visible(axis, LXW_FALSE);
    if (from->unit <= 0) {
        lib->chart_axis_off(axis);
        return;
    }
    lib->chart_axis_set_major_unit(axis, from->unit);
    Str code = str_format(arena, "[<%g]\"\";[>100]\"\";0", from->from);
    lib->chart_axis_set_num_format(axis, str_z(arena, code));
    lib->chart_axis_set_num_font(axis, &(lxw_chart_font){.size = TYPE_SIZE});
    lib->chart_axis_set_line(axis, &(lxw_chart_line){.none = LXW_TRUE});
}

// The first bar on top, and the shares below the last one.
static void set_bar_axes(const XlsxCharts *lib, struct lxw_chart *to) {
    lxw_chart_line light = {.color = EDGE_COLOUR, .width = 0.5};
    lib->chart_axis_set_reverse(to->y_axis);
    lib->chart_axis_set_crossing_max(to->y_axis);
    lib->chart_axis_set_num_font(to->x_axis, &(lxw_chart_font){.size = TYPE_SIZE});
    lib->chart_axis_set_num_font(to->y_axis, &(lxw_chart_font){.size = TYPE_SIZE});
    lib->chart_axis_major_gridlines_set_line(to->x_axis, &light);
    lib->chart_axis_set_line(to->x_axis, &light);
    lib->chart_axis_set_line(to->y_axis, &light);
    lib->chart_set_series_gap(to, 60);
}

static void set_labels(const XlsxCharts *lib, Arena *arena, lxw_chart_series *series,
                       const ChartSeries *from) {
    size_t count = from->last - from->first + 1;
    lxw_chart_data_label *labels = arena_array(arena, lxw_chart_data_label, count);
    lxw_chart_data_label **list = arena_array(arena, lxw_chart_data_label *, count + 1);
    for (size_t i = 0; i < count; i++) {
        labels[i].value = clean_text(arena, from->labels[i], &(int){CELL_UNITS});
        list[i] = &labels[i];
    }
    lib->chart_series_set_labels(series);
    lib->chart_series_set_labels_custom(series, list);
    lib->chart_series_set_labels_font(series, &(lxw_chart_font){.size = TYPE_SIZE});
    lib->chart_series_set_labels_position(series, from->look == LOOK_NAMES
                                                      ? LXW_CHART_LABEL_POSITION_RIGHT
                                                      : LXW_CHART_LABEL_POSITION_CENTER);
}

static void set_look(const XlsxCharts *lib, lxw_chart_series *series,
                     const LookSpec *look) {
    static const uint8_t DASHES[] = {LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                     LXW_CHART_LINE_DASH_ROUND_DOT};
    lxw_chart_line line = {.color = look->ink,
                           .width = (float)look->width,
                           .dash_type = DASHES[look->dash],
                           .none = look->width <= 0};
    lxw_chart_line edge = {.color = look->ink, .width = 1};
    lib->chart_series_set_line(series, &line);
    uint8_t type = look->diamond ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_CIRCLE;
    lib->chart_series_set_marker_type(series,
                                      look->marker ? type : LXW_CHART_MARKER_NONE);
    if (!look->marker) return;
    lib->chart_series_set_marker_size(series, look->marker);
    lib->chart_series_set_marker_line(series, &edge);
    lib->chart_series_set_marker_fill(series, &(lxw_chart_fill){.color = look->ink});
}

static void set_band(const XlsxCharts *lib, lxw_chart_series *series, size_t number) {
    static const uint8_t PATTERNS[] = {
        LXW_CHART_PATTERN_PERCENT_90, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
        LXW_CHART_PATTERN_PERCENT_25, LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL,
        LXW_CHART_PATTERN_PERCENT_5,  LXW_CHART_PATTERN_LARGE_CHECK};
    lxw_chart_pattern pattern = {.fg_color = MARK_COLOUR,
                                 .bg_color = LXW_COLOR_WHITE,
                                 .type = PATTERNS[number % sizeof PATTERNS]};
    lib->chart_series_set_pattern(series, &pattern);
    lib->chart_series_set_line(series,
                               &(lxw_chart_line){.color = MARK_COLOUR, .width = 0.75});
}

static void add_series(const XlsxCharts *lib, Arena *arena, lxw_chart *to,
                       const Chart *chart, size_t number) {
    const ChartSeries *from = &chart->series.items[number];
    const char *sheet = str_z(arena, chart->data->name);
    lxw_col_t x = (lxw_col_t)from->x, y = (lxw_col_t)from->y;
    lxw_chart_series *series = lib->chart_add_series(to, NULL, NULL);
    lib->chart_series_set_categories(series, sheet, from->first, x, from->last, x);
    lib->chart_series_set_values(series, sheet, from->first, y, from->last, y);
    if (from->name.len)
        lib->chart_series_set_name(series,
                                   clean_text(arena, from->name, &(int){NAME_UNITS}));
    if (from->look == LOOK_BAND)
        set_band(lib, series, number);
    else
        set_look(lib, series, &LOOKS[from->look]);
    if (from->labels) set_labels(lib, arena, series, from);
}

static void set_legend(const XlsxCharts *lib, lxw_chart *to, const Chart *chart) {
    lib->chart_legend_delete_series(to, chart->unnamed.items);
    lib->chart_legend_set_position(to, LXW_CHART_LEGEND_BOTTOM);
    lib->chart_legend_set_font(to, &(lxw_chart_font){.size = TYPE_SIZE});
}

void xlsx_chart_fill(const XlsxCharts *lib, Arena *arena, const Chart *chart,
                     struct lxw_chart *to) {
    lib->chart_title_set_name(to, clean_text(arena, chart->title, &(int){NAME_UNITS}));
    lib->chart_title_set_name_font(to, &(lxw_chart_font){.size = TYPE_SIZE + 1});
    lib->chart_show_hidden_data(to);
    for (size_t i = 0; i < chart->series.len; i++) add_series(lib, arena, to, chart, i);
    if (chart->stacked) {
        set_bar_axes(lib, to);
    } else {
        set_axis(lib, arena, to->x_axis, &chart->x);
        set_axis(lib, arena, to->y_axis, &chart->y);
    }
    set_legend(lib, to, chart);
}
