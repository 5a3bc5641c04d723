#include "detect/fact_table.h"

#include "base/date.h"
#include "base/utf8.h"
#include "call/fold.h"
#include "text/rows.h"

enum { DAY_MS = 86400000 };

typedef enum { NAME, VALUE, FROM, TO, UNIT, COLUMN_COUNT } FactColumn;
#define NOWHERE SIZE_MAX

static const Str COLUMNS[COLUMN_COUNT] = {
    {"fact", 4}, {"value", 5}, {"from", 4}, {"to", 2}, {"unit", 4}};

typedef struct {
    Arena *arena, *scratch;
    Diags *diags;
    Rows rows;
    CsvRow row;
    Cells cells;
    size_t columns;          // cells of the header
    size_t at[COLUMN_COUNT]; // which of them each column is
} TableReader;

static Diag *complain(TableReader *reader, size_t index, const char *problem,
                      Str subject) {
    Place place = rows_place(&reader->rows, &reader->row, index);
    place.width = subject.len ? (uint32_t)utf8_count(subject) : 1;
    if (!subject.len) return diag_add(reader->diags, DIAG_ERROR, place, "%s", problem);
    return diag_add(reader->diags, DIAG_ERROR, place, "%s '%.*s'", problem,
                    STR_ARG(subject));
}

// Makes reader->row the next that is whole and not blank.
static bool next_row(TableReader *reader) {
    const CsvRow *row = &reader->row;
    while (rows_next(&reader->rows, &reader->row)) {
        size_t bad = 0;
        utf8_repair(reader->scratch, row->text, &bad);
        reader->cells = rows_cells(&reader->rows, row);
        if (row->problem)
            diag_add(reader->diags, DIAG_ERROR, row->bad, "%s", row->problem);
        else if (bad)
            complain(reader, 0, "row holds bytes that are not UTF-8", (Str){0});
        else if (str_trim(row->text).len)
            return true;
    }
    return false;
}

// ---- The header

static void read_column(TableReader *reader, size_t index) {
    Str name = str_trim(reader->cells.items[index]);
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        if (!str_eq_fold(name, COLUMNS[c])) continue;
        if (reader->at[c] != NOWHERE) complain(reader, index, "second column", name);
        reader->at[c] = index;
        return;
    }
    Diag *diag = complain(reader, index, "unknown column", name);
    diag->hint = diag_hint(reader->arena, name, COLUMNS, COLUMN_COUNT);
    if (!diag->hint.len) diag->hint = STR("fact, value, unit, from and to");
}

static bool read_header(TableReader *reader) {
    bool found = next_row(reader);
    for (size_t c = 0; c < COLUMN_COUNT; c++) reader->at[c] = NOWHERE;
    for (size_t i = 0; found && i < reader->cells.count; i++) read_column(reader, i);
    for (size_t c = NAME; c <= VALUE; c++)
        if (reader->at[c] == NOWHERE)
            complain(reader, 0, "table has no column", COLUMNS[c]);
    return reader->at[NAME] != NOWHERE && reader->at[VALUE] != NOWHERE;
}

// ---- The facts

static Str cell(const TableReader *reader, FactColumn column) {
    size_t index = reader->at[column];
    return index < reader->cells.count ? str_trim(reader->cells.items[index]) : (Str){0};
}

static Str keep(const TableReader *reader, FactColumn column) {
    Str copy = str_copy(reader->arena, cell(reader, column));
    return text_fold(reader->arena, copy).text;
}

// The start of the day in a cell, or of the one `after` it; `open` where the cell is
// empty.
static int64_t read_day(TableReader *reader, FactColumn column, int after, int64_t open) {
    int64_t ms;
    Str text = cell(reader, column), model = STR("2026-03-31");
    if (!text.len) return open;
    if (text.len == model.len && date_parse(text, &ms))
        return ms + after * (int64_t)DAY_MS;
    complain(reader, reader->at[column], "bad day", text)->hint =
        STR("a day is written 2026-03-31");
    return open;
}

// A unit makes a number of the value; a value without one may hold its own.
static void read_amount(TableReader *reader, Fact *fact) {
    fact->is_amount = amount_parse(fact->value, &fact->amount);
    if (!fact->unit.len) return;
    if (!fact->is_amount || fact->amount.unit.len)
        complain(reader, reader->at[VALUE],
                 fact->is_amount ? "value has a unit already" : "value is no number",
                 cell(reader, VALUE));
    fact->amount.unit = fact->unit;
}

static void read_fact(TableReader *reader, FactTable *table) {
    Fact fact = {.name = keep(reader, NAME),
                 .value = keep(reader, VALUE),
                 .unit = keep(reader, UNIT),
                 .from_ms = read_day(reader, FROM, 0, INT64_MIN),
                 .before_ms = read_day(reader, TO, 1, INT64_MAX)};
    if (!fact.name.len)
        complain(reader, reader->at[NAME], "row without a fact", fact.name);
    if (!fact.value.len)
        complain(reader, reader->at[VALUE], "row without a value", fact.value);
    else
        read_amount(reader, &fact);
    if (fact.before_ms <= fact.from_ms)
        complain(reader, reader->at[TO], "last day before the first", cell(reader, TO));
    if (reader->cells.count > reader->columns)
        complain(reader, reader->columns, "more cells than columns", (Str){0})->hint =
            STR("a value with a comma stands in quotes");
    *vec_push(reader->arena, &table->facts) = fact;
}

// What a code page was guessed to be may be wrong, and a price with it.
static void warn_encoding(const Source *source, Str path, Diags *diags) {
    Str encoding = source_encoding(source);
    if (!encoding.len) return;
    Diag *diag = diag_add(diags, DIAG_WARNING, (Place){.path = path},
                          "table in %.*s, converted", STR_ARG(encoding));
    diag->hint = STR("save it as UTF-8");
}

bool fact_table_read(Arena *arena, Str path, FactTable *table, Diags *diags) {
    Source source;
    Arena scratch = {0};
    TableReader reader = {.arena = arena, .scratch = &scratch, .diags = diags};
    size_t errors = diags->errors;
    *table = (FactTable){.path = path};
    if (source_open(&source, path)) {
        rows_open(&reader.rows, &scratch, &source, path);
        bool headed = read_header(&reader);
        reader.columns = reader.cells.count;
        while (headed && next_row(&reader)) read_fact(&reader, table);
        rows_close(&reader.rows);
        warn_encoding(&source, path, diags);
        source_close(&source);
    }
    if (source.problem[0])
        diag_add(diags, DIAG_ERROR, (Place){.path = path}, "%s", source.problem);
    arena_free(&scratch);
    table->broken = diags->errors > errors;
    return !table->broken;
}

bool fact_table_has(const FactTable *table, Str name) {
    vec_each(const Fact, fact, &table->facts)
        if (str_eq(fact->name, name)) return true;
    return false;
}

bool fact_table_dated(const FactTable *table, Str name) {
    vec_each(const Fact, fact, &table->facts)
        if (str_eq(fact->name, name) &&
            (fact->from_ms != INT64_MIN || fact->before_ms != INT64_MAX))
            return true;
    return false;
}
