// Genesys Cloud: one file a communication, so that a call that was passed on is several
// of one conversation.
#include "call/json_fields.h"
#include "call/json_format.h"

static const char *detect(const Json *document) {
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

static int64_t length_of(Piece *piece, const Json *phrase) {
    const Json *length = json_at(phrase, "duration");
    bool is_object = length && length->type == JSON_OBJECT;
    return json_time(piece, phrase, is_object ? "duration.milliseconds" : "duration", 1);
}

static void read_phrase(Piece *piece, const Json *phrase) {
    TurnFields fields = {.text =
                             json_at(phrase, "decoratedText") ? "decoratedText" : "text",
                         .speaker = "participantPurpose",
                         .start = "startTimeMs",
                         .unit_ms = 1};
    size_t before = piece->call.turns.len;
    json_turn_add(piece, phrase, &fields);
    if (piece->call.turns.len == before) return;
    int64_t length = length_of(piece, phrase);
    Turn *turn = &piece->call.turns.items[before];
    turn->role = role_of(turn->speaker);
    if (turn->start_ms != NO_TIME && length != NO_TIME)
        turn->end_ms = turn->start_ms + length;
}

// The agent is the first of the participants who is one.
static void read_participants(Piece *piece, const Json *document) {
    const Json *all = json_at(document, "participants");
    Call *call = &piece->call;
    for (size_t i = 0; all && all->type == JSON_ARRAY && i < all->count; i++) {
        const Json *one = &all->items[i];
        Str number = json_word(piece, one, "ani");
        Role role = role_of(json_word(piece, one, "participantPurpose"));
        if (role == ROLE_AGENT && !call->agent.len)
            call->agent = json_word(piece, one, "userId");
        if (role == ROLE_CUSTOMER && !call->customer.len) call->customer = number;
    }
}

static void read(Piece *piece, const Json *document) {
    Call *call = &piece->call;
    const Json *transcripts = json_array(piece, document, "transcripts");
    bool first = !call->turns.len;
    if (!transcripts) return;
    if (first) {
        call->id = json_word(piece, document, "conversationId");
        call->channel = json_word(piece, document, "mediaType");
        call->started_at = json_moment(piece, document, "conversationStartTime", 1);
    }
    read_participants(piece, document);
    for (size_t i = 0; i < transcripts->count && !piece->refused; i++) {
        const Json *phrases = json_array(piece, &transcripts->items[i], "phrases");
        for (size_t j = 0; phrases && j < phrases->count && !piece->refused; j++)
            read_phrase(piece, &phrases->items[j]);
    }
    if (first && transcripts->count > 1) json_order_turns(piece);
}

const JsonFormat JSON_GENESYS = {
    .name = "genesys",
    .summary = "Genesys Cloud; files of one conversation become one call",
    .times = "starts, and ends where there is a duration; milliseconds, of the call or "
             "since 1970",
    .roles = "given: internal, external, agent, customer, ivr, acd",
    .detect = detect,
    .read = read,
};
