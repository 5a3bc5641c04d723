// Twilio Conversational Intelligence: the sentences of a transcript.
#include "json/fields.h"
#include "json/vendor.h"

#include <stdlib.h>

static const char *twilio_detect(const Json *document) {
    const Json *sentences = json_at(document, "sentences");
    const Json *first = json_element(sentences, 0);
    bool listed = sentences &&
                  str_eq(json_text(json_at(document, "meta"), "key"), STR("sentences"));
    if (listed) return "it is a list of 'sentences'";
    return json_at(first, "transcript") && json_at(first, "media_channel")
               ? "'sentences' with 'media_channel' and 'transcript'"
               : NULL;
}

// The transcript's sid stands in the address that the list was fetched from:
// ".../v2/Transcripts/GT0123/Sentences?PageSize=50". The list of all transcripts has
// none.
static Str id_in_address(Str address) {
    Str part, path = str_slice(address, 0, str_index(address, 0, '?'));
    while (str_next(&path, '/', &part))
        if (str_eq(part, STR("Transcripts")))
            return str_next(&path, '/', &part) ? part : (Str){0};
    return (Str){0};
}

static Str id_of(CallTask *task, const Json *document, const Json *sentences) {
    Str id = json_word(task, document, "transcript_sid");
    if (!id.len) id = json_word(task, json_element(sentences, 0), "transcript_sid");
    return id.len ? id : id_in_address(json_text(json_at(document, "meta"), "url"));
}

// Where they have no number they stay as they are.
static int by_index(const void *a, const void *b) {
    const Json *one = *(const Json *const *)a, *other = *(const Json *const *)b;
    double first = json_number(one, "sentence_index", 0);
    double second = json_number(other, "sentence_index", 0);
    if (first != second) return first < second ? -1 : 1;
    return (one > other) - (one < other);
}

static const Json **sort_sentences(Arena *arena, const Json *sentences) {
    const Json **sorted = arena_array(arena, const Json *, sentences->count);
    for (size_t i = 0; i < sentences->count; i++) sorted[i] = &sentences->items[i];
    if (sentences->count) qsort(sorted, sentences->count, sizeof(const Json *), by_index);
    return sorted;
}

// By their times when all have them, else by their numbers.
static void twilio_read(CallTask *task, const Json *document) {
    static const TurnFields TURN = {.text = "transcript",
                                    .speaker = "media_channel",
                                    .start = "start_time",
                                    .end = "end_time",
                                    .kind = "channel",
                                    .unit_ms = 1000};
    const Json *sentences = json_array(task, document, "sentences");
    if (!sentences) return;
    task->call.id = id_of(task, document, sentences);
    task->call.channel = STR("voice");
    const Json **sorted = sort_sentences(task->arena, sentences);
    for (size_t i = 0; i < sentences->count && !task->refused; i++)
        json_turn_add(task, sorted[i], &TURN);
    call_order_turns(&task->call);
}

const JsonFormat JSON_TWILIO = {
    .info = {.name = "twilio",
             .summary =
                 "Twilio Conversational Intelligence, the sentences of a transcript",
             .times = "starts and ends, in seconds, where the sentences have them",
             .roles = "by the label: 'channel 1'"},
    .detect = twilio_detect,
    .read = twilio_read,
};
