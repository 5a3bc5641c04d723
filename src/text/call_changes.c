#include "text/call_changes.h"

#include "format/input.h"

// Where the file has no id, whatever is said of the call may be one.
CallChanges changes_begin(Arena *arena, const Columns *columns) {
    bool nameless = columns->at[COLUMN_CALL] == NO_COLUMN;
    CallChanges changes = {.columns = arena_array(arena, CallColumn, columns->count)};
    for (size_t i = 0; i < columns->count; i++) {
        CallColumn *column = &changes.columns[i];
        ColumnKind kind = columns->items[i].kind;
        column->is_id = columns->items[i].is_id;
        column->watched = column->is_id ||
                          (nameless && (kind == COLUMN_EXTRA || kind == COLUMN_CUSTOMER));
        changes.any |= column->watched;
    }
    return changes;
}

static void watch(CallColumn *column, Arena *arena, Str value, uint32_t line) {
    if (!value.len) return;
    column->rows++;
    if (column->runs && str_eq(value, column->last)) return;
    value = str_copy(arena, value);
    uint32_t run = (uint32_t)column->runs++;
    column->back |= map_add(arena, &column->seen, value, run) != run;
    if (run == 0) column->first = value;
    if (run == 1) column->line = line;
    column->last = value;
}

void changes_watch(CallChanges *changes, Arena *arena, const Columns *columns,
                   Cells cells, uint32_t line) {
    for (size_t i = 0; i < columns->count && i < cells.count; i++)
        if (changes->columns[i].watched && !changes->columns[i].back)
            watch(&changes->columns[i], arena, str_trim(cells.items[i]), line);
}

// What is new in each row tells of turns, not of calls.
static bool tells_calls(const CallColumn *column) {
    enum { ROWS_LEAST = 2 };
    size_t least = column->is_id ? column->runs + 1 : ROWS_LEAST * column->runs;
    return column->watched && !column->back && column->runs > 1 && column->rows >= least;
}

void changes_note(const CallChanges *changes, CallTask *task, const Columns *columns) {
    for (size_t i = 0; changes->any && i < columns->count; i++) {
        const CallColumn *column = &changes->columns[i];
        if (!tells_calls(column)) continue;
        Str name = columns->items[i].name;
        Str first = input_label(task->arena, task->input, column->first);
        Str text = str_format(task->arena,
                              "'%.*s' changes within the call, from %.*s, at line %u",
                              STR_ARG(name), STR_ARG(first), column->line);
        Diag *diag =
            task_note(task, COMPLAINT_DOUBT, task_place(task, column->line, 1), text);
        if (diag)
            diag->hint = str_format(task->arena,
                                    "if it tells calls apart, give --map call_id='%.*s'",
                                    STR_ARG(name));
        return;
    }
}
