// Sentences of a folded text: they end at . ? ! or ; before a space or the end.
#ifndef DETECT_SENTENCE_H
#define DETECT_SENTENCE_H

#include "base/str.h"

// Offsets; `end` is where the mark stands that ends it, or the text's length.
typedef struct {
    uint32_t start, end;
} Sentence;

// The sentences that text[start, end) lies in (start < end). A mark at its very end ends
// them, and so do SENTENCE_REACH bytes, about a dozen words, on either side: speech has
// no marks, and the same words in writing must not be judged otherwise.
enum { SENTENCE_REACH = 70 };
Sentence sentence_around(Str text, uint32_t start, uint32_t end);
// Whether one ends with the mark at `at`; and where the one ends that `at` stands in, or
// `limit`.
static inline bool sentence_ends_at(Str text, size_t at) {
    char c = text.ptr[at];
    return (c == '.' || c == '?' || c == '!' || c == ';') &&
           (at + 1 == text.len || text.ptr[at + 1] == ' ');
}
uint32_t sentence_end(Str text, uint32_t at, size_t limit);
// The sentence that begins at or after *at, without the spaces before it; *at is moved
// past it. False after the last.
bool sentence_next(Str text, uint32_t *at, Sentence *sentence);

#endif
