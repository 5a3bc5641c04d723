// A quick count of the English in a text of ASCII. It looks up no more of a word than
// tells that English alone has it, or that another language may have it and English has
// not: most calls in English are told by that from all others.
#ifndef CALL_LANGUAGE_SKIM_H
#define CALL_LANGUAGE_SKIM_H

#include "base/str.h"

enum { SKIM_WORD_BITS = 10 };
typedef struct {
    // Words of two to six letters as numbers, the first letter lowest, at the place that
    // their hash tells: 0 is no word. Of two that share one, the first.
    uint64_t english[1 << SKIM_WORD_BITS];
    uint32_t others[1 << SKIM_WORD_BITS]; // a bit for the hash of the first letters
} SkimWords;

typedef struct {
    uint32_t words;   // just so many: letters alone are none
    uint32_t english; // of English alone, at least
    uint32_t others;  // that another language has and English has not, at most
} Skimmed;

// Adds words in small letters to tables that are empty at first: those of English alone,
// and those that it has not.
void skim_add_english(SkimWords *words, Str word);
void skim_add_other(SkimWords *words, Str word);
// Adds the words of a text of ASCII; false, and adds none, when it is none, or has a word
// of 64 letters or more.
bool skim_text(const SkimWords *words, Str text, Skimmed *sum);

#endif
