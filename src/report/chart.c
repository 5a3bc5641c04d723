#include "report/chart.h"

#include <assert.h>
#include <math.h>

enum { DARK = 0x1F1F1F };

const LookSpec LOOKS[LOOK_BAND] = {
    [LOOK_LINE] = {MARK_COLOUR, 1.75, DASH_NONE, 7, false},
    [LOOK_DOTS] = {MARK_COLOUR, 0, DASH_NONE, 8, false},
    [LOOK_FAINT] = {0x8A8A8A, 0, DASH_NONE, 9, true},
    [LOOK_DASHED] = {DARK, 1.5, DASH_LONG, 0, false},
    [LOOK_WHISKER] = {MARK_COLOUR, 1.25, DASH_NONE, 0, false},
    [LOOK_TICK] = {DARK, 2.75, DASH_NONE, 0, false},
    [LOOK_DOTTED] = {DARK, 1.5, DASH_DOTS, 0, false},
    [LOOK_GRID] = {0xDCDCDC, 0.5, DASH_NONE, 0, false},
};

// ---- The numbers

// Columns of a chart's block of numbers. Of strokes each takes three rows: where it
// begins, where it ends, and an empty one.
enum {
    PLACE = 2, // along the axis of the points
    OWN,
    TEAM,
    NAME_AT,
    COUNT_AT,
    WHISKERS, // each x, y
    TICKS = WHISKERS + 2,
    DOTTED = TICKS + 2,
    GRID = DOTTED + 2,
    BLOCK_COLUMNS = GRID + 2,
    STROKE_ROWS = 3
};
static const char *const HEADS[BLOCK_COLUMNS] = {
    "",        "calls",    "place",      "own",        "team",
    "name at", "calls at", "interval x", "interval y", "tick x",
    "tick y",  "dotted x", "dotted y",   "grid x",     "grid y"};

typedef struct {
    Sheet *data;
    Chart *chart;
    const ChartPoint *points;
    size_t count;
    double *cells; // rows x BLOCK_COLUMNS; NAN = none
    uint32_t rows, first;
    uint32_t strokes[BLOCK_COLUMNS]; // by the first column: rows taken
    bool across;                     // points from left to right; their places are x
} Block;

static void set(Block *block, size_t row, uint32_t column, double value) {
    assert(row < block->rows);
    block->cells[row * BLOCK_COLUMNS + column] = value;
}

static void stroke(Block *block, uint32_t columns, double x0, double y0, double x1,
                   double y1) {
    uint32_t row = block->strokes[columns];
    block->strokes[columns] += STROKE_ROWS;
    set(block, row, columns, x0);
    set(block, row, columns + 1, y0);
    set(block, row + 1, columns, x1);
    set(block, row + 1, columns + 1, y1);
}

// From one value to another, at a place.
static void stroke_at(Block *block, uint32_t columns, double place, double from,
                      double to) {
    if (block->across)
        stroke(block, columns, place, from, place, to);
    else
        stroke(block, columns, from, place, to, place);
}

static void put_row(Block *block, size_t row) {
    Sheet *data = block->data;
    sheet_row(data);
    if (row < block->count) {
        cell_text(data, STYLE_TEXT, block->points[row].label);
        cell_count(data, (uint64_t)block->points[row].own.count);
    } else {
        cell_empty(data, STYLE_TEXT);
        cell_empty(data, STYLE_TEXT);
    }
    for (uint32_t i = PLACE; i < BLOCK_COLUMNS; i++) {
        double value = block->cells[row * BLOCK_COLUMNS + i];
        if (isnan(value))
            cell_empty(data, STYLE_TEXT);
        else
            cell_number(data, STYLE_TEXT, NUMBER_POINTS, value);
    }
}

static void put_block(Block *block) {
    sheet_row(block->data);
    cell_text(block->data, STYLE_TEXT, block->chart->title);
    for (uint32_t i = 1; i < BLOCK_COLUMNS; i++)
        cell_text(block->data, STYLE_TEXT, str_from(HEADS[i]));
    for (uint32_t i = 0; i < block->rows; i++) put_row(block, i);
}

// ---- The series

// Rows of a block, counted from its first.
typedef struct {
    size_t from, count;
} RowRange;

