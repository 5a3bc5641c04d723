// Telegram, a chat that its desktop program wrote out as JSON, or all of an account, in
// the lists of 'chats' and 'left_chats'.
// https://core.telegram.org/import-export
#include "json/fields.h"
#include "json/vendor.h"

// "personal_chat", "private_supergroup", "bot_chat", "saved_messages".
static bool is_chat(const Json *document) {
    static const char *const ENDS[] = {"_chat", "group", "_channel", "_messages"};
    Str type = json_text(document, "type");
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (str_ends(type, str_from(ENDS[i]))) return json_at(document, "id") != NULL;
    return false;
}

// A chat may be empty, among others of an account.
static const char *telegram_detect(const Json *document) {
    const Json *messages = json_at(document, "messages");
    const Json *first = json_element(messages, 0);
    if (messages && messages->type == JSON_ARRAY && !messages->count)
        return is_chat(document) ? "'messages', and a 'type' of chat" : NULL;
    return json_at(first, "date_unixtime") ||
                   (json_at(first, "from_id") && json_at(first, "date"))
               ? "'messages' with 'date_unixtime' or 'from_id'"
               : NULL;
}

// A text is a string, or parts of which some are strings and others have one.
static Str text_of(Arena *arena, const Json *text) {
    Buf out = {.arena = arena};
    if (!text) return (Str){0};
    if (text->type == JSON_STRING) return str_trim(text->text);
    json_each(part, text) {
        buf_put(&out, part->type == JSON_STRING ? part->text : json_text(part, "text"));
    }
    return str_trim(buf_str(&out));
}

static void read_message(CallTask *task, const Json *message) {
    Str type = json_text(message, "type");
    Str text = text_of(task->arena, json_at(message, "text"));
    if ((type.len && !str_eq(type, STR("message"))) || !text.len) return;
    bool counted = json_at(message, "date_unixtime") != NULL;
    Turn turn = *json_turn(task, message);
    turn.text = text;
    turn.speaker = json_word(task, message, "from");
    if (!turn.speaker.len) // "user14" would mean a role
        turn.speaker = str_without(json_word(task, message, "from_id"), STR("user"));
    turn.start_ms = json_time(task, message, counted ? "date_unixtime" : "date", 0);
    task->call.turns.items[task->call.turns.len - 1] = turn;
}

static void telegram_read(CallTask *task, const Json *document) {
    const Json *messages = json_array(task, document, "messages");
    task->call.id = json_word(task, document, "id");
    task->call.channel = STR("chat");
    json_field(task, "chat", json_word(task, document, "name"));
    json_each_of(task, message, messages) read_message(task, message);
}

const JsonFormat JSON_TELEGRAM = {
    .info = {.name = "telegram",
             .summary = "Telegram, a chat exported as JSON",
             .times = "when a message was sent, in seconds since 1970",
             .roles = "by the names"},
    .detect = telegram_detect,
    .read = telegram_read,
};
