// Chat exports: Intercom, Zendesk Chat, LiveChat, and the chats of ABCD.
#include "text/markup.h"
#include "json/fields.h"
#include "json/vendor.h"

// The turn is this agent's. The first who writes is the call's.
static void note_agent(CallTask *task, Turn *turn, Str id, Str name) {
    Call *call = &task->call;
    turn->agent = call_agent(task->arena, call, (Agent){.id = id, .name = name});
    if (call->agent.len || call->agent_name.len) return;
    call->agent = id;
    call->agent_name = name;
}

// ---- Intercom
// The first message stands apart from the rest, in 'source'. Texts are HTML. Notes,
// assignments and the like are not seen by the customer.

static const char *detect_intercom(const Json *document) {
    return json_at(document, "conversation_parts") && json_at(document, "source")
               ? "it has 'source' and 'conversation_parts'"
               : NULL;
}

// What a campaign, a workflow or a bot sends in the name of an agent.
static bool is_automated(const Json *part) {
    static const char *const WAYS[] = {"automated", "campaigns_initiated",
                                       "operator_initiated", NULL};
    const Json *by_ai = json_at(part, "from_ai_agent");
    Str mail = json_text(json_at(part, "author"), "email");
    if (str_starts(mail, STR("operator+")) && str_ends(mail, STR("@intercom.io")))
        return true;
    if (str_number_in(json_text(part, "delivered_as"), WAYS) >= 0) return true;
    return by_ai && by_ai->truth;
}

static void read_intercom_part(CallTask *task, const Json *part, int64_t at) {
    static const TurnFields PART = {.text = "body", .speaker = "author.type"};
    Turn *turn = json_turn_add(task, part, &PART);
    if (!turn) return;
    turn->start_ms = at;
    turn->text = markup_text(task->arena, turn->text);
    turn->role = role_from_type(turn->speaker);
    if (is_automated(part)) turn->role = ROLE_SYSTEM;
    Str id = json_word(task, part, "author.id");
    Str name = json_word(task, part, "author.name");
    if (turn->role == ROLE_AGENT) note_agent(task, turn, id, name);
    if (turn->role == ROLE_CUSTOMER && !task->call.customer.len) task->call.customer = id;
    if (!turn->text.len) task->call.turns.len--;
}

static bool is_said(const Json *part) {
    Str type = json_text(part, "part_type");
    return !type.len || str_number_in(type, WORD_LIST("comment", "open", "close")) >= 0;
}

static void read_intercom(CallTask *task, const Json *document) {
    const Json *parts = json_at(document, "conversation_parts.conversation_parts");
    const Json *source = json_at(document, "source");
    if (!json_is(parts, JSON_ARRAY))
        parts = json_array(task, document, "conversation_parts");
    if (!source) json_refuse(task, document, "source", JSON_OBJECT);
    if (!parts || !source) return;
    task->call.id = json_word(task, document, "id");
    task->call.channel = STR("chat");
    task->call.team = json_word(task, document, "team_assignee_id");
    read_intercom_part(task, source, json_moment(task, document, "created_at"));
    json_each_of(task, part, parts) {
        if (is_said(part))
            read_intercom_part(task, part, json_moment(task, part, "created_at"));
    }
    call_order_turns(&task->call);
}

const JsonFormat JSON_INTERCOM = {
    .info = {.name = "intercom",
             .summary = "Intercom conversations",
             .times = "when a part was written, in seconds since 1970",
             .roles =
                 "given: admin, user, lead, bot; notes and other parts are passed over"},
    .detect = detect_intercom,
    .read = read_intercom,
};

// ---- Zendesk Chat
// The nick tells who writes: "visitor", "agent:123", "agent:trigger" for what a rule
// sends.

static const char *detect_zendesk(const Json *document) {
    const Json *history = json_at(document, "history");
    if (!json_is(history, JSON_ARRAY)) return NULL;
    bool chat = json_at(document, "agent_names") || json_at(document, "visitor");
    json_each(event, history) chat |= str_starts(json_text(event, "type"), STR("chat."));
    return chat ? "'history' with 'agent_names', 'visitor' or 'chat.msg'" : NULL;
}

static Role zendesk_role(const Json *event) {
    Str nick = json_text(event, "nick"), sender = json_text(event, "sender_type");
    if (str_eq(nick, STR("agent:trigger"))) return ROLE_SYSTEM;
    if (sender.len) return role_from_type(sender);
    if (str_starts(nick, STR("agent"))) return ROLE_AGENT;
    return str_starts(nick, STR("visitor")) ? ROLE_CUSTOMER : ROLE_SYSTEM;
}

static void read_zendesk_event(CallTask *task, const Json *event) {
    static const TurnFields EVENT = {
        .text = "msg", .speaker = "name", .start = "timestamp", .moments = true};
    Str type = json_text(event, "type"), nick = json_text(event, "nick");
    if (type.len && !str_eq(type, STR("chat.msg"))) return;
    Turn *turn = json_turn_add(task, event, &EVENT);
    if (!turn) return;
    turn->role = zendesk_role(event);
    if (turn->role == ROLE_AGENT && str_starts(nick, STR("agent:")))
        note_agent(task, turn, str_slice(nick, 6, nick.len), turn->speaker);
}

