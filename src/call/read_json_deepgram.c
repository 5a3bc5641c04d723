// Deepgram. Utterances when they were asked for; else words, of each channel, which are
// put together here.
#include "call/json_fields.h"
#include "call/json_format.h"

// A pause between two words that ends what somebody says.
enum { PAUSE_MS = 1500 };

// Other programs keep the one alternative of the one channel, and nothing around it.
static bool is_alternative(const Json *document) {
    const Json *word = json_element(json_at(document, "words"), 0);
    return json_at(document, "transcript") && json_at(word, "word") &&
           json_at(word, "start");
}

static const char *detect(const Json *document) {
    if (json_element(json_at(document, "results.utterances"), 0))
        return "it has 'results.utterances'";
    const Json *channel = json_element(json_at(document, "results.channels"), 0);
    if (json_at(channel, "alternatives")) return "'results.channels' with 'alternatives'";
    return is_alternative(document) ? "'transcript', and 'words' with 'start'" : NULL;
}

static void read_utterances(Piece *piece, const Json *utterances, bool by_channel) {
    TurnFields fields = {.text = "transcript",
                         .speaker = by_channel ? "channel" : "speaker",
                         .start = "start",
                         .end = "end",
                         .kind = by_channel ? "channel" : "speaker",
                         .unit_ms = 1000};
    json_turns(piece, utterances, &fields);
}

// ---- Words

// A run of words by one speaker, in the making.
typedef struct {
    const Json *first;
    double speaker; // -1 = not told
    int64_t start_ms, end_ms;
    Buf text;
} Run;

static void end_run(Piece *piece, const Run *run, Str channel) {
    if (!run->text.len) return;
    Turn *turn = json_turn(piece, run->first);
    turn->text = buf_str(&run->text);
    turn->start_ms = run->start_ms;
    turn->end_ms = run->end_ms;
    turn->speaker =
        channel.len ? channel : json_label(piece, run->first, "speaker", "speaker");
}

static bool goes_on(const Run *run, double speaker, int64_t start_ms) {
    bool paused = start_ms != NO_TIME && run->end_ms != NO_TIME &&
                  start_ms - run->end_ms > PAUSE_MS;
    return run->first && run->speaker == speaker && !paused;
}

static void add_word(Piece *piece, Run *run, const Json *word, Str channel) {
    double speaker = json_number(word, "speaker", -1);
    int64_t start_ms = json_time(piece, word, "start", 1000);
    Str text = json_word(piece, word, "punctuated_word");
    if (!text.len) text = json_word(piece, word, "word");
    if (!goes_on(run, speaker, start_ms)) {
        end_run(piece, run, channel);
        *run = (Run){.first = word, .speaker = speaker, .start_ms = start_ms};
        run->text.arena = piece->arena;
    }
    if (run->text.len && text.len) buf_byte(&run->text, ' ');
    buf_put(&run->text, text);
    run->end_ms = json_time(piece, word, "end", 1000);
}

static void read_words(Piece *piece, const Json *alternative, Str channel) {
    const Json *words = json_array(piece, alternative, "words");
    Run run = {0};
    for (size_t i = 0; words && i < words->count; i++)
        add_word(piece, &run, &words->items[i], channel);
    end_run(piece, &run, channel);
}

static void read_channels(Piece *piece, const Json *channels, bool by_channel) {
    for (size_t i = 0; i < channels->count && !piece->refused; i++) {
        const Json *all = json_array(piece, &channels->items[i], "alternatives");
        Str label = by_channel ? str_format(piece->arena, "channel %zu", i) : (Str){0};
        if (all && all->count) read_words(piece, &all->items[0], label);
    }
}

// ---- All of it
// 'metadata.created' is when the recording was transcribed, which tells nothing of the
// call.

static void read(Piece *piece, const Json *document) {
    const Json *utterances = json_at(document, "results.utterances");
    const Json *channels = json_at(document, "results.channels");
    size_t count = channels && channels->type == JSON_ARRAY ? channels->count : 0;
    bool by_channel =
        count > 1 || json_number(json_at(document, "metadata"), "channels", 0) > 1;
    piece->call.id = json_word(piece, document, "metadata.request_id");
    piece->call.channel = STR("voice");
    if (json_element(utterances, 0))
        read_utterances(piece, utterances, by_channel);
    else if (is_alternative(document))
        read_words(piece, document, (Str){0});
    else if ((channels = json_array(piece, document, "results.channels")))
        read_channels(piece, channels, by_channel);
    json_order_turns(piece);
}

const JsonFormat JSON_DEEPGRAM = {
    .name = "deepgram",
    .summary = "Deepgram; without utterances, words up to the next speaker or pause",
    .times = "starts and ends, in seconds",
    .roles = "by the label: 'speaker 0', or 'channel 0' where there are several channels",
    .detect = detect,
    .read = read,
};
