// What a regular expression asks for that bare text (call/bare.h) never has: marks
// between words.
#ifndef MATCH_ABSENT_H
#define MATCH_ABSENT_H

#include "base/arena.h"
#include "base/str.h"

// The first alternative of `regex`, or all of it, that can match no bare text, since it
// asks for a mark before a space or before the end: a part of `regex`, empty when there
// is none. A mark that may be left out (",?") is no such thing. `unicode` as in
// PatternSpec.
Str regex_absent(Arena *arena, Str regex, bool unicode);

#endif
