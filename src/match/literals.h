// The texts that a part of a regular expression matches, with what is told of the edges
// of words between them; and the atoms that they make.
#ifndef MATCH_LITERALS_H
#define MATCH_LITERALS_H

#include "base/vec.h"
#include "match/charset.h"

#define ATOM_FAR UINT32_MAX

typedef struct Atom Atom;
typedef VEC(Atom) AtomList;

struct Atom {
    Str text;             // letters in lower case; a '0' stands for any digit
    uint32_t least, most; // bytes of the match before the atom; ATOM_FAR = no bound
    bool edge_before, edge_after; // no word character stands next to it there
    bool at_top;                  // the match begins where the text does
    ByteSet first;                // bytes that the match can begin with
    ByteSet before;               // and that can stand in it before the atom
    ByteSet after;                // and right behind it: one does if it is `closed`, else
    bool closed;                  // anything may stand there, or nothing
    const AtomList *partners;     // the match holds one of these too; NULL = not known
    bool partners_behind;         // it stands behind the atom, else in front of it
};

typedef VEC(Str) Literals;

Literals literals_one(Arena *arena, Str text);
Literals literals_edge(Arena *arena);          // nothing, and not inside a word
bool literals_are_edge(const Literals *texts); // as this
// Each of the tails behind each of the heads.
Literals literals_multiply(Arena *arena, const Literals *heads, const Literals *tails);
// Whether no word goes on behind them.
bool literals_end_at_edge(const Literals *texts);
// The atoms that texts make; none when one of the texts is empty.
AtomList literals_atoms(Arena *arena, const Literals *texts);

#endif
