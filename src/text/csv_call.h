// A call in the making, from rows of cells.
#ifndef TEXT_CSV_CALL_H
#define TEXT_CSV_CALL_H

#include "text/call_changes.h"
#include "text/columns.h"

typedef struct {
    CallTask *task;
    Rows *rows; // cuts the rows into cells
    Str text;   // cells that are slices of it live as long as the task
    const Columns *columns;
    bool has_wait;
    bool led;              // id and agent stand in the lead of the rows
    Agent agent;           // whom the last row named that named one, and
    uint32_t agent_number; // his number
    uint32_t row_agent;    // the number of whom the last row named; 0 = nobody
    Str started;           // the cell that gave the call's start; empty = none yet
    uint32_t started_line;
    const CsvRow *last; // row added
    CallChanges changes;
    size_t repaired; // bad bytes replaced; the first in the cell at `repaired_at`
    Place repaired_at;
    bool doubted;         // some time can be read in two ways; it has been said
    int64_t number;       // of the turn being read
    VEC(int64_t) numbers; // of the turns, as their column has them; -1 = none
} CsvCall;

// A call without turns, at the place of its first row.
void csv_call_begin(CsvCall *csv_call, CallTask *task, Rows *rows, const Columns *columns,
                    Str id, Place place);
// Adds a row of csv_call->text, and its cells; it stays there until the next is added.
// Complains of what is wrong with it. A broken row refuses the call.
void csv_call_add(CsvCall *csv_call, const CsvRow *row, Cells cells);
// Says what was repaired. A row alone, of nobody, whose text is lines "Name: ..." is a
// whole transcript: its lines become the turns.
void csv_call_finish(CsvCall *csv_call);

#endif
