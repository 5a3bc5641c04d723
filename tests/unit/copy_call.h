// For tests that keep a call longer than its reader does.
#ifndef TESTS_UNIT_COPY_CALL_H
#define TESTS_UNIT_COPY_CALL_H

#include "call/call.h"

static inline Agent copy_agent(Arena *arena, const Agent *agent) {
    return (Agent){.id = str_copy(arena, agent->id),
                   .name = str_copy(arena, agent->name),
                   .team = str_copy(arena, agent->team),
                   .key = str_copy(arena, agent->key)};
}

static inline Turn copy_turn(Arena *arena, const Turn *turn) {
    Turn copy = *turn;
    copy.speaker = str_copy(arena, turn->speaker);
    copy.text = str_copy(arena, turn->text);
    copy.labels = str_copy(arena, turn->labels);
    return copy;
}

// A copy whose texts live in `arena`; the paths of its places stay where they are.
static inline Call call_copy(Arena *arena, const Call *call) {
    Call copy = {
        .id = str_copy(arena, call->id),
        .agent = str_copy(arena, call->agent),
        .agent_name = str_copy(arena, call->agent_name),
        .team = str_copy(arena, call->team),
        .channel = str_copy(arena, call->channel),
        .customer = str_copy(arena, call->customer),
        .started_at = call->started_at,
        .wait_ms = call->wait_ms,
        .place = call->place,
        .part = call->part,
        .roles = call->roles,
        .roles_percent = call->roles_percent,
        .language = str_copy(arena, call->language),
        .language_heard = call->language_heard,
    };
    vec_each(const Turn, turn, &call->turns)
        *vec_push(arena, &copy.turns) = copy_turn(arena, turn);
    vec_each(const Agent, agent, &call->agents)
        *vec_push(arena, &copy.agents) = copy_agent(arena, agent);
    vec_each(const Field, field, &call->fields)
        *vec_push(arena, &copy.fields) =
            (Field){str_copy(arena, field->name), str_copy(arena, field->value)};
    vec_each(const Str, problem, &call->problems)
        *vec_push(arena, &copy.problems) = str_copy(arena, *problem);
    return copy;
}

#endif