static void read_zendesk(CallTask *task, const Json *document) {
    const Json *history = json_array(task, document, "history");
    if (!history) return;
    Call *call = &task->call;
    call->id = json_word(task, document, "id");
    call->channel = STR("chat");
    call->team = json_word(task, document, "department_name");
    call->started_at = json_moment(task, document, "timestamp");
    call->customer = json_word(task, document, "visitor.id");
    json_field(task, "rating", json_word(task, document, "rating"));
    json_each_of(task, event, history) read_zendesk_event(task, event);
}

const JsonFormat JSON_ZENDESK = {
    .info = {.name = "zendesk-chat",
             .summary = "Zendesk Chat",
             .times = "when a message was sent, ISO 8601",
             .roles = "given, by the nick: agent:N, visitor; events are passed over"},
    .detect = detect_zendesk,
    .read = read_zendesk,
};

// ---- LiveChat
// What only agents see is whispered: no customer waits for it or reads it.

// Where the events are: in a thread, in each of several, or in the document itself.
static const char *livechat_path(const Json *document) {
    if (json_at(document, "threads")) return "threads";
    bool bare = json_at(document, "events") && !json_at(document, "thread.events");
    return bare ? "events" : "thread.events";
}

static const char *detect_livechat(const Json *document) {
    return json_is(json_at(document, "users"), JSON_ARRAY) &&
                   json_at(document, livechat_path(document))
               ? "it has 'users' and events of a thread"
               : NULL;
}

static bool is_whisper(const Json *event) {
    Str seen = json_text(event, "visibility");
    if (!seen.len) seen = json_text(event, "recipients");
    return str_eq(seen, STR("agents"));
}

// A welcome or a campaign, sent in the name of an agent.
static bool is_greeting(const Json *event) {
    const Json *mark = json_at(event, "properties.lc2");
    const Json *welcome = json_at(mark, "welcome_message");
    return (welcome && welcome->truth) || json_at(mark, "greeting_unique_id");
}

static void read_livechat_event(CallTask *task, const Json *document, const Json *event) {
    static const TurnFields EVENT = {
        .text = "text", .speaker = "author_id", .start = "created_at", .moments = true};
    Turn *turn = json_turn_add(task, event, &EVENT);
    if (!turn) return;
    const Json *user = json_find(json_at(document, "users"), "id", turn->speaker);
    Str name = json_text(user, "name"), type = json_text(event, "type");
    turn->role = role_from_type(json_text(user, "type"));
    if (is_whisper(event) || is_greeting(event) || str_eq(type, STR("system_message")))
        turn->role = ROLE_SYSTEM;
    if (turn->role == ROLE_AGENT) note_agent(task, turn, turn->speaker, name);
    if (turn->role == ROLE_CUSTOMER && !task->call.customer.len)
        task->call.customer = turn->speaker;
    if (name.len) turn->speaker = name;
}

static void read_livechat_events(CallTask *task, const Json *document, const Json *of,
                                 const char *path) {
    const Json *events = json_array(task, of, path);
    json_each_of(task, event, events) read_livechat_event(task, document, event);
}

static void read_livechat(CallTask *task, const Json *document) {
    const char *path = livechat_path(document);
    bool several = json_at(document, "threads") != NULL;
    task->call.id = json_word(task, document, "id");
    task->call.channel = STR("chat");
    if (!several) read_livechat_events(task, document, document, path);
    const Json *threads = several ? json_array(task, document, path) : NULL;
    json_each_of(task, thread, threads)
        read_livechat_events(task, document, thread, "events");
}

const JsonFormat JSON_LIVECHAT = {
    .info = {.name = "livechat",
             .summary = "LiveChat chats",
             .times = "when a message was sent, ISO 8601 with microseconds",
             .roles = "given, by 'users'; what only agents see counts as the system's"},
    .detect = detect_livechat,
    .read = read_livechat,
};

// ---- ABCD
// Pairs of a role and a text; "action" is what the agent's screen did.

static const char *detect_abcd(const Json *document) {
    return json_at(document, "convo_id") &&
                   json_is(json_at(document, "original"), JSON_ARRAY)
               ? "it has 'convo_id' and 'original'"
               : NULL;
}

static void read_pair(CallTask *task, const Json *pair) {
    bool good = pair->type == JSON_ARRAY && pair->count == 2 &&
                pair->items[0].type == JSON_STRING && pair->items[1].type == JSON_STRING;
    if (!good) {
        task_refuse(task, json_place(task, pair),
                    STR("expected a pair of a role and a text"));
        return;
    }
    Str role = str_trim(pair->items[0].text), text = str_trim(pair->items[1].text);
    if (!text.len) return;
    Turn *turn = json_turn(task, pair);
    turn->speaker = role;
    turn->text = text;
    turn->role =
        str_eq(role, STR("action")) ? ROLE_SYSTEM : role_from_label(turn->speaker);
}

static void read_abcd(CallTask *task, const Json *document) {
    const Json *turns = json_array(task, document, "original");
    if (!turns) return;
    task->call.id = json_word(task, document, "convo_id");
    task->call.channel = STR("chat");
    json_field(task, "flow", json_word(task, document, "scenario.flow"));
    json_each_of(task, pair, turns) read_pair(task, pair);
}

const JsonFormat JSON_ABCD = {
    .info = {.name = "abcd",
             .summary = "the Action-Based Conversations Dataset",
             .times = "none",
             .roles = "given: agent, customer; action counts as the system's"},
    .detect = detect_abcd,
    .read = read_abcd,
};
