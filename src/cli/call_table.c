#include "cli/call_table.h"

#include "base/listing.h"

// A row as it waits: the columns before those of fields and the fields known by then;
// then the columns behind them.
typedef struct {
    uint32_t fields, head, tail; // number of fields; bytes
} RowSizes;

static const ListColumn CALL_COLUMNS[] = {
    {"call_id", LIST_TEXT, offsetof(Call, id)},
    {"agent", LIST_TEXT, offsetof(Call, agent)},
    {"agent_name", LIST_TEXT, offsetof(Call, agent_name)},
    {"team", LIST_TEXT, offsetof(Call, team)},
    {"channel", LIST_TEXT, offsetof(Call, channel)},
    {"customer", LIST_TEXT, offsetof(Call, customer)},
    {"started_at", LIST_DATE, offsetof(Call, started_at)},
    {"wait", LIST_NUMBER, offsetof(Call, wait_ms)}, // in seconds
    {0},
};
static const ListColumn TURN_COLUMNS[] = {
    {"start_ms", LIST_INT, offsetof(Turn, start_ms)},
    {"end_ms", LIST_INT, offsetof(Turn, end_ms)},
    {"text", LIST_TEXT, offsetof(Turn, text)},
    {0},
};

Call call_of_turn(Arena *arena, const Call *call, const Turn *turn) {
    Call own = *call;
    if (!turn->agent) return own;
    const Agent *agent = &call->agents.items[turn->agent - 1];
    own.agent = agent->id;
    own.agent_name = agent->name;
    own.team = agent->team;
    if (!agent->id.len && !agent->name.len)
        own.agent = str_format(arena, "%.*s#%u", STR_ARG(call->id), turn->agent);
    return own;
}

bool call_table_open(CallTable *table) {
    *table = (CallTable){.rows = tmpfile()};
    return table->rows;
}

static void add_fields(CallTable *table, const Call *call) {
    vec_each(const Field, field, &call->fields) {
        bool known = str_eq(field->name, STR("wait")) ||
                     map_get(&table->numbers, field->name) != MAP_NONE;
        if (known) continue;
        Str name = str_copy(&table->arena, field->name);
        map_add(&table->arena, &table->numbers, name, (uint32_t)table->fields.len);
        *vec_push(&table->arena, &table->fields) = name;
    }
}

static void put_head(Buf *out, const CallTable *table, const Call *call) {
    list_put_cells(out, CALL_COLUMNS, call);
    vec_each(const Str, name, &table->fields) list_put_cell(out, call_field(call, *name));
}

static void put_tail(Buf *out, const Turn *turn) {
    list_put_cell(out,
                  turn->role == ROLE_UNKNOWN ? turn->speaker : role_name(turn->role));
    list_put_csv(out, TURN_COLUMNS, turn);
}

static bool write_row(CallTable *table, Str head, Str tail) {
    const RowSizes sizes = {(uint32_t)table->fields.len, (uint32_t)head.len,
                            (uint32_t)tail.len};
    return fwrite(&sizes, sizeof sizes, 1, table->rows) == 1 &&
           fwrite(head.ptr, 1, head.len, table->rows) == head.len &&
           fwrite(tail.ptr, 1, tail.len, table->rows) == tail.len;
}

bool call_table_add(CallTable *table, const Call *call) {
    Arena arena = {0};
    Buf head = {.arena = &arena}, tail = {.arena = &arena};
    bool good = true;
    table->any = true;
    add_fields(table, call);
    vec_each(const Turn, turn, &call->turns) {
        Call own = call_of_turn(&arena, call, turn);
        head.len = tail.len = 0;
        put_head(&head, table, &own);
        put_tail(&tail, turn);
        good = good && write_row(table, buf_str(&head), buf_str(&tail));
    }
    arena_free(&arena);
    return good;
}

static void put_header(Buf *out, const CallTable *table) {
    list_put_names(out, CALL_COLUMNS);
    vec_each(const Str, name, &table->fields) list_put_cell(out, *name);
    buf_text(out, "speaker,");
    list_put_header(out, TURN_COLUMNS);
}

// The next row, with empty cells for the fields that were not known when it was written;
// false after the last.
static bool next_row(CallTable *table, Buf *row) {
    RowSizes sizes;
    if (fread(&sizes, sizeof sizes, 1, table->rows) != 1) return false;
    char *bytes = arena_raw(row->arena, (size_t)sizes.head + sizes.tail);
    if (fread(bytes, 1, (size_t)sizes.head + sizes.tail, table->rows) !=
        (size_t)sizes.head + sizes.tail)
        return false;
    buf_put(row, (Str){bytes, sizes.head});
    for (size_t i = sizes.fields; i < table->fields.len; i++) buf_byte(row, ',');
    buf_put(row, (Str){bytes + sizes.head, sizes.tail});
    return true;
}

bool call_table_write(CallTable *table, Output *output) {
    Arena arena = {0};
    Buf row = {.arena = &arena};
    if (fflush(table->rows) != 0 || fseek(table->rows, 0, SEEK_SET) != 0) return false;
    if (table->any) put_header(&row, table);
    do {
        if (!output_put(output, buf_str(&row))) break;
        arena_reset(&arena);
        row = (Buf){.arena = &arena};
    } while (next_row(table, &row));
    arena_free(&arena);
    return !ferror(table->rows);
}

void call_table_close(CallTable *table) {
    if (table->rows) fclose(table->rows);
    arena_free(&table->arena);
}
