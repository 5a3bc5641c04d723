// What is known of the texts that a regular expression, or a node of one, matches: the
// step between its tree (regex.h) and its atoms (atom.h).
#ifndef MATCH_REGEX_INFO_H
#define MATCH_REGEX_INFO_H

#include "match/literals.h"
#include "match/regex.h"

typedef struct {
    bool exact;           // it matches just `literals`, assertions aside
    Literals literals;    // in the order in which they are preferred
    AtomList needed;      // if not exact: each match holds one of these; none = not known
    uint32_t least, most; // bytes it matches; ATOM_FAR = no bound
    ByteSet bytes;        // those that it can hold
    ByteSet first, last;  // those that it can begin and end with, when it is not empty
    bool at_top;          // it begins where the text does
    bool simple;          // of a whole pattern: as in Regex
} RegexInfo;

// All of a pattern; `whole_words` as in PatternSpec. What is not understood may match
// anything.
RegexInfo regex_info(Arena *arena, const Regex *regex, bool whole_words);
// The texts that each match holds one of, whichever way they are known; none when some
// match may hold none.
AtomList info_atoms(Arena *arena, const RegexInfo *info);
// About how many starts of matches have to be tried for them in a byte of text.
double atoms_cost(const AtomList *list);
// The sum of two counts of bytes, either of which may be ATOM_FAR.
uint32_t bytes_add(uint32_t a, uint32_t b);

#endif
