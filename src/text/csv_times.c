#include "text/csv_times.h"

#include "call/words.h"

#include <stdlib.h>

// ---- The judging

static Str cell_of(const CsvTimes *times, Cells cells, ColumnKind kind) {
    uint32_t at = times->columns->at[kind];
    return at < cells.count ? str_trim(cells.items[at]) : (Str){0};
}

// Of a column that is not there, nothing.
static bool read_cell(const CsvTimes *times, Cells cells, ColumnKind kind,
                      WrittenTime *time) {
    *time = (WrittenTime){0};
    return times->columns->at[kind] == NO_COLUMN ||
           written_time_parse(cell_of(times, cells, kind), time);
}

// Whether the row has in a column what the row before it has.
static bool is_as_before(const CsvTimes *times, const Rows *rows, ColumnKind kind) {
    return rows->as_before && times->columns->at[kind] < rows->lead_cells;
}

// The rows of a call mostly say the same, and said again it tells nothing.
static void judge_started(CsvTimes *times, Cells cells, const WrittenTime *end) {
    WrittenTime time;
    Str cell = cell_of(times, cells, COLUMN_STARTED_AT);
    if (str_eq(cell, times->started)) return;
    times->started = str_copy(&times->arena, cell);
    if (written_time_parse(cell, &time)) time_judge_add(&times->starts, &time, end, 0);
}

static void judge_call(CsvTimes *times, Cells cells) {
    Str id = cell_of(times, cells, COLUMN_CALL);
    if (!id.len || str_eq(id, times->id)) return;
    times->id = str_copy(&times->arena, id);
    times->started = (Str){0};
    time_judge_begin(&times->times);
    time_judge_begin(&times->starts);
}

// Most rows need not be cut as far as their texts.
static Cells cut(const CsvTimes *times, Rows *rows, const CsvRow *row) {
    size_t most = times->cells, text = times->columns->at[COLUMN_TEXT];
    if (times->wants_words && most <= text) most = text + 1;
    return rows_first_cells(rows, row, most);
}

static void judge_row(CsvTimes *times, Rows *rows, const CsvRow *row) {
    WrittenTime start, end;
    times->wants_words = times->columns->at[COLUMN_START] != NO_COLUMN &&
                         time_judge_wants_words(&times->times);
    Cells cells = cut(times, rows, row);
    bool same_call = is_as_before(times, rows, COLUMN_CALL);
    if (!same_call) judge_call(times, cells);
    if (!read_cell(times, cells, COLUMN_END, &end)) end = (WrittenTime){0};
    bool counts = read_cell(times, cells, COLUMN_START, &start) && times->wants_words &&
                  (start.kind == WRITTEN_NUMBER || start.kind == WRITTEN_PAIR);
    if (!same_call || !is_as_before(times, rows, COLUMN_STARTED_AT))
        judge_started(times, cells, &end);
    uint32_t words = counts ? text_words(cell_of(times, cells, COLUMN_TEXT)) : 0;
    if (start.kind != WRITTEN_NOTHING) time_judge_add(&times->times, &start, &end, words);
}

static void set_style(Columns *columns, ColumnKind kind, const TimeJudge *judge) {
    if (columns->at[kind] == NO_COLUMN) return;
    TimeStyle *style = &columns->items[columns->at[kind]].style;
    *style = time_judge_style(judge, style->unit_ms);
}

void csv_times_begin(CsvTimes *times, const Rows *rows, Columns *columns) {
    static const ColumnKind KINDS[] = {COLUMN_CALL, COLUMN_STARTED_AT, COLUMN_START,
                                       COLUMN_END};
    *times = (CsvTimes){.columns = columns, .from = rows->source->consumed};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        uint32_t at = columns->at[KINDS[i]];
        if (at != NO_COLUMN && at >= times->cells) times->cells = at + 1;
    }
}

static bool has_times(const Columns *columns) {
    return columns->at[COLUMN_START] != NO_COLUMN ||
           columns->at[COLUMN_END] != NO_COLUMN ||
           columns->at[COLUMN_STARTED_AT] != NO_COLUMN;
}

bool csv_times_add(CsvTimes *times, Rows *rows, const CsvRow *row) {
    uint64_t end = rows->source->consumed + rows->used;
    if (!has_times(times->columns) || end - times->from > HEAD_JUDGED) return false;
    if (!row->problem) judge_row(times, rows, row);
    return true;
}

void csv_times_set(const CsvTimes *times) {
    set_style(times->columns, COLUMN_START, &times->times);
    set_style(times->columns, COLUMN_END, &times->times);
    set_style(times->columns, COLUMN_STARTED_AT, &times->starts);
}

void csv_times_judge(const Rows *rows, Columns *columns) {
    CsvTimes times;
    CsvRow row;
    if (!has_times(columns)) return;
    Source peek = source_peek(rows->source, HEAD_JUDGED);
    Rows head = rows_apart(rows, &times.arena);
    head.source = &peek;
    head.used = rows->used; // the header, which is passed over
    csv_times_begin(&times, &head, columns);
    while (rows_next(&head, &row) && csv_times_add(&times, &head, &row)) continue;
    rows_close(&head);
    csv_times_set(&times);
    arena_free(&times.arena);
}

// ---- The order of turns

int64_t turn_number(Str cell) {
    size_t digits = 0;
    int64_t number;
    cell = str_trim(cell);
    while (digits < cell.len && byte_is_digit(cell.ptr[cell.len - digits - 1])) digits++;
    Str tail = str_slice(cell, cell.len - digits, cell.len);
    return digits && str_to_int(tail, &number) ? number : -1;
}

typedef struct {
    int64_t number;
    size_t at;
} Numbered;

static int by_number(const void *a, const void *b) {
    const Numbered *one = a, *other = b;
    if (one->number != other->number) return one->number < other->number ? -1 : 1;
    return one->at < other->at ? -1 : one->at > other->at;
}

// Whether the sorted numbers are an order of the turns, which stood otherwise.
static bool is_order(const Numbered *sorted, size_t count) {
    bool down = true;
    for (size_t i = 1; i < count; i++) {
        bool same = sorted[i].number == sorted[i - 1].number;
        if (same && sorted[i].at != sorted[i - 1].at + 1) return false;
        down = down && sorted[i].at + 1 == sorted[i - 1].at;
    }
    int64_t reach = sorted[count - 1].number - sorted[0].number;
    return sorted[0].number >= 0 && (down || reach < 2 * (int64_t)count);
}

void turns_order(Arena *arena, Call *call, const int64_t *numbers) {
    size_t count = call->turns.len;
    bool ordered = true;
    for (size_t i = 1; i < count; i++) ordered = ordered && numbers[i - 1] <= numbers[i];
    if (ordered) return;
    Numbered *sorted = arena_array(arena, Numbered, count);
    Turn *turns = arena_array(arena, Turn, count);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = (Numbered){numbers[i], i};
        turns[i] = call->turns.items[i];
    }
    qsort(sorted, count, sizeof *sorted, by_number);
    if (!is_order(sorted, count)) return;
    for (size_t i = 0; i < count; i++) call->turns.items[i] = turns[sorted[i].at];
}
