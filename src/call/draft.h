// A call in the making, from rows of cells.
#ifndef CALL_DRAFT_H
#define CALL_DRAFT_H

#include "call/columns.h"

typedef struct {
    Piece *piece;
    Rows *rows; // cuts the rows into cells
    const Columns *columns;
    bool has_wait;
    Str started; // the cell that gave the call's start; empty = none yet
    uint32_t started_line;
    const Row *last; // row added
    size_t repaired; // bad bytes replaced; the first in the cell at `repaired_at`
    Place repaired_at;
} Draft;

// A call without turns, at the place of its first row.
void draft_begin(Draft *draft, Piece *piece, Rows *rows, const Columns *columns, Str id,
                 Place place);
// Adds a row, which lives as long as the piece; complains of what is wrong with it. A
// broken row refuses the call.
void draft_add(Draft *draft, const Row *row);
// Says what was repaired. A row alone, of nobody, whose text is lines "Name: ..." is a
// whole transcript: its lines become the turns.
void draft_finish(Draft *draft);

#endif
