// Text as a slice of bytes it does not own: may hold NUL, never NUL-terminated by
// promise, never freed. `{0}` is the empty text.
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/vec.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    const char *ptr;
    size_t len;
} Str;
typedef VEC(Str) Texts;

#define STR(literal) ((Str){(literal), sizeof(literal) - 1})
// For "%.*s".
#define STR_ARG(s) (int)(s).len, ((s).ptr ? (s).ptr : "")

Str str_from(const char *text);    // borrows; NULL gives {0}
Str str_copy(Arena *arena, Str s); // the visible copy from one lifetime to another
char *str_z(Arena *arena, Str s);  // a NUL-terminated copy, for the system's calls
Str str_format(Arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
Str str_vformat(Arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

static inline bool str_eq(Str a, Str b) {
    return a.len == b.len && (a.ptr == b.ptr || !a.len || !memcmp(a.ptr, b.ptr, a.len));
}
bool str_eq_fold(Str a, Str b); // ASCII letters without case
int str_cmp(Str a, Str b);      // byte order; a prefix comes first
bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
bool str_has(Str s, Str part);
bool str_is_ascii(Str s);
uint64_t str_hash(Str s); // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv

Str str_slice(Str s, size_t from, size_t to);
Str str_trim(Str s); // without ASCII white space at both ends
// Takes the part before the first `separator` off `*rest`; false when `*rest` was used
// up.
bool str_next(Str *rest, char separator, Str *part);
// Index of the first `byte` at or after `from`, or s.len.
size_t str_index(Str s, size_t from, char byte);
Str str_lower(Arena *arena, Str s); // ASCII letters only

bool str_to_int(Str s, int64_t *value);   // the whole of s, decimal, optional sign
bool str_to_double(Str s, double *value); // the whole of s, decimal, finite

// The candidate nearest to `word` by edit distance (swaps count once), or {0} when none
// is near enough to be what was meant.
Str str_nearest(Str word, const Str *candidates, size_t count);

bool byte_is_space(char c);
bool byte_is_digit(char c);
bool byte_is_capital(char c); // of ASCII
bool byte_is_word(char c);    // letter, digit, '_' or part of a non-ASCII character
static inline bool byte_is_ascii(char c) { return (unsigned char)c < 0x80; }
// Letter, digit or '_', of ASCII.
static inline bool byte_is_ascii_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_';
}

#endif
