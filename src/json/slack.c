// Slack: a day of a channel as its export has it, a bare list of messages, or what
// conversations.history and conversations.replies give.
// https://api.slack.com/events/message
#include "text/markup.h"
#include "json/fields.h"
#include "json/vendor.h"

static const Json *messages_of(const Json *document) {
    return document->type == JSON_ARRAY ? document : json_at(document, "messages");
}

static const char *slack_detect(const Json *document) {
    const Json *first = json_element(messages_of(document), 0);
    bool who =
        json_at(first, "user") || json_at(first, "bot_id") || json_at(first, "username");
    return who && json_at(first, "ts") && json_at(first, "text")
               ? "messages with 'ts' and 'user'"
               : NULL;
}

// That somebody joined, or gave the channel another name, is said by nobody.
static bool is_said(const Json *message) {
    static const char *const TYPES[] = {"bot_message", "me_message", "thread_broadcast",
                                        "file_share", NULL};
    Str type = json_text(message, "subtype");
    return !type.len || str_number_in(type, TYPES) >= 0;
}

// "<@U1|ines>" is "@ines", "<https://a.example|here>" is "here".
static Str text_of(Arena *arena, Str text) {
    Buf out = {.arena = arena};
    for (size_t at = 0; at < text.len;) {
        size_t end = str_index(text, at, '>');
        if (text.ptr[at] != '<' || end == text.len) {
            buf_byte(&out, text.ptr[at++]);
            continue;
        }
        Str link = str_slice(text, at + 1, end);
        size_t bar = str_index(link, 0, '|');
        bool person = str_starts(link, STR("@"));
        if (person && bar < link.len) buf_byte(&out, '@');
        buf_put(&out, bar < link.len ? str_slice(link, bar + 1, link.len) : link);
        at = end + 1;
    }
    return str_trim(entities_text(arena, buf_str(&out)));
}

static Str name_of(CallTask *task, const Json *message) {
    static const char *const PATHS[] = {"user_profile.real_name",
                                        "user_profile.name",
                                        "username",
                                        "bot_profile.name",
                                        "user",
                                        "bot_id"};
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        Str name = json_word(task, message, PATHS[i]);
        if (name.len) return name;
    }
    return (Str){0};
}

static void slack_read(CallTask *task, const Json *document) {
    static const TurnFields MESSAGE = {.text = "text", .start = "ts", .unit_ms = 1000};
    const Json *messages = messages_of(document);
    if (!json_is(messages, JSON_ARRAY)) messages = json_array(task, document, "messages");
    task->call.channel = STR("chat");
    json_each_of(task, message, messages) {
        if (!is_said(message)) continue;
        Turn *turn = json_turn_add(task, message, &MESSAGE);
        if (!turn) continue;
        turn->text = text_of(task->arena, turn->text);
        turn->speaker = name_of(task, message);
        if (json_at(message, "bot_id")) turn->role = ROLE_SYSTEM;
    }
    call_order_turns(&task->call);
}

const JsonFormat JSON_SLACK = {
    .info = {.name = "slack",
             .summary = "Slack, the messages of a channel or of a thread",
             .times = "when a message was sent, in seconds since 1970",
             .roles = "by the names; what a bot wrote counts as the system's"},
    .detect = slack_detect,
    .read = slack_read,
};
