#include "input/inflate.h"

#define ZLIB_CONST // input is const
#include <zlib.h>

enum { GZIP_BITS = MAX_WBITS + 16 }; // inflateInit2: the widest window, gzip around it

typedef struct {
    z_stream z;
    bool between; // the packed files
} Gzip;

// Whether another packed file follows. Zeros may stand behind the last, as on a tape.
static bool begin_next(Stream *stream) {
    Gzip *gzip = stream->state;
    Str rest = stream_peek(stream->below, 1);
    while (rest.len && !rest.ptr[0]) {
        stream_skip(stream->below, 1);
        rest = stream_peek(stream->below, 1);
    }
    if (rest.len && rest.ptr[0] != '\x1F')
        stream_fail(stream, "cannot unpack: other bytes behind what gzip packed");
    gzip->between = false;
    return rest.len && !stream->problem[0] && inflateReset(&gzip->z) == Z_OK;
}

static bool take(Stream *stream) {
    Gzip *gzip = stream->state;
    Str packed = stream_peek(stream->below, 1);
    gzip->z.next_in = (const Bytef *)packed.ptr;
    gzip->z.avail_in = (uInt)packed.len;
    int result = inflate(&gzip->z, Z_NO_FLUSH);
    stream_skip(stream->below, packed.len - gzip->z.avail_in);
    gzip->between = result == Z_STREAM_END;
    if (result == Z_BUF_ERROR) // nothing more can be made of what there is
        stream_fail(stream, "cannot unpack: it ends too early (gzip)");
    else if (result != Z_OK && result != Z_STREAM_END)
        stream_fail(stream, "cannot unpack: damaged (gzip: %s)",
                    gzip->z.msg ? gzip->z.msg : "needs a dictionary");
    return !stream->problem[0];
}

static size_t inflate_pull(Stream *stream, char *into, size_t room) {
    Gzip *gzip = stream->state;
    gzip->z.next_out = (Bytef *)into;
    gzip->z.avail_out = (uInt)room;
    while (gzip->z.avail_out == room)
        if ((gzip->between && !begin_next(stream)) || !take(stream)) break;
    return room - gzip->z.avail_out;
}

static void close_gzip(Stream *stream) {
    Gzip *gzip = stream->state;
    inflateEnd(&gzip->z);
}

Stream *inflate_stream(Arena *arena, Stream *packed) {
    Stream *stream = stream_new(arena, packed);
    Gzip *gzip = arena_new(arena, Gzip);
    if (inflateInit2(&gzip->z, GZIP_BITS) != Z_OK) out_of_memory();
    stream->state = gzip;
    stream->pull = inflate_pull;
    stream->close = close_gzip;
    return stream;
}
