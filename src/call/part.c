#include "call/part.h"

uint32_t call_parts(const Call *call) {
    return call->agents.len > 1 ? (uint32_t)call->agents.len : 1;
}

static bool is_agent(const Turn *turn) { return turn->role == ROLE_AGENT; }

// The agent to whom a turn at the end of the call belongs.
static uint32_t last_agent(const Call *call) {
    for (size_t t = call->turns.len; t-- > 0;)
        if (is_agent(&call->turns.items[t])) return call->turns.items[t].agent;
    return 0;
}

static Turn hide(const Turn *turn) {
    return (Turn){.start_ms = turn->start_ms,
                  .end_ms = turn->end_ms,
                  .place = turn->place,
                  .role = ROLE_SYSTEM,
                  .elsewhere = true};
}

// Backwards: who answers a turn is known once it is met.
static void take_turns(Arena *arena, const Call *call, Call *part) {
    size_t count = call->turns.len;
    Turn *turns = arena_array(arena, Turn, count);
    uint32_t owner = last_agent(call);
    part->part.ends = owner == part->part.number;
    for (size_t t = count; t-- > 0;) {
        const Turn *turn = &call->turns.items[t];
        if (is_agent(turn)) owner = turn->agent;
        bool own = turn->role == ROLE_SYSTEM || owner == part->part.number;
        turns[t] = own ? *turn : hide(turn);
        if (!own || !is_agent(turn)) continue;
        part->part.first_turn = (uint32_t)t + 1;
        if (!part->part.last_turn) part->part.last_turn = (uint32_t)t + 1;
    }
    part->turns.items = turns;
    part->turns.len = part->turns.cap = count;
}

static void drop_wait(Arena *arena, const Call *call, Call *part) {
    part->wait_ms = NO_TIME;
    part->fields.items = NULL;
    part->fields.len = part->fields.cap = 0;
    vec_each(const Field, field, &call->fields)
        if (!str_eq(field->name, STR("wait"))) *vec_push(arena, &part->fields) = *field;
}

const Call *call_part(Arena *arena, const Call *call, uint32_t number) {
    if (call_parts(call) == 1) return call;
    const Agent *agent = &call->agents.items[number - 1];
    Call *part = arena_new(arena, Call);
    *part = *call;
    part->part = (AgentPart){.number = number, .of = call_parts(call)};
    part->agent = agent->id;
    part->agent_name = agent->name;
    part->team = agent->team;
    take_turns(arena, call, part);
    if (number > 1) drop_wait(arena, call, part);
    return part;
}

Str part_words(Arena *arena, const AgentPart *part) {
    if (!part->of) return (Str){0};
    bool one = part->first_turn == part->last_turn;
    Str turns = one ? str_format(arena, "turn %u", part->first_turn)
                    : str_format(arena, "turns %u-%u", part->first_turn, part->last_turn);
    return str_format(arena, "agent %u of %u, %.*s", part->number, part->of,
                      STR_ARG(turns));
}
