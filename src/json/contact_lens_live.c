// Amazon Connect Contact Lens while the contact goes on: the segments that
// ListRealtimeContactAnalysisSegments gives, of calls, and its second version, of chats.
// https://docs.aws.amazon.com/connect/latest/APIReference
#include "json/fields.h"
#include "json/vendor.h"

static const char *contact_lens_live_detect(const Json *document) {
    bool spoken = json_any_has(json_at(document, "Segments"), "Transcript.Content");
    return spoken ? "'Segments' with 'Transcript'" : NULL;
}

// By the participant and, in a chat, by his name, unless that is what all agents are
// called. The first is the contact's.
static void note_agent(CallTask *task, Turn *turn, Str id, bool chat) {
    Agent agent = {.key = id};
    if (chat && role_from_label(turn->speaker) == ROLE_UNKNOWN)
        agent.name = turn->speaker;
    if (agent.key.len || agent.name.len)
        turn->agent = call_agent(task->arena, &task->call, agent);
    if (!task->call.agent_name.len) task->call.agent_name = agent.name;
}

// Other segments are categories, events, and what was understood so far of an utterance
// whose transcript follows.
static void read_segment(CallTask *task, const Json *segment) {
    static const TurnFields VOICE = {.text = "Transcript.Content",
                                     .speaker = "Transcript.ParticipantRole",
                                     .start = "Transcript.BeginOffsetMillis",
                                     .end = "Transcript.EndOffsetMillis",
                                     .unit_ms = 1},
                            CHAT = {.text = "Transcript.Content",
                                    .speaker = "Transcript.DisplayName",
                                    .start = "Transcript.Time.AbsoluteTime",
                                    .unit_ms = 1};
    if (!json_at(segment, "Transcript")) return;
    bool chat = json_at(segment, "Transcript.Time") != NULL;
    Turn *turn = json_turn_add(task, segment, chat ? &CHAT : &VOICE);
    if (!turn) return;
    Str role = json_word(task, segment, "Transcript.ParticipantRole");
    turn->role = role_from_label(role);
    if (!turn->speaker.len) turn->speaker = role;
    task->call.channel = chat ? STR("chat") : STR("voice");
    if (turn->role == ROLE_AGENT)
        note_agent(task, turn, json_word(task, segment, "Transcript.ParticipantId"),
                   chat);
}

static void contact_lens_live_read(CallTask *task, const Json *document) {
    const Json *segments = json_array(task, document, "Segments");
    task->call.id = json_word(task, document, "ContactId");
    json_field(task, "language", json_word(task, document, "LanguageCode"));
    json_each_of(task, segment, segments) read_segment(task, segment);
    call_order_turns(&task->call);
}

const JsonFormat JSON_CONTACT_LENS_LIVE = {
    .info = {.name = "contact-lens-live",
             .summary = "Contact Lens, the segments of a contact that goes on",
             .times = "starts and ends, in milliseconds; of chats, when they were sent",
             .roles = "given: AGENT, CUSTOMER, SYSTEM"},
    .detect = contact_lens_live_detect,
    .read = contact_lens_live_read,
};
