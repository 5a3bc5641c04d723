#include "text/csv_call.h"

#include "base/utf8.h"
#include "call/times.h"
#include "call/when.h"
#include "format/input.h"
#include "text/csv_times.h"
#include "text/dialogue.h"
#include "text/one_line.h"
#include "text/speaker.h"

// One row on its way into the call.
typedef struct {
    CsvCall *csv_call;
    const CsvRow *row;
    Cells cells;
    bool plain; // the slices of the text among the cells to be kept are ASCII without NUL
    size_t at;  // the cell being read
} Entry;

// Whether all rows with one lead tell the same of the column.
static bool is_led(const Rows *rows, const Columns *columns, ColumnKind kind) {
    return columns->at[kind] == NO_COLUMN || columns->at[kind] < rows->lead_cells;
}

void csv_call_begin(CsvCall *csv_call, CallTask *task, Rows *rows, const Columns *columns,
                    Str id, Place place) {
    *csv_call = (CsvCall){.task = task,
                          .rows = rows,
                          .columns = columns,
                          .led = is_led(rows, columns, COLUMN_CALL) &&
                                 is_led(rows, columns, COLUMN_AGENT) &&
                                 is_led(rows, columns, COLUMN_AGENT_NAME) &&
                                 is_led(rows, columns, COLUMN_TEAM),
                          .changes = changes_begin(task->arena, columns)};
    task->call = (Call){.started_at = NO_TIME, .wait_ms = NO_TIME, .place = place};
    size_t repaired = 0;
    task->call.id = utf8_repair(task->arena, id, &repaired);
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].kind == COLUMN_EXTRA)
            *vec_push(task->arena, &task->call.fields) =
                (Field){.name = str_copy(task->arena, columns->items[i].name)};
}

static Place place_of(const Entry *entry) {
    return rows_place(entry->csv_call->rows, entry->row, entry->at);
}

static const Column *column_of(const Entry *entry) {
    return &entry->csv_call->columns->items[entry->at];
}

static bool is_slice(const Entry *entry, Str cell) {
    Str text = entry->csv_call->text;
    return cell.ptr >= text.ptr && cell.ptr < text.ptr + text.len;
}

static Str repair(const Entry *entry, Str cell) {
    CsvCall *csv_call = entry->csv_call;
    size_t repaired = 0;
    Str good = utf8_repair(csv_call->task->arena, cell, &repaired);
    if (!repaired && is_slice(entry, cell)) return cell;
    if (!repaired) return str_copy(csv_call->task->arena, cell);
    if (!csv_call->repaired) csv_call->repaired_at = place_of(entry);
    csv_call->repaired += repaired;
    return good;
}

// The cell being read as good UTF-8 that lives as long as the task.
static inline Str keep(const Entry *entry, Str cell) {
    return entry->plain && is_slice(entry, cell) ? cell : repair(entry, cell);
}

static void complain(const Entry *entry, Str text) {
    task_note(entry->csv_call->task, COMPLAINT_TIME, place_of(entry), text);
}

// A cell as a complaint tells of it.
static Str quote(const Entry *entry, size_t at) {
    const CallTask *task = entry->csv_call->task;
    return input_words(task->arena, task->input, entry->cells.items[at]);
}

static int64_t complain_of_time(const Entry *entry, const char *what) {
    complain(entry, str_format(entry->csv_call->task->arena, "bad %s %.*s", what,
                               STR_ARG(quote(entry, entry->at))));
    return NO_TIME;
}

// Said once a call: it goes without times.
static void complain_of_doubt(const Entry *entry, const WrittenTime *time) {
    CsvCall *csv_call = entry->csv_call;
    TimeDoubt doubt = time_doubt(time);
    ComplaintKind kind = time->kind == WRITTEN_DATE ? COMPLAINT_TIME : COMPLAINT_WHEN;
    bool of_turn = column_of(entry)->kind != COLUMN_STARTED_AT;
    if (of_turn && csv_call->doubted) return;
    csv_call->doubted |= of_turn;
    Diag *diag = task_note(csv_call->task, kind, place_of(entry), str_from(doubt.text));
    if (diag) diag->hint = str_from(doubt.hint);
}

static void refuse_time(const Entry *entry) {
    CallTask *task = entry->csv_call->task;
    Str text = str_format(task->arena, "time %.*s is written otherwise than those before",
                          STR_ARG(quote(entry, entry->at)));
    Diag *diag = task_refuse(task, place_of(entry), text);
    if (diag) diag->hint = STR("the first rows of a file tell how to read its times");
}

