#include "read/agents.h"

#include "base/map.h"
#include "format/input.h"
#include "text/sidecar.h"

typedef struct {
    Str label;
    uint32_t agent; // his number; 0 = not known
    bool shared;    // by another, whom other turns of this label are
} Label;

typedef struct {
    CallTask *task;
    Call *call;
    Map numbers; // a label in lower case -> its number in `labels`
    VEC(Label) labels;
    uint32_t last;      // the number of the one asked for last
    const Turn *untold; // the first whose agent cannot be told
} Agents;

static bool is_agent(const Turn *turn) { return turn->role == ROLE_AGENT; }

// ---- Labels

// Whether a label is what one person is called, in every call: not a voice's number, nor
// a word for a role.
static bool is_person(Str label) {
    static const char *const VOICES[] = {"speaker",     "channel", "voice",
                                         "participant", "unknown", NULL};
    for (size_t i = 0; i < label.len; i++)
        if (byte_is_digit(label.ptr[i])) return false;
    if (str_is_one_of(label, VOICES)) return false;
    return label.len > 1 && byte_is_word(label.ptr[0]) && !role_from_purpose(label);
}

static bool begins_with_word(Str text, Str word) {
    return text.len > word.len && text.ptr[word.len] == ' ' &&
           str_eq_fold(str_slice(text, 0, word.len), word);
}

// Whether a label is the name of the call's own agent, or the first part of it.
static bool is_own(const Call *call, Str label) {
    Str name = call->agent_name;
    if (!label.len) return false;
    if (str_eq_fold(label, call->agent) || str_eq_fold(label, name)) return true;
    return name.len && (begins_with_word(name, label) || begins_with_word(label, name));
}

static Agent agent_by_label(const Call *call, Str label) {
    if (is_own(call, label))
        return (Agent){.id = call->agent, .name = call->agent_name, .team = call->team};
    bool named = call->roles != ROLES_GUESSED && is_person(label);
    return (Agent){.name = named ? label : (Str){0}, .key = label};
}

static Label *find_label(Agents *agents, Str label) {
    Arena *arena = agents->task->arena;
    uint32_t next = (uint32_t)agents->labels.len;
    if (next && str_eq(label, agents->labels.items[agents->last].label))
        return &agents->labels.items[agents->last];
    uint32_t number = map_add(arena, &agents->numbers, str_lower(arena, label), next);
    if (number == next) *vec_push(arena, &agents->labels) = (Label){.label = label};
    agents->last = number;
    return &agents->labels.items[number];
}

// ---- Whose turn it is

static uint32_t add(Agents *agents, Agent agent) {
    return call_agent(agents->task->arena, agents->call, agent);
}

// A number of his own does not say who somebody is; --agents may.
static bool is_nameless(const Agents *agents, const Turn *turn) {
    if (!turn->agent) return true;
    const Agent *agent = &agents->call->agents.items[turn->agent - 1];
    return !agent->id.len && !agent->name.len;
}

static void read_told(Agents *agents) {
    const Sidecar *known = agents->task->input->options->agents;
    vec_each(Turn, turn, &agents->call->turns) {
        if (!is_agent(turn)) continue;
        const Call *row = known && is_nameless(agents, turn)
                              ? sidecar_agent(known, turn->speaker)
                              : NULL;
        if (row)
            turn->agent = add(agents, (Agent){.id = row->agent,
                                              .name = row->agent_name,
                                              .team = row->team,
                                              .key = row->agent});
        if (!turn->speaker.len) continue;
        Label *label = find_label(agents, turn->speaker);
        if (label->agent && turn->agent && label->agent != turn->agent)
            label->shared = true;
        if (!label->agent) label->agent = turn->agent;
    }
}

// One label alone, where nobody is told, is the call's own agent's.
static void read_labels(Agents *agents) {
    bool told = agents->call->agents.len > 0;
    if (!told && agents->labels.len < 2) return;
    vec_each(Label, label, &agents->labels)
        if (!label->agent)
            label->agent = add(agents, agent_by_label(agents->call, label->label));
}

static uint32_t agent_of(Agents *agents, const Turn *turn) {
    size_t count = agents->call->agents.len;
    if (turn->agent) return turn->agent;
    if (turn->speaker.len) {
        const Label *label = find_label(agents, turn->speaker);
        if (!label->shared) return label->agent;
    } else if (count < 2) {
        return (uint32_t)count;
    }
    if (!agents->untold) agents->untold = turn;
    return add(agents, (Agent){0});
}

static void number_turns(Agents *agents) {
    for (size_t t = 0; t < agents->call->turns.len; t++) {
        Turn *turn = &agents->call->turns.items[t];
        turn->agent = is_agent(turn) ? agent_of(agents, turn) : 0;
    }
}

// ---- What becomes of the call

