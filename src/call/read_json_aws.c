// AWS Transcribe Call Analytics: turns by voice, ordered by their start, which may
// overlap. The agent and the start of the call are not in the file.
#include "call/json_fields.h"
#include "call/json_format.h"

static const char *detect(const Json *document) {
    const Json *turns = json_at(document, "Transcript");
    if (!turns || turns->type != JSON_ARRAY || !json_at(document, "JobName")) return NULL;
    return "it has 'JobName' and 'Transcript'";
}

static void read(Piece *piece, const Json *document) {
    static const TurnFields TURN = {.text = "Content",
                                    .speaker = "ParticipantRole",
                                    .role = "ParticipantRole",
                                    .start = "BeginOffsetMillis",
                                    .end = "EndOffsetMillis",
                                    .unit_ms = 1};
    const Json *turns = json_array(piece, document, "Transcript");
    if (!turns) return;
    piece->call.id = json_word(piece, document, "JobName");
    piece->call.channel = STR("voice");
    json_field(piece, "language", json_word(piece, document, "LanguageCode"));
    json_turns(piece, turns, &TURN);
}

const JsonFormat JSON_AWS_CALL_ANALYTICS = {
    .name = "aws-call-analytics",
    .summary = "AWS Transcribe Call Analytics",
    .times = "starts and ends, in milliseconds",
    .roles = "given: AGENT, CUSTOMER",
    .detect = detect,
    .read = read,
};
