#include "base/str.h"

#include "base/digits.h"
#include "base/eight.h"
#include "base/sixteen.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Str str_from(const char *text) { return text ? (Str){text, strlen(text)} : (Str){0}; }

Str str_copy(Arena *arena, Str s) {
    if (!s.len) return (Str){"", 0};
    return (Str){memcpy(arena_raw(arena, s.len), s.ptr, s.len), s.len};
}

char *str_z(Arena *arena, Str s) {
    char *text = arena_raw(arena, s.len + 1);
    if (s.len) memcpy(text, s.ptr, s.len);
    text[s.len] = '\0';
    return text;
}

// ---- Texts by a format

typedef struct {
    char *at, *end;
} Room;

static bool put_bytes(Room *room, const char *text, size_t len) {
    if (len > (size_t)(room->end - room->at)) return false;
    memcpy(room->at, text, len);
    room->at += len;
    return true;
}

static bool put_number(Room *room, uint64_t number) {
    char digits[DIGITS_ROOM];
    return put_bytes(room, digits, (size_t)(digits_put(digits, number) - digits));
}

// Those that nearly all are: %s, %.*s, %u and %zu.
typedef enum {
    CONVERT_TEXT,
    CONVERT_PART,
    CONVERT_UNSIGNED,
    CONVERT_SIZE,
    CONVERT_OTHER
} Conversion;

// The one that *format begins with and is moved past.
static Conversion take_conversion(const char **format) {
    static const struct {
        const char *letters;
        size_t len;
    } ALL[CONVERT_OTHER] = {{"%s", 2}, {"%.*s", 4}, {"%u", 2}, {"%zu", 3}};
    int i = 0;
    while (i < CONVERT_OTHER && strncmp(*format, ALL[i].letters, ALL[i].len) != 0) i++;
    if (i < CONVERT_OTHER) *format += ALL[i].len;
    return (Conversion)i;
}

// As printf, and several times as fast. False: there is another conversion, or no room.
static bool put_format(Room *room, const char *format, va_list args) {
    for (bool done = true; done;) {
        size_t plain = (size_t)(strchrnul(format, '%') - format), most = SIZE_MAX;
        if (!put_bytes(room, format, plain)) return false;
        format += plain;
        if (!*format) return true;
        const char *text;
        switch (take_conversion(&format)) {
        case CONVERT_UNSIGNED: done = put_number(room, va_arg(args, unsigned)); break;
        case CONVERT_SIZE: done = put_number(room, va_arg(args, size_t)); break;
        case CONVERT_PART: most = (size_t)va_arg(args, int); // fall through
        case CONVERT_TEXT:
            text = va_arg(args, const char *);
            done = put_bytes(room, text, strnlen(text, most));
            break;
        case CONVERT_OTHER: return false;
        }
    }
    return false;
}

Str str_vformat(Arena *arena, const char *format, va_list args) {
    char few[256];
    Room room = {few, few + sizeof few};
    va_list again;
    va_copy(again, args);
    bool done = put_format(&room, format, again);
    va_end(again);
    if (done) {
        Str text = {few, (size_t)(room.at - few)};
        return (Str){str_z(arena, text), text.len};
    }
    va_copy(again, args);
    int length = vsnprintf(few, sizeof few, format, args);
    size_t size = length < 0 ? 0 : (size_t)length;
    char *text = arena_raw(arena, size + 1);
    if (size < sizeof few)
        memcpy(text, few, size + 1);
    else
        vsnprintf(text, size + 1, format, again);
    va_end(again);
    return (Str){text, size};
}

Str str_format(Arena *arena, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Str text = str_vformat(arena, format, args);
    va_end(args);
    return text;
}

bool bytes_eq_fold(const char *a, const char *b, size_t len) {
    for (size_t i = 0; i < len; i++)
        if (byte_lower(a[i]) != byte_lower(b[i])) return false;
    return true;
}

