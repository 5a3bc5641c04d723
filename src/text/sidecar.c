#include "text/sidecar.h"

#include "text/call_row.h"
#include "text/csv_times.h"

#include "base/file.h"
#include "base/utf8.h"

enum { KEY_MAX = 256 }; // bytes of an agent's name

// ---- Reading

typedef struct {
    Arena *arena;
    Diags *diags;
    Sidecar *sidecar;
    SidecarKind kind;
    Rows rows;
    Columns columns;
    const CsvRow *row;
    Cells cells; // of the row
} Load;

static bool fail(const Load *load, Str text) {
    diag_add(load->diags, DIAG_ERROR, (Place){.path = load->sidecar->path}, "%.*s",
             STR_ARG(text));
    return false;
}

// The first column that has one of the names; NO_COLUMN when none has.
static uint32_t find_named(const Columns *columns, const char *const *names) {
    for (; *names; names++)
        for (uint32_t i = 0; i < columns->count; i++)
            if (str_eq_fold(columns->items[i].name, str_from(*names))) return i;
    return NO_COLUMN;
}

// Names that mean something in a table of this kind only.
static void name_kind(Columns *columns, ColumnKind kind, const char *const *names) {
    uint32_t at = find_named(columns, names);
    if (columns->at[kind] != NO_COLUMN || at == NO_COLUMN) return;
    columns->at[kind] = at;
    columns->items[at].kind = kind;
}

static bool read_header(Load *load) {
    static const char *const CALLS[] = {"id",       "file", "file_name", "file name",
                                        "filename", "path", NULL};
    static const char *const STARTS[] = {"start", "start_time", "timestamp", NULL};
    static const char *const IDS[] = {"id", NULL}, *const NAMES[] = {"name", NULL};
    Columns *columns = &load->columns;
    CsvRow row;
    bool there = rows_next(&load->rows, &row);
    while (there && load->rows.numbered && !str_trim(row.text).len)
        there = rows_next(&load->rows, &row);
    if (!there || !str_trim(row.text).len)
        return fail(load, STR("no first line that names the columns"));
    columns_find(columns, load->arena, rows_cells(&load->rows, &row));
    if (load->kind == SIDECAR_AGENTS) {
        name_kind(columns, COLUMN_AGENT, IDS);
        name_kind(columns, COLUMN_AGENT_NAME, NAMES);
        return true;
    }
    name_kind(columns, COLUMN_CALL, CALLS);
    name_kind(columns, COLUMN_STARTED_AT, STARTS);
    if (columns->at[COLUMN_CALL] != NO_COLUMN) return true;
    return fail(load, STR("no column for the call: looked for 'call_id', 'id', 'file' "
                          "and their kin"));
}

static Diag *complain(const Load *load, size_t cell, Str text) {
    Place place = rows_place(&load->rows, load->row, cell);
    return diag_add(load->diags, DIAG_ERROR, place, "%.*s", STR_ARG(text));
}

// The key that a row is found by; {0} when the cell is none. Agents are looked for
// without regard to case.
static Str key_of(const Load *load, size_t cell) {
    ColumnKind kind = load->columns.items[cell].kind;
    bool is_key = load->kind == SIDECAR_CALLS ? kind == COLUMN_CALL : kind != COLUMN_TEAM;
    if (!is_key) return (Str){0};
    Str key = str_copy(load->arena, str_trim(load->cells.items[cell]));
    return load->kind == SIDECAR_AGENTS ? str_lower(load->arena, key) : key;
}

// Adds the row's keys; a key of an earlier row leads to that.
static void add_keys(Load *load) {
    Sidecar *sidecar = load->sidecar;
    uint32_t number = (uint32_t)sidecar->rows.len - 1;
    for (size_t i = 0; i < load->cells.count; i++) {
        Str key = key_of(load, i);
        if (!key.len) continue;
        uint32_t there = map_add(load->arena, &sidecar->keys, key, number);
        if (there == number) continue;
        complain(load, i,
                 str_format(load->arena, "'%.*s' has a row already, at line %u",
                            STR_ARG(key), sidecar->rows.items[there].place.line));
    }
}

