// Relaxed patterns: a pattern with one of its words taken out, which finds what the
// pattern only just misses.
//
// A pattern is read as alternatives of words and gaps. A gap is a space, a part that need
// not be there and holds one, such as (?:so )? or (?:\w+ ){0,2}, or an assertion. What
// stands between two gaps is a word: run of characters, classes and groups such as
// apologi[sz]e, (?:can't|cannot) or (?:I'm|I am). It counts as a literal word when it
// holds a letter and must be there; (?:\w+) counts as none.
//
// For each literal word of an alternative that has at least RELAXED_LEAST others there is
// a variant: that alternative alone, with any word, or none, in the place of this one. A
// group that is a whole alternative is looked into.
//
// What this reader does not understand (references, options, conditions, \Q, \p ...) has
// no variants.
#ifndef MATCH_RELAX_H
#define MATCH_RELAX_H

#include "base/str.h"
#include "base/vec.h"

enum { RELAXED_LEAST = 2 }; // fewer would match nearly anything

typedef struct {
    Str regex;         // with one word relaxed
    size_t start, end; // the word's place in the original
} Relaxed;
typedef VEC(Relaxed) RelaxedList;

// `regex` is well-formed, with its fragments written out.
RelaxedList regex_relax(Arena *arena, Str regex);

#endif
