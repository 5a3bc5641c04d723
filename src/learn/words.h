// The words of a turn, put together to patterns that find them again.
#ifndef LEARN_WORDS_H
#define LEARN_WORDS_H

#include "base/buf.h"
#include "base/vec.h"

// Words of a text in lower case; a pattern's word boundaries are theirs.
typedef struct {
    Str text; // with \d+ for digits
    uint32_t start, end;
    char glue; // what alone stands between it and the word before: space ' - or 0
} Word;
typedef VEC(Word) Words;

Words words_read(Arena *arena, Str text);

typedef struct {
    Str pattern;
    uint32_t start, end; // of the words it was made of
} WordPattern;
typedef VEC(WordPattern) WordPatterns;

// All patterns of a text. `is_common` has one a word: no pattern holds one that is not.
WordPatterns words_patterns(Arena *arena, Str text, const Words *words,
                            const bool *is_common);

#endif
