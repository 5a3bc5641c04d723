// Bytes that are pulled up layer by layer: those of a file, what they are when unpacked,
// the text they stand for. A layer takes from the one below and gives to the one above.
#ifndef INPUT_STREAM_H
#define INPUT_STREAM_H

#include "input/digest.h"

#include <sys/types.h>

enum {
    STREAM_BLOCK = 64 << 10, // the most that can be looked at before it is read
    STREAM_ROOM = 16         // the least that can be asked for
};

typedef struct Stream Stream;
struct Stream {
    // Up to `room` bytes; 0 at the end, which is not asked again, and when it failed.
    size_t (*pull)(Stream *stream, char *into, size_t room);
    void (*close)(Stream *stream); // releases the layer alone; NULL: nothing
    void *state;                   // of the layer
    Stream *below;                 // closed with it; NULL for the lowest
    bool ended;
    char problem[128]; // why it failed, in words for a person; empty = it did not
    bool changed;      // a file did while it was read: it is still being written
    bool broken;       // the machine could not read it; another time it may
    uint64_t bytes;    // pulled so far
    Digest *digest;    // of the same bytes; NULL: not wanted
    Arena *arena;
    char *block; // bytes pulled and not yet read: block[start..end)
    size_t start, end;
};

// A layer over `below` (NULL for the lowest), with neither `pull` nor `state` yet. It
// lives in `arena`, which must outlive it.
Stream *stream_new(Arena *arena, Stream *below);
// The bytes of "-" (standard input) or of a file, with their digest; NULL with errno.
Stream *stream_file(Arena *arena, Str path);
// Where a file's stream stands, or -1 when it cannot be read twice.
off_t stream_origin(const Stream *stream);
// The digest is not wanted before stream_rewind.
void stream_skim(Stream *stream);
// Begins anew at `origin`, the digest as well.
void stream_rewind(Stream *stream, off_t origin);
// Closes it and what is below, as far as `until`, which stays; NULL: all.
void stream_close(Stream *stream, const Stream *until);

// Up to `room` bytes, which is STREAM_ROOM at least; 0 at the end, and when it failed.
size_t stream_read(Stream *stream, char *into, size_t room);
// Gives bytes back that were the last to be read, STREAM_BLOCK at most.
void stream_unread(Stream *stream, Str bytes);
// The next bytes without reading them: `count` (STREAM_BLOCK at most) or more; fewer at
// the end. Valid until the stream is used again.
Str stream_peek(Stream *stream, size_t count);
// Passes over bytes that have been looked at.
void stream_skip(Stream *stream, size_t count);
// Reads to the end, so that the digest is that of all bytes.
void stream_drain(Stream *stream);
// For a layer's `pull`: notes what is wrong. A problem below goes before it.
void stream_fail(Stream *stream, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// For whoever looks at a stream that must not be read: nothing more comes of it.
void stream_refuse(Stream *stream, const char *problem);
// Whether an errno tells of the machine, where another time there may be none, and not of
// what stands at the path.
bool is_of_machine(int error);
// Ends the program where an errno tells that a file was not opened for want of memory or
// of descriptors, which is not the file's fault.
void end_for_want(int error);
// "cannot read: no such file or directory", for an errno, or the same end.
Str cannot_read(Arena *arena, int error);

#endif
