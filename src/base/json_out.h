// JSON written into a Buf, one member after the other. Whether a comma is needed is seen
// from what was written last, so members can be left out or put by any function.
#ifndef BASE_JSON_OUT_H
#define BASE_JSON_OUT_H

#include "base/buf.h"

// Keys as the functions below take them: on a line with the rest, on it with spaces for a
// reader, and on a line of their own.
#define KEY(name)      STR(",\"" name "\":")
#define WIDE_KEY(name) STR(", \"" name "\": ")
#define LINE_KEY(name) STR(",\n  \"" name "\": ")

// What stands before a member or an item: a key, or a separator that begins with a comma.
// Behind '{' or '[' the comma is left out, with a space that follows it. Here, as are the
// members, so that a key is copied as the constant it is.
void json_first(Buf *out, Str separator);
static inline void json_next(Buf *out, Str separator) {
    char last = out->ptr[out->len - 1];
    if (last == '{' || last == '[')
        json_first(out, separator);
    else
        buf_put(out, separator);
}
// A key that is known only now.
void json_put_key(Buf *out, Str name);

static inline void json_put_text(Buf *out, Str key, Str text) {
    json_next(out, key);
    buf_json(out, text);
}
static inline void json_put_null(Buf *out, Str key) {
    json_next(out, key);
    buf_text(out, "null");
}
// Null for an empty text.
static inline void json_put_text_or_null(Buf *out, Str key, Str text) {
    json_next(out, key);
    if (text.len)
        buf_json(out, text);
    else
        buf_text(out, "null");
}
// Nothing for an empty text.
static inline void json_put_known_text(Buf *out, Str key, Str text) {
    if (text.len) json_put_text(out, key, text);
}
static inline void json_put_int(Buf *out, Str key, int64_t value) {
    json_next(out, key);
    buf_int(out, value);
}
// Null for INT64_MIN, which NO_TIME and the like are.
static inline void json_put_int_or_null(Buf *out, Str key, int64_t value) {
    json_next(out, key);
    if (value == INT64_MIN)
        buf_text(out, "null");
    else
        buf_int(out, value);
}
// `thousandths` with so many digits behind the point; and with as many as it takes.
static inline void json_put_decimal(Buf *out, Str key, int64_t thousandths, int digits) {
    json_next(out, key);
    buf_decimal(out, thousandths, digits);
}
static inline void json_put_trimmed(Buf *out, Str key, int64_t thousandths) {
    json_next(out, key);
    buf_trimmed(out, thousandths);
}
// Puts the brackets of an array around what stands from `from` on: its items, each behind
// a comma, the first of which becomes the bracket.
void json_close_array(Buf *out, size_t from);
// ["a","b"], which is YAML as well.
void json_put_texts(Buf *out, Str key, const Str *texts, size_t count);
void json_texts(Buf *out, const Str *texts, size_t count); // without a key

// An array of objects: the members of each item of a VEC are put by `put`.
#define JSON_PUT_OBJECTS(out, key, T, list, put) \
    do {                                         \
        json_next(out, key);                     \
        buf_byte(out, '[');                      \
        vec_each(const T, item, list) {          \
            json_next(out, STR(","));            \
            buf_byte(out, '{');                  \
            put(out, item);                      \
            buf_byte(out, '}');                  \
        }                                        \
        buf_byte(out, ']');                      \
    } while (0)

#endif
