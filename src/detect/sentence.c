#include "detect/sentence.h"

static bool ends_at(Str text, size_t at) {
    static const bool IS_MARK[256] = {
        ['.'] = true, ['?'] = true, ['!'] = true, [';'] = true};
    return IS_MARK[(unsigned char)text.ptr[at]] &&
           (at + 1 == text.len || text.ptr[at + 1] == ' ');
}

static uint32_t find_end(Str text, uint32_t at, size_t limit) {
    size_t end = limit < text.len ? limit : text.len;
    while (at < end && !ends_at(text, at)) at++;
    return at;
}

Sentence sentence_around(Str text, uint32_t start, uint32_t end) {
    uint32_t least = start > SENTENCE_REACH ? start - SENTENCE_REACH : 0;
    size_t most = (size_t)end + SENTENCE_REACH;
    while (start > least && !ends_at(text, start - 1)) start--;
    return (Sentence){start, find_end(text, end - 1, most)};
}

bool sentence_next(Str text, uint32_t *at, Sentence *sentence) {
    while (*at < text.len && text.ptr[*at] == ' ') ++*at;
    if (*at >= text.len) return false;
    *sentence = (Sentence){*at, find_end(text, *at, text.len)};
    *at = sentence->end + 1;
    return true;
}
