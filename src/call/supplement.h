// What is told of a call beside its transcript: in a row of --calls, in its file's name.
#ifndef CALL_SUPPLEMENT_H
#define CALL_SUPPLEMENT_H

#include "call/columns.h"

// Sets what a row of cells says of a call, which begins without times; columns of turns
// are fields like any other. Texts are copied into `arena`. Gives the index of the first
// cell that should be a time and is none, or cells.count.
size_t supplement_read(Arena *arena, const Columns *columns, Cells cells, Call *call);

// Fills in what the call of a piece that has been read lacks: first from its row in
// --calls, then from the name of its file. What the transcript itself says stays; that it
// is told otherwise is said once a file and field. A call whose id was made of the file's
// name takes the id that --name-pattern finds there.
void supplements_apply(Piece *piece);

#endif
