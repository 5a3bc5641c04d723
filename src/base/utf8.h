// UTF-8 as RFC 3629 has it: no surrogates, no overlong forms, nothing past U+10FFFF.
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

// The code point that starts at s[at] (at < s.len) and its length in bytes, or 0 when the
// bytes there are not UTF-8.
size_t utf8_decode(Str s, size_t at, uint32_t *code);
bool utf8_valid(Str s);
// Whether it is ASCII without NUL, as most texts are.
bool utf8_plain(Str s);
// The length of the ASCII that s begins with.
size_t utf8_ascii(Str s);
size_t utf8_encode(char out[4], uint32_t code);
// s itself when it is valid and holds no NUL; otherwise a copy with each bad byte and
// each NUL replaced by U+FFFD, and their number added to *repaired.
Str utf8_repair(Arena *arena, Str s, size_t *repaired);
// The offset of the first byte that utf8_repair replaces, or s.len.
size_t utf8_first_bad(Str s);
// Code points in valid s.
size_t utf8_count(Str s);
// The longest prefix of valid s with at most `max` bytes that ends between characters.
Str utf8_clip(Str s, size_t max);

#endif
