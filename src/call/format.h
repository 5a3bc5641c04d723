// What the reader knows of a transcript format: one const descriptor each.
#ifndef CALL_FORMAT_H
#define CALL_FORMAT_H

#include "call/input.h"

typedef struct {
    const char *name, *summary, *times, *roles; // as in FormatInfo
    // Why the input, whose head is in its source's window, is of this format; or NULL.
    // Consumes nothing.
    const char *(*sniff)(Input *input);
    // The same, asked when no format was sure: what it may have been meant for. NULL:
    // never.
    const char *(*guess)(Input *input);
    // Begins to read; the state lives in input->arena. NULL with a complaint when it
    // cannot.
    void *(*open)(Input *input);
    // The next call that can be given out, its texts in `arena`; false after the last.
    bool (*next)(void *state, Arena *arena, Call *call);
    void (*close)(void *state);
} Format;

extern const Format FORMAT_LABELS, FORMAT_CSV, FORMAT_TEXT;

#endif
