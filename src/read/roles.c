#include "read/roles.h"

#include "format/input.h"
#include "read/guess.h"
#include "text/sidecar.h"
#include "text/speaker.h"

// Turns by turns the same two people speak: mostly one of the turns just before knows.
// What a program says in somebody's name tells nothing of who that is.
static Role role_of_turn(const CallTask *task, size_t turn) {
    enum { LOOK_BACK = 3 };
    const Turn *turns = task->call.turns.items;
    for (size_t back = 1; back <= LOOK_BACK && back <= turn; back++)
        if (str_eq(turns[turn - back].speaker, turns[turn].speaker) &&
            turns[turn - back].role != ROLE_SYSTEM)
            return turns[turn - back].role;
    return speaker_role(task->input->options, &task->call, turns[turn].speaker);
}

static bool is_new_to_call(const Call *call, Str problem) {
    vec_each(const Str, known, &call->problems)
        if (str_eq(*known, problem)) return false;
    return true;
}

static void complain(CallTask *task, const Turn *turn) {
    Str label = turn->speaker;
    Str text = label.len
                   ? str_format(task->arena, "unknown speaker '%.*s'", STR_ARG(label))
                   : STR("turn without a speaker");
    if (!is_new_to_call(&task->call, text)) return;
    Diag *diag = task_note(task, COMPLAINT_SPEAKER, turn->place, text);
    if (diag && label.len)
        diag->hint =
            str_format(task->arena, "if this is the agent, say --agent-speaker '%.*s'",
                       STR_ARG(label));
}

// A call that does not say who its agent is has the one of --agents who speaks first.
static void name_agent(const Sidecar *agents, Call *call) {
    if (call->agent.len || call->agent_name.len) return;
    vec_each(const Turn, turn, &call->turns) {
        const Call *row = sidecar_agent(agents, turn->speaker);
        if (!row) continue;
        call->agent = row->agent;
        call->agent_name = row->agent_name;
        if (!call->team.len) call->team = row->team;
        return;
    }
}

// Said once a file.
static void guess(CallTask *task) {
    Call *call = &task->call;
    roles_guess(task->arena, call);
    if (call->roles != ROLES_GUESSED) return;
    Diag *diag = task_complain(task, COMPLAINT_SPEAKER, call->place,
                               STR("roles guessed from what was said"));
    if (diag)
        diag->hint = STR("--agent-speaker, --map-channel or --agents can say who is who");
}

void roles_settle(CallTask *task) {
    const ReadOptions *options = task->input->options;
    Call *call = &task->call;
    bool agent_known = false;
    bool maps =
        options->agent_speakers.len || options->channels.len || options->agents != NULL;
    for (size_t i = 0; i < call->turns.len; i++) {
        Turn *turn = &call->turns.items[i];
        if (turn->role == ROLE_UNKNOWN) turn->role = role_of_turn(task, i);
        agent_known |= turn->role == ROLE_AGENT && maps &&
                       speaker_mapped_role(options, turn->speaker) == ROLE_AGENT;
    }
    if (agent_known) call->roles = ROLES_MAPPED;
    if (options->agents) name_agent(options->agents, call);
    if (!agent_known && !options->no_guess) guess(task);
    vec_each(Turn, turn, &call->turns) {
        if (turn->role != ROLE_UNKNOWN) continue;
        if (agent_known && turn->speaker.len)
            turn->role = ROLE_CUSTOMER;
        else
            complain(task, turn);
    }
}
