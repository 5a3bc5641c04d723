// The sieve: one pass over a text that tells which patterns can match in it at all
// (A. V. Aho and M. J. Corasick, "Efficient string matching", CACM 18(6), 1975).
#ifndef MATCH_SIEVE_H
#define MATCH_SIEVE_H

#include "match/atom.h"

typedef struct Sieve Sieve;

// One set of atoms a pattern; a pattern without atoms may match everywhere.
Sieve *sieve_new(Arena *arena, const Atoms *atoms, uint32_t patterns);

typedef VEC(uint32_t) PatternNumbers;
// The patterns without atoms, in order.
const PatternNumbers *sieve_always(const Sieve *sieve);
// Adds each pattern that has an atom in `text` to `out`, once. `seen` has one number a
// pattern, none of them equal to `stamp`. False when the text holds letters whose small
// form the sieve does not know, so that any pattern may match.
bool sieve_scan(const Sieve *sieve, Str text, uint32_t stamp, uint32_t *seen,
                Arena *scratch, PatternNumbers *out);

#endif
