// For the tests of the layers under a source: bytes in memory as a stream that gives
// them in parts of any size, and what comes out of one.
#ifndef MAKE_STREAM_H
#define MAKE_STREAM_H

#include "base/buf.h"
#include "input/stream.h"

typedef struct {
    Str bytes;
    size_t part; // given at a time
} Parts;

static inline size_t pull_parts(Stream *stream, char *into, size_t room) {
    Parts *parts = stream->state;
    size_t count = parts->part < room ? parts->part : room;
    Str part = str_slice(parts->bytes, 0, count);
    if (part.len) memcpy(into, part.ptr, part.len);
    parts->bytes = str_slice(parts->bytes, part.len, parts->bytes.len);
    return part.len;
}

static inline Stream *parts_stream(Arena *arena, Str bytes, size_t part) {
    Stream *stream = stream_new(arena, NULL);
    Parts *parts = arena_new(arena, Parts);
    *parts = (Parts){bytes, part};
    stream->state = parts;
    stream->pull = pull_parts;
    return stream;
}

static inline Str stream_all(Arena *arena, Stream *stream) {
    Buf out = {.arena = arena};
    char block[1000];
    for (size_t got; (got = stream_read(stream, block, sizeof block));)
        buf_put(&out, (Str){block, got});
    return buf_str(&out);
}

#endif