static ChartSeries *add(Block *block, Look look, Str name, uint32_t x, uint32_t y,
                        RowRange rows) {
    ChartSeries *series = vec_push(block->data->arena, &block->chart->series);
    uint32_t first = block->first + (uint32_t)rows.from;
    if (!name.len)
        *vec_push(block->data->arena, &block->chart->unnamed) =
            (int16_t)(block->chart->series.len - 1);
    *series =
        (ChartSeries){look, name, x, y, first, first + (uint32_t)rows.count - 1, NULL};
    return series;
}

// All series are there.
static void finish(Block *block) {
    *vec_push(block->data->arena, &block->chart->unnamed) = -1;
}

static void add_strokes(Block *block, Look look, Str name, uint32_t columns) {
    uint32_t rows = block->strokes[columns];
    if (rows) add(block, look, name, columns, columns + 1, (RowRange){0, rows - 1});
}

// A value of all points.
static ChartSeries *add_points(Block *block, Look look, Str name, uint32_t value,
                               size_t from, size_t count) {
    uint32_t x = block->across ? PLACE : value, y = block->across ? value : PLACE;
    return add(block, look, name, x, y, (RowRange){from, count});
}

static bool is_new_stretch(const ChartPoint *points, size_t i) {
    return points[i].breaks || points[i].faint != points[i - 1].faint;
}

// Points that look alike, a stretch after the other; each look is named once.
static void add_own(Block *block, Look look, Str name) {
    bool named[2] = {false, false};
    for (size_t i = 0, end; i < block->count; i = end) {
        bool faint = block->points[i].faint;
        for (end = i + 1; end < block->count; end++)
            if (is_new_stretch(block->points, end)) break;
        Str words = faint ? STR("too few calls to rely on") : name;
        add_points(block, faint ? LOOK_FAINT : look, named[faint] ? (Str){0} : words, OWN,
                   i, end - i);
        named[faint] = true;
    }
}

static Block block_new(Sheet *sheet, ChartPlace place, const ChartPoint *points,
                       size_t count, bool across) {
    Arena *arena = sheet->arena;
    Block block = {.data = book_chart_data(sheet->book),
                   .chart = arena_new(arena, Chart),
                   .points = points,
                   .count = count,
                   .rows = (uint32_t)(count + 12) * STROKE_ROWS,
                   .across = across};
    if (!place.beside) sheet_gap(sheet, place.lines);
    *block.chart = (Chart){.row = (uint32_t)sheet->rows.len - 1,
                           .column = place.column,
                           .columns = place.columns,
                           .data = block.data};
    *vec_push(arena, &sheet->charts) = block.chart;
    block.first = (uint32_t)block.data->rows.len + 1;
    block.cells = arena_array(arena, double, block.rows *BLOCK_COLUMNS);
    for (uint32_t i = 0; i < block.rows * BLOCK_COLUMNS; i++) block.cells[i] = NAN;
    return block;
}

// ---- In words

static void put_point(Buf *out, const ChartNames *names, const ChartPoint *point) {
    buf_format(out, " %.*s: ", STR_ARG(point->label));
    if (!point->own.has_mean) {
        buf_text(out, "no score;");
        return;
    }
    buf_format(out, "%.1f", point->own.mean);
    if (point->own.has_interval)
        buf_format(out, " (%.1f to %.1f)", point->own.low, point->own.high);
    buf_format(out, " in %lld calls", (long long)point->own.count);
    if (point->has_team)
        buf_format(out, ", %.*s %.1f", STR_ARG(names->team), point->team);
    if (point->floor != NO_SCORE) buf_format(out, ", floor %.1f", point->floor / 1000.0);
    if (point->breaks) buf_text(out, ", from here on by another rubric");
    buf_byte(out, ';');
}

static Str described(Arena *arena, const ChartNames *names, const ChartPoint *points,
                     size_t count) {
    Buf out = {.arena = arena};
    buf_format(&out, "%.*s, %.*s with 95 %% interval.", STR_ARG(names->title),
               STR_ARG(names->own));
    for (size_t i = 0; i < count; i++) put_point(&out, names, &points[i]);
    return buf_str(&out);
}

static Str *labels_of(Arena *arena, const ChartPoint *points, size_t count) {
    Str *labels = arena_array(arena, Str, count);
    for (size_t i = 0; i < count; i++) labels[i] = points[i].label;
    return labels;
}

