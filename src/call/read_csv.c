// CSV, TSV and their kin: a header, then one row per turn.
#include "call/draft.h"
#include "call/format.h"

#include "base/map.h"
#include "base/utf8.h"

typedef struct {
    Table table;
    Row row; // the next row that is not blank, when `held`
    Cells cells;
    Str id; // of that row; empty when it could not be read
    bool held;
    Place stray_at;    // a row without an id, before any call
    Str stray;         // what is wrong with it; empty = none
    VEC(Draft) drafts; // --unsorted: all calls of the file
    size_t given;
} Csv;

static bool is_blank(Cells cells) {
    for (size_t i = 0; i < cells.count; i++)
        if (str_trim(cells.items[i]).len) return false;
    return true;
}

// Makes csv->row the next row that is not blank; false after the last.
static bool hold_row(Csv *csv) {
    Rows *rows = &csv->table.rows;
    size_t at = csv->table.columns.at[COLUMN_CALL];
    while (!csv->held && rows_next(rows, &csv->row)) {
        csv->cells = rows_cells(rows, &csv->row);
        csv->held = csv->row.problem || !is_blank(csv->cells);
        csv->id = at < csv->cells.count ? str_trim(csv->cells.items[at]) : (Str){0};
    }
    return csv->held;
}

// Passes over rows that belong to nobody, so far; false when there is no other row.
static bool hold_row_of_call(Csv *csv) {
    size_t at = csv->table.columns.at[COLUMN_CALL];
    for (; hold_row(csv) && !csv->id.len; csv->held = false) {
        if (csv->stray.len) continue;
        const char *problem = csv->row.problem;
        csv->stray = problem ? str_from(problem) : STR("row without a call");
        csv->stray_at =
            problem ? csv->row.bad : rows_place(&csv->table.rows, &csv->row, at);
    }
    if (!csv->held && csv->stray.len)
        input_complain(csv->table.input, COMPLAINT_ROW, csv->stray_at, (Str){0},
                       csv->stray);
    return csv->held;
}

static void begin(Csv *csv, Draft *draft, Arena *arena) {
    Place place = input_place(csv->table.input, csv->row.line, 1);
    draft_begin(draft, &csv->table, arena, csv->id, place);
    if (csv->stray.len) draft_refuse(draft, csv->stray_at, csv->stray);
    csv->stray = (Str){0};
}

static void add(Csv *csv, Draft *draft) {
    draft_add(draft, &csv->row, csv->cells);
    csv->held = false;
}

// Rows of a call stand together. A row without an id belongs to the call before it.
static bool next_together(Csv *csv, Arena *arena, Call *call) {
    while (hold_row_of_call(csv)) {
        Draft draft;
        begin(csv, &draft, arena);
        while (hold_row(csv) && (!csv->id.len || str_eq(csv->id, draft.id)))
            add(csv, &draft);
        if (!draft_finish(&draft)) continue;
        *call = draft.call;
        return true;
    }
    return false;
}

// Reads the whole file, the rows of each call put together.
static void gather(Csv *csv) {
    Arena *arena = &csv->table.input->arena;
    Map map = {0};
    uint32_t at = 0;
    if (!hold_row_of_call(csv)) return;
    while (hold_row(csv)) {
        if (csv->id.len) at = map_get(&map, csv->id);
        if (at == MAP_NONE) {
            at = (uint32_t)csv->drafts.len;
            begin(csv, vec_push(arena, &csv->drafts), arena);
            map_add(arena, &map, csv->drafts.items[at].id, at);
        }
        add(csv, &csv->drafts.items[at]);
    }
}

static bool next_gathered(Csv *csv, Arena *arena, Call *call) {
    while (csv->given < csv->drafts.len) {
        Draft *draft = &csv->drafts.items[csv->given++];
        if (!draft_finish(draft)) continue;
        *call = call_copy(arena, &draft->call);
        return true;
    }
    return false;
}

static bool next(void *state, Arena *arena, Call *call) {
    Csv *csv = state;
    bool gathered = csv->table.input->options->unsorted;
    return gathered ? next_gathered(csv, arena, call) : next_together(csv, arena, call);
}

static bool read_header(Csv *csv) {
    Rows *rows = &csv->table.rows;
    Input *input = csv->table.input;
    Row row;
    rows_open(rows, &input->arena, &input->source, input->path);
    do
        if (!rows_next(rows, &row)) return false;
    while (!row.problem && is_blank(rows_cells(rows, &row)));
    if (row.problem) return input_fail(input, row.bad, str_from(row.problem)), false;
    return columns_read(&csv->table.columns, input, rows_cells(rows, &row));
}

// A first pass over the ids, to know which calls do not stand together.
static bool foresee(Csv *csv) {
    Input *input = csv->table.input;
    Row row;
    Buf id = {.arena = &input->arena}; // of the call that the rows belong to
    size_t repaired = 0;
    while (rows_next(&csv->table.rows, &row)) {
        Str cell = rows_cell(&csv->table.rows, &row, csv->table.columns.at[COLUMN_CALL]);
        cell = str_trim(cell);
        if (!cell.len || str_eq(cell, buf_str(&id))) continue;
        input_foresee(input, utf8_repair(&input->arena, cell, &repaired), row.line);
        id.len = 0;
        buf_put(&id, cell);
    }
    rows_close(&csv->table.rows);
    return source_rewind(&input->source) && read_header(csv);
}

static void *open_csv(Input *input) {
    Csv *csv = arena_new(&input->arena, Csv);
    csv->table.input = input;
    input->in_rows = true;
    bool good = read_header(csv);
    if (good && !input->options->unsorted && input->source.origin >= 0)
        good = foresee(csv);
    if (good && input->options->unsorted) gather(csv);
    if (good) return csv;
    rows_close(&csv->table.rows);
    return NULL;
}

static void close_csv(void *state) {
    Csv *csv = state;
    rows_close(&csv->table.rows);
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
static const char *sniff(Input *input) {
    Rows rows;
    Str rest = source_window(&input->source), line = {0};
    Cells cells = {0};
    rows_open(&rows, &input->arena, &input->source, input->path);
    while (is_blank(cells) && str_next(&rest, rows.newline, &line))
        cells = glance(&rows, &input->arena, line);
    size_t known = columns_known(&input->arena, cells, input->options);
    rows_close(&rows);
    bool header = known && cells.count > 1 && !str_has(line, STR(":"));
    return header ? "the first line names columns" : NULL;
}

// Content decides; a name only tells what is lacking.
static const char *guess(Input *input) {
    size_t dot = input->path.len < 4 ? 0 : input->path.len - 4;
    Str ending = str_slice(input->path, dot, input->path.len);
    bool named = str_eq_fold(ending, STR(".csv")) || str_eq_fold(ending, STR(".tsv"));
    return named ? "the name ends as that of a table" : NULL;
}

const Format FORMAT_CSV = {
    .name = "csv",
    .summary = "one row per turn under a header; comma, semicolon or tab",
    .times = "start and end where there are columns for them",
    .roles = "by a speaker column",
    .sniff = sniff,
    .guess = guess,
    .open = open_csv,
    .next = next,
    .close = close_csv,
};
