// What the reader knows of a transcript format: one const descriptor each.
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include "format/input.h"

// What `list formats` prints.
typedef struct {
    const char *name, *summary, *times, *roles;
} FormatInfo;

struct Format {
    FormatInfo info;
    // Shards can have parts of a file: see input_claim, and which of them it has, `open`
    // asks again when it knows more.
    bool divides;
    // Why the input, whose head is in its source's window, is of this format; or NULL.
    // Consumes nothing. NULL: only --from says it.
    const char *(*sniff)(Input *input);
    // The same, asked when no format was sure: what it may have been meant for. NULL:
    // never.
    const char *(*guess)(Input *input);
    // Begins to read; the state lives in input->arena. NULL with a complaint when it
    // cannot.
    void *(*open)(Input *input);
    // Cuts off the next task: its raw, in task->arena; or, raw left NULL, its
    // call. False after the last.
    bool (*cut)(void *state, CallTask *task);
    // Makes the task's call of its raw, in task->arena, with id, place and all that
    // the raw tells; or refuses it. Any thread: the state is only looked at.
    void (*read)(const void *state, CallTask *task);
    // Releases what the arena does not hold. NULL: nothing.
    void (*close)(void *state);
};

extern const Format FORMAT_LABELS, FORMAT_JSON, FORMAT_NDJSON, FORMAT_VTT, FORMAT_SRT,
    FORMAT_CSV, FORMAT_WHATSAPP, FORMAT_MAIL, FORMAT_TEXT;

#endif
