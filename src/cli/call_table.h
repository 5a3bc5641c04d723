// Calls as one CSV table, a row a turn. Which columns it has is known only with the last
// call, so the rows wait in an unnamed file.
#ifndef CLI_CALL_TABLE_H
#define CLI_CALL_TABLE_H

#include "base/map.h"
#include "call/call.h"
#include "cli/output.h"

#include <stdio.h>

typedef struct {
    Arena arena;
    VEC(Str) fields; // of calls, beyond callmark's own, in the order in which they came
    Map numbers;     // of fields, by name
    FILE *rows;
    bool any; // call was added
} CallTable;

// A copy of the call, but for the agent, who is the turn's where several share the call.
// One whom nothing names is given a number, which tells him from the others.
Call call_of_turn(Arena *arena, const Call *call, const Turn *turn);

// All give false with errno when the unnamed file cannot be written or read.
bool call_table_open(CallTable *table);
bool call_table_add(CallTable *table, const Call *call);
// Writes it all; what is wrong with the output is the output's to say.
bool call_table_write(CallTable *table, Output *output);
void call_table_close(CallTable *table);

#endif
