// CSV, TSV and their kin: a header, then one row per turn.
#include "format/format.h"
#include "text/csv_rows.h"
#include "text/csv_times.h"
#include "text/one_line.h"
#include "text/stretches.h"

#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"

// The file; once it is open, only what cuts it changes.
typedef struct {
    Input *input;
    Rows rows;
    Columns columns;
    Stretches stretches; // of the next calls, as far as they are known
    CsvRow row;          // the next row that is not blank, when `held`
    Str id;              // of that row; empty when it could not be read
    bool held;
    Arena id_arena;          // of an id that no column gives
    size_t transcripts;      // rows so far that are whole calls without an id
    Place stray_at;          // a row without an id, before any call
    Str stray;               // what is wrong with it; empty = none
    VEC(CsvRows *) gathered; // --unsorted: all calls of the file
    size_t given;
    ByteRange own; // of the text: from the shard's first call up to one of another's
    uint32_t line; // where that first call begins
} Csv;

// Without a column for it, the call is named after the file; a row that holds a whole
// transcript is one, and the second and those that follow add their number to the name.
static Str id_without_column(Csv *csv) {
    const uint32_t *at = csv->columns.at;
    Str name = path_stem(csv->input->path);
    bool named = at[COLUMN_SPEAKER] != NO_COLUMN || at[COLUMN_ROLE] != NO_COLUMN;
    if (named || csv->row.problem) return name;
    Str text = rows_cell(&csv->rows, &csv->row, at[COLUMN_TEXT]);
    bool whole = one_line_is_transcript(&csv->id_arena, csv->input->options, text);
    csv->transcripts += whole;
    arena_reset(&csv->id_arena);
    return whole && csv->transcripts > 1
               ? str_format(&csv->id_arena, "%.*s-%zu", STR_ARG(name), csv->transcripts)
               : name;
}

// Makes csv->row the next row that is not blank; false after the last.
static bool hold_row(Csv *csv) {
    uint32_t at = csv->columns.at[COLUMN_CALL];
    while (!csv->held && rows_next(&csv->rows, &csv->row)) {
        csv->held = csv->row.problem || !rows_blank(&csv->rows, &csv->row);
        if (!csv->held) continue;
        csv->id = at == NO_COLUMN ? id_without_column(csv)
                                  : str_trim(rows_cell(&csv->rows, &csv->row, at));
    }
    return csv->held;
}

// Passes over rows that belong to nobody, so far; false when there is no other row.
static bool hold_row_of_call(Csv *csv) {
    size_t at = csv->columns.at[COLUMN_CALL];
    for (; hold_row(csv) && !csv->id.len; csv->held = false) {
        if (csv->stray.len) continue;
        const char *problem = csv->row.problem;
        csv->stray = problem ? str_from(problem) : STR("row without a call");
        csv->stray_at = problem ? csv->row.bad : rows_place(&csv->rows, &csv->row, at);
    }
    if (!csv->held && csv->stray.len)
        input_complain(csv->input, COMPLAINT_ROW, csv->stray_at, csv->stray);
    return csv->held;
}

static CsvRows *begin(Csv *csv, Arena *arena) {
    CsvRows *raw = arena_new(arena, CsvRows);
    *raw = (CsvRows){.id = str_copy(arena, csv->id),
                     .stray = csv->stray,
                     .stray_at = csv->stray_at,
                     .line = csv->row.line};
    csv->stray = (Str){0};
    return raw;
}

// Of a call that is too long, its first rows tell which it is.
static void add(Csv *csv, Arena *arena, CsvRows *raw) {
    const CsvRow *row = &csv->row;
    csv->held = false;
    raw->bytes += row->text.len;
    if (raw->problem || raw->lines > CALL_TURNS_MOST) return;
    if (raw->bytes > CALL_BYTES_MOST && raw->lines) return;
    raw->lines++;
    raw->problem = row->problem;
    raw->bad = row->bad;
    Str text = str_slice(source_window(&csv->input->source), 0, csv->rows.used);
    if (!row->problem) csv_rows_add(arena, raw, text, row->line);
}

// Rows of a call stand together. A row without an id belongs to the call before it.
static bool cut_together(Csv *csv, CallTask *task) {
    if (!hold_row_of_call(csv)) return false;
    if (csv->input->source.consumed >= csv->own.to) return false;
    CsvRows *raw = task->raw = begin(csv, task->arena);
    while (hold_row(csv) && (!csv->id.len || str_eq(csv->id, raw->id)))
        add(csv, task->arena, raw);
    task->bytes = raw->bytes;
    return true;
}

