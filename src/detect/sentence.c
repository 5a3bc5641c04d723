#include "detect/sentence.h"

#include "base/eight.h"

// The high bit of each that is a sign or a digit, from '!' to '?': few are, but the marks
// that end a sentence.
static inline uint64_t eight_signs(uint64_t eight) {
    uint64_t low = eight & EIGHT * 0x7F;
    uint64_t from_sign = low + EIGHT * (0x80 - '!'),
             past_mark = low + EIGHT * (0x7F - '?');
    return from_sign & ~past_mark & ~eight & EIGHT * 0x80;
}

uint32_t sentence_end(Str text, uint32_t at, size_t limit) {
    size_t end = limit < text.len ? limit : text.len;
    if (at >= end) return at;
    while (at < end) {
        uint64_t signs = eight_signs(eight_at(text.ptr + at, end - at));
        at += signs ? (uint32_t)__builtin_ctzll(signs) / 8 : (uint32_t)sizeof signs;
        if (!signs) continue;
        if (sentence_ends_at(text, at)) return at;
        at++;
    }
    return (uint32_t)end;
}

Sentence sentence_around(Str text, uint32_t start, uint32_t end) {
    uint32_t least = start > SENTENCE_REACH ? start - SENTENCE_REACH : 0;
    size_t most = (size_t)end + SENTENCE_REACH;
    while (start > least && !sentence_ends_at(text, start - 1)) start--;
    return (Sentence){start, sentence_end(text, end - 1, most)};
}

bool sentence_next(Str text, uint32_t *at, Sentence *sentence) {
    while (*at < text.len && text.ptr[*at] == ' ') ++*at;
    if (*at >= text.len) return false;
    *sentence = (Sentence){*at, sentence_end(text, *at, text.len)};
    *at = sentence->end + 1;
    return true;
}
