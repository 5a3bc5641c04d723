// The words that one thread has met: each is looked up in the list of stop words and
// stemmed once, not in every call again.
#ifndef DETECT_LEXICON_H
#define DETECT_LEXICON_H

#include "base/map.h"
#include "base/vec.h"
#include "detect/stem.h"

typedef struct {
    Str stem;       // {0} of a stop word, and of a number in words
    bool is_number; // in words: "seven", "third"
} LexiconWord;

// Of one language. English has a list of stop words, and one of numbers.
typedef struct {
    Str language;
    Stemmer *stemmer;
    Arena arena; // of what follows
    Map numbers; // of words, in `words`
    VEC(LexiconWord) words;
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
// `word` is in lower case.
LexiconWord lexicon_look(Lexicon *lexicon, Str word);
void lexicons_free(Lexicons *lexicons);

#endif
