// One input as a window of text that moves forward: a file, standard input, or a member
// of an archive; unpacked, and in UTF-8 as far as that can be known. A workbook is the
// text of one of its sheets, a document of a word processor its own. Memory is what the
// window's user leaves unconsumed, a few blocks, and what package.h says of workbooks.
#ifndef INPUT_SOURCE_H
#define INPUT_SOURCE_H

#include "base/watch.h"
#include "input/unpack.h"
#include "input/workbook.h"

// What is there to look at when a source has just been opened, or all of a shorter input.
enum { SOURCE_HEAD = 64 << 10 };

typedef struct {
    Stream *raw;       // as they came: its bytes and digest are those of the input
    Stream *text;      // the same, unpacked and decoded
    Archive *archive;  // what there is instead of text; else NULL
    Workbook *book;    // of which `text` is a sheet; else NULL
    size_t sheet;      // the number of that, from 0
    bool document;     // `text` is that of a word processor's document
    bool plain;        // `text` is unpacked at most, not decoded
    bool packed;       // the raw bytes are compressed
    bool unhashed;     // no digest is wanted
    bool ended;        // all has been read
    bool broken;       // it could not be opened, as in Stream
    char problem[128]; // why no more can be read; empty = it can, or has ended
    char later[128];   // the same, met by a look ahead: told when the window is used up
    off_t origin;      // where it began; -1 when it cannot be read twice
    int64_t read_ns;   // spent on reading, unpacking and decoding
    Arena arena;
    char *buf;
    size_t start, end, cap; // the window is buf[start..end)
    uint64_t consumed;      // bytes of text before the window
} Source;

// Opens "-" (standard input) or a file, and reads its head, unless it is an archive.
// False with source->problem set when it is not there; then there is nothing to close.
bool source_open(Source *source, Str path);
// The same of lines in UTF-8, which are unpacked, and no more than is asked for is waited
// for: there is no head to look at.
bool source_open_lines(Source *source, Str path);
// Opens the member at which an archive stands, to be closed before the next.
void source_open_member(Source *source, Archive *archive);
// Goes on, from its beginning, with another sheet of the book.
void source_open_sheet(Source *source, size_t sheet);
// For whoever will start anew, whatever he reads: it need not be in the digest.
void source_skim(Source *source);
// The digest is not wanted at all.
void source_leave_unhashed(Source *source);
// Starts anew, bytes and digest as well; false with source->problem set.
bool source_rewind(Source *source);
void source_close(Source *source);

// What the text is converted from; empty when that was not needed. Until it is closed.
Str source_encoding(const Source *source);
// How many characters could not be converted so far, and became U+FFFD.
size_t source_replaced(const Source *source);
// What ends the lines: '\r' where the first line ends with that alone, else '\n'.
char source_newline(const Source *source);

// What has been read and not yet consumed; valid until more is read.
static inline Str source_window(const Source *source) {
    if (!source->buf) return (Str){0}; // an archive has no text of its own
    return (Str){source->buf + source->start, source->end - source->start};
}
// The offset in the window of the first `byte` at or after `from`, reading on as needed;
// the window's length when there is none before the end, or none in the first `max`
// bytes.
size_t source_find(Source *source, size_t from, char byte, size_t max);
// Whether the window can hold more than `offset` bytes: reads on until it does.
bool source_can_have(Source *source, size_t offset);
// The same where it mostly does.
static inline bool source_has(Source *source, size_t offset) {
    return source->end - source->start > offset || source_can_have(source, offset);
}
static inline void source_consume(Source *source, size_t count) {
    size_t held = source->end - source->start;
    if (count > held) count = held;
    source->start += count;
    source->consumed += count;
}
void source_consume_all(Source *source); // all there is to come
// Goes on to where so many bytes will have been consumed, or to the end.
void source_go_to(Source *source, uint64_t offset);
// Whether it is text as it lies in its file, of which shards can have parts.
bool source_divides(const Source *source);
// The lines among the next `max` bytes, as a source that is to be read and not closed,
// and is valid until more is read of this one, of which it consumes nothing.
Source source_peek(Source *source, size_t max);

#endif
