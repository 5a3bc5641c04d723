#include "base/buf.h"

#include "base/sixteen.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

void buf_grow(Buf *buf, size_t more) {
    size_t need = buf->len + more;
    size_t cap = buf->cap * 2 > need ? buf->cap * 2 : need + 64;
    buf->ptr = arena_grow(buf->arena, buf->ptr, buf->cap, cap);
    buf->cap = cap;
}

Str short_copy(Arena *arena, Str s) {
    char *copy = arena_alloc(arena, s.len + SHORT);
    room_str(copy, s);
    return (Str){copy, s.len};
}

void buf_digits(Buf *buf, uint64_t value, int digits) {
    char text[DIGITS_ROOM];
    size_t length = (size_t)(digits_put(text, value) - text);
    for (; (int)length < digits; digits--) buf_byte(buf, '0');
    buf_put(buf, (Str){text, length});
}

void buf_int(Buf *buf, int64_t value) {
    buf_end(buf, room_int(buf_room(buf, ROOM_INT), value));
}

// Unicode's Cc, and the embeddings, overrides and isolates of its Bidi_Control.
static bool is_obeyed(uint32_t code) {
    return code < 0x20 || (code >= 0x7f && code < 0xa0) ||
           (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

static void put_shown(Buf *buf, Str character, uint32_t code) {
    char c = character.ptr[0];
    if (c == '\n' || c == '\r')
        buf_byte(buf, ' ');
    else if (c == '\t' || !is_obeyed(code))
        buf_put(buf, character);
    else
        buf_format(buf, code < 0x100 ? "\\x%02x" : "\\u%04x", code);
}

void buf_line(Buf *buf, Str s) {
    for (size_t at = 0; at < s.len;) {
        uint32_t code;
        size_t length = utf8_decode(s, at, &code);
        if (length)
            put_shown(buf, str_slice(s, at, at + length), code);
        else
            buf_format(buf, "\\x%02x", (unsigned char)s.ptr[at]);
        at += length ? length : 1;
    }
}

void buf_pad(Buf *buf, size_t from, size_t width) {
    size_t used = utf8_count(str_slice(buf_str(buf), from, buf->len));
    for (; used < width; used++) buf_byte(buf, ' ');
}

void buf_format(Buf *buf, const char *format, ...) {
    va_list args;
    va_start(args, format);
    buf_vformat(buf, format, args);
    va_end(args);
}

void buf_vformat(Buf *buf, const char *format, va_list args) {
    size_t room = 64, size;
    for (;; room = size + 1) {
        va_list again;
        va_copy(again, args);
        if (buf->cap - buf->len < room) buf_grow(buf, room);
        int length = vsnprintf(buf->ptr + buf->len, room, format, again);
        va_end(again);
        size = length < 0 ? 0 : (size_t)length;
        if (size < room) break;
    }
    buf->len += size;
}

static bool is_plain_json(char c) {
    return (unsigned char)c >= 0x20 && c != '"' && c != '\\';
}

// Sixteen bytes, which are looked at together.
typedef unsigned char Block __attribute__((vector_size(16)));
typedef uint64_t Halves __attribute__((vector_size(16)));

// All bits of those that are not plain.
static inline Halves special_json(Block block) {
    return (Halves)(block < 0x20) | (Halves)(block == '"') | (Halves)(block == '\\');
}

static inline Halves copy_block(char *to, const char *from) {
    Block block;
    memcpy(&block, from, sizeof block);
    memcpy(to, &block, sizeof block);
    return special_json(block);
}

// Fewer than sixteen bytes: eight and eight, which overlap, or eight of fewer.
static inline Halves copy_few(char *to, Str s) {
    const size_t eight = sizeof(uint64_t);
    size_t later = s.len < eight ? 0 : s.len - eight;
    uint64_t first = eight_at(s.ptr, s.len), second = first;
    if (s.len < eight) second = first |= EIGHT * ' ' << 8 * s.len;
    if (later) second = eight_at(s.ptr + later, eight);
    uint64_t bytes = htole64(first), behind = htole64(second);
    memcpy(to, &bytes, eight);
    memcpy(to + later, &behind, eight);
    return special_json((Block)(Halves){first, second});
}

// Whether all of it is plain; what was copied until then is of no use otherwise. `to` has
// room for eight bytes more.
static inline bool copy_plain(char *to, Str s) {
    Halves special = {0};
    if (s.len < sizeof special) {
        special = copy_few(to, s);
    } else {
        size_t last = s.len - sizeof special;
        for (size_t at = 0; at < last; at += sizeof special)
            special |= copy_block(to + at, s.ptr + at);
        special |= copy_block(to + last, s.ptr + last);
    }
    return !(special[0] | special[1]);
}

static void put_json_escape(Buf *buf, char c) {
    switch (c) {
    case '"': buf_text(buf, "\\\""); break;
    case '\\': buf_text(buf, "\\\\"); break;
    case '\n': buf_text(buf, "\\n"); break;
    case '\r': buf_text(buf, "\\r"); break;
    case '\t': buf_text(buf, "\\t"); break;
    default: buf_format(buf, "\\u%04x", (unsigned)(unsigned char)c);
    }
}

// Where what is plain from `at` on ends.
static size_t plain_end(Str s, size_t at) {
    for (; s.len - at >= sizeof(Sixteen); at += sizeof(Sixteen)) {
        Sixteen special = (Sixteen)special_json((Block)sixteen_at(s.ptr + at));
        if (sixteen_any(special)) return at + sixteen_index(special);
    }
    while (at < s.len && is_plain_json(s.ptr[at])) at++;
    return at;
}

// Apart from the rest, which nearly all is: so that need not save what this takes.
__attribute__((noinline)) static void put_escaped(Buf *buf, Str s) {
    buf_byte(buf, '"');
    for (size_t at = 0; at < s.len;) {
        size_t from = at;
        at = plain_end(s, at);
        buf_put(buf, str_slice(s, from, at));
        if (at < s.len) put_json_escape(buf, s.ptr[at++]);
    }
    buf_byte(buf, '"');
}

char *room_json(char *at, Str s) {
    if (!copy_plain(at + 1, s)) return NULL;
    at[0] = at[s.len + 1] = '"';
    return at + s.len + 2;
}

void buf_json(Buf *buf, Str s) {
    const char *end = room_json(buf_room(buf, s.len + JSON_ROOM), s);
    if (end)
        buf_end(buf, end);
    else
        put_escaped(buf, s);
}

// A spreadsheet may split a line at commas, at semicolons or at tabs, and ends it at a
// line end that it takes for unquoted: a cell begins behind each of these for some of
// them.
static bool is_cell_end(char c) {
    return c == ';' || c == '\t' || c == '\n' || c == '\r';
}

// Quotes may be taken off, and apostrophes before a formula are marked as well, so that
// taking one off gives it back.
static bool begins_formula(Str s) {
    size_t at = 0;
    while (at < s.len && (s.ptr[at] == '\'' || s.ptr[at] == '"')) at++;
    return at < s.len && memchr("=+-@\t\r", s.ptr[at], 6);
}

static bool is_formula(Str cell) {
    double number;
    return begins_formula(cell) && !str_to_double(cell, &number);
}

// Whether the apostrophe at `at` is a mark.
static bool is_mark(Str cell, size_t at) {
    Str rest = str_slice(cell, at + 1, cell.len);
    if (cell.ptr[at] != '\'') return false;
    return at ? is_cell_end(cell.ptr[at - 1]) && begins_formula(rest) : is_formula(rest);
}

Str csv_unmark(Arena *arena, Str cell) {
    Buf out = {.arena = arena};
    size_t from = 0;
    for (size_t at = 0; (at = str_index(cell, at, '\'')) < cell.len; at++) {
        if (!is_mark(cell, at)) continue;
        buf_put(&out, str_slice(cell, from, at));
        from = at + 1;
    }
    Str rest = str_slice(cell, from, cell.len);
    if (!out.len) return rest;
    buf_put(&out, rest);
    return buf_str(&out);
}

// A cell but for the quotes around it and the mark before it.
static void put_cell(Buf *buf, Str cell) {
    for (size_t from = 0, at = 0; at < cell.len; from = at) {
        while (at < cell.len && cell.ptr[at] != '"' && !is_cell_end(cell.ptr[at])) at++;
        if (at < cell.len) at++;
        buf_put(buf, str_slice(cell, from, at));
        char last = cell.ptr[at - 1];
        if (last == '"') buf_byte(buf, '"');
        if (is_cell_end(last) && begins_formula(str_slice(cell, at, cell.len)))
            buf_byte(buf, '\'');
    }
}

void buf_csv(Buf *buf, Str s) {
    bool quoted = s.len && (memchr(s.ptr, '"', s.len) || memchr(s.ptr, ',', s.len) ||
                            memchr(s.ptr, '\n', s.len) || memchr(s.ptr, '\r', s.len) ||
                            byte_is_space(s.ptr[0]) || byte_is_space(s.ptr[s.len - 1]));
    if (quoted) buf_byte(buf, '"');
    if (is_formula(s)) buf_byte(buf, '\'');
    put_cell(buf, s);
    if (quoted) buf_byte(buf, '"');
}

void buf_decimal(Buf *buf, int64_t thousandths, int digits) {
    buf_end(buf, room_decimal(buf_room(buf, ROOM_DECIMAL), thousandths, digits));
}

void buf_trimmed(Buf *buf, int64_t thousandths) {
    if (thousandths % 1000 == 0)
        buf_int(buf, thousandths / 1000);
    else
        buf_decimal(buf, thousandths,
                    thousandths % 100 == 0  ? 1
                    : thousandths % 10 == 0 ? 2
                                            : 3);
}

Str buf_str(const Buf *buf) { return (Str){buf->ptr, buf->len}; }
