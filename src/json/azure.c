// Azure: what its speech service makes of recordings, and conversations as its language
// service takes them in.
#include "json/fields.h"
#include "json/vendor.h"

// The members that may hold a text, the one a person would read first.
static const char *find_text(const Json *of) {
    static const char *const NAMES[] = {"display",   "text", "maskedITN",
                                        "maskedItn", "itn",  "lexical"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (json_at(of, NAMES[i])) return NAMES[i];
    return NAMES[0];
}

// The service counts time in ticks of 100 ns, which is also the unit of a plain 'offset'
// that is a number, except in fast transcription's first versions, which count
// milliseconds; one that is a text is "PT1M4.12S".
#define TICK_MS 1e-4

typedef struct {
    const char *offset, *duration;
    double unit_ms;
} SpanFields;

// The turn's times, at the first of these that `of` has. A plain 'offset' counts in
// `plain_ms`.
static void read_span(CallTask *task, Turn *turn, const Json *of, double plain_ms) {
    const SpanFields SPANS[] = {
        {"offsetMilliseconds", "durationMilliseconds", 1},
        {"offsetInTicks", "durationInTicks", TICK_MS},
        {"offset", "duration", plain_ms},
        {"conversationItemLevelTiming.offset", "conversationItemLevelTiming.duration",
         TICK_MS},
    };
    size_t i = 0, last = sizeof SPANS / sizeof *SPANS - 1;
    while (i < last && !json_at(of, SPANS[i].offset)) i++;
    turn->start_ms = json_time(task, of, SPANS[i].offset, SPANS[i].unit_ms);
    int64_t length = json_time(task, of, SPANS[i].duration, SPANS[i].unit_ms);
    if (turn->start_ms != NO_TIME && length != NO_TIME)
        turn->end_ms = turn->start_ms + length;
}

// ---- Speech
// Phrases of one recording, those of a channel after those of another. Batch
// transcription gives each phrase several readings, the best first; fast transcription
// gives one. 'timestamp' is when the file was made, which tells nothing of the call.

static const char *detect_speech(const Json *document) {
    const Json *first = json_element(json_at(document, "phrases"), 0);
    if (json_at(document, "recognizedPhrases")) return "it has 'recognizedPhrases'";
    bool timed = json_at(first, "offsetMilliseconds") || json_at(first, "offset");
    return json_at(document, "combinedPhrases") && timed
               ? "it has 'combinedPhrases', and 'phrases' with an offset"
               : NULL;
}

static bool has_channels(const Json *phrases) {
    double first = json_number(json_element(phrases, 0), "channel", 0);
    json_each(phrase, phrases)
        if (json_number(phrase, "channel", first) != first) return true;
    return false;
}

// In a recording of one channel who speaks is a number, if it was asked for.
static Str speaker_of(CallTask *task, const Json *phrase, const Json *best,
                      bool by_channel) {
    Str channel = json_label(task, phrase, "channel", "channel");
    Str speaker = json_label(task, phrase, "speaker", "speaker");
    if (!speaker.len) speaker = json_label(task, best, "speaker", "speaker");
    return by_channel || !speaker.len ? channel : speaker;
}

typedef struct {
    bool by_channel; // who speaks is told by the channel
    double plain_ms; // unit of a plain 'offset'
} Recording;

static void read_phrase(CallTask *task, const Json *phrase, const Recording *recording) {
    const Json *best = phrase;
    if (json_at(phrase, "recognitionStatus") || json_at(phrase, "nBest")) {
        best = json_element(json_array(task, phrase, "nBest"), 0);
        if (!best) return;
    }
    TurnFields fields = {.text = find_text(best)};
    Turn *turn = json_turn_add(task, best, &fields);
    if (!turn) return;
    turn->speaker = speaker_of(task, phrase, best, recording->by_channel);
    read_span(task, turn, phrase, recording->plain_ms);
}

static void read_speech(CallTask *task, const Json *document) {
    bool is_batch = json_at(document, "recognizedPhrases") != NULL;
    const Json *phrases =
        json_array(task, document, is_batch ? "recognizedPhrases" : "phrases");
    if (!phrases) return;
    Recording recording = {has_channels(phrases), is_batch ? TICK_MS : 1};
    size_t failed = 0;
    task->call.channel = STR("voice");
    json_field(task, "language", json_word(task, json_element(phrases, 0), "locale"));
    json_each_of(task, phrase, phrases) {
        Str status = json_text(phrase, "recognitionStatus");
        bool is_good = !status.len || str_eq(status, STR("Success"));
        if (is_good) read_phrase(task, phrase, &recording);
        failed += !is_good;
    }
    if (failed)
        call_problem(task->arena, &task->call,
                     str_format(task->arena, "phrases not recognised: %zu", failed));
    call_order_turns(&task->call);
}

const JsonFormat JSON_AZURE_BATCH = {
    .info = {.name = "azure-batch",
             .summary = "Azure Speech, batch and fast transcription",
             .times = "starts and ends, in milliseconds, ticks of 100 ns or PT1M4.12S",
             .roles =
                 "by the label: 'channel 0', or 'speaker 1' where there is one channel"},
    .detect = detect_speech,
    .read = read_speech,
};

// ---- Conversations
// One conversation, or the whole order to analyse one.

static const char *detect_conversation(const Json *document) {
    const Json *all = json_at(document, "analysisInput.conversations");
    if (json_at(json_element(all, 0), "conversationItems"))
        return "it has 'analysisInput' with 'conversationItems'";
    return json_at(document, "conversationItems") ? "it has 'conversationItems'" : NULL;
}

// The one conversation; NULL when there is none or there are several, which refuses the
// call.
static const Json *find_conversation(CallTask *task, const Json *document) {
    if (!json_at(document, "analysisInput")) return document;
    const Json *all = json_array(task, document, "analysisInput.conversations");
    if (all && all->count == 1) return &all->items[0];
    if (!all) return NULL;
    Diag *diag = task_refuse(
        task, json_place(task, all),
        str_format(
            task->arena,
            "expected one conversation at 'analysisInput.conversations', found %zu",
            all->count));
    if (diag) diag->hint = STR("several are read when they begin the file");
    return NULL;
}

// Words have times where the item itself has none.
static void read_word_span(CallTask *task, Turn *turn, const Json *item) {
    const Json *words = json_at(item, "wordLevelTimings");
    if (!words) words = json_at(item, "audioTimings");
    const Json *first = json_element(words, 0);
    if (!first) return;
    Turn last = {.start_ms = NO_TIME, .end_ms = NO_TIME};
    read_span(task, turn, first, TICK_MS);
    read_span(task, &last, &words->items[words->count - 1], TICK_MS);
    turn->end_ms = last.end_ms;
}

static void read_item(CallTask *task, const Json *item) {
    TurnFields fields = {
        .text = find_text(item), .speaker = "participantId", .role = "role"};
    fields.kind = "speaker";
    Turn *turn = json_turn_add(task, item, &fields);
    if (!turn) return;
    if (!turn->speaker.len) turn->speaker = json_word(task, item, "role");
    read_span(task, turn, item, TICK_MS);
    if (turn->start_ms == NO_TIME) read_word_span(task, turn, item);
}

static void read_conversation(CallTask *task, const Json *document) {
    const Json *conversation = find_conversation(task, document);
    const Json *items =
        conversation ? json_array(task, conversation, "conversationItems") : NULL;
    if (!items) return;
    Str modality = json_text(conversation, "modality");
    task->call.id = json_word(task, conversation, "id");
    if (str_eq(modality, STR("transcript"))) task->call.channel = STR("voice");
    if (str_eq(modality, STR("text"))) task->call.channel = STR("chat");
    json_field(task, "language", json_word(task, conversation, "language"));
    json_each_of(task, item, items) read_item(task, item);
    call_order_turns(&task->call);
}

const JsonFormat JSON_AZURE_CONVERSATION = {
    .info = {.name = "azure-conversation",
             .summary = "Azure Language, conversations with 'conversationItems'",
             .times = "starts and ends in ticks of 100 ns, where items have them",
             .roles =
                 "given by the role, or by the participant's name: Agent_1, Customer"},
    .detect = detect_conversation,
    .read = read_conversation,
};
