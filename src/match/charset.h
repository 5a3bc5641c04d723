// What one character of a match may be, as far as the choice of atoms needs it.
#ifndef MATCH_CHARSET_H
#define MATCH_CHARSET_H

#include "base/str.h"

enum { SYMBOLS_MOST = 4 };

typedef struct {
    uint64_t ascii[2];         // a bit for each; letters stand for both of their cases
    uint64_t cased[2];         // the same where case matters
    Str symbols[SYMBOLS_MOST]; // characters outside ASCII that have no other case
    uint32_t symbol_count;
    bool other; // it may be another one outside ASCII, of 2 to 4 bytes
} CharSet;

extern const CharSet CHARSET_EVERY;

static inline bool charset_has(const CharSet *set, char c) {
    unsigned byte = (unsigned char)c;
    return byte < 0x80 && (set->ascii[byte >> 6] >> (byte & 63) & 1);
}
// How many characters it is, but that all digits are one; with `other`, UINT32_MAX.
uint32_t charset_count(const CharSet *set);
void charset_unite(CharSet *set, const CharSet *more);
void charset_add(CharSet *set, char c);                    // a character of ASCII
void charset_add_text(CharSet *set, Str text);             // any one, as it is written
void charset_add_range(CharSet *set, char low, char high); // of ASCII
// All characters but those of `set`, and perhaps some of those.
CharSet charset_negate(const CharSet *set);
// What a backslash and `letter` stand for (d, w, s, h, v, N and capitals); false when it
// is another letter. `unicode`: members outside ASCII are Unicode's to tell.
bool charset_named(char letter, bool unicode, CharSet *set);

// A set of bytes.
typedef struct {
    uint64_t bits[4];
} ByteSet;

static inline bool byteset_has(const ByteSet *set, char c) {
    size_t byte = (unsigned char)c; // as wide as a place, which saves a step
    return set->bits[byte >> 6] >> (byte & 63) & 1;
}
void byteset_unite(ByteSet *set, const ByteSet *more);
bool byteset_is_empty(const ByteSet *set);
void byteset_add_one(ByteSet *set, char c); // just this
// Adds what a byte of an atom stands for: a letter for both of its cases, a '0' for any
// digit.
void byteset_add(ByteSet *set, char c);
// Whether it holds a byte of ASCII that is part of a word.
bool byteset_has_word(const ByteSet *set);
// All bytes of the characters of a set, in either case; those that they begin with, and
// those that they end with.
ByteSet charset_bytes(const CharSet *set);
ByteSet charset_first_bytes(const CharSet *set);
ByteSet charset_last_bytes(const CharSet *set);

#endif
