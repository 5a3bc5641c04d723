// A table of facts: what agents may say, and on which days it is so.
//
// CSV with a header: `fact` and `value`, and where they are wanted `unit`, `from` and
// `to`, the first and the last day of the value (as in 2026-03-31; empty = open). Rows of
// one fact that hold on the same day are several right values.
#ifndef DETECT_FACT_TABLE_H
#define DETECT_FACT_TABLE_H

#include "base/diag.h"
#include "detect/amount.h"

typedef struct {
    Str name, value, unit;      // folded
    int64_t from_ms, before_ms; // since 1970; INT64_MIN and INT64_MAX where open
    bool is_amount;             // else the value is compared as text
    Amount amount;
} Fact;

typedef struct {
    Str path;
    bool broken; // was complained of: rows may be missing
    VEC(Fact) facts;
} FactTable;

// Fills `table`; every mistake found goes to `diags`, and false when there was one.
bool fact_table_read(Arena *arena, Str path, FactTable *table, Diags *diags);
bool fact_table_has(const FactTable *table, Str name);
// Whether what the table says of a fact depends on the day.
bool fact_table_dated(const FactTable *table, Str name);

#endif
