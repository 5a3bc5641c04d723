#include "text/csv_rows.h"

#include "text/csv_call.h"

void csv_rows_add(Arena *arena, CsvRows *csv_rows, Str text, uint32_t line) {
    *vec_push(arena, &csv_rows->pieces) = (CsvPiece){str_copy(arena, text), line};
}

// On their way into the call.
typedef struct {
    const CsvRows *csv_rows;
    Rows rows;
    size_t piece; // the next
    Str text;     // the one before
    Str rest;     // of that
    CsvRow row;   // the last one taken
    Cells cells;
} Taking;

// False after the last row, which stays.
static bool take(Taking *taking) {
    while (!rows_take(&taking->rows, &taking->rest, &taking->row, &taking->cells)) {
        if (taking->piece == taking->csv_rows->pieces.len) return false;
        const CsvPiece *piece = &taking->csv_rows->pieces.items[taking->piece++];
        taking->text = taking->rest = piece->text;
        taking->rows.line = piece->line;
    }
    return true;
}

static Str id_of(const Taking *taking, Arena *arena, const Columns *columns) {
    size_t at = columns->at[COLUMN_CALL];
    if (taking->csv_rows->id.len || at >= taking->cells.count)
        return taking->csv_rows->id;
    return str_copy(arena, str_trim(taking->cells.items[at]));
}

// One a line, at most; but the text of one cell may be many.
static void make_room_for_turns(CallTask *task, size_t lines) {
    enum { TURNS_MOST = 64 };
    task->call.turns.cap = lines < TURNS_MOST ? lines : TURNS_MOST;
    task->call.turns.items =
        arena_raw(task->arena, array_bytes(task->call.turns.cap, sizeof(Turn)));
}

void csv_rows_read(const CsvRows *csv_rows, CallTask *task, const Rows *rows,
                   const Columns *columns) {
    Taking taking = {.csv_rows = csv_rows, .rows = rows_apart(rows, task->arena)};
    CsvCall csv_call;
    bool more = take(&taking);
    csv_call_begin(&csv_call, task, &taking.rows, columns,
                   id_of(&taking, task->arena, columns),
                   task_place(task, csv_rows->line, 1));
    if (csv_rows->stray.len) task_refuse(task, csv_rows->stray_at, csv_rows->stray);
    if (csv_rows->bytes > CALL_BYTES_MOST) task_refuse_long(task);
    make_room_for_turns(task, csv_rows->lines);
    for (; more && !task->refused; more = take(&taking)) {
        csv_call.text = taking.text;
        csv_call_add(&csv_call, &taking.row, taking.cells);
    }
    if (csv_rows->problem) task_refuse(task, csv_rows->bad, str_from(csv_rows->problem));
    csv_call_finish(&csv_call);
    rows_close(&taking.rows);
}
