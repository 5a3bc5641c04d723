// Google Conversational Insights, as conversations are imported there. No end times, no
// id, no agent's name: those come from the file's name or a table of calls.
#include "call/json_fields.h"
#include "call/json_format.h"

static const char *detect(const Json *document) {
    const Json *entries = json_at(document, "entries");
    bool is_array = entries && entries->type == JSON_ARRAY && entries->count;
    if (!is_array || !json_at(&entries->items[0], "text")) return NULL;
    const Json *first = &entries->items[0];
    bool told = json_at(first, "start_timestamp_usec") || json_at(first, "role");
    return told ? "'entries' with a text and a role or 'start_timestamp_usec'" : NULL;
}

// The time is since 1970 in some files and from the call's start in others; its size
// tells which.
static void read(Piece *piece, const Json *document) {
    static const TurnFields TURN = {.text = "text",
                                    .speaker = "role",
                                    .role = "role",
                                    .start = "start_timestamp_usec",
                                    .unit_ms = 1e-3};
    const Json *entries = json_array(piece, document, "entries");
    if (entries) json_turns(piece, entries, &TURN);
}

const JsonFormat JSON_GOOGLE = {
    .name = "google-insights",
    .summary = "Google Conversational Insights",
    .times = "starts, in microseconds, of the call or since 1970",
    .roles = "given: AGENT, CUSTOMER, END_USER, AUTOMATED_AGENT",
    .detect = detect,
    .read = read,
};
