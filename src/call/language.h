// The language that a call is in, from its words.
#ifndef CALL_LANGUAGE_H
#define CALL_LANGUAGE_H

#include "call/call.h"

// The words of languages (language_words.h) made ready to be looked up; read-only, so
// that threads may share them.
typedef struct Languages Languages;
const Languages *languages_open(Arena *arena);

// What is heard in a call.
typedef struct {
    Str code; // of the language most of its words are in; LANGUAGE_OTHER; {0} = unknown
    bool strong; // enough was said to doubt another one that was given
} HeardLanguage;

// From the words of all but the system, as far as the first few thousand.
//
// Of the languages in the script that most letters are of, the one is taken that most
// words are known of: at least a fifth of all words, three different ones that are not
// English as well. Where half as many words or more are in another language and not in
// this one, the call is mixed, and its language unknown. Of forty words and more of which
// no language knows one in sixteen, it is LANGUAGE_OTHER. A script that one language
// alone is known for tells by itself.
HeardLanguage language_hear(const Languages *languages, const Call *call);

#endif