// The time in the cell as its column writes them.
static int64_t read_time(const Entry *entry, WrittenTime *time, const char *what) {
    const TimeStyle *style = &column_of(entry)->style;
    int64_t ms;
    if (!written_time_parse(entry->cells.items[entry->at], time))
        return complain_of_time(entry, what);
    switch (written_time_read(time, style, &ms)) {
    case TIME_READ: return ms;
    case TIME_BAD: return complain_of_time(entry, what);
    case TIME_UNSURE: complain_of_doubt(entry, time); break;
    case TIME_AGAINST: refuse_time(entry);
    }
    return NO_TIME;
}

static int64_t read_turn_time(const Entry *entry, Str cell) {
    const TimeStyle *style = &column_of(entry)->style;
    WrittenTime time = {.kind = WRITTEN_NUMBER};
    int64_t ms;
    if (!written_digits_read(cell, style, &ms)) ms = read_time(entry, &time, "time");
    call_note_time(&entry->csv_call->task->call, &time, style);
    return ms;
}

static int64_t read_moment(const Entry *entry) {
    WrittenTime time;
    int64_t ms = read_time(entry, &time, "started_at");
    if (ms != NO_TIME && ms < EPOCH_FIRST_MS)
        return complain_of_time(entry, "started_at");
    call_note_start(&entry->csv_call->task->call, &time);
    return ms;
}

static void refuse_second_start(const Entry *entry) {
    const CsvCall *csv_call = entry->csv_call;
    const CallTask *task = csv_call->task;
    Str first = input_words(task->arena, task->input, csv_call->started);
    Str text = str_format(
        csv_call->task->arena, "call '%.*s' has two starts: %.*s, and %.*s at line %u",
        STR_ARG(csv_call->task->call.id), STR_ARG(quote(entry, entry->at)),
        STR_ARG(first), csv_call->started_line);
    Diag *diag = task_refuse(csv_call->task, place_of(entry), text);
    if (diag) diag->hint = STR("two calls with one id?");
}

// Every row of a call says when it started; that they agree is the test of the id.
static void read_start_of_call(const Entry *entry) {
    CsvCall *csv_call = entry->csv_call;
    Str cell = entry->cells.items[entry->at];
    if (str_eq(cell, csv_call->started)) return;
    Call *call = &csv_call->task->call;
    int64_t known = call->started_at;
    int64_t ms = read_moment(entry);
    if (ms != NO_TIME && known != NO_TIME && ms != known) refuse_second_start(entry);
    if (known != NO_TIME) return;
    call->started_at = ms;
    csv_call->started = keep(entry, cell);
    csv_call->started_line = entry->row->line;
}

static void read_wait(const Entry *entry) {
    CsvCall *csv_call = entry->csv_call;
    if (csv_call->has_wait) return;
    csv_call->has_wait = true;
    int64_t ms;
    if (!length_parse(entry->cells.items[entry->at], column_of(entry)->style.unit_ms,
                      &ms))
        ms = complain_of_time(entry, "wait");
    call_set_wait(csv_call->task->arena, &csv_call->task->call, ms);
}

// Where the call keeps what a kind of column says of the whole call; the first row that
// has it counts.
static Str *slot_of(Call *call, const Column *column) {
    if (column->kind == COLUMN_AGENT) return &call->agent;
    if (column->kind == COLUMN_AGENT_NAME) return &call->agent_name;
    if (column->kind == COLUMN_TEAM) return &call->team;
    if (column->kind == COLUMN_CHANNEL) return &call->channel;
    if (column->kind == COLUMN_CUSTOMER) return &call->customer;
    if (column->kind == COLUMN_EXTRA) return &call->fields.items[column->field].value;
    return NULL;
}

// The speaker in the cell: mostly one of the turns just before has the same bytes, which
// are taken, so that whoever compares speakers sees it at a glance.
static Str keep_speaker(const Entry *entry, Str cell) {
    enum { LOOK_BACK = 2 };
    const Call *call = &entry->csv_call->task->call;
    const Turn *turn = &call->turns.items[call->turns.len - 1];
    for (size_t back = 1; back <= LOOK_BACK && back < call->turns.len; back++)
        if (str_eq(turn[-(ptrdiff_t)back].speaker, cell))
            return turn[-(ptrdiff_t)back].speaker;
    return str_trim(keep(entry, cell));
}

