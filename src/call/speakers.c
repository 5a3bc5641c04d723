#include "call/speakers.h"

bool speaker_is_agent(const ReadOptions *options, Str label) {
    vec_each(const Str, known, &options->agent_speakers)
        if (str_eq_fold(str_trim(*known), label)) return true;
    return false;
}

static bool is_same(Str label, Str name) { return label.len && str_eq_fold(label, name); }

Role speaker_role(const ReadOptions *options, const Call *call, Str label) {
    if (speaker_is_agent(options, label)) return ROLE_AGENT;
    if (is_same(label, call->agent) || is_same(label, call->agent_name))
        return ROLE_AGENT;
    if (is_same(label, call->customer)) return ROLE_CUSTOMER;
    return role_from_label(label);
}

// Turns by turns the same two people speak: mostly one of the turns just before knows.
static Role role_of_turn(const Input *input, const Call *call, size_t turn) {
    enum { LOOK_BACK = 3 };
    const Turn *turns = call->turns.items;
    for (size_t back = 1; back <= LOOK_BACK && back <= turn; back++)
        if (str_eq(turns[turn - back].speaker, turns[turn].speaker))
            return turns[turn - back].role;
    return speaker_role(input->options, call, turns[turn].speaker);
}

static bool is_new_to_call(const Call *call, Str problem) {
    vec_each(const Str, known, &call->problems)
        if (str_eq(*known, problem)) return false;
    return true;
}

// Whether the file has not been warned of this label; remembers it, as far as there is
// room.
static bool is_new_to_file(Input *input, Str label) {
    for (uint32_t i = 0; i < input->speaker_count; i++)
        if (str_eq(input->speakers[i], label)) return false;
    if (input->speaker_count < sizeof input->speakers / sizeof *input->speakers)
        input->speakers[input->speaker_count++] = str_copy(&input->arena, label);
    return true;
}

static void complain(Input *input, Arena *arena, Call *call, const Turn *turn) {
    Str label = turn->speaker;
    Str text = label.len ? str_format(arena, "unknown speaker '%.*s'", STR_ARG(label))
                         : STR("turn without a speaker");
    if (!is_new_to_call(call, text)) return;
    call_problem(arena, call, text);
    if (!is_new_to_file(input, label)) return;
    Diag *diag = input_complain(input, COMPLAINT_SPEAKER, turn->place, call->id, text);
    if (diag && label.len)
        diag->hint = str_format(input->diags->arena,
                                "if this is the agent, say --agent-speaker '%.*s'",
                                STR_ARG(label));
}

void speakers_settle(Input *input, Arena *arena, Call *call) {
    bool agent_known = false;
    for (size_t i = 0; i < call->turns.len; i++) {
        Turn *turn = &call->turns.items[i];
        if (turn->role == ROLE_UNKNOWN) turn->role = role_of_turn(input, call, i);
        agent_known |= turn->role == ROLE_AGENT && input->options->agent_speakers.len &&
                       speaker_is_agent(input->options, turn->speaker);
    }
    vec_each(Turn, turn, &call->turns) {
        if (turn->role != ROLE_UNKNOWN) continue;
        if (agent_known && turn->speaker.len)
            turn->role = ROLE_CUSTOMER;
        else
            complain(input, arena, call, turn);
    }
}
