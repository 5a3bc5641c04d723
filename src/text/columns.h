// What the columns of a CSV file mean, by the names in its header.
#ifndef TEXT_COLUMNS_H
#define TEXT_COLUMNS_H

#include "call/written_time.h"
#include "format/input.h"
#include "text/rows.h"

typedef enum {
    COLUMN_EXTRA, // no name of ours: a field of the call
    COLUMN_CALL,  // from here to COLUMN_WAIT: of the call
    COLUMN_AGENT,
    COLUMN_AGENT_NAME,
    COLUMN_TEAM,
    COLUMN_CHANNEL,
    COLUMN_CUSTOMER,
    COLUMN_STARTED_AT,
    COLUMN_WAIT,
    COLUMN_SPEAKER,
    COLUMN_ROLE,
    COLUMN_START,
    COLUMN_END,
    COLUMN_TEXT,
    COLUMN_TURN, // the turn's number
    COLUMN_KINDS
} ColumnKind;

#define NO_COLUMN UINT32_MAX

typedef struct {
    ColumnKind kind;
    Str name;                     // as written, trimmed
    TimeStyle style;              // of its times; the unit from a name like "start_ms"
    Role (*parse_role)(Str word); // of a column of roles; else NULL
    uint32_t field;               // of an extra column: its number among them
    bool is_id;                   // of one that has the name of an id of calls
} Column;

typedef struct {
    Column *items;
    size_t count;
    uint32_t at[COLUMN_KINDS]; // the column of a kind, or NO_COLUMN
    uint32_t fields;           // extra columns
} Columns;

// Finds out what each column is; --map comes first, then the lists of names. False, with
// a complaint, when there is no column for the text, or one of --map is missing. Without
// one for the call, the rows are one call's.
bool columns_read(Columns *columns, Input *input, Cells header);
// The same by the lists of names alone, for rows that need no column in particular.
void columns_find(Columns *columns, Arena *arena, Cells header);
// The kind of column that the name is best for, and the unit of time it ends in.
ColumnKind column_named(Arena *arena, Str name, double *unit_ms);
// How many of the cells are names of columns, or named by --map.
size_t columns_known(Arena *arena, Cells header, const ReadOptions *options);
// Complains of --map options whose FIELD is none of ours, and of two that cannot both be
// followed; false when there are any.
bool columns_check_map(const ReadOptions *options, Diags *diags);

#endif
