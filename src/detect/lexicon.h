// The words that one thread has met: each is looked up in the list of stop words and
// stemmed once, not in every call again.
#ifndef DETECT_LEXICON_H
#define DETECT_LEXICON_H

#include "base/again.h"
#include "base/map.h"
#include "base/vec.h"
#include "detect/stem.h"

typedef struct {
    Str word;         // in small letters
    Str stem;         // {0} of a stop word; a number is its own
    uint32_t number;  // of the stem: the same for all words that have it
    bool is_number;   // has a digit, or is one in words: "seven", "third"
    uint64_t ignored; // by the lists that have it, a bit each (lexicon_ignore)
} LexiconWord;

// A word of at most eight bytes as these, the first one lowest (eight.h); 0: an empty
// slot.
typedef struct {
    uint64_t bytes;
    uint32_t number; // among `words` of a lexicon
    uint32_t stem;   // its number; MAP_NONE of a stop word
} ShortWord;
typedef struct {
    ShortWord *slots;
    size_t len, cap; // cap is a power of two
} ShortWords;

// A text that came again, as it was read (content.h).
typedef struct {
    Str text;
    const struct ReadWords *words;
} KnownText;
enum { TEXTS_MOST = 1 << (AGAIN_BITS - 2) }; // that are known

// Of one language. English has a list of stop words, and one of numbers in words.
typedef struct {
    Str language;
    bool german; // writes every noun with a capital
    Stemmer *stemmer;
    Arena arena;        // of what follows
    ShortWords shorter; // numbers of words as they are written, in `words`
    Map longer;         // likewise
    Map stems;          // numbers of stems
    Again *again;       // keeps KnownTexts
    uint32_t texts;     // so many
    VEC(LexiconWord) words;
    VEC(const Texts *) ignored; // lists that words were looked up in
    uint32_t age;               // how often it has forgotten its words
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
// The number among `words` of a word, in whatever case it is written.
uint32_t lexicon_number(Lexicon *lexicon, Str word);
// The slot of a word of at most eight bytes, or the empty one that it would have.
static inline const ShortWord *lexicon_short(const Lexicon *lexicon, uint64_t bytes) {
    const ShortWords *words = &lexicon->shorter;
    size_t at = (size_t)(bytes * UINT64_C(0x9E3779B97F4A7C15) >> 32);
    for (;; at++) {
        const ShortWord *slot = &words->slots[at & (words->cap - 1)];
        if (slot->bytes == bytes || !slot->bytes) return slot;
    }
}
// The bit that the words of a list have in `ignored`; 0: there are too many lists, or no
// word is in it. The list stays as it is for as long as the lexicons are used.
uint64_t lexicon_ignore(Lexicon *lexicon, const Texts *list);
LexiconWord lexicon_look(Lexicon *lexicon, Str word);
void lexicons_free(Lexicons *lexicons);

#endif