// The same of a call whose reach is known. A byte more is asked for, so that what is
// wrong with the file there is known before the call is given out.
static bool cut_stretch(Csv *csv, CallTask *task, Stretch stretch) {
    Rows *rows = &csv->rows;
    Source *source = &csv->input->source;
    CsvRows *raw = task->raw = arena_new(task->arena, CsvRows);
    csv->held = false;
    rows_go_to(rows, source->consumed, rows->line);
    source_has(source, stretch.bytes);
    *raw = (CsvRows){.line = rows->line, .bytes = stretch.bytes, .lines = stretch.lines};
    Str text = str_slice(source_window(source), 0, stretch.bytes);
    csv_rows_add(task->arena, raw, text, rows->line);
    source_consume(source, stretch.bytes);
    rows->line += stretch.lines;
    task->bytes = raw->bytes;
    return true;
}

// Reads the whole file, the rows of each call put together.
static void gather(Csv *csv) {
    Arena *arena = &csv->input->arena;
    Map map = {0};
    uint32_t at = 0;
    if (!hold_row_of_call(csv)) return;
    while (hold_row(csv)) {
        if (csv->id.len) at = map_get(&map, csv->id);
        if (at == MAP_NONE) {
            CsvRows *raw = begin(csv, arena);
            at = (uint32_t)csv->gathered.len;
            *vec_push(arena, &csv->gathered) = raw;
            map_add(arena, &map, raw->id, at);
        }
        add(csv, arena, csv->gathered.items[at]);
    }
}

static bool csv_cut(void *state, CallTask *task) {
    Csv *csv = state;
    Stretch stretch;
    bool known = stretches_take(&csv->stretches, &stretch) && stretch.bytes;
    if (known) return cut_stretch(csv, task, stretch);
    if (!csv->input->options->unsorted) return cut_together(csv, task);
    if (csv->given == csv->gathered.len) return false;
    CsvRows *raw = csv->gathered.items[csv->given++];
    task->raw = raw;
    task->bytes = raw->bytes;
    return true;
}

static void read_rows(const void *state, CallTask *task) {
    const Csv *csv = state;
    csv_rows_read(task->raw, task, &csv->rows, &csv->columns);
}

// How many columns at the beginning tell of the call, in all of its rows the same.
static size_t columns_of_call(const Columns *columns) {
    size_t count = 0;
    for (; count < columns->count; count++) {
        ColumnKind kind = columns->items[count].kind;
        if (kind < COLUMN_CALL || kind > COLUMN_WAIT) break;
    }
    return count;
}

static bool read_header(Csv *csv) {
    Rows *rows = &csv->rows;
    Input *input = csv->input;
    CsvRow row;
    rows_open(rows, &input->arena, &input->source, input->path);
    do
        if (!rows_next(rows, &row)) return false;
    while (!row.problem && cells_blank(rows_cells(rows, &row)));
    if (row.problem) return input_fail(input, row.bad, str_from(row.problem)), false;
    if (!columns_read(&csv->columns, input, rows_cells(rows, &row))) return false;
    rows_set_lead(rows, columns_of_call(&csv->columns));
    return true;
}

// A first look at the file.
typedef struct {
    Csv *csv;
    Seen seen;
    Buf id;        // of the call that the rows belong to
    uint64_t from; // where that begins
    uint32_t line;
    bool odd;     // it is to be cut row by row
    bool judging; // the times
} Look;

// Notes how far the call reaches. A long one would have to be in memory at once.
static void note_reach(Look *look, uint64_t to, uint32_t line) {
    enum { BYTES_MOST = 256 << 10 };
    Stretch stretch = {.lines = line - look->line};
    if (!look->odd && to - look->from <= BYTES_MOST)
        stretch.bytes = (uint32_t)(to - look->from);
    if (look->csv->line) stretches_add(&look->csv->stretches, stretch);
}

// Notes a row with which another call begins; false when that is none of the shard's, nor
// those that follow. The first call begins with the file: its header, and rows without an
// id that may stand before it, are its own.
static bool note_call(Look *look, Str cell, uint32_t line) {
    Csv *csv = look->csv;
    Input *input = csv->input;
    bool first = !look->id.len;
    uint64_t at = first ? 0 : input->source.consumed;
    size_t repaired = 0;
    note_reach(look, at, line);
    if (at >= input->own.to) return csv->own.to = at, false;
    if (at < input->own.from) return true;
    if (!csv->line) csv->own.from = at, csv->line = line;
    look->from = at;
    look->line = line;
    look->odd = first;
    Str id = utf8_repair(&input->arena, cell, &repaired);
    input_note_rows(input, &look->seen, id, line);
    return true;
}

// The same of any row. Once the times have been judged, the lead ends with the id.
static bool note_row(Look *look, const CsvRow *row) {
    Rows *rows = &look->csv->rows;
    size_t at = look->csv->columns.at[COLUMN_CALL];
    bool same = !look->judging && rows_as_before(rows, row);
    Str id = same ? (Str){0} : str_trim(rows_cell(rows, row, at));
    if (id.len && !str_eq(id, buf_str(&look->id))) {
        if (!note_call(look, id, row->line)) return false;
        look->id.len = 0;
        buf_put(&look->id, id);
    }
    look->odd |= row->problem != NULL;
    return true;
}

