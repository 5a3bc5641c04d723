// What a byte or a character is: a space, a digit, a letter, a sign.
//
// These are short lists of our own, not Unicode's tables (GNU libunistring, utf8proc):
// what folds away, counts as a word or parts two of them decides marks, so it must not
// change with the version of a library; and no more is asked than a few blocks tell.
#ifndef BASE_CHAR_H
#define BASE_CHAR_H

#include <stdbool.h>
#include <stdint.h>

// ---- Bytes. Those of characters outside ASCII are letters.

static inline bool byte_is_ascii(char c) { return (unsigned char)c < 0x80; }
static inline bool byte_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline bool byte_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool byte_is_capital(char c) { return c >= 'A' && c <= 'Z'; } // of ASCII
static inline char byte_lower(char c) { // capitals of ASCII as small letters
    return byte_is_capital(c) ? (char)(c + ('a' - 'A')) : c;
}
static inline bool byte_is_letter(char c) {
    return (byte_lower(c) >= 'a' && byte_lower(c) <= 'z') || !byte_is_ascii(c);
}
static inline bool byte_is_word(char c) { // letter, digit or '_'
    return byte_is_letter(c) || byte_is_digit(c) || c == '_';
}
// Letter, digit or '_', of ASCII.
extern const char ASCII_WORD[0x100]; // by byte: x for those
static inline bool byte_is_ascii_word(char c) {
    return ASCII_WORD[(unsigned char)c] == 'x';
}

// ---- Code points

// Unicode's White_Space.
bool code_is_space(uint32_t code);
// Takes no room and says nothing: soft hyphen, zero width, marks of direction.
bool code_is_invisible(uint32_t code);
// A sign outside ASCII, which is no part of a word: Latin-1's, punctuation, currency,
// arrows and other symbols, CJK punctuation, emoji.
bool code_is_sign(uint32_t code);
// A letter or digit: what makes a word of the signs around it. Beyond ASCII everything
// is, but for Latin-1's signs and the block of general punctuation: an emoji that stands
// alone counts as a word that was written.
bool code_makes_word(uint32_t code);

#endif