int str_cmp(Str a, Str b) {
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

int str_number_in(Str s, const char *const *words) {
    for (int i = 0; words[i]; i++)
        if (str_eq(s, str_from(words[i]))) return i;
    return -1;
}

bool str_is_one_of(Str s, const char *const *words) {
    // Mostly the first letter tells that it is not.
    for (; s.len && *words; words++)
        if ((s.ptr[0] | 0x20) == (**words | 0x20) && str_eq_fold(s, str_from(*words)))
            return true;
    return false;
}

int str_start_in(Str s, const char *const *starts) {
    // Mostly the first letter tells that it does not.
    for (int i = 0; s.len && starts[i]; i++)
        if (byte_lower(s.ptr[0]) == byte_lower(*starts[i]) &&
            str_eq_fold(str_slice(s, 0, strlen(starts[i])), str_from(starts[i])))
            return i;
    return -1;
}

bool str_is_in(Str s, const Str *items, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (str_eq(s, items[i])) return true;
    return false;
}

bool str_starts(Str s, Str prefix) {
    return s.len >= prefix.len && str_eq((Str){s.ptr, prefix.len}, prefix);
}

Str str_without(Str s, Str prefix) {
    return str_starts(s, prefix) ? str_slice(s, prefix.len, s.len) : s;
}

bool str_ends(Str s, Str suffix) {
    return s.len >= suffix.len && str_eq(str_slice(s, s.len - suffix.len, s.len), suffix);
}

bool str_has(Str s, Str part) {
    return part.len == 0 || (s.len && memmem(s.ptr, s.len, part.ptr, part.len));
}

// The last bytes are in part some that were looked at before.
bool str_is_ascii(Str s) {
    enum { STEP = sizeof(Sixteen), HALF = STEP / 2 };
    if (!s.len) return true;
    if (s.len < STEP) {
        size_t part = s.len < HALF ? s.len : HALF;
        uint64_t both = eight_at(s.ptr, part) | eight_at(s.ptr + s.len - part, part);
        return !(both & EIGHT * 0x80);
    }
    const char *last = s.ptr + s.len - STEP;
    Sixteen all = sixteen_at(last);
    for (const char *at = s.ptr; at < last; at += STEP) all |= sixteen_at(at);
    return !sixteen_any(all < 0);
}

// Eight bytes at a time, multiplied by 2^64 over the golden ratio (D. Knuth, "The Art of
// Computer Programming", volume 3, section 6.4), which moves what they tell to the top,
// and turned, so that the next ones move it there again.
#define GOLDEN UINT64_C(0x9E3779B97F4A7C15)

static inline uint64_t mix_in(uint64_t hash, const char *at, size_t left) {
    hash = (hash ^ eight_at(at, left)) * GOLDEN;
    return hash << 32 | hash >> 32;
}

// The last eight are in part some that were looked at before.
uint64_t str_quick_hash(Str s, uint64_t seed) {
    const size_t STEP = sizeof(uint64_t);
    uint64_t hash = (s.len ^ seed << 32) * GOLDEN;
    if (s.len < STEP) return mix_in(hash, s.ptr, s.len) * GOLDEN;
    const char *at = s.ptr, *last = s.ptr + s.len - STEP;
    for (; at + STEP < last; at += 2 * STEP)
        hash = mix_in(mix_in(hash, at, STEP), at + STEP, STEP);
    if (last > at) hash = mix_in(hash, at, STEP);
    return mix_in(hash, last, STEP) * GOLDEN;
}

uint64_t str_hash(Str s) {
    uint64_t hash = 0xcbf29ce484222325U;
    for (size_t i = 0; i < s.len; i++) hash = (hash ^ (uint8_t)s.ptr[i]) * 0x100000001b3U;
    return hash;
}

Str str_trim_blanks(Str s) {
    size_t from = 0, to = s.len;
    while (from < to && byte_is_space(s.ptr[from])) from++;
    while (to > from && byte_is_space(s.ptr[to - 1])) to--;
    return str_slice(s, from, to);
}

bool str_next(Str *rest, char separator, Str *part) {
    if (!rest->ptr) return false;
    size_t cut = str_index(*rest, 0, separator);
    *part = str_slice(*rest, 0, cut);
    *rest = cut < rest->len ? (Str){rest->ptr + cut + 1, rest->len - cut - 1} : (Str){0};
    return true;
}

size_t str_count(Str s, char byte) {
    size_t count = 0;
    for (size_t at = 0; (at = str_index(s, at, byte)) < s.len; at++) count++;
    return count;
}

Str str_lower(Arena *arena, Str s) {
    char *text = arena_raw(arena, s.len);
    size_t at = 0;
    for (uint64_t eight; at + sizeof eight <= s.len; at += sizeof eight) {
        eight = htole64(eight_lower(eight_at(s.ptr + at, sizeof eight)));
        memcpy(text + at, &eight, sizeof eight);
    }
    for (; at < s.len; at++) text[at] = byte_lower(s.ptr[at]);
    return (Str){text, s.len};
}

enum { NUMBER_MAX = 63 };

// strtod and strtoll want a terminator; no number we accept is longer than this.
static bool number_z(Str s, char text[NUMBER_MAX + 1]) {
    bool starts_well = s.len && (byte_is_digit(s.ptr[0]) || strchr("+-.", s.ptr[0]));
    if (!starts_well || s.len > NUMBER_MAX || memchr(s.ptr, 0, s.len)) return false;
    memcpy(text, s.ptr, s.len);
    text[s.len] = '\0';
    return !strpbrk(text, "xXnN");
}

bool str_to_int(Str s, int64_t *value) {
    char text[NUMBER_MAX + 1], *end;
    if (s.len > 18 || !number_z(s, text)) return false;
    *value = strtoll(text, &end, 10);
    return *end == '\0';
}

// Plain digits with or without a point. The quotient of two numbers that a double holds
// exactly is the nearest double (W. Clinger, "How to read floating point numbers
// accurately", 1990).
bool str_digits_to_double(Str s, double *value) {
    static const double TENS[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    enum { DIGITS_MAX = 15 };
    uint64_t digits = 0;
    size_t point = s.len;
    if (!s.len || s.len > DIGITS_MAX) return false;
    for (size_t i = 0; i < s.len; i++) {
        if (byte_is_digit(s.ptr[i]))
            digits = digits * 10 + (uint64_t)(s.ptr[i] - '0');
        else if (s.ptr[i] == '.' && point == s.len)
            point = i;
        else
            return false;
    }
    if (s.len == 1 && point == 0) return false;
    *value = (double)digits;
    if (point + 1 < s.len) *value /= TENS[s.len - point - 1];
    return true;
}

static bool is_of_numbers(char c) {
    return byte_is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
}

// A function of its own, so that the common case need not save what it takes.
__attribute__((noinline)) static bool to_double(Str s, double *value) {
    char text[NUMBER_MAX + 1], *end;
    for (size_t i = 0; i < s.len; i++)
        if (!is_of_numbers(s.ptr[i])) return false;
    if (!number_z(s, text)) return false;
    *value = strtod(text, &end);
    return *end == '\0' && isfinite(*value);
}

bool str_to_double(Str s, double *value) {
    return str_digits_to_double(s, value) || to_double(s, value);
}

enum { NEAREST_MAX = 40 };

// Optimal string alignment distance (Damerau-Levenshtein without repeated edits).
static size_t edit_distance(Str a, Str b) {
    size_t rows[3][NEAREST_MAX + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b.len; j++) above[j] = before[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            bool same = byte_lower(a.ptr[i - 1]) == byte_lower(b.ptr[j - 1]);
            size_t best = above[j - 1] + (same ? 0 : 1);
            if (above[j] + 1 < best) best = above[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            bool swapped = i > 1 && j > 1 &&
                           byte_lower(a.ptr[i - 1]) == byte_lower(b.ptr[j - 2]) &&
                           byte_lower(a.ptr[i - 2]) == byte_lower(b.ptr[j - 1]);
            if (swapped && before[j - 2] + 1 < best) best = before[j - 2] + 1;
            row[j] = best;
        }
        size_t *oldest = before;
        before = above, above = row, row = oldest;
    }
    return above[b.len];
}

Str str_nearest(Str word, const Str *candidates, size_t count) {
    Str nearest = {0};
    if (word.len > NEAREST_MAX) return nearest;
    size_t best =
        word.len / 3 + 2; // exclusive: a third of the letters may be wrong, plus one
    for (size_t i = 0; i < count; i++) {
        if (candidates[i].len > NEAREST_MAX) continue;
        bool extends =
            word.len >= 3 && str_starts(word, candidates[i]) && candidates[i].len >= 3;
        size_t distance = extends ? 1 : edit_distance(word, candidates[i]);
        if (distance < best && distance < candidates[i].len) {
            best = distance;
            nearest = candidates[i];
        }
    }
    return nearest;
}
