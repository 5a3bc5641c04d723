// The raw of a task that is plain text: the bytes of one call as they stand in the
// input.
#ifndef TEXT_TEXT_BYTES_H
#define TEXT_TEXT_BYTES_H

#include "format/input.h"

enum { TEXT_MAX = CALL_BYTES_MOST };

typedef struct {
    Str bytes;     // NULL: too many
    uint32_t line; // of the first
    char newline;  // what ends the lines
} TextBytes;

// Makes `bytes`, which begin at `line`, the task's raw; only noted when too many.
void text_bytes_take(CallTask *task, Str bytes, uint32_t line, char newline);
// Cuts all that is left of the input, as one task; false when nothing is.
bool text_bytes_cut(Input *input, CallTask *task, char newline);
// Begins the task's call, named like its file, and gives the text of its raw, bad
// bytes replaced. False, the call refused, when it is too long.
bool text_bytes_read(CallTask *task, Str *text);

#endif