static void end_judging(Look *look) {
    Rows *rows = &look->csv->rows;
    size_t at = look->csv->columns.at[COLUMN_CALL];
    look->judging = false;
    rows_set_lead(rows, at < rows->lead_cells ? at + 1 : 0);
}

// Looks at all rows, to know which calls do not stand together, and which are the
// shard's: only from the file's beginning can be told what is quoted. It ends with the
// shard's last call; false when it has none. On the way the file's head tells how its
// times are written.
static bool look_ahead(Csv *csv) {
    Input *input = csv->input;
    CsvRow row;
    CsvTimes times;
    Look look = {.csv = csv, .id = {.arena = &input->arena}, .judging = true};
    bool own = true;
    if (!input->own.from) source_skim(&input->source);
    csv_times_begin(&times, &csv->rows, &csv->columns);
    while ((own || look.judging) && rows_next(&csv->rows, &row)) {
        if (look.judging && !csv_times_add(&times, &csv->rows, &row)) end_judging(&look);
        own = own && note_row(&look, &row);
    }
    if (own) note_reach(&look, input->source.consumed, csv->rows.line);
    arena_free(&look.seen.arena);
    rows_close(&csv->rows);
    bool has_some = !input->own.from || csv->line;
    bool good = has_some && source_rewind(&input->source) && read_header(csv);
    if (good) csv_times_set(&times); // in the header that was read anew
    arena_free(&times.arena);
    return good;
}

static void close_csv(void *state) {
    Csv *csv = state;
    rows_close(&csv->rows);
    stretches_free(&csv->stretches);
    arena_free(&csv->id_arena);
}

static void *open_csv(Input *input) {
    Csv *csv = arena_new(&input->arena, Csv);
    csv->input = input;
    csv->own = ALL_BYTES;
    input->in_rows = true;
    bool good = read_header(csv);
    bool has_id = good && csv->columns.at[COLUMN_CALL] != NO_COLUMN;
    bool in_order = has_id && !input->options->unsorted && input->source.origin >= 0;
    good = good && input_claim(input, in_order);
    if (good && in_order)
        good = input->foreseen = look_ahead(csv);
    else if (good)
        csv_times_judge(&csv->rows, &csv->columns);
    if (csv->own.from) rows_go_to(&csv->rows, csv->own.from, csv->line);
    if (good && input->options->unsorted) gather(csv);
    if (good) return csv;
    close_csv(csv);
    return NULL;
}

// The cells of a line, as far as can be told at a glance.
static Cells glance(const Rows *rows, Arena *arena, Str line) {
    VEC(Str) cells = {0};
    Str cell;
    while (str_next(&line, rows->separator, &cell)) {
        cell = str_trim(cell);
        bool quoted = cell.len > 1 && cell.ptr[0] == '"' && str_ends(cell, STR("\""));
        *vec_push(arena, &cells) = quoted ? str_slice(cell, 1, cell.len - 1) : cell;
    }
    return (Cells){cells.items, cells.len};
}

// A first line with a colon is no header but somebody's "Name: text, with commas".
static const char *csv_sniff(Input *input) {
    Rows rows;
    Str rest = source_window(&input->source), line = {0};
    Cells cells = {0};
    rows_open(&rows, &input->arena, &input->source, input->path);
    if (rows.skip_line) str_next(&rest, rows.newline, &line);
    while (cells_blank(cells) && str_next(&rest, rows.newline, &line))
        cells = glance(&rows, &input->arena, line);
    size_t known = columns_known(&input->arena, cells, input->options);
    rows_close(&rows);
    bool header = known && cells.count > 1 && !str_has(line, STR(":"));
    return header ? "the first line names columns" : NULL;
}

// Content decides; a name only tells what is lacking.
static const char *csv_guess(Input *input) {
    size_t dot = input->path.len < 4 ? 0 : input->path.len - 4;
    Str ending = str_slice(input->path, dot, input->path.len);
    bool named = str_eq_fold(ending, STR(".csv")) || str_eq_fold(ending, STR(".tsv"));
    if (input->source.book) return "it is a workbook";
    return named ? "the name ends as that of a table" : NULL;
}

const Format FORMAT_CSV = {
    .info = {.name = "csv",
             .summary = "one row per turn under a header; comma, semicolon or tab; .xlsx",
             .times = "start and end where there are columns for them",
             .roles = "by a speaker column"},
    .divides = true,
    .sniff = csv_sniff,
    .guess = csv_guess,
    .open = open_csv,
    .cut = csv_cut,
    .read = read_rows,
    .close = close_csv,
};
