// Columns that tell of another call than the one whose rows they stand in: an id beside
// the one that was taken for the call's, or anything that names calls where nothing was.
#ifndef TEXT_CALL_CHANGES_H
#define TEXT_CALL_CHANGES_H

#include "base/map.h"
#include "text/columns.h"

// A column of a call.
typedef struct {
    Map seen;           // its values
    Str last, first;    // values
    size_t rows, runs;  // rows with a value; runs of rows with the same one
    uint32_t line;      // where the second run begins
    bool watched, back; // a value came back after another
    bool is_id;         // by its name
} CallColumn;

typedef struct {
    CallColumn *columns;
    bool any; // some are watched
} CallChanges;

// Before the first row.
CallChanges changes_begin(Arena *arena, const Columns *columns);
// Looks at a row's cells, where some are watched; what is kept of them lives in `arena`.
void changes_watch(CallChanges *changes, Arena *arena, const Columns *columns,
                   Cells cells, uint32_t line);
// Notes the first column whose values change as if calls did: each stands in rows that
// follow one another, and none comes back.
void changes_note(const CallChanges *changes, CallTask *task, const Columns *columns);

#endif
