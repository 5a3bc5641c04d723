// Text as it would be said: without the marks that writing puts around words, with the
// way back to what was written.
//
// What stands between words goes: full stops, commas, colons, semicolons, exclamation
// marks, quotes, brackets, dashes between spaces and dots that trail off. What is inside
// of a word or a number stays ("6:30", "e.g.x", "don't"), and so do question marks, which
// tell what no word may tell, and redaction marks (redaction.h). The capital of a
// sentence that is told by no mark any more becomes small: those that are left are of
// names.
#ifndef CALL_BARE_H
#define CALL_BARE_H

#include "call/folded.h"

Folded text_bare(Arena *arena, Str text);
// Whether it is a mark of ASCII that goes where a word ends.
bool bare_takes(char c);

#endif
