// How many words a text has. A word is what stands between two blanks, if a letter or a
// digit is in it.
#ifndef CALL_WORDS_H
#define CALL_WORDS_H

#include "base/str.h"

uint32_t text_words(Str text);

#endif
