// The cues of subtitles, WebVTT's and SRT's: what is shown from one time to another.
#ifndef TEXT_CUE_H
#define TEXT_CUE_H

#include "format/call_task.h"

typedef struct {
    Str text; // as written, trimmed, not empty
    uint32_t line;
} CueLine;

typedef struct {
    Str id;                   // above its times; empty = none
    int64_t start_ms, end_ms; // or NO_TIME
    uint32_t line;            // of the times
    VEC(CueLine) lines;
} Cue;

typedef VEC(Cue) Cues;

// The cues of the text, in its order; what stands before the first is passed over. A bad
// time is complained of and its cue goes without. `comments`: blocks of NOTE, STYLE and
// REGION are passed over as well. Lines behind a blank one go on with the cue, since
// some who write subtitles leave blank lines in them.
Cues cues_read(CallTask *task, Str text, char newline, bool comments);
// Whether a line of times is among the first of the text.
bool cues_sniff(Str head, char newline);

#endif