static void add_row(Load *load) {
    Call *call = vec_push(load->arena, &load->sidecar->rows);
    size_t bad = call_row_read(load->arena, &load->columns, load->cells, call);
    call->place = rows_place(&load->rows, load->row, 0);
    if (bad < load->cells.count)
        complain(load, bad,
                 str_format(load->arena, "bad time '%.*s'",
                            STR_ARG(str_trim(load->cells.items[bad]))));
    add_keys(load);
}

static void repair(Load *load) {
    Str *good = arena_array(load->arena, Str, load->cells.count);
    size_t repaired = 0;
    for (size_t i = 0; i < load->cells.count; i++)
        good[i] = utf8_repair(load->arena, load->cells.items[i], &repaired);
    load->cells.items = good;
}

static void read_row(Load *load) {
    size_t want = load->columns.count, key = load->columns.at[COLUMN_CALL];
    load->cells = rows_cells(&load->rows, load->row);
    size_t have = load->cells.count;
    if (load->row->problem) {
        diag_add(load->diags, DIAG_ERROR, load->row->bad, "%s", load->row->problem);
        return;
    }
    if (have != want) {
        complain(load, have < want ? have : want,
                 str_format(load->arena, "row of %zu cells under a header of %zu", have,
                            want));
        return;
    }
    repair(load);
    if (load->kind == SIDECAR_CALLS && !str_trim(load->cells.items[key]).len)
        complain(load, key, STR("row without a call"));
    else
        add_row(load);
}

static bool read_rows(Load *load) {
    CsvRow row;
    if (!read_header(load)) return false;
    csv_times_judge(&load->rows, &load->columns);
    load->row = &row;
    while (rows_next(&load->rows, &row))
        if (str_trim(row.text).len) read_row(load);
    return true;
}

// Of a workbook, the first sheet that holds something.
static void skip_blank_sheets(Source *source) {
    size_t count = source->book ? source->book->sheets.len : 0;
    for (size_t i = 1; i < count && !str_trim(source_window(source)).len; i++)
        source_open_sheet(source, i);
}

bool sidecar_read(Arena *arena, Str path, SidecarKind kind, Sidecar *sidecar,
                  Diags *diags) {
    Source source;
    Load load = {.arena = arena, .diags = diags, .sidecar = sidecar, .kind = kind};
    *sidecar = (Sidecar){.path = path};
    if (!source_open(&source, path)) return fail(&load, str_from(source.problem));
    skip_blank_sheets(&source);
    rows_open(&load.rows, arena, &source, path);
    bool good = !source.archive && !source.problem[0] && read_rows(&load);
    if (source.archive) fail(&load, STR("an archive, where a table is expected"));
    if (source.problem[0]) good = fail(&load, str_from(source.problem));
    rows_close(&load.rows);
    source_close(&source);
    return good;
}

// ---- Looking up

static const Call *find(const Sidecar *sidecar, Str key) {
    uint32_t number = key.len ? map_get(&sidecar->keys, key) : MAP_NONE;
    return number == MAP_NONE ? NULL : &sidecar->rows.items[number];
}

// "a.json.gz", then "a.json", then "a"; the dots before the last '/' are of folders.
static const Call *find_endings(const Sidecar *sidecar, Str path) {
    size_t base = path.len - path_base(path).len;
    for (size_t at = path.len; at > base; at--) {
        bool ends = at == path.len || path.ptr[at] == '.';
        const Call *row = ends ? find(sidecar, str_slice(path, 0, at)) : NULL;
        if (row) return row;
    }
    return NULL;
}

const Call *sidecar_call(const Sidecar *sidecar, Str id, Str path) {
    const Call *row = find(sidecar, id);
    while (!row && path.len) {
        row = find_endings(sidecar, path);
        path = str_slice(path, str_index(path, 0, '/') + 1, path.len);
    }
    return row;
}

const Call *sidecar_agent(const Sidecar *sidecar, Str label) {
    char lower[KEY_MAX];
    if (label.len > KEY_MAX) return NULL;
    for (size_t i = 0; i < label.len; i++) {
        char c = label.ptr[i];
        lower[i] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return find(sidecar, (Str){lower, label.len});
}
