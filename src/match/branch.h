// The branches of a pattern: alternatives that are patterns of their own, so that only
// those are tried whose atoms are there. Tried one after the other at the same start, the
// first one that matches is the match of the whole.
#ifndef MATCH_BRANCH_H
#define MATCH_BRANCH_H

#include "match/atom.h"
#include "match/head.h"
#include "match/track.h"

enum { BRANCHES_MOST = 1000 };

typedef struct {
    Str regex;
    Atoms atoms;
    Head head; // of one without atoms
    Track track;
} Branch;
typedef VEC(Branch) Branches;

// The arguments of regex_branches but for the arena.
typedef struct {
    Str regex;
    bool whole_words, unicode;
} BranchKey;

// At least one; just the regex itself where it cannot be taken apart, or need not. The
// arguments as in PatternSpec.
Branches regex_branches(Arena *arena, Str regex, bool whole_words, bool unicode);

#endif
