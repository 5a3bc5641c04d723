#include "call/supplement.h"

#include "call/input.h"
#include "call/sidecar.h"
#include "call/times.h"

#include "base/file.h"

// ---- From a row to what it says

// A field keeps the name of its column.
static void set_field(Arena *arena, Call *call, const Column *column, Str value) {
    *vec_push(arena, &call->fields) = (Field){column->name, value};
}

static bool set_started(const Column *column, Str value, Call *call) {
    int64_t ms;
    bool good =
        moment_parse_digits(value, &ms) || moment_parse(value, column->unit_ms, &ms);
    if (good) call->started_at = ms;
    return good;
}

static bool set_wait(Arena *arena, const Column *column, Str value, Call *call) {
    int64_t ms;
    bool good = length_parse(value, column->unit_ms, &ms);
    if (good) call_set_wait(arena, call, ms);
    return good;
}

// False when the value should be a time and is none.
static bool set(Arena *arena, Call *call, const Column *column, Str value) {
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
    case COLUMN_KINDS: set_field(arena, call, column, value);
    }
    return true;
}

size_t supplement_read(Arena *arena, const Columns *columns, Cells cells, Call *call) {
    size_t bad = cells.count;
    *call = (Call){.started_at = NO_TIME, .wait_ms = NO_TIME};
    for (size_t i = 0; i < cells.count && i < columns->count; i++) {
        Str value = str_copy(arena, str_trim(cells.items[i]));
        if (!value.len || set(arena, call, &columns->items[i], value)) continue;
        if (bad == cells.count) bad = i;
    }
    return bad;
}

// ---- From what is said to the call

typedef struct {
    Piece *piece;
    const Call *told;
    Str source; // who tells it
} Supplement;

static void contradict(const Supplement *in, Str name, Str own, Str told) {
    Arena *arena = in->piece->arena;
    Str text = str_format(arena, "%.*s is not what %.*s says", STR_ARG(name),
                          STR_ARG(in->source));
    Diag *diag =
        piece_complain(in->piece, COMPLAINT_SUPPLEMENT, in->piece->call.place, text);
    if (!diag) return;
    diag->hint =
        str_format(arena, "'%.*s' here counts, not '%.*s'", STR_ARG(own), STR_ARG(told));
}

static void fill_text(const Supplement *in, const char *name, Str *own, Str told) {
    if (!told.len) return;
    if (!own->len)
        *own = told;
    else if (!str_eq(*own, told))
        contradict(in, str_from(name), *own, told);
}

static void fill_start(const Supplement *in) {
    Arena *arena = in->piece->arena;
    int64_t *own = &in->piece->call.started_at, told = in->told->started_at;
    if (told == NO_TIME || told == *own) return;
    if (*own == NO_TIME)
        *own = told;
    else
        contradict(in, STR("started_at"), date_format(arena, *own),
                   date_format(arena, told));
}

static Field *find_field(Call *call, Str name) {
    for (size_t i = 0; i < call->fields.len; i++)
        if (str_eq(call->fields.items[i].name, name)) return &call->fields.items[i];
    return NULL;
}

// The wait is a field as well; it is told with it.
static void fill_fields(const Supplement *in) {
    Call *call = &in->piece->call;
    vec_each(const Field, told, &in->told->fields) {
        Field *own = find_field(call, told->name);
        if (own && own->value.len && !str_eq(own->value, told->value)) {
            contradict(in, told->name, own->value, told->value);
            continue;
        }
        if (own)
            own->value = told->value;
        else
            *vec_push(in->piece->arena, &call->fields) = *told;
        if (str_eq(told->name, STR("wait"))) call->wait_ms = in->told->wait_ms;
    }
}

static void fill(Piece *piece, const Call *told, Str source) {
    Call *call = &piece->call;
    if (!told) return;
    const Supplement in = {piece, told, source};
    fill_text(&in, "agent", &call->agent, told->agent);
    fill_text(&in, "agent_name", &call->agent_name, told->agent_name);
    fill_text(&in, "team", &call->team, told->team);
    fill_text(&in, "channel", &call->channel, told->channel);
    fill_text(&in, "customer", &call->customer, told->customer);
    fill_start(&in);
    fill_fields(&in);
}

static void take_id(Piece *piece, const Call *named) {
    if (named && named->id.len && str_eq(piece->call.id, path_stem(piece->path)))
        piece->call.id = named->id;
}

void supplements_apply(Piece *piece) {
    const Input *input = piece->input;
    const Sidecar *calls = input->options->calls;
    take_id(piece, input->named);
    if (calls) {
        piece->row = sidecar_call(calls, piece->call.id, piece->path);
        fill(piece, piece->row, calls->path);
    }
    fill(piece, input->named, STR("the name of the file"));
}
