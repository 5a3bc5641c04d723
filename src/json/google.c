// Google Conversational Insights: conversations as they are imported there, and as its
// service gives them out.
#include "call/times.h"
#include "json/fields.h"
#include "json/vendor.h"

// ---- As imported
// No end times, no id, no agent's name: those come from the file's name or a table of
// calls.

static const char *detect_import(const Json *document) {
    const Json *first = json_element(json_at(document, "entries"), 0);
    bool told = json_at(first, "start_timestamp_usec") || json_at(first, "role");
    return told && json_at(first, "text")
               ? "'entries' with a text and a role or 'start_timestamp_usec'"
               : NULL;
}

// The time is since 1970 in some files and from the call's start in others; its size
// tells which.
static void read_import(CallTask *task, const Json *document) {
    static const TurnFields TURN = {.text = "text",
                                    .speaker = "role",
                                    .role = "role",
                                    .start = "start_timestamp_usec",
                                    .unit_ms = 1e-3};
    const Json *entries = json_array(task, document, "entries");
    if (entries) json_turns(task, entries, &TURN);
}

// ---- As given out
// The words of a segment have their times, "1.200s" from the start; a message in writing
// has the time of day.

static int64_t offset_of(CallTask *task, const Json *word, const char *path) {
    Str text = json_text(word, path);
    int64_t ms;
    bool is_length = str_ends(text, STR("s"));
    return is_length && time_parse(str_slice(text, 0, text.len - 1), 1000, &ms)
               ? ms
               : json_time(task, word, path, 1000);
}

// What is zero may be left out.
static void read_span(CallTask *task, Turn *turn, const Json *segment) {
    const Json *words = json_at(segment, "words");
    size_t count = json_count(words);
    if (!count) {
        turn->start_ms = json_moment(task, segment, "messageTime");
        return;
    }
    turn->end_ms = offset_of(task, &words->items[count - 1], "endOffset");
    turn->start_ms = offset_of(task, &words->items[0], "startOffset");
    if (turn->start_ms == NO_TIME && turn->end_ms != NO_TIME) turn->start_ms = 0;
}

// Where no participant is told, calls by voice tell whose channel is which.
static Role role_of(const Json *document, const Json *segment) {
    Str role = json_text(json_at(segment, "segmentParticipant"), "role");
    const Json *channels = json_at(document, "callMetadata");
    double channel = json_number(segment, "channelTag", -1);
    if (role.len || channel < 0) return role_from_type(role);
    if (channel == json_number(channels, "agentChannel", -2)) return ROLE_AGENT;
    return channel == json_number(channels, "customerChannel", -2) ? ROLE_CUSTOMER
                                                                   : ROLE_UNKNOWN;
}

static void read_segment(CallTask *task, const Json *document, const Json *segment) {
    static const TurnFields SEGMENT = {
        .text = "text", .speaker = "channelTag", .kind = "channel"};
    Turn *turn = json_turn_add(task, segment, &SEGMENT);
    if (!turn) return;
    turn->role = role_of(document, segment);
    read_span(task, turn, segment);
}

// "projects/p/locations/l/conversations/ID"
static Str id_of(Str name) {
    Str id = {0};
    while (str_next(&name, '/', &id)) continue;
    return id;
}

static void read_about(CallTask *task, const Json *document) {
    Call *call = &task->call;
    const Json *agent = json_element(json_at(document, "qualityMetadata.agentInfo"), 0);
    call->id = id_of(json_text(document, "name"));
    call->channel =
        str_eq(json_text(document, "medium"), STR("CHAT")) ? STR("chat") : STR("voice");
    call->started_at = json_moment(task, document, "startTime");
    call->agent = json_word(task, document, "agentId");
    if (!call->agent.len) call->agent = json_word(task, agent, "agentId");
    call->agent_name = json_word(task, agent, "displayName");
    call->team = json_word(task, agent, "team");
    json_field(task, "language", json_word(task, document, "languageCode"));
}

static void read_resource(CallTask *task, const Json *document) {
    const Json *segments = json_array(task, document, "transcript.transcriptSegments");
    if (!segments) return;
    read_about(task, document);
    json_each_of(task, segment, segments) read_segment(task, document, segment);
}

// ----

static const char *google_detect(const Json *document) {
    return json_at(document, "transcript.transcriptSegments")
               ? "it has 'transcript.transcriptSegments'"
               : detect_import(document);
}

static void google_read(CallTask *task, const Json *document) {
    if (json_at(document, "transcript"))
        read_resource(task, document);
    else
        read_import(task, document);
}

const JsonFormat JSON_GOOGLE = {
    .info = {.name = "google-insights",
             .summary = "Google Conversational Insights",
             .times =
                 "starts, in microseconds, of the call or since 1970; where words have "
                 "times, starts and ends by these",
             .roles = "given: AGENT, HUMAN_AGENT, CUSTOMER, END_USER, AUTOMATED_AGENT"},
    .detect = google_detect,
    .read = google_read,
};
