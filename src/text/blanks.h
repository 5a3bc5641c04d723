// Blanks other than ASCII's, which word processors and web pages put between words.
#ifndef TEXT_BLANKS_H
#define TEXT_BLANKS_H

#include "base/str.h"

// With a space for each blank that looks like one (U+00A0, U+202F and their kin), and
// without those that look like nothing (U+200E, U+FEFF and theirs). `s` itself when it
// has none.
Str blanks_plain(Arena *arena, Str s);

#endif