// A column of roles may be the only one that tells who speaks.
static void read_speaker(const Entry *entry, Str cell, Turn *turn) {
    const ReadOptions *options = entry->csv_call->task->input->options;
    turn->speaker = keep_speaker(entry, cell);
    if (column_of(entry)->parse_role && !speaker_mapped_role(options, turn->speaker))
        turn->role = column_of(entry)->parse_role(cell);
}

static Str cell_of(const Entry *entry, ColumnKind kind) {
    uint32_t at = entry->csv_call->columns->at[kind];
    return at == NO_COLUMN ? (Str){0} : str_trim(entry->cells.items[at]);
}

static Str keep_cell(Entry *entry, ColumnKind kind) {
    entry->at = entry->csv_call->columns->at[kind];
    Str cell = cell_of(entry, kind);
    return cell.len ? keep(entry, cell) : cell;
}

// Whom the row names as the agent: mostly him whom the row before it named.
static uint32_t read_agent(Entry *entry) {
    CsvCall *csv_call = entry->csv_call;
    Agent *last = &csv_call->agent;
    Str id = cell_of(entry, COLUMN_AGENT), name = cell_of(entry, COLUMN_AGENT_NAME);
    if (!id.len && !name.len) return 0;
    if (csv_call->agent_number && str_eq(id, last->id) && str_eq(name, last->name))
        return csv_call->agent_number;
    *last = (Agent){.id = keep_cell(entry, COLUMN_AGENT),
                    .name = keep_cell(entry, COLUMN_AGENT_NAME),
                    .team = keep_cell(entry, COLUMN_TEAM)};
    CallTask *task = csv_call->task;
    return csv_call->agent_number = call_agent(task->arena, &task->call, *last);
}

// What a cell says of its turn or its call.
static void read_cell(const Entry *entry, Str cell, Turn *turn) {
    Str *slot;
    switch (column_of(entry)->kind) {
    case COLUMN_STARTED_AT: read_start_of_call(entry); break;
    case COLUMN_WAIT: read_wait(entry); break;
    case COLUMN_SPEAKER: read_speaker(entry, cell, turn); break;
    case COLUMN_ROLE: turn->role = column_of(entry)->parse_role(cell); break;
    case COLUMN_START: turn->start_ms = read_turn_time(entry, cell); break;
    case COLUMN_END: turn->end_ms = read_turn_time(entry, cell); break;
    case COLUMN_TEXT: turn->text = keep(entry, cell); break;
    case COLUMN_TURN: entry->csv_call->number = turn_number(cell); break;
    case COLUMN_CALL:
    case COLUMN_KINDS: break;
    case COLUMN_EXTRA:
    case COLUMN_AGENT:
    case COLUMN_AGENT_NAME:
    case COLUMN_TEAM:
    case COLUMN_CHANNEL:
    case COLUMN_CUSTOMER:
        slot = slot_of(&entry->csv_call->task->call, column_of(entry));
        if (!slot->len) *slot = str_trim(keep(entry, cell));
    }
}

// Past midnight an end is before its start.
static void check_end(Entry *entry, Turn *turn) {
    enum { HALF_DAY_MS = 43200000 };
    const uint32_t *at = entry->csv_call->columns->at;
    if (turn->start_ms == NO_TIME || turn->end_ms == NO_TIME) return;
    if (turn->end_ms >= turn->start_ms) return;
    if (turn->start_ms < EPOCH_FIRST_MS && turn->start_ms - turn->end_ms > HALF_DAY_MS)
        return;
    entry->at = at[COLUMN_END];
    complain(entry, str_format(entry->csv_call->task->arena, "end %.*s before start %.*s",
                               STR_ARG(quote(entry, at[COLUMN_END])),
                               STR_ARG(quote(entry, at[COLUMN_START]))));
    turn->start_ms = turn->end_ms = NO_TIME;
}

// Whether the row begins as one before, of which all that is led has been read.
static bool is_as_before(const Entry *entry) {
    const CsvCall *csv_call = entry->csv_call;
    return csv_call->rows->as_before && csv_call->led;
}

// What is as before has been read; but what is bad is told of every row.
static void read_cells(Entry *entry, Turn *turn) {
    const CsvCall *csv_call = entry->csv_call;
    const Rows *rows = csv_call->rows;
    bool read = rows->as_before && !csv_call->task->call.problems.len;
    size_t from = read && csv_call->led ? rows->lead.len : 0;
    entry->plain = utf8_plain(str_slice(entry->row->text, from, entry->row->text.len));
    entry->at = read ? rows->lead_cells : 0;
    for (; entry->at < entry->cells.count; entry->at++) {
        Str cell = entry->cells.items[entry->at];
        if (cell.len) read_cell(entry, cell, turn);
    }
}

