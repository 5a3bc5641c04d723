// Genesys Cloud: one file a communication, so that a call that was passed on is several
// of one conversation.
#include "call/times.h"
#include "json/fields.h"
#include "json/vendor.h"

static const char *genesys_detect(const Json *document) {
    const Json *transcripts = json_at(document, "transcripts");
    if (!transcripts) return NULL;
    if (json_at(document, "conversationId"))
        return "it has 'conversationId' and 'transcripts'";
    return json_at(json_element(transcripts, 0), "phrases")
               ? "'transcripts' with 'phrases'"
               : NULL;
}

static int64_t length_of(CallTask *task, const Json *phrase) {
    bool is_object = json_is(json_at(phrase, "duration"), JSON_OBJECT);
    return json_time(task, phrase, is_object ? "duration.milliseconds" : "duration", 1);
}

// Whether a participant was there when a phrase began.
static bool is_there(CallTask *task, const Json *participant, int64_t at) {
    int64_t from = json_time(task, participant, "startTimeMs", 1);
    int64_t to = json_time(task, participant, "endTimeMs", 1);
    int64_t began = task->call.started_at;
    bool shifts = at < EPOCH_FIRST_MS && from >= EPOCH_FIRST_MS && began != NO_TIME;
    if (shifts) at += began;
    return (from == NO_TIME || at >= from) && (to == NO_TIME || at <= to);
}

static Role role_of(CallTask *task, const Json *participant) {
    return role_from_purpose(json_word(task, participant, "participantPurpose"));
}

// How many of the document's agents were there at a time, when it is known; `*one` is the
// last of them.
static size_t find_agents(CallTask *task, const Json *document, int64_t at, Str *one) {
    size_t count = 0;
    json_each(who, json_at(document, "participants")) {
        if (role_of(task, who) != ROLE_AGENT) continue;
        if (at != NO_TIME && !is_there(task, who, at)) continue;
        Str id = json_word(task, who, "userId");
        count += !count || !str_eq(id, *one);
        *one = id;
    }
    return count;
}

// Each communication has an agent of its own, who is named where the document says which
// of its agents was there; 0 when it has several and does not.
static uint32_t agent_of(CallTask *task, const Json *document, const Json *phrase,
                         int64_t at) {
    Agent agent = {.id = json_word(task, phrase, "userId"),
                   .key = json_word(task, document, "communicationId")};
    size_t all = agent.id.len ? 1 : find_agents(task, document, NO_TIME, &agent.id);
    if (all > 1 && (at == NO_TIME || find_agents(task, document, at, &agent.id) != 1))
        return 0;
    return call_agent(task->arena, &task->call, agent);
}

static void read_phrase(CallTask *task, const Json *document, const Json *phrase) {
    TurnFields fields = {.text =
                             json_at(phrase, "decoratedText") ? "decoratedText" : "text",
                         .speaker = "participantPurpose",
                         .start = "startTimeMs",
                         .unit_ms = 1};
    Turn *turn = json_turn_add(task, phrase, &fields);
    if (!turn) return;
    int64_t length = length_of(task, phrase);
    turn->role = role_from_purpose(turn->speaker);
    if (turn->start_ms != NO_TIME && length != NO_TIME)
        turn->end_ms = turn->start_ms + length;
    if (turn->role == ROLE_AGENT)
        turn->agent = agent_of(task, document, phrase, turn->start_ms);
}

// The agent is the first of the participants who is one.
static void read_participants(CallTask *task, const Json *document) {
    Call *call = &task->call;
    json_each(one, json_at(document, "participants")) {
        Role role = role_of(task, one);
        if (role == ROLE_AGENT && !call->agent.len)
            call->agent = json_word(task, one, "userId");
        if (role == ROLE_CUSTOMER && !call->customer.len)
            call->customer = json_word(task, one, "ani");
    }
}

static void genesys_read(CallTask *task, const Json *document) {
    Call *call = &task->call;
    const Json *transcripts = json_array(task, document, "transcripts");
    bool first = !call->turns.len;
    if (!transcripts) return;
    if (first) {
        call->id = json_word(task, document, "conversationId");
        call->channel = json_word(task, document, "mediaType");
        call->started_at = json_moment(task, document, "conversationStartTime");
        json_field(task, "language",
                   json_word(task, json_element(transcripts, 0), "language"));
    }
    read_participants(task, document);
    json_each_of(task, transcript, transcripts) {
        const Json *phrases = json_array(task, transcript, "phrases");
        json_each_of(task, phrase, phrases) read_phrase(task, document, phrase);
    }
    if (first && transcripts->count > 1) call_order_turns(&task->call);
}

const JsonFormat JSON_GENESYS = {
    .info =
        {.name = "genesys",
         .summary = "Genesys Cloud; files of one conversation become one call",
         .times =
             "starts, and ends where there is a duration; milliseconds, of the call or "
             "since 1970",
         .roles = "given: internal, external, agent, customer, ivr, acd"},
    .detect = genesys_detect,
    .read = genesys_read,
};
