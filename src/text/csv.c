// CSV, TSV and their kin: a header, then one row per turn.
#include "format/format.h"
#include "text/csv_call.h"
#include "text/csv_times.h"
#include "text/one_line.h"

#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"

// The raw of a task: the rows of one call.
typedef struct {
    Str id;
    Place stray_at;
    Str stray; // what is wrong with a row before the first; empty = nothing
    VEC(CsvRow) rows;
    size_t bytes; // of the rows, those that are too many for a call included
} CsvRows;

// The file; once it is open, only what cuts it changes.
typedef struct {
    Input *input;
    Rows rows;
    Columns columns;
    CsvRow row; // the next row that is not blank, when `held`
    Str id;     // of that row; empty when it could not be read
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

static bool is_blank(Cells cells) {
    for (size_t i = 0; i < cells.count; i++)
        if (str_trim(cells.items[i]).len) return false;
    return true;
}

// Most rows begin with something, which saves cutting them.
static bool is_blank_row(Rows *rows, const CsvRow *row) {
    for (size_t i = 0; i < row->text.len; i++) {
        unsigned char c = (unsigned char)row->text.ptr[i];
        if (c > ' ' && c != '"' && row->text.ptr[i] != rows->separator) return false;
    }
    return is_blank(rows_cells(rows, row));
}

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
        csv->held = csv->row.problem || !is_blank_row(&csv->rows, &csv->row);
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
    *raw = (CsvRows){
        .id = str_copy(arena, csv->id), .stray = csv->stray, .stray_at = csv->stray_at};
    csv->stray = (Str){0};
    return raw;
}

// Of a call that is too long, its first rows tell which it is.
static void add(Csv *csv, Arena *arena, CsvRows *raw) {
    csv->held = false;
    raw->bytes += csv->row.text.len;
    if (raw->bytes > CALL_BYTES_MOST && raw->rows.len) return;
    if (raw->rows.len > CALL_TURNS_MOST) return;
    CsvRow *row = vec_push(arena, &raw->rows);
    *row = csv->row;
    row->text = str_copy(arena, csv->row.text);
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
    if (!csv->input->options->unsorted) return cut_together(csv, task);
    if (csv->given == csv->gathered.len) return false;
    CsvRows *raw = csv->gathered.items[csv->given++];
    task->raw = raw;
    task->bytes = raw->bytes;
    return true;
}

static void read_rows(const void *state, CallTask *task) {
    const Csv *csv = state;
    const CsvRows *raw = task->raw;
    Rows rows = rows_apart(&csv->rows, task->arena);
    CsvCall csv_call;
    Place place = task_place(task, raw->rows.items[0].line, 1);
    csv_call_begin(&csv_call, task, &rows, &csv->columns, raw->id, place);
    if (raw->stray.len) task_refuse(task, raw->stray_at, raw->stray);
    if (raw->bytes > CALL_BYTES_MOST) task_refuse_long(task);
    if (task->refused) return;
    task->call.turns.cap = raw->rows.len; // one a row, at most
    task->call.turns.items =
        arena_raw(task->arena, array_bytes(raw->rows.len, sizeof(Turn)));
    vec_each(const CsvRow, row, &raw->rows) csv_call_add(&csv_call, row);
    csv_call_finish(&csv_call);
    rows_close(&rows);
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
    while (!row.problem && is_blank(rows_cells(rows, &row)));
    if (row.problem) return input_fail(input, row.bad, str_from(row.problem)), false;
    if (!columns_read(&csv->columns, input, rows_cells(rows, &row))) return false;
    rows->lead_cells = columns_of_call(&csv->columns);
    return true;
}

// Notes a row with which another call begins than `id`; false when the call is none of
// the shard's, nor those that follow. The first call begins with the file: its header,
// and rows without an id that may stand before it, are its own.
static bool note_row(Csv *csv, Seen *seen, Str id, Str cell, uint32_t line) {
    Input *input = csv->input;
    uint64_t at = id.len ? input->source.consumed : 0;
    size_t repaired = 0;
    if (at >= input->own.to) return csv->own.to = at, false;
    if (at < input->own.from) return true;
    if (!csv->line) csv->own.from = at, csv->line = line;
    input_note_rows(input, seen, utf8_repair(&input->arena, cell, &repaired), line);
    return true;
}

// The same of any row; `id` is that of the call before it.
static bool note(Csv *csv, Seen *seen, Buf *id, const CsvRow *row) {
    Str cell = rows_cell(&csv->rows, row, csv->columns.at[COLUMN_CALL]);
    cell = str_trim(cell);
    if (!cell.len || str_eq(cell, buf_str(id))) return true;
    if (!note_row(csv, seen, buf_str(id), cell, row->line)) return false;
    id->len = 0;
    buf_put(id, cell);
    return true;
}

// A first pass over the ids, to know which calls do not stand together, and which are the
// shard's: only from the file's beginning can be told what is quoted. It ends with the
// shard's last call; false when it has none. On the way the file's head tells how its
// times are written.
static bool note_rows(Csv *csv) {
    Input *input = csv->input;
    CsvRow row;
    CsvTimes times;
    Seen seen = {0};
    Buf id = {.arena = &input->arena}; // of the call that the rows belong to
    bool own = true, judging = true;
    if (!input->own.from) source_skim(&input->source);
    csv_times_begin(&times, &csv->rows, &csv->columns);
    while ((own || judging) && rows_next(&csv->rows, &row)) {
        judging = judging && csv_times_add(&times, &csv->rows, &row);
        own = own && note(csv, &seen, &id, &row);
    }
    arena_free(&seen.arena);
    rows_close(&csv->rows);
    bool has_some = !input->own.from || csv->line;
    bool good = has_some && source_rewind(&input->source) && read_header(csv);
    if (good) csv_times_set(&times); // in the header that was read anew
    arena_free(&times.arena);
    return good;
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
        good = note_rows(csv);
    else if (good)
        csv_times_judge(&csv->rows, &csv->columns);
    if (csv->own.from) rows_go_to(&csv->rows, csv->own.from, csv->line);
    if (good && input->options->unsorted) gather(csv);
    if (good) return csv;
    rows_close(&csv->rows);
    return NULL;
}

static void close_csv(void *state) {
    Csv *csv = state;
    rows_close(&csv->rows);
    arena_free(&csv->id_arena);
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
    while (is_blank(cells) && str_next(&rest, rows.newline, &line))
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