static Str *counts_of(Arena *arena, const ChartPoint *points, size_t count) {
    Str *labels = arena_array(arena, Str, count);
    for (size_t i = 0; i < count; i++)
        labels[i] = str_format(arena, "n %lld", (long long)points[i].own.count);
    return labels;
}

static Str *means_of(Arena *arena, const ChartPoint *points, size_t count) {
    Str *labels = arena_array(arena, Str, count);
    for (size_t i = 0; i < count; i++)
        labels[i] = points[i].own.has_mean
                        ? str_format(arena, "%.1f, n %lld", points[i].own.mean,
                                     (long long)points[i].own.count)
                        : STR("–");
    return labels;
}

// ---- A line

// Tens or twenties around all that is drawn.
static void set_range(ChartAxis *axis, const ChartPoint *points, size_t count) {
    double least = 100, most = 0;
    for (size_t i = 0; i < count; i++) {
        const Estimate *own = &points[i].own;
        if (!own->has_mean) continue;
        least = fmin(least, own->has_interval ? own->low : own->mean);
        most = fmax(most, own->has_interval ? own->high : own->mean);
        if (points[i].has_team)
            least = fmin(least, points[i].team), most = fmax(most, points[i].team);
    }
    axis->unit = most - least > 40 ? 20 : 10;
    axis->from = axis->unit * fmin(floor(least / axis->unit), 100 / axis->unit - 1);
    axis->most = fmax(axis->unit * ceil(most / axis->unit), axis->from + axis->unit);
}

static void fill_line_point(Block *block, size_t i, double strip) {
    const ChartPoint *point = &block->points[i];
    double x = (double)i + 1;
    set(block, i, PLACE, x);
    set(block, i, NAME_AT, block->chart->y.from - strip / 3);
    set(block, i, COUNT_AT, block->chart->y.from - strip * 2 / 3);
    if (point->breaks)
        stroke(block, DOTTED, x - 0.5, block->chart->y.from, x - 0.5,
               block->chart->y.most);
    if (!point->own.has_mean) return;
    set(block, i, OWN, point->own.mean);
    if (point->has_team) set(block, i, TEAM, point->team);
    if (point->own.has_interval)
        stroke_at(block, WHISKERS, x, point->own.low, point->own.high);
}

static void fill_line(Block *block) {
    Chart *chart = block->chart;
    chart->x.least = 0.5;
    chart->x.most = (double)block->count + 0.5;
    set_range(&chart->y, block->points, block->count);
    double fourth = (chart->y.most - chart->y.from) / 4;
    double strip = chart->y.unit * ceil(fourth / chart->y.unit); // for names and counts
    chart->y.least = chart->y.from - strip;
    for (size_t i = 0; i < block->count; i++) fill_line_point(block, i, strip);
    int lines = axis_lines(&chart->y, chart->y.most);
    for (int i = 0; i < lines; i++) {
        double y = axis_line(&chart->y, i);
        stroke(block, GRID, chart->x.least, y, chart->x.most, y);
    }
}

void chart_line(Sheet *sheet, ChartPlace place, const ChartNames *names,
                const ChartPoint *points, size_t count) {
    Block block = block_new(sheet, place, points, count, true);
    block.chart->title = names->title;
    block.chart->description = described(sheet->arena, names, points, count);
    fill_line(&block);
    put_block(&block);
    add_strokes(&block, LOOK_GRID, (Str){0}, GRID);
    add_strokes(&block, LOOK_WHISKER, STR("95 % interval"), WHISKERS);
    add_strokes(&block, LOOK_DOTTED, STR("another rubric"), DOTTED);
    if (names->team.len) add_points(&block, LOOK_DASHED, names->team, TEAM, 0, count);
    add_own(&block, LOOK_LINE, names->own);
    add_points(&block, LOOK_LABELS, (Str){0}, NAME_AT, 0, count)->labels =
        labels_of(sheet->arena, points, count);
    add_points(&block, LOOK_LABELS, (Str){0}, COUNT_AT, 0, count)->labels =
        counts_of(sheet->arena, points, count);
    finish(&block);
}

// ---- Dots

enum { NAMES_WIDTH = 60, COUNTS_WIDTH = 32 }; // in score points, beside 0 to 100

