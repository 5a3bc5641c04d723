#include "text/call_row.h"

#include "call/times.h"
#include "call/when.h"

static bool read_moment(const Column *column, Str value, Call *call, int64_t *ms) {
    WrittenTime time;
    if (!written_time_parse(value, &time) ||
        written_time_read(&time, &column->style, ms) != TIME_READ)
        return false;
    call_note_start(call, &time);
    return *ms == NO_TIME || *ms >= EPOCH_FIRST_MS;
}

static bool set_started(const Column *column, Str value, Call *call) {
    int64_t ms;
    bool good = moment_parse_digits(value, &ms) || read_moment(column, value, call, &ms);
    if (good) call->started_at = ms;
    return good;
}

static bool set_wait(Arena *arena, const Column *column, Str value, Call *call) {
    int64_t ms;
    bool good = length_parse(value, column->style.unit_ms, &ms);
    if (good) call_set_wait(arena, call, ms);
    return good;
}

bool call_row_set(Arena *arena, Call *call, const Column *column, Str value) {
    switch (column->kind) {
    case COLUMN_CALL: call->id = value; return true;
    case COLUMN_AGENT: call->agent = value; return true;
    case COLUMN_AGENT_NAME: call->agent_name = value; return true;
    case COLUMN_TEAM: call->team = value; return true;
    case COLUMN_CHANNEL: call->channel = value; return true;
    case COLUMN_CUSTOMER: call->customer = value; return true;
    case COLUMN_STARTED_AT: return set_started(column, value, call);
    case COLUMN_WAIT: return set_wait(arena, column, value, call);
    case COLUMN_EXTRA:
    case COLUMN_SPEAKER:
    case COLUMN_ROLE:
    case COLUMN_START:
    case COLUMN_END:
    case COLUMN_TEXT:
    case COLUMN_TURN:
    case COLUMN_KINDS: *vec_push(arena, &call->fields) = (Field){column->name, value};
    }
    return true;
}

size_t call_row_read(Arena *arena, const Columns *columns, Cells cells, Call *call) {
    size_t bad = cells.count;
    *call = (Call){.started_at = NO_TIME, .wait_ms = NO_TIME};
    for (size_t i = 0; i < cells.count && i < columns->count; i++) {
        Str value = str_copy(arena, str_trim(cells.items[i]));
        if (!value.len || call_row_set(arena, call, &columns->items[i], value)) continue;
        if (bad == cells.count) bad = i;
    }
    return bad;
}