// A turn without words counts when it took time: somebody said what nobody wrote.
static bool counts(const Turn *turn) {
    bool timed = turn->start_ms != NO_TIME && turn->end_ms != NO_TIME;
    return timed || str_trim(turn->text).len;
}

static void read_turn(Entry *entry) {
    CsvCall *csv_call = entry->csv_call;
    CallTask *task = csv_call->task;
    Turn *turn = vec_push(task->arena, &task->call.turns);
    *turn = (Turn){.start_ms = NO_TIME,
                   .end_ms = NO_TIME,
                   .place = task_place(task, entry->row->line, 1)};
    csv_call->number = -1;
    read_cells(entry, turn);
    if (!is_as_before(entry)) csv_call->row_agent = read_agent(entry);
    turn->agent = csv_call->row_agent;
    check_end(entry, turn);
    if (!counts(turn))
        task->call.turns.len--;
    else if (csv_call->columns->at[COLUMN_TURN] != NO_COLUMN)
        *vec_push(task->arena, &csv_call->numbers) = csv_call->number;
}

static void refuse_count(Entry *entry) {
    size_t have = entry->cells.count, want = entry->csv_call->columns->count;
    entry->at = have < want ? have : want;
    task_refuse(entry->csv_call->task, place_of(entry),
                str_format(entry->csv_call->task->arena,
                           "row of %zu cells under a header of %zu", have, want));
}

void csv_call_add(CsvCall *csv_call, const CsvRow *row, Cells cells) {
    if (csv_call->task->refused) return;
    Entry entry = {.csv_call = csv_call, .row = row, .cells = cells};
    entry.at = csv_call->columns->at[COLUMN_CALL];
    csv_call->last = row;
    if (row->problem)
        task_refuse(csv_call->task, row->bad, str_from(row->problem));
    else if (entry.cells.count != csv_call->columns->count)
        refuse_count(&entry);
    else if (!is_as_before(&entry) && entry.at != NO_COLUMN &&
             !str_trim(entry.cells.items[entry.at]).len)
        task_refuse(csv_call->task, place_of(&entry), STR("row without a call"));
    else
        read_turn(&entry);
    if (csv_call->changes.any && !csv_call->task->refused)
        changes_watch(&csv_call->changes, csv_call->task->arena, csv_call->columns,
                      entry.cells, row->line);
}

// ---- A transcript in a cell

// The row's time is that of the call.
static void read_transcript(CsvCall *csv_call) {
    CallTask *task = csv_call->task;
    Call *call = &task->call;
    Turn whole = call->turns.items[0];
    Place place =
        rows_place(csv_call->rows, csv_call->last, csv_call->columns->at[COLUMN_TEXT]);
    Str text = one_line_cut(task->arena, task->input->options, call, whole.text, '\n');
    TextLines lines = text_lines(task->arena, text, '\n', place.line);
    call->turns.len = 0;
    call->times = 0;
    dialogue_read(task, &lines, 0);
    if (!call->turns.len)
        *vec_push(task->arena, &call->turns) = whole;
    else if (call->started_at == NO_TIME && whole.start_ms >= EPOCH_FIRST_MS)
        call->started_at = whole.start_ms;
}

// An agent whom all rows name is told of the call, and not of who speaks in it.
static void forget_agent(Call *call) {
    if (call->agents.len != 1) return;
    vec_each(Turn, turn, &call->turns) turn->agent = 0;
    call->agents.len = 0;
}

void csv_call_finish(CsvCall *csv_call) {
    Call *call = &csv_call->task->call;
    if (csv_call->task->refused) return;
    changes_note(&csv_call->changes, csv_call->task, csv_call->columns);
    forget_agent(call);
    if (csv_call->doubted) call_forget_times(call);
    if (csv_call->columns->at[COLUMN_TURN] != NO_COLUMN)
        turns_order(csv_call->task->arena, call, csv_call->numbers.items);
    if (csv_call->repaired)
        task_repaired(csv_call->task, csv_call->repaired_at, csv_call->repaired);
    if (call->turns.len == 1 && !call->turns.items[0].speaker.len &&
        call->turns.items[0].role == ROLE_UNKNOWN)
        read_transcript(csv_call);
}
