// Text as a slice of bytes it does not own: may hold NUL, never NUL-terminated by
// promise, never freed. `{0}` is the empty text.
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/char.h"
#include "base/vec.h"

#include <stdarg.h>
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
bool bytes_eq_fold(const char *a, const char *b, size_t len);
static inline bool str_eq_fold(Str a, Str b) { // ASCII letters without case
    return a.len == b.len && bytes_eq_fold(a.ptr, b.ptr, a.len);
}
int str_cmp(Str a, Str b); // byte order; a prefix comes first
// A list of words for the three below: WORD_LIST("yes", "no").
#define WORD_LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
// The number of `s` among `words`, which end with NULL; -1 when it is none of them.
int str_number_in(Str s, const char *const *words);
bool str_is_one_of(Str s, const char *const *words); // ASCII letters without case
// The number of the first of `starts` that `s` begins with, ASCII letters without case;
// -1 when it begins with none of them.
int str_start_in(Str s, const char *const *starts);
// Whether it is among `items`.
bool str_is_in(Str s, const Str *items, size_t count);
bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
bool str_has(Str s, Str part);      // byte by byte, as the two before
Str str_without(Str s, Str prefix); // the rest, when it begins with that; else all of it
bool str_is_ascii(Str s);
// For tables in memory: several times faster than str_hash, and not the same on machines
// of other byte orders. `seed` parts what is looked for by more than its text; the top
// bits tell most.
uint64_t str_quick_hash(Str s, uint64_t seed);
uint64_t str_hash(Str s); // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv

// Bytes; what is past the end is cut off.
static inline Str str_slice(Str s, size_t from, size_t to) {
    if (to > s.len) to = s.len;
    return from < to ? (Str){s.ptr + from, to - from} : (Str){"", 0};
}
// The first bytes of `rest`, which begins behind them from then on.
static inline Str str_take(Str *rest, size_t size) {
    Str taken = str_slice(*rest, 0, size);
    *rest = str_slice(*rest, size, rest->len);
    return taken;
}
Str str_trim_blanks(Str s);
// Without ASCII white space at both ends, where mostly there is none.
static inline Str str_trim(Str s) {
    bool none = s.len && !byte_is_space(s.ptr[0]) && !byte_is_space(s.ptr[s.len - 1]);
    return none ? s : str_trim_blanks(s);
}
// Takes the part before the first `separator` off `*rest`; false when `*rest` was used
// up.
bool str_next(Str *rest, char separator, Str *part);
// Index of the first `byte` at or after `from`, or s.len.
static inline size_t str_index(Str s, size_t from, char byte) {
    const char *at =
        from < s.len ? (const char *)memchr(s.ptr + from, byte, s.len - from) : NULL;
    return at ? (size_t)(at - s.ptr) : s.len;
}
size_t str_count(Str s, char byte); // how often the byte comes
Str str_lower(Arena *arena, Str s); // ASCII letters only

bool str_to_int(Str s, int64_t *value);   // the whole of s, decimal, optional sign
bool str_to_double(Str s, double *value); // the whole of s, decimal, finite
// The same of digits alone, with a point or without; false of any other, and of more than
// 15 of them.
bool str_digits_to_double(Str s, double *value);

// The candidate nearest to `word` by edit distance (swaps count once), or {0} when none
// is near enough to be what was meant.
Str str_nearest(Str word, const Str *candidates, size_t count);

#endif
