// gzip's files (RFC 1952) as a stream.
#ifndef INPUT_INFLATE_H
#define INPUT_INFLATE_H

#include "input/stream.h"

// A layer that unpacks gzip and compares its checksums. As with gzip(1), several packed
// files one after the other are one.
Stream *inflate_stream(Arena *arena, Stream *packed);

#endif
