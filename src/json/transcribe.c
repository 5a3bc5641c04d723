// Amazon Transcribe, its standard batch jobs. Segments where it makes them; else words,
// each with its own speaker or channel, or, in older files, listed beside them.
#include "json/vendor.h"
#include "json/words.h"

static const char *transcribe_detect(const Json *document) {
    if (!json_at(document, "results.transcripts")) return NULL;
    if (json_at(document, "results.audio_segments"))
        return "'results' with 'transcripts' and 'audio_segments'";
    return json_at(document, "results.items") ? "'results' with 'transcripts' and 'items'"
                                              : NULL;
}

// "ch_0" is "channel 0", as in other formats.
static Str channel_name(Arena *arena, Str label) {
    if (!str_starts(label, STR("ch_"))) return label;
    Str number = str_slice(label, 3, label.len);
    return str_format(arena, "channel %.*s", STR_ARG(number));
}

static Str label_of(CallTask *task, const Json *of, bool by_channel) {
    if (!by_channel) return json_word(task, of, "speaker_label");
    return channel_name(task->arena, json_word(task, of, "channel_label"));
}

static void read_segments(CallTask *task, const Json *segments, bool by_channel) {
    static const TurnFields SEGMENT = {
        .text = "transcript", .start = "start_time", .end = "end_time", .unit_ms = 1000};
    json_each_of(task, segment, segments) {
        Turn *turn = json_turn_add(task, segment, &SEGMENT);
        if (turn) turn->speaker = label_of(task, segment, by_channel);
    }
}

// ---- Words

// Who speaks when, in older files: spans in the order of their starts.
typedef struct {
    const Json *spans; // NULL: the words tell
    size_t at;         // the last that began
} Speakers;

static Str speaker_at(CallTask *task, Speakers *speakers, int64_t ms) {
    const Json *spans = speakers->spans;
    if (!spans || !spans->count) return (Str){0};
    while (speakers->at + 1 < spans->count &&
           json_time(task, &spans->items[speakers->at + 1], "start_time", 1000) <= ms)
        speakers->at++;
    return json_word(task, &spans->items[speakers->at], "speaker_label");
}

static SpokenWord read_word(CallTask *task, const Json *item, Str channel,
                            Speakers *speakers) {
    const Json *best = json_element(json_array(task, item, "alternatives"), 0);
    SpokenWord word = {.at = item,
                       .text = json_word(task, best, "content"),
                       .speaker = channel,
                       .start_ms = json_time(task, item, "start_time", 1000),
                       .end_ms = json_time(task, item, "end_time", 1000),
                       .is_mark = str_eq(json_text(item, "type"), STR("punctuation"))};
    if (!word.speaker.len) word.speaker = label_of(task, item, false);
    if (!word.speaker.len) word.speaker = speaker_at(task, speakers, word.start_ms);
    return word;
}

static void read_words(CallTask *task, const Json *of, const char *path, Str channel,
                       Speakers *speakers) {
    const Json *items = json_array(task, of, path);
    WordRun run = {.task = task};
    json_each_of(task, item, items) {
        SpokenWord word = read_word(task, item, channel, speakers);
        word_run_add(&run, &word);
    }
    word_run_end(&run);
}

static void read_channels(CallTask *task, const Json *document) {
    const Json *channels = json_array(task, document, "results.channel_labels.channels");
    Speakers nobody = {0};
    json_each_of(task, channel, channels) {
        read_words(task, channel, "items", label_of(task, channel, true), &nobody);
    }
}

static void transcribe_read(CallTask *task, const Json *document) {
    bool by_channel = json_at(document, "results.channel_labels") != NULL;
    bool segments = json_at(document, "results.audio_segments") != NULL;
    Speakers speakers = {0};
    if (json_at(document, "results.speaker_labels"))
        speakers.spans = json_array(task, document, "results.speaker_labels.segments");
    task->call.id = json_word(task, document, "jobName");
    task->call.channel = STR("voice");
    json_field(task, "language", json_word(task, document, "results.language_code"));
    if (task->refused) return;
    if (segments) {
        const Json *all = json_array(task, document, "results.audio_segments");
        if (all) read_segments(task, all, by_channel);
    } else if (by_channel) {
        read_channels(task, document);
    } else {
        read_words(task, document, "results.items", (Str){0}, &speakers);
    }
    call_order_turns(&task->call);
}

const JsonFormat JSON_AWS_TRANSCRIBE = {
    .info =
        {.name = "aws-transcribe",
         .summary =
             "Amazon Transcribe; without segments, words up to the next speaker or pause",
         .times = "starts and ends, in seconds",
         .roles = "by the label: 'spk_0', or 'channel 0' where channels are told apart"},
    .detect = transcribe_detect,
    .read = transcribe_read,
};
