// What deflate packed (RFC 1951): a whole run of bytes, or gzip's files (RFC 1952) as a
// stream.
#ifndef INPUT_INFLATE_H
#define INPUT_INFLATE_H

#include "input/stream.h"

// Bare deflate, with what its bytes are when unpacked.
typedef struct {
    Str bytes;
    size_t size;
    uint32_t checksum; // CRC-32, as in gzip and zip
} Packed;

// Unpacks it into `out`, which has room for it; false when it is not whole.
bool inflate_whole(const Packed *packed, char *out);

// A layer that unpacks gzip and compares its checksums. As with gzip(1), several packed
// files one after the other are one.
Stream *inflate_stream(Arena *arena, Stream *packed);

#endif
