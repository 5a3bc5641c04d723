// The words by which languages are recognised: articles, pronouns, prepositions,
// conjunctions, auxiliary verbs and what is said in every call (thanks, sorry, help).
// Function words make up about half of any speech and hardly change with what is spoken
// of, which is why a hundred of them tell languages apart (Ingle, "A language
// identification table", The Incorporated Linguist 15, 1976). The lists are our own. A
// word may stand in several; in one list it may stand twice.
#ifndef CALL_LANGUAGE_WORDS_H
#define CALL_LANGUAGE_WORDS_H

#include "base/str.h"

typedef struct {
    const char *code;   // of the language, ISO 639-1
    const char *script; // code of the language that stands for its script; NULL = Latin
    const char *words;  // small letters, parted by spaces
} LanguageWords;

enum { LANGUAGE_WORDS_MOST = 32 };
// English first: of two that fit equally well, the first is taken.
extern const LanguageWords LANGUAGE_WORDS[];
extern const uint32_t LANGUAGE_WORDS_COUNT; // at most LANGUAGE_WORDS_MOST

#endif
