#include "read/roles.h"

#include "format/input.h"
#include "read/guess.h"
#include "text/speaker.h"

// Turns by turns the same two people speak: mostly one of the turns just before knows.
// What a program says in somebody's name tells nothing of who that is.
static Role role_of_turn(const CallTask *task, size_t turn) {
    enum { LOOK_BACK = 3 };
    const Turn *turns = task->call.turns.items;
    if (!turns[turn].speaker.len) return ROLE_UNKNOWN;
    for (size_t back = 1; back <= LOOK_BACK && back <= turn; back++)
        if (str_eq(turns[turn - back].speaker, turns[turn].speaker) &&
            turns[turn - back].role != ROLE_SYSTEM)
            return turns[turn - back].role;
    return speaker_role(task->input->options, &task->call, turns[turn].speaker);
}

static void complain(CallTask *task, const Turn *turn) {
    Str label = input_label(task->arena, task->input, turn->speaker);
    bool known = turn->speaker.len > 0, told = label.ptr[0] == '\'';
    Str text = known ? str_format(task->arena, "unknown speaker %.*s", STR_ARG(label))
                     : STR("turn without a speaker");
    if (str_is_in(text, task->call.problems.items, task->call.problems.len)) return;
    Diag *diag = task_note(task, COMPLAINT_SPEAKER, turn->place, text);
    if (diag && known)
        diag->hint =
            str_format(task->arena, "if this is the agent, say --agent-speaker %.*s",
                       STR_ARG(told ? label : STR("LABEL")));
}

// Said once a file.
static void complain_of_guess(CallTask *task) {
    Diag *diag = task_complain(task, COMPLAINT_SPEAKER, task->call.place,
                               STR("roles guessed from what was said"));
    if (diag)
        diag->hint = STR("--agent-speaker, --map-channel or --agents can say who is who");
}

// ---- What labels tell

// Whether options that name agents have one in this call.
static bool read_labels(CallTask *task) {
    const ReadOptions *options = task->input->options;
    bool maps =
        options->agent_speakers.len || options->channels.len || options->agents != NULL;
    bool mapped = false;
    for (size_t i = 0; i < task->call.turns.len; i++) {
        Turn *turn = &task->call.turns.items[i];
        if (turn->role == ROLE_UNKNOWN) turn->role = role_of_turn(task, i);
        mapped |= turn->role == ROLE_AGENT && maps &&
                  speaker_mapped_role(options, turn->speaker) == ROLE_AGENT;
    }
    return mapped;
}

// ---- What does not go together

static void check_sides(CallTask *task) {
    Call *call = &task->call;
    bool swaps = task->input->options->swap_roles;
    uint32_t percent = roles_contradicted(task->arena, call);
    if (!percent) return;
    Str text =
        str_format(task->arena, "roles %s swapped: by what they say, the %s (%u %%)",
                   swaps ? "were" : "are probably",
                   "customer is the agent, and the agent the customer", percent);
    if (swaps) {
        roles_swap(call);
        call_problem(task->arena, call, text);
        return;
    }
    Diag *diag = task_note(task, COMPLAINT_SPEAKER, call->place, text);
    if (diag) diag->hint = STR("--swap-roles swaps them in such calls");
}

// One voice alone is a monologue; several without a customer are an oversight.
static void check_agents(CallTask *task) {
    Call *call = &task->call;
    const Turn *first = NULL, *other = NULL;
    vec_each(const Turn, turn, &call->turns) {
        if (turn->role == ROLE_SYSTEM) continue;
        if (turn->role != ROLE_AGENT) return;
        if (!first) first = turn;
        if (!other && !str_eq_fold(turn->speaker, first->speaker)) other = turn;
    }
    if (!other) return;
    Str one = input_label(task->arena, task->input, first->speaker);
    Str two = input_label(task->arena, task->input, other->speaker);
    Str text = str_format(task->arena, "every speaker is an agent, as %.*s and %.*s",
                          STR_ARG(one), STR_ARG(two));
    task_note(task, COMPLAINT_SPEAKER, call->place, text);
}

void roles_settle(CallTask *task) {
    const ReadOptions *options = task->input->options;
    Call *call = &task->call;
    if (read_labels(task)) call->roles = ROLES_MAPPED;
    roles_guess(task->arena, call, !options->no_guess);
    if (call->roles == ROLES_GUESSED && !options->no_guess) complain_of_guess(task);
    vec_each(const Turn, turn, &call->turns)
        if (turn->role == ROLE_UNKNOWN) complain(task, turn);
    if (call->roles == ROLES_GIVEN || call->roles == ROLES_MAPPED) check_sides(task);
    check_agents(task);
}
