// Charts, typed by what they show. Laid out here as series of points, whose numbers stand
// in cells of the book's hidden sheet "Chart data", so that they can be looked up and
// worked out again; a writer only renders. Marks, dashes and patterns differ, so that
// nothing rests on colour alone, and each chart is told in words as well.
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include "report/sheet.h"

typedef enum {
    LOOK_LINE,    // filled circles, joined
    LOOK_DOTS,    // filled circles
    LOOK_FAINT,   // grey diamonds: too few calls to rely on
    LOOK_DASHED,  // a dashed line
    LOOK_WHISKER, // thin strokes, from the lower to the upper bound
    LOOK_TICK,    // thick strokes
    LOOK_DOTTED,  // dotted strokes
    LOOK_GRID,    // thin light strokes
    LOOK_LABELS,  // nothing but its labels, in the middle of each point
    LOOK_NAMES,   // the same, to the right of each point
    LOOK_BAND     // stacked
} Look;

typedef enum { DASH_NONE, DASH_LONG, DASH_DOTS } Dash;
typedef struct {
    uint32_t ink; // RGB
    double width; // of the line, in points; 0: there is none
    Dash dash;
    uint8_t marker; // size of the circles, in points; 0: there are none
    bool diamond;   // instead of circles
} LookSpec;
extern const LookSpec LOOKS[LOOK_BAND];

// Columns and rows are of `Chart.data`. A row without numbers breaks the line.
typedef struct {
    Look look;
    Str name;      // in the legend; empty: not there
    uint32_t x, y; // columns; of LOOK_BAND x has the names of the bars
    uint32_t first, last;
    const Str *labels; // one a row, or NULL
} ChartSeries;

typedef struct {
    double least, most;
    double unit; // between its numbers; 0: it has none
    double from; // the least number that is shown
} ChartAxis;

// How many numbers of an axis there are up to `most`, and the value of one, from 0 on.
static inline int axis_lines(const ChartAxis *axis, double most) {
    if (axis->unit <= 0 || most < axis->from) return 0;
    return (int)((most - axis->from) / axis->unit) + 1;
}
static inline double axis_line(const ChartAxis *axis, int number) {
    return axis->from + number * axis->unit;
}

struct Chart {
    bool stacked; // bars of LOOK_BAND, each 100 % long; else points between the bounds
    Str title, description;
    uint32_t row, column, columns; // the cells that it covers
    ChartAxis x, y;
    const Sheet *data;
    VEC(ChartSeries) series;
    VEC(int16_t) unnamed; // the series that are not in the legend; then -1
};

// Where it goes: a new row as high as that, from a column on.
typedef struct {
    double lines;
    uint32_t column, columns;
    bool beside; // in the row that was begun last, beside what is there
} ChartPlace;

// A mean of scores with its interval, beside the team's.
typedef struct {
    Str label;
    Estimate own; // its `count` are the calls
    bool has_team;
    double team;
    int32_t floor; // NO_SCORE: none
    bool faint;    // too few calls to rely on
    bool breaks;   // of a line: begins anew here, under another rubric
} ChartPoint;

typedef struct {
    Str title;
    Str own, team; // whose the points are; `team` empty: no points have a team
} ChartNames;

// Points from left to right: a line with intervals, the team dashed, and under each point
// its label and number of calls.
void chart_line(Sheet *sheet, ChartPlace place, const ChartNames *names,
                const ChartPoint *points, size_t count);
// Points from the top down: dots with intervals from 0 to 100, the team's tick and the
// floor's dotted line.
void chart_dots(Sheet *sheet, ChartPlace place, const ChartNames *names,
                const ChartPoint *points, size_t count);
// Bars of shares, from the top down: counts[bar * bands + band].
void chart_bands(Sheet *sheet, ChartPlace place, Str title, const Texts *bars,
                 const Texts *bands, const uint32_t *counts);

#endif
