#include "text/columns.h"

#include "base/utf8.h"

typedef struct {
    const char *field;     // as in --map FIELD=COLUMN
    bool timed;            // the name may end in a unit of time
    const char *names[20]; // ends with NULL; the first that a file has is taken
} KnownColumn;

static const KnownColumn KNOWN[COLUMN_KINDS] = {
    [COLUMN_CALL] = {"call_id",
                     false,
                     {"call_id", "call", "conversation_id", "conversation",
                      "transcript_id", "contact_id", "interaction_id", "session_id",
                      "chat_id", "ticket_id", "dialogue_id", "dialog_id", "dialogue",
                      "communication_id", "id"}},
    [COLUMN_AGENT] = {"agent",
                      false,
                      {"agent", "agent_id", "rep", "rep_id", "representative",
                       "representative_id", "advisor", "advisor_id", "adviser",
                       "adviser_id", "operator", "operator_id", "employee",
                       "employee_id"}},
    [COLUMN_AGENT_NAME] = {"agent_name",
                           false,
                           {"agent_name", "rep_name", "representative_name",
                            "advisor_name", "adviser_name", "operator_name",
                            "employee_name"}},
    [COLUMN_TEAM] = {"team", false, {"team", "team_name", "agent_team", "team_id"}},
    [COLUMN_CHANNEL] = {"channel", false, {"channel", "media_type", "medium"}},
    [COLUMN_CUSTOMER] = {"customer",
                         false,
                         {"customer", "customer_id", "client", "client_id", "caller",
                          "caller_id", "visitor_id"}},
    [COLUMN_STARTED_AT] = {"started_at",
                           true,
                           {"started_at", "call_start", "call_started_at",
                            "call_start_time", "conversation_start",
                            "conversation_start_time", "call_date", "call_datetime"}},
    [COLUMN_WAIT] = {"wait",
                     true,
                     {"wait", "wait_time", "waiting", "waiting_time", "queue_time",
                      "time_in_queue"}},
    [COLUMN_SPEAKER] = {"speaker",
                        false,
                        {"speaker", "speaker_label", "speaker_name", "interlocutor",
                         "author", "participant", "sender", "author_name",
                         "participant_name", "sender_name", "speaker_id",
                         "participant_id"}},
    [COLUMN_ROLE] = {"role",
                     false,
                     {"role", "speaker_role", "participant_role", "author_role",
                      "sender_role", "speaker_type", "author_type", "sender_type",
                      "participant_type", "participant_purpose"}},
    [COLUMN_START] = {"start",
                      true,
                      {"start", "start_time", "start_offset", "offset", "begin",
                       "begin_time", "begin_offset", "turn_start", "start_timestamp",
                       "timestamp", "time", "datetime", "created_at", "sent_at",
                       "absolute_time"}},
    [COLUMN_END] = {"end",
                    true,
                    {"end", "end_time", "end_offset", "stop", "stop_time", "finish",
                     "turn_end", "end_timestamp", "ended_at"}},
    [COLUMN_TEXT] = {"text",
                     false,
                     {"text", "message", "utterance", "utterance_text", "content", "body",
                      "message_text", "turn_text", "message_body", "msg", "sentence",
                      "transcript", "transcript_text", "transcription", "call_transcript",
                      "chat_transcript", "conversation", "dialogue", "chat"}},
    [COLUMN_TURN] = {"turn",
                     false,
                     {"turn", "turn_number", "turn_id", "turn_index", "turn_no",
                      "utterance_id", "utterance_number", "message_id", "message_number",
                      "sequence", "sequence_number", "seq"}},
};

// In lower case, without blanks and signs: "Call ID", "call_id" and "callId" are one
// name.
static Str simplify(Arena *arena, Str name) {
    Str lower = str_lower(arena, name);
    char *text = arena_raw(arena, lower.len);
    size_t len = 0;
    for (size_t i = 0; i < lower.len; i++)
        if (byte_is_word(lower.ptr[i]) && lower.ptr[i] != '_') text[len++] = lower.ptr[i];
    return (Str){text, len};
}

// Whether a simplified name is the known one, whose '_' count for nothing.
static bool is_name(Str simple, const char *known) {
    size_t at = 0;
    for (; *known; known++) {
        if (*known == '_') continue;
        if (at == simple.len || simple.ptr[at++] != *known) return false;
    }
    return at == simple.len;
}

// Takes a unit of time off the end of a simplified name; gives its milliseconds, or 0.
static double take_unit(Str *simple) {
    static const struct {
        const char *unit;
        double ms;
    } UNITS[] = {{"milliseconds", 1}, {"millis", 1}, {"msec", 1},  {"ms", 1},
                 {"usec", 1e-3},      {"us", 1e-3},  {"ns", 1e-6}, {"seconds", 1e3},
                 {"secs", 1e3},       {"sec", 1e3},  {"s", 1e3}};
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++) {
        Str unit = str_from(UNITS[i].unit);
        if (!str_ends(*simple, unit)) continue;
        simple->len -= unit.len;
        return UNITS[i].ms;
    }
    return 0;
}

