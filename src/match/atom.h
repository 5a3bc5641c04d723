// Atoms: literals that every match of a pattern must hold at least one of, so that a text
// without any of them need not be searched.
//
// The reader of patterns understands what most patterns are made of (literals, groups,
// alternatives, optional and repeated parts, small classes, assertions) and gives up on
// the rest: when in doubt there is no atom, and the pattern is searched for everywhere.
// So a wrong answer is impossible, and a slow one is the worst.
#ifndef MATCH_ATOM_H
#define MATCH_ATOM_H

#include "base/str.h"
#include "base/vec.h"

typedef VEC(Str) Atoms;

// The atoms of a caseless pattern, ASCII letters in lower case; none (len 0) when a match
// cannot be told by them, or when they are too common to be worth looking for.
Atoms atoms_of(Arena *arena, Str regex);

#endif
