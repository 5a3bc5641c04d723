// Lines "Name: what was said", as turns.
#ifndef CALL_SCRIPT_H
#define CALL_SCRIPT_H

#include "call/piece.h"
#include "call/text_line.h"

// Adds the turns of the lines from number `from` on to the piece's call. Lines before the
// first name are nobody's, like those between a heading and the next name. Clock times
// that begin an hour or more into the day or the call are counted from the first.
void script_read(Piece *piece, const TextLines *lines, size_t from);

#endif
