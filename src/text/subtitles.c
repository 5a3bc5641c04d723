// Subtitles, one call a file: WebVTT (https://www.w3.org/TR/webvtt1/) and SRT.
#include "format/format.h"
#include "text/captions.h"
#include "text/text_bytes.h"

// A Format's state may not be NULL, and only the input is needed.
static void *open_captions(Input *input) { return input; }

static bool subtitles_cut(void *state, CallTask *task) {
    Input *input = state;
    return text_bytes_cut(input, task, source_newline(&input->source));
}

static void read_captions(CallTask *task, bool comments) {
    const TextBytes *raw = task->raw;
    Str text;
    if (!text_bytes_read(task, &text)) return;
    Cues cues = cues_read(task, text, raw->newline, comments);
    captions_read(task, &cues);
}

static void read_vtt(const void *state, CallTask *task) {
    (void)state;
    read_captions(task, true);
}

static void read_srt(const void *state, CallTask *task) {
    (void)state;
    read_captions(task, false);
}

static const char *sniff_vtt(Input *input) {
    Str head = source_window(&input->source), magic = STR("WEBVTT");
    bool alone = head.len == magic.len ||
                 (head.len > magic.len && byte_is_space(head.ptr[magic.len]));
    return str_starts(head, magic) && alone ? "it begins with 'WEBVTT'" : NULL;
}

static const char *sniff_srt(Input *input) {
    char newline = source_newline(&input->source);
    bool found = cues_sniff(source_window(&input->source), newline);
    return found ? "it has lines of times, 'hh:mm:ss,mmm --> hh:mm:ss,mmm'" : NULL;
}

// No line of good times, but arrows where they would be.
static const char *guess_srt(Input *input) {
    return str_has(source_window(&input->source), STR("-->")) ? "it has arrows '-->'"
                                                              : NULL;
}

const Format FORMAT_VTT = {
    .info = {.name = "vtt",
             .summary = "WebVTT subtitles, also those of Teams and Zoom, one call a file",
             .times = "start and end of each cue",
             .roles = "by the names in <v Name>, 'Name:', (Name) or [Name]"},
    .sniff = sniff_vtt,
    .open = open_captions,
    .cut = subtitles_cut,
    .read = read_vtt,
};

const Format FORMAT_SRT = {
    .info = {.name = "srt",
             .summary = "SubRip subtitles, one call a file",
             .times = "start and end of each cue",
             .roles = "by the names in 'Name:', (Name) or [Name]"},
    .sniff = sniff_srt,
    .guess = guess_srt,
    .open = open_captions,
    .cut = subtitles_cut,
    .read = read_srt,
};