#define NO_RANK UINT32_MAX

static uint32_t rank_among(const char *const *names, Str simple) {
    for (uint32_t i = 0; names[i]; i++)
        if (is_name(simple, names[i])) return i;
    return NO_RANK;
}

// How good a name is for a kind of column: 0 is best.
static uint32_t rank_of(ColumnKind kind, Str simple, double *unit_ms) {
    const KnownColumn *known = &KNOWN[kind];
    *unit_ms = 0;
    uint32_t rank = rank_among(known->names, simple);
    if (rank != NO_RANK || !known->timed) return rank;
    *unit_ms = take_unit(&simple);
    if (kind == COLUMN_STARTED_AT && str_starts(simple, STR("started"))) return 0;
    return *unit_ms > 0 ? rank_among(known->names, simple) : NO_RANK;
}

static ColumnKind kind_of_field(Str field) {
    for (ColumnKind kind = COLUMN_CALL; kind < COLUMN_KINDS; kind++)
        if (str_eq(field, str_from(KNOWN[kind].field))) return kind;
    return COLUMN_EXTRA;
}

static void complain_of_field(const ColumnMap *map, Diags *diags) {
    Str fields[COLUMN_KINDS] = {0};
    for (ColumnKind kind = COLUMN_CALL; kind < COLUMN_KINDS; kind++)
        fields[kind] = str_from(KNOWN[kind].field);
    Diag *diag = diag_add(diags, DIAG_ERROR, (Place){.path = STR("--map")},
                          "unknown field '%.*s'", STR_ARG(map->field));
    diag->hint = diag_hint(diags->arena, map->field, fields, COLUMN_KINDS);
}

// A column holds one field, and a field is in one column: of two, one would be lost.
static void complain_of_clash(const ColumnMap *earlier, const ColumnMap *later,
                              Diags *diags) {
    bool column = str_eq_fold(earlier->column, later->column);
    Str a = column ? earlier->field : earlier->column,
        b = column ? later->field : later->column;
    diag_add(diags, DIAG_ERROR, (Place){.path = STR("--map")},
             column ? "column '%.*s' cannot be both '%.*s' and '%.*s'"
                    : "field '%.*s' cannot be in both '%.*s' and '%.*s'",
             STR_ARG(column ? earlier->column : earlier->field), STR_ARG(a), STR_ARG(b));
}

bool columns_check_map(const ReadOptions *options, Diags *diags) {
    size_t errors = diags->errors;
    vec_each(const ColumnMap, map, &options->columns) {
        if (!kind_of_field(map->field)) complain_of_field(map, diags);
        for (const ColumnMap *earlier = options->columns.items; earlier < map;
             earlier++) {
            bool same_field = str_eq(earlier->field, map->field);
            bool same_column = str_eq_fold(earlier->column, map->column);
            if (same_field != same_column) complain_of_clash(earlier, map, diags);
        }
    }
    return diags->errors == errors;
}

static bool is_known(Arena *arena, Str name, const ReadOptions *options) {
    double unit_ms;
    Str simple = simplify(arena, name);
    for (ColumnKind kind = COLUMN_CALL; kind < COLUMN_KINDS; kind++)
        if (rank_of(kind, simple, &unit_ms) != NO_RANK) return true;
    vec_each(const ColumnMap, map, &options->columns)
        if (str_eq_fold(map->column, name)) return true;
    return false;
}

size_t columns_known(Arena *arena, Cells header, const ReadOptions *options) {
    size_t known = 0;
    for (size_t i = 0; i < header.count; i++)
        known += is_known(arena, str_trim(header.items[i]), options);
    return known;
}

static void assign(Columns *columns, size_t index, ColumnKind kind) {
    columns->items[index].kind = kind;
    columns->at[kind] = (uint32_t)index;
}

// The same word is another's role in a column that is named as Genesys Cloud names it.
static void choose_roles(Columns *columns, Arena *arena) {
    uint32_t at = columns->at[COLUMN_ROLE];
    if (at == NO_COLUMN) return;
    Column *column = &columns->items[at];
    bool purpose = is_name(simplify(arena, column->name), "participant_purpose");
    column->parse_role = purpose ? role_from_purpose : role_from_type;
}

static size_t find_column(const Columns *columns, Str name) {
    for (size_t i = 0; i < columns->count; i++)
        if (str_eq_fold(columns->items[i].name, name)) return i;
    return columns->count;
}

static void complain_of_map(const Columns *columns, Input *input, const ColumnMap *map) {
    Str *names = arena_array(&input->arena, Str, columns->count);
    for (size_t i = 0; i < columns->count; i++) names[i] = columns->items[i].name;
    Str text = str_format(&input->arena, "no column '%.*s' for field '%.*s'",
                          STR_ARG(map->column), STR_ARG(map->field));
    Diag *diag = input_fail(input, input_place(input, 1, 1), text);
    diag->hint = diag_hint(&input->arena, map->column, names, columns->count);
}

