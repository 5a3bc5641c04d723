// AssemblyAI. Times are in milliseconds here, and only 'audio_duration' is in seconds.
#include "json/fields.h"
#include "json/vendor.h"

static const char *assemblyai_detect(const Json *document) {
    bool of_audio =
        json_get(document, "audio_url") || json_get(document, "audio_duration");
    bool made = json_get(document, "utterances") || json_get(document, "status");
    return of_audio && made
               ? "'audio_url' or 'audio_duration' with 'utterances' or 'status'"
               : NULL;
}

// Whether the transcript is there; if not, the call is refused.
static bool is_completed(CallTask *task, const Json *document) {
    Str status = json_text(document, "status"), error = json_text(document, "error");
    if (!status.len || str_eq(status, STR("completed"))) return true;
    Str text = error.len
                   ? str_format(task->arena, "transcription failed: %.*s", STR_ARG(error))
                   : str_format(task->arena,
                                "no transcript yet: its status is "
                                "'%.*s'",
                                STR_ARG(status));
    task_refuse(task, json_place(task, json_get(document, "status")), text);
    return false;
}

// What was not asked to tell voices apart is one text of nobody in particular, of which
// nothing can be marked.
static const Json *find_utterances(CallTask *task, const Json *document) {
    if (json_at(document, "utterances")) return json_array(task, document, "utterances");
    Diag *diag = task_refuse(task, json_place(task, document),
                             STR("no 'utterances': who speaks is not told apart"));
    if (diag) diag->hint = STR("transcribe with 'speaker_labels' or 'multichannel'");
    return NULL;
}

static void assemblyai_read(CallTask *task, const Json *document) {
    static const TurnFields TURN = {.text = "text",
                                    .speaker = "speaker",
                                    .start = "start",
                                    .end = "end",
                                    .kind = "speaker",
                                    .unit_ms = 1};
    task->call.id = json_word(task, document, "id");
    task->call.channel = STR("voice");
    if (!is_completed(task, document)) return;
    const Json *utterances = find_utterances(task, document);
    json_field(task, "language", json_word(task, document, "language_code"));
    json_each_of(task, utterance, utterances) {
        Turn *turn = json_turn_add(task, utterance, &TURN);
        Str channel = json_label(task, utterance, "channel", "channel");
        if (turn && channel.len) turn->speaker = channel;
    }
    call_order_turns(&task->call);
}

const JsonFormat JSON_ASSEMBLYAI = {
    .info = {.name = "assemblyai",
             .summary = "AssemblyAI, transcripts with utterances",
             .times = "starts and ends, in milliseconds",
             .roles =
                 "by the label: 'A', or 'channel 1' where each voice has its channel"},
    .detect = assemblyai_detect,
    .read = assemblyai_read,
};
