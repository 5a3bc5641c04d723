#include "call/call.h"

#include "base/utf8.h"
#include "call/words.h"

#include <stdlib.h>

Str role_name(Role role) {
    static const Str NAMES[ROLE_COUNT] = {
        {"unknown", 7}, {"agent", 5}, {"customer", 8}, {"system", 6}};
    return NAMES[role];
}

Role role_named(Str name) {
    for (Role role = 0; role < ROLE_COUNT; role++)
        if (str_eq(name, role_name(role))) return role;
    return ROLE_UNKNOWN;
}

enum { LABEL_MAX = 24 };

// In lower case, without blanks, '_', '-' and the number at its end: "End_User 2" is
// "enduser". Labels that are too long to be a role's name become empty.
static Str simplify(Str label, char out[LABEL_MAX]) {
    size_t len = 0;
    label = str_trim(label);
    while (label.len && byte_is_digit(label.ptr[label.len - 1])) label.len--;
    for (size_t i = 0; i < label.len; i++) {
        char c = label.ptr[i];
        if (c == ' ' || c == '_' || c == '-') continue;
        if (len == LABEL_MAX) return (Str){0};
        out[len++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return (Str){out, len};
}

typedef struct {
    Role role;
    const char *labels[32]; // ends with NULL
} RoleWords;

static Role find_role(Str label, const RoleWords *table, size_t count) {
    char text[LABEL_MAX];
    Str simple = simplify(label, text);
    for (size_t i = 0; simple.len && i < count; i++)
        for (const char *const *known = table[i].labels; *known; known++)
            if (**known == *simple.ptr && str_eq(simple, str_from(*known)))
                return table[i].role;
    return ROLE_UNKNOWN;
}

Role role_from_label(Str label) {
    static const RoleWords TABLE[] = {
        {ROLE_AGENT, {"agent",        "rep",       "representative", "advisor",
                      "adviser",      "operator",  "support",        "csr",
                      "associate",    "assistant", "consultant",     "staff",
                      "supportagent", "liveagent", "humanagent",     "salesagent",
                      "specialist",   "employee",  "teammate",       "internal",
                      "admin",        "callagent", "salesrep",       "servicerep",
                      "supervisor",   "manager",   "teamleader",     "teamlead"}},
        {ROLE_CUSTOMER,
         {"customer", "caller", "client", "user", "visitor", "guest", "member", "enduser",
          "external", "consumer", "shopper", "buyer", "patient", "passenger", "tenant",
          "policyholder", "cardholder", "subscriber", "accountholder"}},
        {ROLE_SYSTEM,
         {"system", "bot", "chatbot", "ivr", "automated", "automatedagent",
          "virtualagent", "virtualassistant", "voicebot", "custombot", "event", "acd",
          "automation", "recording", "autoreply", "voicemail", "whisper",
          "supervisorwhisper", "agentassist"}},
    };
    return find_role(label, TABLE, sizeof TABLE / sizeof *TABLE);
}

Role role_from_type(Str word) {
    static const RoleWords TABLE[] = {
        {ROLE_CUSTOMER, {"contact", "lead", "requester"}},
        {ROLE_SYSTEM, {"trigger", "campaign", "workflow", "botflow", "robot", "dialer"}},
    };
    Role role = role_from_label(word);
    return role ? role : find_role(word, TABLE, sizeof TABLE / sizeof *TABLE);
}

Role role_from_purpose(Str word) {
    return str_eq_fold(str_trim(word), STR("user")) ? ROLE_AGENT : role_from_type(word);
}

Str roles_name(RolesBy roles) {
    static const char *const NAMES[ROLES_BY_COUNT] = {"given", "mapped", "guessed",
                                                      "unclear"};
    return str_from(NAMES[roles]);
}

Str roles_words(Arena *arena, RolesBy roles, uint32_t percent) {
    switch (roles) {
    case ROLES_GIVEN:
    case ROLES_MAPPED: break;
    case ROLES_GUESSED:
        return str_format(arena, "roles guessed from what was said (%u %%)", percent);
    case ROLES_UNCLEAR:
        return str_format(arena, "who is the agent is not clear (%u %%)", percent);
    }
    return (Str){0};
}

void call_problem(Arena *arena, Call *call, Str problem) {
    *vec_push(arena, &call->problems) = problem;
}

void call_set_wait(Arena *arena, Call *call, int64_t ms) {
    call->wait_ms = ms;
    if (ms == NO_TIME) return;
    Buf text = {.arena = arena};
    buf_decimal(&text, ms, ms % 1000 ? 3 : 0);
    *vec_push(arena, &call->fields) = (Field){STR("wait"), buf_str(&text)};
}

static bool is_same_agent(const Agent *a, const Agent *b) {
    if (a->id.len && b->id.len) return str_eq(a->id, b->id);
    if (a->name.len && b->name.len) return str_eq_fold(a->name, b->name);
    bool nameless = !a->id.len && !b->id.len && !a->name.len && !b->name.len;
    return nameless && str_eq(a->key, b->key);
}

static void fill_agent(Agent *agent, Agent told) {
    if (!agent->id.len) agent->id = told.id;
    if (!agent->name.len) agent->name = told.name;
    if (!agent->team.len) agent->team = told.team;
}

uint32_t call_agent(Arena *arena, Call *call, Agent told) {
    uint32_t number = 0;
    while (number < call->agents.len &&
           !is_same_agent(&call->agents.items[number], &told))
        number++;
    if (number > CALL_AGENTS_MOST) return CALL_AGENTS_MOST + 1;
    if (number == call->agents.len)
        *vec_push(arena, &call->agents) = told;
    else
        fill_agent(&call->agents.items[number], told);
    return number + 1;
}

static int by_start(const void *a, const void *b) {
    const Turn *one = a, *other = b;
    if (one->start_ms != other->start_ms) return one->start_ms < other->start_ms ? -1 : 1;
    return place_cmp(one->place, other->place);
}

void call_order_turns(Call *call) {
    vec_each(const Turn, turn, &call->turns)
        if (turn->start_ms == NO_TIME) return;
    if (call->turns.len)
        qsort(call->turns.items, call->turns.len, sizeof *call->turns.items, by_start);
}

static void mix(uint64_t *digest, uint64_t hash) {
    *digest = ((*digest << 7 | *digest >> 57) ^ hash) * 0x9e3779b97f4a7c15U; // 2^64 / phi
}

static void mix_texts(uint64_t *digest, const Str *texts, size_t count) {
    for (size_t i = 0; i < count; i++) mix(digest, str_quick_hash(texts[i], 0));
}

static void mix_turn(uint64_t *digest, const Turn *turn) {
    mix(digest, str_quick_hash(turn->speaker, turn->role));
    mix(digest, str_quick_hash(turn->text, turn->agent));
    if (turn->labels.len) mix(digest, str_quick_hash(turn->labels, 0));
    mix(digest, (uint64_t)turn->start_ms);
    mix(digest, (uint64_t)turn->end_ms);
}

uint32_t call_digest(const Call *call) {
    const Str texts[] = {call->id,   call->agent,   call->agent_name,
                         call->team, call->channel, call->customer};
    uint64_t digest = 0;
    mix_texts(&digest, texts, sizeof texts / sizeof *texts);
    mix(&digest, (uint64_t)call->started_at);
    mix(&digest, (uint64_t)call->wait_ms);
    mix(&digest, call->roles);
    mix(&digest, call->roles_percent);
    vec_each(const Agent, agent, &call->agents) {
        const Str names[] = {agent->id, agent->name, agent->team, agent->key};
        mix_texts(&digest, names, sizeof names / sizeof *names);
    }
    vec_each(const Turn, turn, &call->turns) mix_turn(&digest, turn);
    vec_each(const Field, field, &call->fields) {
        const Str pair[] = {field->name, field->value};
        mix_texts(&digest, pair, 2);
    }
    return (uint32_t)(digest >> 32);
}

int64_t call_duration(const Call *call) {
    int64_t first = INT64_MAX, last = NO_TIME;
    vec_each(const Turn, turn, &call->turns) {
        if (turn->start_ms == NO_TIME) continue;
        if (turn->start_ms < first) first = turn->start_ms;
        if (turn->start_ms > last) last = turn->start_ms;
        if (turn->end_ms > last) last = turn->end_ms;
    }
    return last == NO_TIME ? NO_TIME : last - first;
}

uint32_t call_words(const Call *call, Role role) {
    uint32_t words = 0;
    vec_each(const Turn, turn, &call->turns) {
        bool counts =
            role == ROLE_UNKNOWN ? turn->role != ROLE_SYSTEM : turn->role == role;
        if (counts) words += text_words(turn->text);
    }
    return words;
}

Str call_field(const Call *call, Str name) {
    const Field own[] = {
        {STR("agent"), call->agent},       {STR("agent_name"), call->agent_name},
        {STR("team"), call->team},         {STR("channel"), call->channel},
        {STR("customer"), call->customer},
    };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (str_eq(own[i].name, name)) return own[i].value;
    vec_each(const Field, field, &call->fields)
        if (str_eq(field->name, name)) return field->value;
    return (Str){0};
}
