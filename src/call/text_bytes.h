// The matter of a piece that is plain text: the bytes of one call as they stand in the
// input.
#ifndef CALL_TEXT_BYTES_H
#define CALL_TEXT_BYTES_H

#include "call/input.h"

enum { TEXT_MAX = 64 << 20 }; // bytes of one call

typedef struct {
    Str bytes;     // NULL: too many
    uint32_t line; // of the first
    char newline;  // what ends the lines
} TextBytes;

// Makes `bytes`, which begin at `line`, the piece's matter; only noted when too many.
void text_bytes_take(Piece *piece, Str bytes, uint32_t line, char newline);
// Cuts all that is left of the input, as one piece; false when nothing is.
bool text_bytes_cut(Input *input, Piece *piece, char newline);
// Begins the piece's call, named like its file, and gives the text of its matter, bad
// bytes replaced. False, the call refused, when it is too long.
bool text_bytes_read(Piece *piece, Str *text);

#endif
