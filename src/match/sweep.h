// What one step of a match can cost. PCRE2 repeats a single character (.*, [^x]*, \w+) in
// one step, as far as the text has it, and its machine code does not count all of the
// steps back. So a regex that sweeps over a long text costs more than its steps say.
#ifndef MATCH_SWEEP_H
#define MATCH_SWEEP_H

#include "base/str.h"

// How many unbounded repeats of a single character a regex has: those that pass over
// anything, blanks as well as words; and those that stay within blanks, or a word.
typedef struct {
    uint32_t any, word;
} Sweeps;

Sweeps regex_sweeps(Str regex);
// The longest run of blanks, or of what is none, in bytes.
size_t text_longest_run(Str text);

#endif
