// What writes a track's steps. Only for track_make.c and track_list.c.
#ifndef MATCH_TRACK_WRITE_H
#define MATCH_TRACK_WRITE_H

#include "base/buf.h"
#include "match/track_step.h"

typedef struct {
    Buf out;
    bool loose;      // what was written lets too much pass
    uint64_t behind; // the kinds of characters that can come behind the node at hand
} Writer;

static inline void put_step(Writer *writer, StepType type) {
    buf_byte(&writer->out, (char)type);
}

static inline void put_number(Writer *writer, uint32_t number) {
    if (number > TRACK_UNBOUNDED) number = TRACK_UNBOUNDED;
    buf_byte(&writer->out, (char)(number & 0xFF));
    buf_byte(&writer->out, (char)(number >> 8));
}

static inline void set_number(Writer *writer, size_t at, size_t number) {
    writer->out.ptr[at] = (char)(number & 0xFF);
    writer->out.ptr[at + 1] = (char)(number >> 8);
}

static inline uint32_t number_at(const Writer *writer, size_t at) {
    const uint8_t *bytes = (const uint8_t *)writer->out.ptr + at;
    return bytes[0] | (uint32_t)bytes[1] << 8;
}

// The place at `at`, that of the next byte to be written.
static inline void set_place(Writer *writer, size_t at) {
    set_number(writer, at, writer->out.len - at);
}

#endif
