#include "json/turn_list.h"

#include "json/fields.h"
#include "json/vendor.h"

// The first of the paths, which end with NULL, that the object has; NULL = none.
static const char *find_path(const Json *object, const char *const *paths) {
    for (; *paths; paths++)
        if (json_at(object, *paths)) return *paths;
    return NULL;
}

static const char *const TEXTS[] = {"text", "message",   "transcript", "body",
                                    "msg",  "utterance", "content",    NULL};
static const char *const SPEAKERS[] = {
    "speaker", "speaker_name", "speakerName", "speaker_label", "author.name",
    "author",  "from",         "sender.name", "sender",        "participant",
    "name",    "role",         NULL};
static const char *const ROLES[] = {"role", "speaker_role", "participant_role",
                                    "author.role", NULL};
static const char *const CALLS[] = {"call_id",         "callId",         "call",
                                    "conversation_id", "conversationId", "contact_id",
                                    "interaction_id",  "session_id",     NULL};

// Names of times, and what a number there counts; 0 = told by its size.
typedef struct {
    const char *path;
    double unit_ms;
} TimePath;
static const TimePath STARTS[] = {
    {"start_ms", 1},   {"start", 0},     {"start_time", 0},
    {"startTime", 0},  {"timestamp", 0}, {"time", 0},
    {"created_at", 0}, {"createdAt", 0}, {"time_in_call_secs", 1000}};
static const TimePath ENDS[] = {
    {"end_ms", 1}, {"end", 0}, {"end_time", 0}, {"endTime", 0}};

static int64_t find_time(CallTask *task, const Json *element, const TimePath *paths,
                         size_t count) {
    for (size_t i = 0; i < count; i++)
        if (json_at(element, paths[i].path))
            return json_time(task, element, paths[i].path, paths[i].unit_ms);
    return NO_TIME;
}
#define FIND_TIME(task, element, paths) \
    find_time(task, element, paths, sizeof(paths) / sizeof *(paths))

bool turn_list_is(const Json *list) {
    return find_path(json_element(list, 0), TEXTS) != NULL;
}

// A text may come in parts: [{"type": "text", "text": ".."}].
static Str join_parts(Arena *arena, const Json *parts) {
    Buf text = {.arena = arena};
    json_each(part, parts) {
        Str said = part->type == JSON_STRING ? part->text : json_text(part, "text");
        if (text.len && said.len) buf_byte(&text, '\n');
        buf_put(&text, said);
    }
    return str_trim(buf_str(&text));
}

// What a program was told, or told itself, was said to nobody.
static bool is_behind_the_scenes(Str role) {
    return str_is_one_of(role, WORD_LIST("tool", "function", "developer"));
}

static Turn *add_turn(CallTask *task, const Json *element, const TurnFields *fields) {
    const Json *text = json_at(element, fields->text);
    if (text->type != JSON_ARRAY) return json_turn_add(task, element, fields);
    Str joined = join_parts(task->arena, text);
    if (!joined.len) return NULL;
    Turn *turn = json_turn(task, element);
    turn->text = joined;
    turn->speaker = json_label(task, element, fields->speaker, fields->kind);
    return turn;
}

static void read_element(CallTask *task, const Json *element) {
    TurnFields fields = {.kind = "speaker"};
    fields.text = find_path(element, TEXTS);
    if (!fields.text) return;
    fields.speaker = find_path(element, SPEAKERS);
    Turn *turn = add_turn(task, element, &fields);
    if (!turn) return;
    const char *role_path = find_path(element, ROLES);
    Str role = role_path ? json_word(task, element, role_path) : (Str){0};
    turn->role = is_behind_the_scenes(role) ? ROLE_SYSTEM : role_from_label(role);
    turn->start_ms = FIND_TIME(task, element, STARTS);
    turn->end_ms = FIND_TIME(task, element, ENDS);
}

// The call that an element says it is of; {0} = it does not say.
static Str call_of(CallTask *task, const Json *element) {
    const char *path = find_path(element, CALLS);
    return path ? json_word(task, element, path) : (Str){0};
}

// False, and refused, when the elements are of several calls.
static bool is_one_call(CallTask *task, const Json *list) {
    Str id = {0};
    json_each(element, list) {
        Str other = call_of(task, element);
        if (id.len && other.len && !str_eq(id, other)) {
            Diag *diag =
                task_refuse(task, json_place(task, element),
                            str_format(task->arena,
                                       "turns of several calls in one list: '%.*s', "
                                       "then '%.*s'",
                                       STR_ARG(id), STR_ARG(other)));
            if (diag) diag->hint = STR("write a list for each call");
            return false;
        }
        if (other.len) id = other;
    }
    return true;
}

void turn_list_read(CallTask *task, const Json *list) {
    if (!is_one_call(task, list)) return;
    json_each_of(task, element, list) read_element(task, element);
}

// ---- As a document of its own

// The list of turns: the document itself, or its member; NULL when there is none.
static const Json *find_list(const Json *document) {
    static const char *const NAMES[] = {
        "messages", "transcript", "conversation", "dialogue", "dialog", "utterances",
        "turns",    "entries",    "history",      "chat",     "items",  "data"};
    if (document->type == JSON_ARRAY) return document;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        const Json *list = json_at(document, NAMES[i]);
        if (turn_list_is(list)) return list;
    }
    return NULL;
}

static const char *turn_list_detect(const Json *document) {
    const Json *list = find_list(document), *first = json_element(list, 0);
    if (!turn_list_is(list) || !find_path(first, SPEAKERS)) return NULL;
    return document->type == JSON_ARRAY ? "a list of objects with a speaker and a text"
                                        : "it has a list of turns";
}

static Str first_word(CallTask *task, const Json *object, const char *const *paths) {
    Str word = {0};
    for (; *paths && !word.len; paths++) word = json_word(task, object, *paths);
    return word;
}

static void turn_list_read_document(CallTask *task, const Json *document) {
    static const char *const AGENTS[] = {"agent", "agent_id", "agentId", NULL};
    static const char *const STARTED[] = {"started_at", "startedAt", "start_time",
                                          "startTime", NULL};
    const Json *list = find_list(document);
    if (!turn_list_is(list)) {
        json_refuse(task, document, "messages", JSON_ARRAY);
        return;
    }
    Call *call = &task->call;
    call->id = first_word(task, document, CALLS);
    if (!call->id.len) call->id = json_word(task, document, "id");
    if (!call->id.len) call->id = call_of(task, json_element(list, 0));
    call->agent = first_word(task, document, AGENTS);
    call->agent_name = json_word(task, document, "agent_name");
    call->team = json_word(task, document, "team");
    call->channel = json_word(task, document, "channel");
    call->customer = json_word(task, document, "customer");
    const char *started = find_path(document, STARTED);
    if (started) call->started_at = json_moment(task, document, started);
    turn_list_read(task, list);
}

const JsonFormat JSON_TURN_LIST = {
    .info = {.name = "turn-list",
             .summary = "a list of turns of nobody's format: [{\"speaker\", \"text\"}], "
                        "'messages' of {\"role\", \"content\"}",
             .times = "start, timestamp or the like, and end; seconds, or since 1970",
             .roles = "role, else by the speaker's label"},
    .detect = turn_list_detect,
    .read = turn_list_read_document,
};
