// AssemblyAI. Times are in milliseconds here, and only 'audio_duration' is in seconds.
#include "call/json_fields.h"
#include "call/json_format.h"

static const char *detect(const Json *document) {
    bool of_audio =
        json_get(document, "audio_url") || json_get(document, "audio_duration");
    bool made = json_get(document, "utterances") || json_get(document, "status");
    return of_audio && made
               ? "'audio_url' or 'audio_duration' with 'utterances' or 'status'"
               : NULL;
}

// Whether the transcript is there; if not, the call is refused.
static bool is_completed(Piece *piece, const Json *document) {
    Str status = json_text(document, "status"), error = json_text(document, "error");
    if (!status.len || str_eq(status, STR("completed"))) return true;
    Str text =
        error.len ? str_format(piece->arena, "transcription failed: %.*s", STR_ARG(error))
                  : str_format(piece->arena,
                               "no transcript yet: its status is "
                               "'%.*s'",
                               STR_ARG(status));
    piece_refuse(piece, json_place(piece, json_get(document, "status")), text);
    return false;
}

// What was not asked to tell voices apart is one text of nobody in particular, of which
// nothing can be marked.
static const Json *find_utterances(Piece *piece, const Json *document) {
    if (json_at(document, "utterances")) return json_array(piece, document, "utterances");
    Diag *diag = piece_refuse(piece, json_place(piece, document),
                              STR("no 'utterances': who speaks is not told apart"));
    if (diag) diag->hint = STR("transcribe with 'speaker_labels' or 'multichannel'");
    return NULL;
}

static void read(Piece *piece, const Json *document) {
    static const TurnFields TURN = {.text = "text",
                                    .speaker = "speaker",
                                    .start = "start",
                                    .end = "end",
                                    .kind = "speaker",
                                    .unit_ms = 1};
    piece->call.id = json_word(piece, document, "id");
    piece->call.channel = STR("voice");
    if (!is_completed(piece, document)) return;
    const Json *utterances = find_utterances(piece, document);
    json_field(piece, "language", json_word(piece, document, "language_code"));
    for (size_t i = 0; utterances && i < utterances->count && !piece->refused; i++) {
        const Json *utterance = &utterances->items[i];
        Turn *turn = json_turn_add(piece, utterance, &TURN);
        Str channel = json_label(piece, utterance, "channel", "channel");
        if (turn && channel.len) turn->speaker = channel;
    }
    json_order_turns(piece);
}

const JsonFormat JSON_ASSEMBLYAI = {
    .name = "assemblyai",
    .summary = "AssemblyAI, transcripts with utterances",
    .times = "starts and ends, in milliseconds",
    .roles = "by the label: 'A', or 'channel 1' where each voice has its channel",
    .detect = detect,
    .read = read,
};