static void fill_dot(Block *block, size_t i) {
    const ChartPoint *point = &block->points[i];
    double y = (double)(block->count - i);
    set(block, i, PLACE, y);
    set(block, i, NAME_AT, -NAMES_WIDTH);
    set(block, i, COUNT_AT, 100 + COUNTS_WIDTH / 2.0);
    if (point->floor != NO_SCORE)
        stroke(block, DOTTED, point->floor / 1000.0, y - 0.4, point->floor / 1000.0,
               y + 0.4);
    if (point->has_team) {
        set(block, i, TEAM, point->team);
        stroke(block, TICKS, point->team, y - 0.3, point->team, y + 0.3);
    }
    if (!point->own.has_mean) return;
    set(block, i, OWN, point->own.mean);
    if (point->own.has_interval)
        stroke_at(block, WHISKERS, y, point->own.low, point->own.high);
}

static void fill_dots(Block *block) {
    Chart *chart = block->chart;
    chart->x.least = -NAMES_WIDTH;
    chart->x.most = 100 + COUNTS_WIDTH;
    chart->x.unit = 20;
    chart->y.least = 0.5;
    chart->y.most = (double)block->count + 0.5;
    for (size_t i = 0; i < block->count; i++) fill_dot(block, i);
    int lines = axis_lines(&chart->x, 100);
    for (int i = 0; i < lines; i++) {
        double x = axis_line(&chart->x, i);
        stroke(block, GRID, x, chart->y.least, x, chart->y.most);
    }
}

void chart_dots(Sheet *sheet, ChartPlace place, const ChartNames *names,
                const ChartPoint *points, size_t count) {
    Block block = block_new(sheet, place, points, count, false);
    block.chart->title = names->title;
    block.chart->description = described(sheet->arena, names, points, count);
    fill_dots(&block);
    put_block(&block);
    add_strokes(&block, LOOK_GRID, (Str){0}, GRID);
    add_strokes(&block, LOOK_WHISKER, STR("95 % interval"), WHISKERS);
    add_strokes(&block, LOOK_TICK, names->team, TICKS);
    add_strokes(&block, LOOK_DOTTED, STR("floor"), DOTTED);
    add_own(&block, LOOK_DOTS, names->own);
    add_points(&block, LOOK_NAMES, (Str){0}, NAME_AT, 0, count)->labels =
        labels_of(sheet->arena, points, count);
    add_points(&block, LOOK_LABELS, (Str){0}, COUNT_AT, 0, count)->labels =
        means_of(sheet->arena, points, count);
    finish(&block);
}

// ---- Bands

static Str bands_described(Arena *arena, Str title, const Texts *bars, const Texts *bands,
                           const uint32_t *counts) {
    Buf out = {.arena = arena};
    buf_format(&out, "%.*s.", STR_ARG(title));
    for (size_t i = 0; i < bars->len; i++) {
        buf_format(&out, " %.*s:", STR_ARG(bars->items[i]));
        for (size_t k = 0; k < bands->len; k++)
            buf_format(&out, "%s %.*s %u", k ? "," : "", STR_ARG(bands->items[k]),
                       counts[i * bands->len + k]);
        buf_byte(&out, ';');
    }
    return buf_str(&out);
}

static void put_bars(Sheet *data, Str title, const Texts *bars, const Texts *bands,
                     const uint32_t *counts) {
    sheet_row(data);
    cell_text(data, STYLE_TEXT, title);
    vec_each(const Str, band, bands) cell_text(data, STYLE_TEXT, *band);
    for (size_t i = 0; i < bars->len; i++) {
        sheet_row(data);
        cell_text(data, STYLE_TEXT, bars->items[i]);
        for (size_t k = 0; k < bands->len; k++)
            cell_count(data, counts[i * bands->len + k]);
    }
}

void chart_bands(Sheet *sheet, ChartPlace place, Str title, const Texts *bars,
                 const Texts *bands, const uint32_t *counts) {
    Block block = block_new(sheet, place, NULL, 0, true);
    block.chart->stacked = true;
    block.chart->title = title;
    block.chart->description = bands_described(sheet->arena, title, bars, bands, counts);
    put_bars(block.data, title, bars, bands, counts);
    for (uint32_t i = 0; i < bands->len; i++)
        add(&block, LOOK_BAND, bands->items[i], 0, i + 1, (RowRange){0, bars->len});
    finish(&block);
}
