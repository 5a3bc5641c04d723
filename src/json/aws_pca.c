// AWS's sample solution Post Call Analytics: the result that its pages show.
// https://github.com/aws-samples/amazon-transcribe-post-call-analytics
#include "json/fields.h"
#include "json/vendor.h"

static const char *aws_pca_detect(const Json *document) {
    return json_at(document, "SpeechSegments") &&
                   json_at(document, "ConversationAnalytics")
               ? "it has 'ConversationAnalytics' and 'SpeechSegments'"
               : NULL;
}

// What the pages call a speaker, "Agent" for "spk_1"; the label where they do not.
static Str display_name(CallTask *task, const Json *document, Str label) {
    const Json *names = json_at(document, "ConversationAnalytics.SpeakerLabels");
    Str name = json_word(task, json_find(names, "Speaker", label), "DisplayText");
    return name.len ? name : label;
}

static void aws_pca_read(CallTask *task, const Json *document) {
    static const TurnFields SEGMENT = {.text = "OriginalText",
                                       .speaker = "SegmentSpeaker",
                                       .start = "SegmentStartTime",
                                       .end = "SegmentEndTime",
                                       .unit_ms = 1000};
    const Json *segments = json_array(task, document, "SpeechSegments");
    const Json *about = json_at(document, "ConversationAnalytics");
    if (!segments) return;
    task->call.id = json_word(task, about, "GUID");
    task->call.agent = json_word(task, about, "Agent");
    task->call.channel = STR("voice");
    task->call.started_at = json_moment(task, about, "ConversationTime");
    json_field(task, "language", json_word(task, about, "LanguageCode"));
    json_turns(task, segments, &SEGMENT);
    vec_each(Turn, turn, &task->call.turns)
        turn->speaker = display_name(task, document, turn->speaker);
    call_order_turns(&task->call);
}

const JsonFormat JSON_AWS_PCA = {
    .info = {.name = "aws-pca",
             .summary = "AWS Post Call Analytics, the sample solution",
             .times = "starts and ends, in seconds",
             .roles = "by the names of the speakers, where it has any, else spk_0"},
    .detect = aws_pca_detect,
    .read = aws_pca_read,
};
