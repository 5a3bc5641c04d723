// AWS: Transcribe Call Analytics, Amazon Connect Contact Lens (voice, chat, e-mail), and
// Bedrock Data Automation.
#include "json/fields.h"
#include "json/vendor.h"

// ---- Transcribe and Contact Lens, by voice
// Both have turns ordered by their start, which may overlap. Transcribe's say the role;
// those of Contact Lens name a participant, whose role stands in a table, or, in older
// files, is its name.

static const char *detect_transcribe(const Json *document) {
    const Json *turns = json_at(document, "Transcript");
    if (!json_any_has(turns, "BeginOffsetMillis")) return NULL;
    return json_any_has(turns, "ParticipantRole") ? "turns with 'ParticipantRole' and "
                                                    "'BeginOffsetMillis'"
                                                  : NULL;
}

static void read_transcribe(CallTask *task, const Json *document) {
    static const TurnFields TURN = {.text = "Content",
                                    .speaker = "ParticipantRole",
                                    .role = "ParticipantRole",
                                    .start = "BeginOffsetMillis",
                                    .end = "EndOffsetMillis",
                                    .unit_ms = 1};
    const Json *turns = json_array(task, document, "Transcript");
    if (!turns) return;
    task->call.id = json_word(task, document, "JobName");
    task->call.channel = STR("voice");
    json_field(task, "language", json_word(task, document, "LanguageCode"));
    json_turns(task, turns, &TURN);
}

const JsonFormat JSON_AWS_CALL_ANALYTICS = {
    .info = {.name = "aws-call-analytics",
             .summary = "AWS Transcribe Call Analytics",
             .times = "starts and ends, in milliseconds",
             .roles = "given: AGENT, CUSTOMER"},
    .detect = detect_transcribe,
    .read = read_transcribe,
};

static const char *detect_voice(const Json *document) {
    const Json *turns = json_at(document, "Transcript");
    bool named = json_any_has(turns, "ParticipantId") && json_any_has(turns, "Content");
    return named && json_any_has(turns, "BeginOffsetMillis")
               ? "turns with 'ParticipantId' and 'BeginOffsetMillis'"
               : NULL;
}

// The entry of a participant in the table; NULL when there is none.
static const Json *find_participant(const Json *document, Str id) {
    return json_find(json_at(document, "Participants"), "ParticipantId", id);
}

// Connect's own chats have the id beside the list, as what GetTranscript gives does.
static void read_about(CallTask *task, const Json *document, Str channel) {
    static const char *const IDS[] = {"CustomerMetadata.ContactId", "ContactId",
                                      "InitialContactId"};
    Str id = {0};
    for (size_t i = 0; !id.len && i < sizeof IDS / sizeof *IDS; i++)
        id = json_word(task, document, IDS[i]);
    task->call.id = id;
    task->call.channel = channel;
    json_field(task, "language", json_word(task, document, "LanguageCode"));
}

// A participant without an entry is its role's name, or nobody that is known.
static void name_participants(CallTask *task, const Json *document) {
    vec_each(Turn, turn, &task->call.turns) {
        const Json *participant = find_participant(document, turn->speaker);
        Str role = json_text(participant, "ParticipantRole");
        turn->role = role_from_type(role.len ? role : turn->speaker);
        if (turn->role == ROLE_AGENT)
            turn->agent =
                call_agent(task->arena, &task->call, (Agent){.key = turn->speaker});
    }
}

static void read_voice(CallTask *task, const Json *document) {
    static const TurnFields TURN = {.text = "Content",
                                    .speaker = "ParticipantId",
                                    .start = "BeginOffsetMillis",
                                    .end = "EndOffsetMillis",
                                    .unit_ms = 1};
    const Json *turns = json_array(task, document, "Transcript");
    if (!turns) return;
    read_about(task, document, STR("voice"));
    json_turns(task, turns, &TURN);
    name_participants(task, document);
}

const JsonFormat JSON_CONTACT_LENS_VOICE = {
    .info = {.name = "contact-lens-voice",
             .summary = "Amazon Connect Contact Lens, calls by voice",
             .times = "starts and ends, in milliseconds",
             .roles = "given, by 'Participants' or the participant's own name"},
    .detect = detect_voice,
    .read = read_voice,
};

// ---- Contact Lens, in writing
// Messages have the time of day when they were sent, and no end. Events (joined, left,
// typing) are said by nobody.

