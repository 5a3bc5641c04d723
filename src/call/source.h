// One input as a window of bytes that moves forward: a file or standard input. Memory is
// what the window's user leaves unconsumed, and a block.
#ifndef CALL_SOURCE_H
#define CALL_SOURCE_H

#include "base/watch.h"
#include "call/digest.h"

#include <sys/types.h>

// What is there to look at when a source has just been opened, or all of a shorter input.
enum { SOURCE_HEAD = 64 << 10 };

typedef struct {
    int fd;
    int error;       // the errno of the read that failed, else 0
    bool ended;      // all has been read
    off_t origin;    // where it began; -1 when it cannot be read twice
    uint64_t bytes;  // read so far, as they came
    int64_t read_ns; // spent on reading, digest included
    Digest *digest;  // of the same bytes
    Arena arena;
    char *buf;
    size_t start, end, cap; // the window is buf[start..end)
} Source;

// Opens "-" (standard input) or a file, and reads its head. A UTF-8 byte order mark is
// not in the window. False with source->error set; then it is closed already.
bool source_open(Source *source, Str path);
// Starts anew, bytes and digest as well; false with source->error set.
bool source_rewind(Source *source);
void source_close(Source *source);

// What ends the lines: '\r' where the first line ends with that alone, else '\n'.
char source_newline(const Source *source);
// "cannot read: no such file or directory", for an errno.
Str source_problem(Arena *arena, int error);

// What has been read and not yet consumed; valid until more is read.
Str source_window(const Source *source);
// The offset in the window of the first `byte` at or after `from`, reading on as needed;
// the window's length when there is none before the end, or none in the first `max`
// bytes.
size_t source_find(Source *source, size_t from, char byte, size_t max);
// Whether the window holds more than `offset` bytes, or can.
bool source_has(Source *source, size_t offset);
void source_consume(Source *source, size_t count);

#endif
