#include "detect/sentence.h"

uint32_t sentence_end(Str text, uint32_t at, size_t limit) {
    size_t end = limit < text.len ? limit : text.len;
    while (at < end && !sentence_ends_at(text, at)) at++;
    return at;
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
