// The words that one thread has met: each is looked up in the list of stop words and
// stemmed once, not in every call again.
#ifndef DETECT_LEXICON_H
#define DETECT_LEXICON_H

#include "base/map.h"
#include "base/vec.h"
#include "detect/stem.h"

// Of one language. English has a list of stop words.
typedef struct {
    Str language;
    Stemmer *stemmer;
    Arena arena;    // of what follows
    Map numbers;    // of stems, by word
    VEC(Str) stems; // {0} for a stop word
} Lexicon;

// `Lexicons l = {0}` is empty.
typedef struct {
    Arena arena;
    VEC(Lexicon) items;
} Lexicons;

// The lexicon of a language that is known and outlives it; valid until that of another
// language is asked for. Now and then it forgets its words, so that it stays small: stems
// are valid until it is asked for again.
Lexicon *lexicon_of(Lexicons *lexicons, Str language);
// The stem of a word in lower case; {0} when it is a stop word.
Str lexicon_stem(Lexicon *lexicon, Str word);
// Whether it is a number in words: "seven", "third".
bool lexicon_is_number(const Lexicon *lexicon, Str word);
void lexicons_free(Lexicons *lexicons);

#endif
