// A call in the making, from rows of cells.
#ifndef CALL_DRAFT_H
#define CALL_DRAFT_H

#include "call/columns.h"

// What the rows of a file have in common.
typedef struct {
    Input *input;
    Rows rows;
    Columns columns;
} Table;

typedef struct {
    Table *table;
    Arena *arena; // of the call's texts
    Call call;
    Str id;       // as the rows have it
    bool refused; // its further rows are passed over
    bool has_wait;
    Str started; // the cell that gave the call's start; empty = none yet
    uint32_t started_line;
    size_t repaired; // bad bytes replaced; the first in the cell at `repaired_at`
    Place repaired_at;
} Draft;

// A call without turns; refused already when it may not be read.
void draft_begin(Draft *draft, Table *table, Arena *arena, Str id, Place place);
// Adds a row; complains of what is wrong with it. A broken row refuses the call.
void draft_add(Draft *draft, const Row *row, Cells cells);
// Refuses the call, unless it is refused already.
Diag *draft_refuse(Draft *draft, Place place, Str text);
// Makes draft->call ready to be given out; false when it is refused.
bool draft_finish(Draft *draft);

#endif