static bool assign_mapped(Columns *columns, Input *input) {
    bool good = true;
    vec_each(const ColumnMap, map, &input->options->columns) {
        size_t index = find_column(columns, map->column);
        ColumnKind kind = kind_of_field(map->field);
        if (index < columns->count)
            assign(columns, index, kind);
        else
            complain_of_map(columns, input, map), good = false;
        if (!good) continue;
        Str simple = simplify(&input->arena, map->column);
        if (KNOWN[kind].timed)
            columns->items[index].style = time_style(take_unit(&simple));
    }
    return good;
}

static void assign_best(Columns *columns, Arena *arena, ColumnKind kind) {
    uint32_t best = NO_RANK;
    for (size_t i = 0; i < columns->count; i++) {
        double unit_ms;
        Column *column = &columns->items[i];
        uint32_t rank = rank_of(kind, simplify(arena, column->name), &unit_ms);
        if (column->kind != COLUMN_EXTRA || rank >= best) continue;
        if (best != NO_RANK) columns->items[columns->at[kind]].kind = COLUMN_EXTRA;
        assign(columns, i, kind);
        column->style = time_style(unit_ms);
        best = rank;
    }
}

// "id" beside a speaker is that of the turn.
static void unassign_turn_id(Columns *columns) {
    uint32_t at = columns->at[COLUMN_CALL];
    if (at == NO_COLUMN || !str_eq_fold(columns->items[at].name, STR("id"))) return;
    if (columns->at[COLUMN_SPEAKER] == NO_COLUMN && columns->at[COLUMN_ROLE] == NO_COLUMN)
        return;
    columns->items[at].kind = COLUMN_EXTRA;
    columns->at[COLUMN_CALL] = NO_COLUMN;
}

static bool require(const Columns *columns, Input *input, ColumnKind kind,
                    const char *what) {
    if (columns->at[kind] != NO_COLUMN) return true;
    Buf names = {.arena = &input->arena};
    for (const char *const *name = KNOWN[kind].names; *name; name++)
        buf_format(&names, "%s'%s'", names.len ? ", " : "", *name);
    Str text = str_format(&input->arena, "no column for the %s: looked for %.*s", what,
                          STR_ARG(buf_str(&names)));
    Diag *diag = input_fail(input, input_place(input, 1, 1), text);
    diag->hint = str_format(&input->arena, "give --map %s=COLUMN", KNOWN[kind].field);
    return false;
}

static void name_columns(Columns *columns, Arena *arena, Cells header) {
    size_t repaired = 0;
    *columns = (Columns){.count = header.count};
    columns->items = arena_array(arena, Column, header.count);
    for (size_t i = 0; i < header.count; i++)
        columns->items[i].name =
            str_copy(arena, utf8_repair(arena, str_trim(header.items[i]), &repaired));
    for (ColumnKind kind = 0; kind < COLUMN_KINDS; kind++) columns->at[kind] = NO_COLUMN;
}

static void assign_all_best(Columns *columns, Arena *arena) {
    for (ColumnKind kind = COLUMN_CALL; kind < COLUMN_KINDS; kind++)
        if (columns->at[kind] == NO_COLUMN) assign_best(columns, arena, kind);
}

ColumnKind column_named(Arena *arena, Str name, double *unit_ms) {
    Str simple = simplify(arena, name);
    ColumnKind best = COLUMN_EXTRA;
    uint32_t least = NO_RANK;
    *unit_ms = 0;
    for (ColumnKind kind = COLUMN_CALL; kind < COLUMN_KINDS; kind++) {
        double unit;
        uint32_t rank = rank_of(kind, simple, &unit);
        if (rank >= least) continue;
        least = rank;
        best = kind;
        *unit_ms = unit;
    }
    return best;
}

void columns_find(Columns *columns, Arena *arena, Cells header) {
    name_columns(columns, arena, header);
    assign_all_best(columns, arena);
}

// "id" alone is mostly the row's own.
static bool is_call_id(Arena *arena, const Column *column) {
    double unit_ms;
    return column->kind == COLUMN_EXTRA && !str_eq_fold(column->name, STR("id")) &&
           column_named(arena, column->name, &unit_ms) == COLUMN_CALL;
}

bool columns_read(Columns *columns, Input *input, Cells header) {
    Arena *arena = &input->arena;
    name_columns(columns, arena, header);
    bool known = columns_known(arena, header, input->options) > 0;
    if (!known)
        input_fail(
            input, input_place(input, 1, 1),
            STR("no known column names in the first line, which must be a header"));
    if (!known) return false;
    bool good = assign_mapped(columns, input);
    assign_all_best(columns, arena);
    unassign_turn_id(columns);
    choose_roles(columns, arena);
    if (columns->at[COLUMN_SPEAKER] == NO_COLUMN && columns->at[COLUMN_ROLE] != NO_COLUMN)
        assign(columns, columns->at[COLUMN_ROLE], COLUMN_SPEAKER);
    good = require(columns, input, COLUMN_TEXT, "text") && good;
    for (size_t i = 0; i < columns->count; i++) {
        Column *column = &columns->items[i];
        column->is_id = is_call_id(arena, column);
        if (column->kind == COLUMN_EXTRA) column->field = columns->fields++;
    }
    return good;
}
