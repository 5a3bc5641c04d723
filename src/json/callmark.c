// callmark's own JSON: what `convert` writes, and the simplest that a script can.
#include "json/fields.h"
#include "json/vendor.h"

#include <math.h>

static const char *callmark_detect(const Json *document) {
    const Json *turns = json_at(document, "turns");
    if (!json_is(turns, JSON_ARRAY)) return NULL;
    if (!turns->count) return json_at(document, "call") ? "it has 'call', 'turns'" : NULL;
    const Json *first = &turns->items[0];
    bool told = json_at(first, "role") || json_at(first, "speaker");
    return told && json_at(first, "text") ? "its 'turns' have a role and a text" : NULL;
}

// The field "wait" goes with wait_ms, and keeps its place among the others.
static void read_fields(CallTask *task, const Json *document) {
    const Json *fields = json_at(document, "fields");
    int64_t wait_ms = json_time(task, document, "wait_ms", 1);
    bool waits = true;
    for (size_t i = 0; json_is(fields, JSON_OBJECT) && i < fields->count; i++) {
        const Json *field = &fields->items[i];
        if (str_eq(field->key, STR("wait"))) {
            call_set_wait(task->arena, &task->call, wait_ms);
            waits = false;
        } else if (field->type == JSON_STRING) {
            *vec_push(task->arena, &task->call.fields) = (Field){field->key, field->text};
        }
    }
    if (waits) call_set_wait(task->arena, &task->call, wait_ms);
}

// Of agents, where several share the call.
static void read_turn(CallTask *task, const Json *element) {
    static const TurnFields TURN = {.text = "text",
                                    .speaker = "speaker",
                                    .role = "role",
                                    .start = "start_ms",
                                    .end = "end_ms",
                                    .unit_ms = 1};
    Turn *turn = json_turn_add(task, element, &TURN);
    Agent agent = {.id = json_word(task, element, "agent"),
                   .name = json_word(task, element, "agent_name"),
                   .team = json_word(task, element, "team")};
    if (turn && (agent.id.len || agent.name.len))
        turn->agent = call_agent(task->arena, &task->call, agent);
}

// That `convert` guessed the roles is not forgotten.
static void read_roles(Call *call, const Json *document) {
    if (!str_eq(json_text(document, "roles"), roles_name(ROLES_GUESSED))) return;
    call->roles = ROLES_GUESSED;
    call->roles_percent = (uint32_t)lround(
        100 * fmin(1, fmax(0, json_number(document, "roles_confidence", 0))));
}

static void callmark_read(CallTask *task, const Json *document) {
    Call *call = &task->call;
    const Json *turns = json_array(task, document, "turns");
    if (!turns) return;
    call->id = json_word(task, document, "call");
    call->agent = json_word(task, document, "agent");
    call->agent_name = json_word(task, document, "agent_name");
    call->team = json_word(task, document, "team");
    call->channel = json_word(task, document, "channel");
    call->customer = json_word(task, document, "customer");
    call->started_at = json_moment(task, document, "started_at");
    read_fields(task, document);
    json_field(task, "language", json_word(task, document, "language"));
    json_each_of(task, turn, turns) read_turn(task, turn);
    read_roles(call, document);
}

const JsonFormat JSON_CALLMARK = {
    .info = {.name = "callmark",
             .summary =
                 "callmark's own JSON: {\"call\": .., \"agent\": .., \"turns\": [..]}",
             .times = "start_ms and end_ms, from the start of the call",
             .roles = "role, else by the speaker's label"},
    .detect = callmark_detect,
    .read = callmark_read,
};
