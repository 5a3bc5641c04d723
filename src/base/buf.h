// A growing run of output bytes in an arena. `Buf b = {.arena = arena};` is empty.
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/digits.h"
#include "base/str.h"

#include <stdarg.h>

typedef struct {
    Arena *arena;
    char *ptr;
    size_t len, cap;
} Buf;

// Makes room for `more` bytes behind the last.
void buf_grow(Buf *buf, size_t more);

// Where `most` bytes can be written behind the last; what was written ends at `end`. What
// is put by many small steps is written so: there is one look at the room for all.
static inline char *buf_room(Buf *buf, size_t most) {
    if (buf->cap - buf->len <= most) buf_grow(buf, most); // for none there is a place too
    return buf->ptr + buf->len;
}
static inline void buf_end(Buf *buf, const char *end) {
    buf->len = (size_t)(end - buf->ptr);
}
// These write at a place in such a room, and give the one behind what they wrote.
static inline char *room_str(char *at, Str s) {
    if (s.len) memcpy(at, s.ptr, s.len);
    return at + s.len;
}
static inline char *room_text(char *at, const char *text) {
    return room_str(at, (Str){text, strlen(text)});
}
// One that is mostly short, and of which SHORT bytes can be read wherever it ends: so
// they are copied without asking how many they are. As many are written.
enum { SHORT = 64 };
Str short_copy(Arena *arena, Str s); // such a one
static inline char *room_short(char *at, Str s) {
    memcpy(at, s.ptr, SHORT);
    if (s.len > SHORT) memcpy(at, s.ptr, s.len);
    return at + s.len;
}
enum { ROOM_INT = DIGITS_ROOM }; // of -2^63 too
static inline char *room_int(char *at, int64_t value) {
    if (value < 0) *at++ = '-';
    return digits_put(at, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

// As buf_decimal.
enum { ROOM_DECIMAL = ROOM_INT + sizeof "-.123" };
static inline char *room_decimal(char *at, int64_t thousandths, int digits) {
    static const uint32_t UNIT[] = {1000, 100, 10, 1};
    uint32_t unit = UNIT[digits], per_whole = 1000 / unit;
    uint64_t size = thousandths < 0 ? 0 - (uint64_t)thousandths : (uint64_t)thousandths;
    uint64_t units = size / unit + (size % unit >= (unit + 1) / 2);
    if (thousandths < 0 && units) *at++ = '-';
    char *point = digits_put(at, units / per_whole);
    *point = '.';
    digits_put_three(point + 1, (uint32_t)(units % per_whole) * unit);
    return digits ? point + 1 + digits : point;
}
// A JSON string with its quotes; NULL: it is none as it is, and what was written is of no
// use. There is room for JSON_ROOM bytes more than it has.
enum { JSON_ROOM = 10 };
char *room_json(char *at, Str s);

// The three that records are made of stand here so that they can be inlined.
static inline void buf_put(Buf *buf, Str s) {
    if (!s.len) return;
    if (buf->cap - buf->len < s.len) buf_grow(buf, s.len);
    memcpy(buf->ptr + buf->len, s.ptr, s.len);
    buf->len += s.len;
}
static inline void buf_text(Buf *buf, const char *text) {
    buf_put(buf, (Str){text, strlen(text)});
}
// What was written so far; it stays where it is, and what comes next follows it there as
// long as there is room.
static inline Str buf_cut(Buf *buf) {
    Str cut = {buf->ptr, buf->len};
    *buf = (Buf){
        .arena = buf->arena, .ptr = buf->ptr + buf->len, .cap = buf->cap - buf->len};
    return cut;
}
static inline void buf_byte(Buf *buf, char c) { buf_put(buf, (Str){&c, 1}); }

void buf_int(Buf *buf, int64_t value);
// At least so many digits (20 at most): 7 in three is "007".
void buf_digits(Buf *buf, uint64_t value, int digits);
void buf_format(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vformat(Buf *buf, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
// `s` as a person may see it on one line, whoever wrote it: line ends become spaces; what
// a terminal would obey (control characters, marks of direction) is shown as \x1b or
// \u202e, and so are bytes that are no UTF-8.
void buf_line(Buf *buf, Str s);
// Spaces, until the bytes from `from` on are `width` characters wide.
void buf_pad(Buf *buf, size_t from, size_t width);
// A JSON string with its quotes; bytes that are not UTF-8 must have been repaired before.
void buf_json(Buf *buf, Str s);
// A CSV cell, quoted where needed. Wherever a spreadsheet could see a formula in it (= +
// -
// @ tab CR at its start, or behind a semicolon, a tab or a line end, at which others than
// ours begin a cell) an apostrophe is put before that; a cell that is a number stays.
void buf_csv(Buf *buf, Str s);
// The cell without the apostrophes that buf_csv put into it; a slice of it where it can
// be.
Str csv_unmark(Arena *arena, Str cell);
// `thousandths` as a decimal with `digits` (0-3) places, half away from zero.
void buf_decimal(Buf *buf, int64_t thousandths, int digits);
// `thousandths` with as few places as say it exactly: 2500 is "2.5", 3000 is "3".
void buf_trimmed(Buf *buf, int64_t thousandths);
Str buf_str(const Buf *buf);

#endif
