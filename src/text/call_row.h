// A row of cells that tells of a whole call: of --calls, --agents, or made of a file's
// name.
#ifndef TEXT_CALL_ROW_H
#define TEXT_CALL_ROW_H

#include "text/columns.h"

// Sets what a column says of a call; a field where that is nothing of ours. False when
// the value should be a time and is none.
bool call_row_set(Arena *arena, Call *call, const Column *column, Str value);
// Sets what a row of cells says of a call, which begins without times; columns of turns
// are fields like any other. Texts are copied into `arena`. Gives the index of the first
// cell that should be a time and is none, or cells.count.
size_t call_row_read(Arena *arena, const Columns *columns, Cells cells, Call *call);

#endif
