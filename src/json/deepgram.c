// Deepgram. Utterances when they were asked for; else words, of each channel, which are
// put together here.
#include "json/vendor.h"
#include "json/words.h"

// Other programs keep the one alternative of the one channel, and nothing around it.
static bool is_alternative(const Json *document) {
    const Json *word = json_element(json_at(document, "words"), 0);
    return json_at(document, "transcript") && json_at(word, "word") &&
           json_at(word, "start");
}

static const char *deepgram_detect(const Json *document) {
    if (json_element(json_at(document, "results.utterances"), 0))
        return "it has 'results.utterances'";
    const Json *channel = json_element(json_at(document, "results.channels"), 0);
    if (json_at(channel, "alternatives")) return "'results.channels' with 'alternatives'";
    return is_alternative(document) ? "'transcript', and 'words' with 'start'" : NULL;
}

static void read_utterances(CallTask *task, const Json *utterances, bool by_channel) {
    TurnFields fields = {.text = "transcript",
                         .speaker = by_channel ? "channel" : "speaker",
                         .start = "start",
                         .end = "end",
                         .kind = by_channel ? "channel" : "speaker",
                         .unit_ms = 1000};
    json_turns(task, utterances, &fields);
}

// ---- Words

static SpokenWord read_word(CallTask *task, const Json *word, Str channel) {
    Str text = json_word(task, word, "punctuated_word");
    return (SpokenWord){
        .at = word,
        .text = text.len ? text : json_word(task, word, "word"),
        .speaker = channel.len ? channel : json_label(task, word, "speaker", "speaker"),
        .start_ms = json_time(task, word, "start", 1000),
        .end_ms = json_time(task, word, "end", 1000)};
}

static void read_words(CallTask *task, const Json *alternative, Str channel) {
    const Json *words = json_array(task, alternative, "words");
    WordRun run = {.task = task};
    json_each(at, words) {
        SpokenWord word = read_word(task, at, channel);
        word_run_add(&run, &word);
    }
    word_run_end(&run);
}

static void read_channels(CallTask *task, const Json *channels, bool by_channel) {
    for (size_t i = 0; i < channels->count && !task->refused; i++) {
        const Json *all = json_array(task, &channels->items[i], "alternatives");
        Str label = by_channel ? str_format(task->arena, "channel %zu", i) : (Str){0};
        if (all && all->count) read_words(task, &all->items[0], label);
    }
}

// ---- All of it
// 'metadata.created' is when the recording was transcribed, which tells nothing of the
// call.

static void deepgram_read(CallTask *task, const Json *document) {
    const Json *utterances = json_at(document, "results.utterances");
    const Json *channels = json_at(document, "results.channels");
    bool by_channel = json_count(channels) > 1 ||
                      json_number(json_at(document, "metadata"), "channels", 0) > 1;
    task->call.id = json_word(task, document, "metadata.request_id");
    task->call.channel = STR("voice");
    json_field(task, "language",
               json_word(task, json_element(channels, 0), "detected_language"));
    if (json_element(utterances, 0))
        read_utterances(task, utterances, by_channel);
    else if (is_alternative(document))
        read_words(task, document, (Str){0});
    else if ((channels = json_array(task, document, "results.channels")))
        read_channels(task, channels, by_channel);
    call_order_turns(&task->call);
}

const JsonFormat JSON_DEEPGRAM = {
    .info =
        {.name = "deepgram",
         .summary = "Deepgram; without utterances, words up to the next speaker or pause",
         .times = "starts and ends, in seconds",
         .roles =
             "by the label: 'speaker 0', or 'channel 0' where there are several channels"},
    .detect = deepgram_detect,
    .read = deepgram_read,
};
