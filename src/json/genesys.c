// Genesys Cloud: one file a communication, so that a call that was passed on is several
// of one conversation.
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

// A "user" here is one of the centre's own people.
static Role role_of(Str purpose) {
    return str_eq_fold(purpose, STR("user")) ? ROLE_AGENT : role_from_label(purpose);
}

static int64_t length_of(CallTask *task, const Json *phrase) {
    const Json *length = json_at(phrase, "duration");
    bool is_object = length && length->type == JSON_OBJECT;
    return json_time(task, phrase, is_object ? "duration.milliseconds" : "duration", 1);
}

static void read_phrase(CallTask *task, const Json *phrase) {
    TurnFields fields = {.text =
                             json_at(phrase, "decoratedText") ? "decoratedText" : "text",
                         .speaker = "participantPurpose",
                         .start = "startTimeMs",
                         .unit_ms = 1};
    size_t before = task->call.turns.len;
    json_turn_add(task, phrase, &fields);
    if (task->call.turns.len == before) return;
    int64_t length = length_of(task, phrase);
    Turn *turn = &task->call.turns.items[before];
    turn->role = role_of(turn->speaker);
    if (turn->start_ms != NO_TIME && length != NO_TIME)
        turn->end_ms = turn->start_ms + length;
}

// The agent is the first of the participants who is one.
static void read_participants(CallTask *task, const Json *document) {
    const Json *all = json_at(document, "participants");
    Call *call = &task->call;
    for (size_t i = 0; all && all->type == JSON_ARRAY && i < all->count; i++) {
        const Json *one = &all->items[i];
        Str number = json_word(task, one, "ani");
        Role role = role_of(json_word(task, one, "participantPurpose"));
        if (role == ROLE_AGENT && !call->agent.len)
            call->agent = json_word(task, one, "userId");
        if (role == ROLE_CUSTOMER && !call->customer.len) call->customer = number;
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
        call->started_at = json_moment(task, document, "conversationStartTime", 1);
    }
    read_participants(task, document);
    for (size_t i = 0; i < transcripts->count && !task->refused; i++) {
        const Json *phrases = json_array(task, &transcripts->items[i], "phrases");
        for (size_t j = 0; phrases && j < phrases->count && !task->refused; j++)
            read_phrase(task, &phrases->items[j]);
    }
    if (first && transcripts->count > 1) json_order_turns(task);
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
