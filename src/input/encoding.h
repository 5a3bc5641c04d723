// From the bytes of a text to UTF-8.
//
// A byte order mark tells the encoding, and is not text. Without one, text is UTF-16 when
// every other byte of its head is NUL. Any other text is UTF-8, or an older code page:
// what follows the first byte that is not ASCII tells which. Where it holds at least as
// many characters of several bytes as bytes that are no UTF-8, it is UTF-8 with mistakes,
// which the readers repair; else uchardet guesses the code page, and where it does not
// know, that is windows-1252.
#ifndef INPUT_ENCODING_H
#define INPUT_ENCODING_H

#include "input/stream.h"

typedef struct Decoder Decoder;

// `text` is closed with the decoder's stream. A layer over it that gives UTF-8.
Stream *decoder_stream(Arena *arena, Stream *text);
// What it converts from, in lower case, such as "windows-1252"; empty when the text is
// UTF-8 as it came. In the arena.
Str decoder_encoding(const Stream *stream);
// Whether the system can convert from it. Where it cannot for want of memory or of
// descriptors, or since it can load no converters at all, the program ends.
bool encoding_known(const char *encoding);
// How many characters could not be converted so far, and became U+FFFD.
size_t decoder_replaced(const Stream *stream);

#endif
