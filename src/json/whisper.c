// Whisper, by OpenAI's own program, its service, and whisper.cpp; and WhisperX, which
// adds who speaks. Neither knows the call's id, its start, or its agent.
#include "json/fields.h"
#include "json/vendor.h"

#include "base/map.h"

static bool is_segment(const Json *of) {
    return json_at(of, "text") && json_at(of, "start");
}

// ---- WhisperX

static Str label_of(CallTask *task, const Json *of) {
    return json_label(task, of, "speaker", "speaker");
}

static const char *detect_whisperx(const Json *document) {
    const Json *segments = json_at(document, "segments");
    if (!json_is(segments, JSON_ARRAY)) return NULL;
    if (json_at(document, "word_segments")) return "it has 'segments', 'word_segments'";
    json_each(segment, segments)
        if (is_segment(segment) && json_at(segment, "speaker"))
            return "'segments' with 'speaker' and 'start'";
    return NULL;
}

// The label that most words have, of several the first to have as many; {0} when none
// has one.
static Str most_frequent(CallTask *task, const Json *words) {
    Map numbers = {0};
    Str best = {0};
    size_t most = 0, *uses = arena_array(task->arena, size_t, json_count(words));
    json_each(word, words) {
        Str label = label_of(task, word);
        if (!label.len) continue;
        uint32_t next = (uint32_t)numbers.len;
        uint32_t number = map_add(task->arena, &numbers, label, next);
        if (++uses[number] <= most) continue;
        most = uses[number];
        best = label;
    }
    return best;
}

// ---- A segment in which several speak

// The speaker of each word: of those without one the speaker before; a word alone within
// those of another is a slip of the recogniser's, and the other's.
static Str *word_speakers(CallTask *task, const Json *words, Str first) {
    Str *labels = arena_array(task->arena, Str, words->count);
    for (size_t i = 0; i < words->count; i++) {
        labels[i] = label_of(task, &words->items[i]);
        if (!labels[i].len) labels[i] = i ? labels[i - 1] : first;
    }
    for (size_t i = 1; i + 1 < words->count; i++)
        if (str_eq(labels[i - 1], labels[i + 1])) labels[i] = labels[i - 1];
    return labels;
}

static void add_words(CallTask *task, const Json *words, size_t from, size_t to,
                      Str speaker) {
    Buf text = {.arena = task->arena};
    Turn *turn = json_turn(task, &words->items[from]);
    turn->speaker = speaker;
    for (size_t i = from; i < to; i++) {
        const Json *word = &words->items[i];
        int64_t start_ms = json_time(task, word, "start", 1000);
        int64_t end_ms = json_time(task, word, "end", 1000);
        if (turn->start_ms == NO_TIME) turn->start_ms = start_ms;
        if (end_ms != NO_TIME) turn->end_ms = end_ms;
        if (text.len) buf_byte(&text, ' ');
        buf_put(&text, json_word(task, word, "word"));
    }
    turn->text = buf_str(&text);
}

// Cuts the segment where another one begins to speak; false when nobody does.
static bool read_speakers(CallTask *task, const Json *segment) {
    const Json *words = json_at(segment, "words");
    if (!json_count(words)) return false;
    Str first = label_of(task, segment);
    Str *labels =
        word_speakers(task, words, first.len ? first : most_frequent(task, words));
    size_t from = 0, before = task->call.turns.len;
    for (size_t at = 1; at < words->count; at++) {
        if (str_eq(labels[at], labels[from])) continue;
        add_words(task, words, from, at, labels[from]);
        from = at;
    }
    if (!from) return false;
    add_words(task, words, from, words->count, labels[from]);
    Turn *opens = &task->call.turns.items[before];
    Turn *ends = &task->call.turns.items[task->call.turns.len - 1];
    if (opens->start_ms == NO_TIME)
        opens->start_ms = json_time(task, segment, "start", 1000);
    if (ends->end_ms == NO_TIME) ends->end_ms = json_time(task, segment, "end", 1000);
    return true;
}

static const TurnFields SEGMENT = {.text = "text",
                                   .speaker = "speaker",
                                   .start = "start",
                                   .end = "end",
                                   .kind = "speaker",
                                   .unit_ms = 1000};

static void read_whisperx(CallTask *task, const Json *document) {
    const Json *segments = json_array(task, document, "segments");
    task->call.channel = STR("voice");
    json_field(task, "language", json_word(task, document, "language"));
    json_each_of(task, segment, segments) {
        if (read_speakers(task, segment)) continue;
        Turn *turn = json_turn_add(task, segment, &SEGMENT);
        if (turn && !turn->speaker.len)
            turn->speaker = most_frequent(task, json_at(segment, "words"));
    }
    call_order_turns(&task->call);
}

const JsonFormat JSON_WHISPERX = {
    .info =
        {.name = "whisperx",
         .summary = "WhisperX, and others that write 'segments' with a speaker",
         .times = "starts and ends, in seconds",
         .roles =
             "by the label: SPEAKER_00; where a segment has none, by that of most of its "
             "words"},
    .detect = detect_whisperx,
    .read = read_whisperx,
};

// ---- Whisper
// Nobody is told apart, so that no turn has a speaker.

static const char *detect_whisper(const Json *document) {
    const Json *segments = json_at(document, "segments");
    const Json *spoken = json_element(json_at(document, "transcription"), 0);
    if (is_segment(json_element(segments, 0)))
        return "'segments' with 'text' and 'start'";
    if (json_at(spoken, "offsets")) return "'transcription' with 'offsets'";
    return segments && json_at(document, "language") ? "it has 'segments', 'language'"
                                                     : NULL;
}

static void read_whisper(CallTask *task, const Json *document) {
    static const TurnFields SPOKEN = {.text = "text",
                                      .speaker = "speaker",
                                      .start = "offsets.from",
                                      .end = "offsets.to",
                                      .kind = "speaker",
                                      .unit_ms = 1};
    bool is_cpp = json_at(document, "transcription") != NULL;
    const Json *turns = json_array(task, document, is_cpp ? "transcription" : "segments");
    task->call.channel = STR("voice");
    json_field(task, "language",
               json_word(task, document, is_cpp ? "result.language" : "language"));
    if (turns) json_turns(task, turns, is_cpp ? &SPOKEN : &SEGMENT);
}

const JsonFormat JSON_WHISPER = {
    .info = {.name = "whisper",
             .summary =
                 "Whisper: openai-whisper, the service's verbose_json, whisper.cpp",
             .times = "starts and ends, in seconds; whisper.cpp's in milliseconds",
             .roles = "none: nobody is told apart, and such a call cannot be marked"},
    .detect = detect_whisper,
    .read = read_whisper,
};
