// Letters of any script: which one they are of, and the small ones of the capitals.
#ifndef CALL_LANGUAGE_LETTERS_H
#define CALL_LANGUAGE_LETTERS_H

#include <stdint.h>

typedef struct {
    uint32_t first, last; // code points
    const char *language; // that the script tells, or stands for it (language_words.h)
    uint32_t weight;      // in letters: where a sign is a syllable or a word
} Script;

enum { SCRIPT_COUNT = 23, LATIN = SCRIPT_COUNT };
extern const Script SCRIPTS[SCRIPT_COUNT];

// The number among SCRIPTS of the one that a letter is of; LATIN: any other.
int script_of(uint32_t code);
// The small letter of a capital, in the alphabets of LANGUAGE_WORDS: Latin (with the
// additions of Unicode's first two blocks, Romanian's and Vietnamese's) and Cyrillic.
uint32_t small_letter(uint32_t code);

#endif
