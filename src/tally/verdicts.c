#include "tally/verdicts.h"

#include "base/utf8.h"
#include "text/rows.h"

typedef enum {
    CELL_CALL,
    CELL_CRITERION,
    CELL_READER,
    CELL_VERDICT,
    CELL_TURN,
    CELL_COUNT
} VerdictCell;
static const char *const CELL_NAMES[CELL_COUNT] = {"call", "criterion", "reader",
                                                   "verdict", "turn"};

typedef struct {
    Arena *arena;
    Diags *diags;
    Rows rows;
    const CsvRow *row;
    Cells cells;
    size_t at[CELL_COUNT]; // the column of each; SIZE_MAX: there is none
    size_t columns;
} VerdictTable;

static bool fail(VerdictTable *table, Str path, Str text) {
    diag_add(table->diags, DIAG_ERROR, (Place){.path = path}, "%.*s", STR_ARG(text));
    return false;
}

static void complain(VerdictTable *table, VerdictCell cell, Str text) {
    Place place = rows_place(&table->rows, table->row, table->at[cell]);
    diag_add(table->diags, DIAG_ERROR, place, "%.*s", STR_ARG(text));
}

static Str cell_of(VerdictTable *table, VerdictCell cell) {
    size_t repaired = 0;
    if (table->at[cell] >= table->cells.count) return (Str){0};
    Str text = str_trim(table->cells.items[table->at[cell]]);
    return str_copy(table->arena, utf8_repair(table->arena, text, &repaired));
}

static bool read_header(VerdictTable *table, Str path) {
    CsvRow row;
    if (!rows_next(&table->rows, &row)) return fail(table, path, STR("empty file"));
    Cells header = rows_cells(&table->rows, &row);
    table->columns = header.count;
    for (VerdictCell cell = 0; cell < CELL_COUNT; cell++) {
        table->at[cell] = SIZE_MAX;
        for (size_t i = header.count; i-- > 0;)
            if (str_eq_fold(str_trim(header.items[i]), str_from(CELL_NAMES[cell])))
                table->at[cell] = i;
        if (table->at[cell] == SIZE_MAX && cell != CELL_TURN)
            return fail(table, path,
                        str_format(table->arena, "no column '%s'", CELL_NAMES[cell]));
    }
    return true;
}

static bool verdict_read(Str word, Verdict *verdict) {
    if (str_eq(word, STR("unsure"))) return *verdict = VERDICT_NOT_ASSESSABLE, true;
    for (*verdict = 0; *verdict < VERDICT_COUNT; ++*verdict)
        if (str_eq(word, verdict_name(*verdict))) return true;
    return false;
}

static void read_row(VerdictTable *table, Judgements *judgements) {
    int64_t turn = 0;
    Judgement judgement = {.place = rows_place(&table->rows, table->row, 0),
                           .call = cell_of(table, CELL_CALL),
                           .criterion = cell_of(table, CELL_CRITERION),
                           .reader = cell_of(table, CELL_READER)};
    Str word = cell_of(table, CELL_VERDICT), number = cell_of(table, CELL_TURN);
    if (!word.len) return; // a row that nobody has filled in yet
    bool known = verdict_read(word, &judgement.verdict);
    bool counts =
        !number.len || (str_to_int(number, &turn) && turn >= 0 && turn <= UINT32_MAX);
    if (!known)
        complain(table, CELL_VERDICT,
                 str_format(table->arena, "unknown verdict '%.*s'", STR_ARG(word)));
    if (!counts)
        complain(table, CELL_TURN,
                 str_format(table->arena, "bad turn '%.*s'", STR_ARG(number)));
    if (!known || !counts) return;
    judgement.turn = (uint32_t)turn;
    *vec_push(table->arena, judgements) = judgement;
}

static void read_rows(VerdictTable *table, Judgements *judgements) {
    CsvRow row;
    table->row = &row;
    while (rows_next(&table->rows, &row)) {
        if (!str_trim(row.text).len) continue;
        table->cells = rows_cells(&table->rows, &row);
        if (row.problem)
            diag_add(table->diags, DIAG_ERROR, row.bad, "%s", row.problem);
        else if (table->cells.count != table->columns)
            diag_add(table->diags, DIAG_ERROR, rows_place(&table->rows, &row, 0),
                     "row of %zu cells under a header of %zu", table->cells.count,
                     table->columns);
        else
            read_row(table, judgements);
    }
}

bool verdicts_read(Arena *arena, Str path, Judgements *judgements, Diags *diags) {
    Source source;
    VerdictTable table = {.arena = arena, .diags = diags};
    if (!source_open(&source, path)) return fail(&table, path, str_from(source.problem));
    rows_open(&table.rows, arena, &source, path);
    bool good = !source.archive && !source.problem[0] && read_header(&table, path);
    if (good) read_rows(&table, judgements);
    if (source.archive) fail(&table, path, STR("an archive, where a table is expected"));
    if (source.problem[0]) good = fail(&table, path, str_from(source.problem));
    rows_close(&table.rows);
    source_close(&source);
    return good;
}
