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
    bool tells;          // one of them has content, or three stand in a row
} WordPattern;
typedef VEC(WordPattern) WordPatterns;

// Of a word: whether a pattern may hold it, and whether it says what a turn is about.
typedef struct {
    bool common, content;
} WordUse;

// All patterns of a text; `uses` has one a word.
WordPatterns words_patterns(Arena *arena, Str text, const Words *words,
                            const WordUse *uses);

#endif
