// Heads: which bytes can stand at each of the first places of a match. They tell where a
// pattern without atoms (atom.h) cannot begin: "x y z" spelled out, a digit.
#ifndef MATCH_HEAD_H
#define MATCH_HEAD_H

#include "match/regex.h"

enum { HEAD_MOST = 4 };

typedef struct {
    ByteSet at[HEAD_MOST];
    uint32_t len; // places that are known, each of which every match has
} Head;

// The head of what `regex` matches; `len` is 0 where it is not understood, and where it
// would fit nearly everywhere. Texts with U+017F or U+212A are not told by it, as in
// atom.h.
Head head_of(const Regex *regex);
// Whether a match can begin at `at` in `text`, as far as its head tells.
bool head_fits(const Head *head, Str text, size_t at);
// The first place from `at` on where it can; text.len when there is none.
size_t head_find(const Head *head, Str text, size_t at);

#endif
