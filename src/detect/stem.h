// Stems of words, so that "refunded" and "refunds" are one word: the Snowball stemmers of
// libstemmer (https://snowballstem.org).
#ifndef DETECT_STEM_H
#define DETECT_STEM_H

#include "base/str.h"

typedef struct Stemmer Stemmer; // belongs to whoever opened it; no two threads share one

// Whether there is a stemmer for the language: its English name, or its code of two or
// three letters, in lower case.
bool stemmer_knows(Str language);
// For a language that is known.
Stemmer *stemmer_open(Arena *arena, Str language);
// The stem of a word in lower case, valid until the next call.
Str stemmer_stem(Stemmer *stemmer, Str word);
void stemmer_close(Stemmer *stemmer);

#endif
