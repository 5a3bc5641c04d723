#include "call/speakers.h"

#include "call/guess.h"
#include "call/input.h"
#include "call/sidecar.h"

bool speaker_is_agent(const ReadOptions *options, Str label) {
    vec_each(const Str, known, &options->agent_speakers)
        if (str_eq_fold(str_trim(*known), label)) return true;
    return false;
}

// The role of "channel N" by --map-channel.
static Role role_of_channel(const ReadOptions *options, Str label) {
    Str name = STR("channel ");
    int64_t number;
    if (!str_eq_fold(str_slice(label, 0, name.len), name) ||
        !str_to_int(str_slice(label, name.len, label.len), &number))
        return ROLE_UNKNOWN;
    vec_each(const ChannelMap, map, &options->channels)
        if (map->number == number) return map->role;
    return ROLE_UNKNOWN;
}

// What the options say of a label.
static Role mapped_role(const ReadOptions *options, Str label) {
    if (speaker_is_agent(options, label)) return ROLE_AGENT;
    if (options->agents && sidecar_agent(options->agents, label)) return ROLE_AGENT;
    return role_of_channel(options, label);
}

static bool is_same(Str label, Str name) { return label.len && str_eq_fold(label, name); }

Role speaker_role(const ReadOptions *options, const Call *call, Str label) {
    Role mapped = mapped_role(options, label);
    if (mapped != ROLE_UNKNOWN) return mapped;
    if (is_same(label, call->agent) || is_same(label, call->agent_name))
        return ROLE_AGENT;
    if (is_same(label, call->customer)) return ROLE_CUSTOMER;
    return role_from_label(label);
}

// Turns by turns the same two people speak: mostly one of the turns just before knows.
static Role role_of_turn(const Piece *piece, size_t turn) {
    enum { LOOK_BACK = 3 };
    const Turn *turns = piece->call.turns.items;
    for (size_t back = 1; back <= LOOK_BACK && back <= turn; back++)
        if (str_eq(turns[turn - back].speaker, turns[turn].speaker))
            return turns[turn - back].role;
    return speaker_role(piece->input->options, &piece->call, turns[turn].speaker);
}

static bool is_new_to_call(const Call *call, Str problem) {
    vec_each(const Str, known, &call->problems)
        if (str_eq(*known, problem)) return false;
    return true;
}

static void complain(Piece *piece, const Turn *turn) {
    Str label = turn->speaker;
    Str text = label.len
                   ? str_format(piece->arena, "unknown speaker '%.*s'", STR_ARG(label))
                   : STR("turn without a speaker");
    if (!is_new_to_call(&piece->call, text)) return;
    Diag *diag = piece_blemish(piece, COMPLAINT_SPEAKER, turn->place, text);
    if (diag && label.len)
        diag->hint =
            str_format(piece->arena, "if this is the agent, say --agent-speaker '%.*s'",
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
static void guess(Piece *piece) {
    Call *call = &piece->call;
    roles_guess(piece->arena, call);
    if (call->roles != ROLES_GUESSED) return;
    Diag *diag = piece_complain(piece, COMPLAINT_SPEAKER, call->place,
                                STR("roles guessed from what was said"));
    if (diag)
        diag->hint = STR("--agent-speaker, --map-channel or --agents can say who is who");
}

void speakers_settle(Piece *piece) {
    const ReadOptions *options = piece->input->options;
    Call *call = &piece->call;
    bool agent_known = false;
    bool maps =
        options->agent_speakers.len || options->channels.len || options->agents != NULL;
    for (size_t i = 0; i < call->turns.len; i++) {
        Turn *turn = &call->turns.items[i];
        if (turn->role == ROLE_UNKNOWN) turn->role = role_of_turn(piece, i);
        agent_known |= turn->role == ROLE_AGENT && maps &&
                       mapped_role(options, turn->speaker) == ROLE_AGENT;
    }
    if (agent_known) call->roles = ROLES_MAPPED;
    if (options->agents) name_agent(options->agents, call);
    if (!agent_known && !options->no_guess) guess(piece);
    vec_each(Turn, turn, &call->turns) {
        if (turn->role != ROLE_UNKNOWN) continue;
        if (agent_known && turn->speaker.len)
            turn->role = ROLE_CUSTOMER;
        else
            complain(piece, turn);
    }
}
