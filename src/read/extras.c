#include "read/extras.h"

#include "call/times.h"
#include "format/input.h"
#include "text/sidecar.h"

// ---- From what is said to the call

typedef struct {
    CallTask *task;
    const Call *told;
    Str source; // who tells it
} Extras;

static void contradict(const Extras *in, Str name, Str own, Str told) {
    Arena *arena = in->task->arena;
    Str text = str_format(arena, "%.*s is not what %.*s says", STR_ARG(name),
                          STR_ARG(in->source));
    Diag *diag = task_complain(in->task, COMPLAINT_EXTRA, in->task->call.place, text);
    if (!diag) return;
    diag->hint =
        str_format(arena, "'%.*s' here counts, not '%.*s'", STR_ARG(own), STR_ARG(told));
}

static void fill_text(const Extras *in, const char *name, Str *own, Str told) {
    if (!told.len) return;
    if (!own->len)
        *own = told;
    else if (!str_eq(*own, told))
        contradict(in, str_from(name), *own, told);
}

static void fill_start(const Extras *in) {
    Arena *arena = in->task->arena;
    int64_t *own = &in->task->call.started_at, told = in->told->started_at;
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
static void fill_fields(const Extras *in) {
    Call *call = &in->task->call;
    vec_each(const Field, told, &in->told->fields) {
        Field *own = find_field(call, told->name);
        if (own && own->value.len && !str_eq(own->value, told->value)) {
            contradict(in, told->name, own->value, told->value);
            continue;
        }
        if (own)
            own->value = told->value;
        else
            *vec_push(in->task->arena, &call->fields) = *told;
        if (str_eq(told->name, STR("wait"))) call->wait_ms = in->told->wait_ms;
    }
}

static void fill(CallTask *task, const Call *told, Str source) {
    Call *call = &task->call;
    if (!told) return;
    const Extras in = {task, told, source};
    fill_text(&in, "agent", &call->agent, told->agent);
    fill_text(&in, "agent_name", &call->agent_name, told->agent_name);
    fill_text(&in, "team", &call->team, told->team);
    fill_text(&in, "channel", &call->channel, told->channel);
    fill_text(&in, "customer", &call->customer, told->customer);
    fill_start(&in);
    fill_fields(&in);
}

static void take_id(CallTask *task, const Call *named) {
    if (named && named->id.len && str_eq(task->call.id, task_file_id(task)))
        task->call.id = named->id;
}

void extras_apply(CallTask *task) {
    const Input *input = task->input;
    const Sidecar *calls = input->options->calls;
    take_id(task, input->named);
    if (calls) {
        task->row = sidecar_call(calls, task->call.id, task->path);
        fill(task, task->row, calls->path);
    }
    fill(task, input->named, STR("the name of the file"));
}
