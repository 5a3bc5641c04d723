// What the reader knows of a transcript format: one const descriptor each.
#ifndef CALL_FORMAT_H
#define CALL_FORMAT_H

#include "call/input.h"

struct Format {
    const char *name, *summary, *times, *roles; // as in formats.h
    // Why the input, whose head is in its source's window, is of this format; or NULL.
    // Consumes nothing.
    const char *(*sniff)(Input *input);
    // The same, asked when no format was sure: what it may have been meant for. NULL:
    // never.
    const char *(*guess)(Input *input);
    // Begins to read; the state lives in input->arena. NULL with a complaint when it
    // cannot.
    void *(*open)(Input *input);
    // Cuts off the next piece: its matter, in piece->arena; or, matter left NULL, its
    // call. False after the last.
    bool (*cut)(void *state, Piece *piece);
    // Makes the piece's call of its matter, in piece->arena, with id, place and all that
    // the matter tells; or refuses it. Any thread: the state is only looked at.
    void (*read)(const void *state, Piece *piece);
    // Releases what the arena does not hold. NULL: nothing.
    void (*close)(void *state);
};

extern const Format FORMAT_LABELS, FORMAT_JSON, FORMAT_VTT, FORMAT_SRT, FORMAT_CSV,
    FORMAT_TEXT;

#endif