// Those who speak, in the order in which they begin to.
static void list_speakers(Agents *agents) {
    Call *call = agents->call;
    Arena *arena = agents->task->arena;
    uint32_t *numbers = arena_array(arena, uint32_t, call->agents.len + 1);
    VEC(Agent) speakers = {0};
    vec_each(Turn, turn, &call->turns) {
        if (!turn->agent) continue;
        uint32_t *number = &numbers[turn->agent];
        if (!*number) {
            *vec_push(arena, &speakers) = call->agents.items[turn->agent - 1];
            *number = (uint32_t)speakers.len;
        }
        turn->agent = *number;
    }
    call->agents.items = speakers.items;
    call->agents.len = speakers.len;
    call->agents.cap = speakers.cap;
}

static bool is_calls_own(const Call *call, const Agent *agent) {
    if (agent->id.len && call->agent.len) return str_eq(agent->id, call->agent);
    return agent->name.len && str_eq_fold(agent->name, call->agent_name);
}

static Str title_of(const Agent *agent) {
    if (agent->id.len) return agent->id;
    return agent->name.len ? agent->name : agent->key;
}

// The call's agent is said to be one who is not among those who speak.
static void complain_of_own(Agents *agents) {
    const Call *call = agents->call;
    Str own = call->agent.len ? call->agent : call->agent_name;
    const Agent *all = call->agents.items;
    if (!own.len || !all) return;
    Str text =
        str_format(agents->task->arena,
                   "several agents speak, as '%.*s' and '%.*s': which of them is "
                   "'%.*s' is not told",
                   STR_ARG(title_of(&all[0])), STR_ARG(title_of(&all[1])), STR_ARG(own));
    Diag *diag = task_note(agents->task, COMPLAINT_SPEAKER, call->place, text);
    if (diag) diag->hint = STR("--agents can tell");
}

static void settle_several(Agents *agents) {
    Call *call = agents->call;
    bool owned = false;
    if (!call->agents.items) return;
    vec_each(Agent, agent, &call->agents) {
        if (!is_calls_own(call, agent)) continue;
        owned = true;
        if (!agent->name.len) agent->name = call->agent_name;
        if (!agent->team.len) agent->team = call->team;
    }
    if (!owned) complain_of_own(agents);
    call->agent = call->agents.items[0].id;
    call->agent_name = call->agents.items[0].name;
    call->team = call->agents.items[0].team;
}

// --agents knows the call's own agent as another than the one who speaks.
static bool is_another(const Agents *agents, const Agent *speaker) {
    const Sidecar *known = agents->task->input->options->agents;
    const Call *own = known ? sidecar_agent(known, agents->call->agent) : NULL;
    const Call *other = known ? sidecar_agent(known, speaker->id) : NULL;
    return own && other && own != other;
}

static void settle_one(Agents *agents) {
    Call *call = agents->call;
    Agent one = call->agents.len ? call->agents.items[0] : (Agent){0};
    if (!call->agents.len && agents->labels.len)
        one = agent_by_label(call, agents->labels.items[0].label);
    bool another = is_another(agents, &one);
    if (another) {
        Str text = str_format(agents->task->arena,
                              "agent '%.*s' does not speak, but '%.*s' does",
                              STR_ARG(call->agent), STR_ARG(one.id));
        task_note(agents->task, COMPLAINT_SPEAKER, call->place, text);
    }
    if (another || (!call->agent.len && !call->agent_name.len)) {
        call->agent = one.id;
        call->agent_name = one.name;
        if (another || !call->team.len) call->team = one.team;
    }
    call->agents.len = 0;
    vec_each(Turn, turn, &call->turns) turn->agent = 0;
}

// So many are no agents: what tells them apart is something else.
static void settle_too_many(Agents *agents) {
    Call *call = agents->call;
    Str text = str_format(agents->task->arena,
                          "more than %d agents in one call: whose words they are is not "
                          "known",
                          CALL_AGENTS_MOST);
    task_note(agents->task, COMPLAINT_SPEAKER, call->place, text);
    call->agent = call->agent_name = call->team = (Str){0};
    call->agents.len = 0;
    vec_each(Turn, turn, &call->turns) turn->agent = 0;
}

void agents_settle(CallTask *task) {
    Call *call = &task->call;
    Agents agents = {.task = task, .call = call};
    read_told(&agents);
    read_labels(&agents);
    bool told = call->agents.len > 0;
    if (told) number_turns(&agents);
    bool too_many = call->agents.len > CALL_AGENTS_MOST;
    if (told) list_speakers(&agents);
    if (agents.untold && call->agents.len > 1)
        task_note(task, COMPLAINT_SPEAKER, agents.untold->place,
                  STR("turn of an agent, but of which is not told"));
    if (too_many)
        settle_too_many(&agents);
    else if (call->agents.len > 1)
        settle_several(&agents);
    else
        settle_one(&agents);
}
