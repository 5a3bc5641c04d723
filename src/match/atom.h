// Atoms: literals that every match of a pattern must hold at least one of, so that a text
// without any of them need not be searched, and one with some of them only where a match
// that holds them can begin.
//
// A pattern is read as a tree (regex.h) and small parts of it are multiplied out:
// "(?:thank you|thanks) for" is two texts. Of the texts that stand for different parts of
// the pattern, those are kept that are expected least often (letters.h); those that are
// next to them in that become their partners, which must be there as well, behind them or
// in front. When in doubt there is no atom, and the pattern is searched for everywhere:
// so a wrong answer is impossible, and a slow one is the worst.
#ifndef MATCH_ATOM_H
#define MATCH_ATOM_H

#include "match/regex_info.h"

typedef struct {
    AtomList list; // none: the pattern must be searched for in every text
    // There is no more to a match than its atom: it is the first of them that fits at its
    // place. (So in a text of ASCII, where the edges are known.)
    bool whole;
    bool at_top; // every match begins where the text does
} Atoms;

// The atoms of a caseless pattern; `whole_words` as in PatternSpec. U+017F and U+212A,
// the long s and the sign for kelvin, are small letters s and k as well; a text that
// holds them is not told by atoms.
Atoms atoms_of(Arena *arena, const Regex *regex, bool whole_words);

#endif