static const char *detect_chat(const Json *document) {
    const Json *turns = json_at(document, "Transcript");
    bool chat = json_any_has(turns, "AbsoluteTime") && json_any_has(turns, "Type");
    if (chat) return "items with 'AbsoluteTime' and 'Type'";
    bool email = str_eq(json_text(document, "Channel"), STR("EMAIL"));
    return email && json_any_has(turns, "Content") ? "'Channel' is EMAIL" : NULL;
}

// What the service calls AgentGreetingTimeMillis: from the agent's joining to the first
// message.
static void note_greeting(CallTask *task, const Json *items) {
    int64_t joined = NO_TIME;
    json_each(item, items) {
        if (!str_eq(json_text(item, "ParticipantRole"), STR("AGENT"))) continue;
        int64_t at = json_moment(task, item, "AbsoluteTime");
        if (at == NO_TIME) continue;
        if (str_ends(json_text(item, "ContentType"), STR(".participant.joined")))
            joined = at;
        if (joined == NO_TIME || !str_eq(json_text(item, "Type"), STR("MESSAGE")))
            continue;
        json_field(task, "agent_greeting_ms",
                   str_format(task->arena, "%lld", (long long)(at - joined)));
        return;
    }
}

// By his name, unless it is only what all agents are called. The first is the call's.
static void note_agent(CallTask *task, Turn *turn, Str id) {
    Agent agent = {.key = id};
    if (role_from_label(turn->speaker) == ROLE_UNKNOWN) agent.name = turn->speaker;
    turn->agent = call_agent(task->arena, &task->call, agent);
    if (!task->call.agent_name.len) task->call.agent_name = turn->speaker;
}

static void read_message(CallTask *task, const Json *document, const Json *item) {
    static const TurnFields MESSAGE = {.text = "Content",
                                       .speaker = "DisplayName",
                                       .role = "ParticipantRole",
                                       .start = "AbsoluteTime",
                                       .moments = true};
    Turn *turn = json_turn_add(task, item, &MESSAGE);
    if (!turn) return;
    Str id = json_text(item, "ParticipantId");
    if (turn->role == ROLE_UNKNOWN)
        turn->role =
            role_from_type(json_text(find_participant(document, id), "ParticipantRole"));
    if (turn->role == ROLE_AGENT) note_agent(task, turn, id);
    if (!turn->speaker.len) turn->speaker = id;
}

static void read_chat(CallTask *task, const Json *document) {
    const Json *items = json_array(task, document, "Transcript");
    if (!items) return;
    bool email = str_eq(json_text(document, "Channel"), STR("EMAIL"));
    read_about(task, document, email ? STR("email") : STR("chat"));
    json_each_of(task, item, items) {
        Str type = json_text(item, "Type");
        if (!type.len || str_eq(type, STR("MESSAGE"))) read_message(task, document, item);
    }
    note_greeting(task, items);
}

const JsonFormat JSON_CONTACT_LENS_CHAT = {
    .info = {.name = "contact-lens-chat",
             .summary = "Amazon Connect Contact Lens, chat and e-mail; raw Connect chat",
             .times = "when a message was sent, ISO 8601; e-mail has none",
             .roles = "given: AGENT, CUSTOMER, SYSTEM; events are passed over"},
    .detect = detect_chat,
    .read = read_chat,
};

// ---- Bedrock Data Automation
// Standard output for audio: segments with a speaker's label, and no roles.

static const char *bedrock_path(const Json *document) {
    bool inside = json_at(document, "audio.audio_segments") != NULL;
    return inside ? "audio.audio_segments" : "audio_segments";
}

static const char *detect_bedrock(const Json *document) {
    const Json *segments = json_at(document, bedrock_path(document));
    return json_any_has(segments, "start_timestamp_millis")
               ? "'audio_segments' with 'start_timestamp_millis'"
               : NULL;
}

static void read_bedrock(CallTask *task, const Json *document) {
    static const TurnFields TURN = {.text = "text",
                                    .speaker = "speaker.speaker_label",
                                    .role = "speaker.speaker_role",
                                    .start = "start_timestamp_millis",
                                    .end = "end_timestamp_millis",
                                    .unit_ms = 1};
    const Json *segments = json_array(task, document, bedrock_path(document));
    task->call.channel = STR("voice");
    if (segments) json_turns(task, segments, &TURN);
}

const JsonFormat JSON_BEDROCK = {
    .info = {.name = "bedrock",
             .summary = "AWS Bedrock Data Automation, audio",
             .times = "starts and ends, in milliseconds",
             .roles = "by the speaker's label"},
    .detect = detect_bedrock,
    .read = read_bedrock,
};
