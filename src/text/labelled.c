// Labelled turns: a header, then one row per turn, cells separated by tabs. Nothing is
// quoted: a cell is what stands between two tabs.
#include "format/format.h"

#include "base/utf8.h"

typedef enum {
    CELL_DIALOGUE,
    CELL_TURN,
    CELL_ROLE,
    CELL_LABELS,
    CELL_TEXT,
    CELL_AGENT,
    CELL_KINDS
} LabelledColumn;
enum { LINE_MAX = 8 << 20 };

static const char *const NAMES[CELL_KINDS] = {"dialogue", "turn", "role",
                                              "labels",   "text", "agent"};
#define NO_CELL SIZE_MAX

typedef struct {
    Input *input;
    char newline;
    uint32_t line;         // of the first line not consumed
    size_t at[CELL_KINDS]; // the column of each, or NO_CELL
    size_t columns;        // in the header
    Str *cells;            // of the row being read, by column
    Role role;             // of that row
} LabelledFile;

// A row's bytes that were not UTF-8 are replaced as the call is made.
typedef struct {
    Arena *arena;
    size_t repaired;
    Place repaired_at; // the first
} Repair;

// ---- Lines and cells

// The first line not consumed, without its end; false after the last.
static bool peek_line(const LabelledFile *file, Str *line) {
    Source *source = &file->input->source;
    if (!source_has(source, 0)) return false;
    size_t end = source_find(source, 0, file->newline, LINE_MAX);
    *line = str_slice(source_window(source), 0, end);
    if (str_ends(*line, STR("\r"))) line->len--;
    return true;
}

static void consume_line(LabelledFile *file) {
    Source *source = &file->input->source;
    size_t end = source_find(source, 0, file->newline, LINE_MAX);
    bool ended = end < source_window(source).len;
    file->line += ended;
    source_consume(source, end + ended);
}

static Str cell_of(const LabelledFile *file, LabelledColumn cell) {
    return file->at[cell] == NO_CELL ? (Str){0} : file->cells[file->at[cell]];
}

// Where a column of the line begins.
static Place place_of(const LabelledFile *file, Str line, size_t column) {
    size_t at = 0;
    for (; column > 0 && at < line.len; at++) column -= line.ptr[at] == '\t';
    return input_place(file->input, file->line,
                       (uint32_t)utf8_count(str_slice(line, 0, at)) + 1);
}

// ---- The header

static size_t find_column(Str header, const char *name, size_t *columns) {
    Str cell;
    size_t found = NO_CELL;
    for (*columns = 0; str_next(&header, '\t', &cell); ++*columns)
        if (found == NO_CELL && str_eq_fold(str_trim(cell), str_from(name)))
            found = *columns;
    return found;
}

static bool is_required(LabelledColumn cell) {
    return cell != CELL_TURN && cell != CELL_AGENT;
}

// Complains of what the header lacks.
static bool read_header(LabelledFile *file) {
    Input *input = file->input;
    Str line = {0};
    while (peek_line(file, &line) && !str_trim(line).len) consume_line(file);
    for (LabelledColumn cell = 0; cell < CELL_KINDS; cell++) {
        file->at[cell] = find_column(line, NAMES[cell], &file->columns);
        if (file->at[cell] != NO_CELL || !is_required(cell)) continue;
        Str text = str_format(&input->arena, "no column '%s'", NAMES[cell]);
        Diag *diag = input_fail(input, input_place(input, file->line, 1), text);
        diag->hint = STR("the header is dialogue, turn, role, labels, text, with tabs");
        return false;
    }
    consume_line(file);
    file->cells = arena_array(&input->arena, Str, file->columns);
    return true;
}

static void *open_labels(Input *input) {
    LabelledFile *file = arena_new(&input->arena, LabelledFile);
    *file = (LabelledFile){
        .input = input, .newline = source_newline(&input->source), .line = 1};
    return read_header(file) ? file : NULL;
}

// ---- Rows

// The complaint, for a hint, or NULL when it was only counted.
static Diag *refuse(LabelledFile *file, Str line, size_t column, Str text) {
    return input_complain(file->input, COMPLAINT_ROW, place_of(file, line, column), text);
}

static bool split(LabelledFile *file, Str line) {
    Str rest = line, cell;
    size_t count = 0;
    for (; str_next(&rest, '\t', &cell); count++)
        if (count < file->columns) file->cells[count] = cell;
    if (count == file->columns) return true;
    Diag *diag =
        refuse(file, line, count < file->columns ? count : file->columns,
               str_format(&file->input->arena, "row of %zu cells under a header of %zu",
                          count, file->columns));
    if (diag) diag->hint = STR("a tab stands between two cells, and in none");
    return false;
}

static bool read_role(LabelledFile *file, Str line) {
    Str names[ROLE_COUNT], word = str_trim(cell_of(file, CELL_ROLE));
    for (Role role = 0; role < ROLE_COUNT; role++) {
        names[role] = role_name(role);
        file->role = role;
        if (str_eq_fold(word, names[role])) return true;
    }
    Str text = str_format(&file->input->arena, "unknown role %.*s",
                          STR_ARG(input_label(&file->input->arena, file->input, word)));
    Diag *diag = refuse(file, line, file->at[CELL_ROLE], text);
    if (!diag) return false;
    diag->hint = diag_hint(&file->input->arena, word, names, ROLE_COUNT);
    if (!diag->hint.len) diag->hint = STR("agent, customer, system or unknown");
    return false;
}

// The numbers may have gaps, and a spreadsheet makes 12.0 of 12; that they are numbers
// tells a row from a task of one.
static bool check_turn(LabelledFile *file, Str line) {
    double number;
    if (file->at[CELL_TURN] == NO_CELL) return true;
    Str cell = cell_of(file, CELL_TURN);
    if (str_to_double(str_trim(cell), &number)) return true;
    Str text = str_format(&file->input->arena, "bad turn %.*s",
                          STR_ARG(input_words(&file->input->arena, file->input, cell)));
    Diag *diag = refuse(file, line, file->at[CELL_TURN], text);
    if (diag) diag->hint = STR("expected a number");
    return false;
}

static bool check_dialogue(LabelledFile *file, Str line) {
    if (str_trim(cell_of(file, CELL_DIALOGUE)).len) return true;
    refuse(file, line, file->at[CELL_DIALOGUE], STR("row without a dialogue"));
    return false;
}

// Puts the cells of the next good row, which is not consumed, where they belong; false
// after the last.
static bool peek_row(LabelledFile *file) {
    Str line;
    for (; peek_line(file, &line); consume_line(file))
        if (str_trim(line).len && split(file, line) && check_dialogue(file, line) &&
            check_turn(file, line) && read_role(file, line))
            return true;
    return false;
}

// ---- Calls

static Str keep(const LabelledFile *file, Repair *repair, LabelledColumn cell) {
    size_t before = repair->repaired;
    Str text = str_copy(repair->arena, cell_of(file, cell));
    text = utf8_repair(repair->arena, text, &repair->repaired);
    if (!before && repair->repaired)
        repair->repaired_at = input_place(file->input, file->line, 1);
    return text;
}

static Turn make_turn(const LabelledFile *file, Repair *repair) {
    return (Turn){.speaker = role_name(file->role),
                  .text = keep(file, repair, CELL_TEXT),
                  .labels = str_trim(keep(file, repair, CELL_LABELS)),
                  .start_ms = NO_TIME,
                  .end_ms = NO_TIME,
                  .place = input_place(file->input, file->line, 1),
                  .role = file->role};
}

// The rows from the one peeked at on that have its id: cut and read in one go.
static bool labelled_cut(void *state, CallTask *task) {
    LabelledFile *file = state;
    Arena *arena = task->arena;
    Call *call = &task->call;
    if (!peek_row(file)) return false;
    Repair repair = {.arena = arena};
    Str id = str_copy(arena, str_trim(cell_of(file, CELL_DIALOGUE)));
    *call = (Call){.started_at = NO_TIME,
                   .wait_ms = NO_TIME,
                   .place = input_place(file->input, file->line, 1)};
    call->id = str_trim(keep(file, &repair, CELL_DIALOGUE));
    do {
        if (!call->agent.len) call->agent = str_trim(keep(file, &repair, CELL_AGENT));
        task->bytes += cell_of(file, CELL_TEXT).len; // of all
        if (task->bytes <= CALL_BYTES_MOST && call->turns.len <= CALL_TURNS_MOST)
            *vec_push(arena, &call->turns) = make_turn(file, &repair);
        consume_line(file);
    } while (peek_row(file) && str_eq(str_trim(cell_of(file, CELL_DIALOGUE)), id));
    if (repair.repaired) task_repaired(task, repair.repaired_at, repair.repaired);
    return true;
}

static const char *labelled_sniff(Input *input) {
    Str head = source_window(&input->source);
    Str line = str_slice(head, 0, str_index(head, 0, source_newline(&input->source)));
    size_t columns;
    for (LabelledColumn cell = 0; cell < CELL_KINDS; cell++)
        if (is_required(cell) && find_column(line, NAMES[cell], &columns) == NO_CELL)
            return NULL;
    return "the first line is that of labelled turns";
}

const Format FORMAT_LABELS = {
    .info = {.name = "labels",
             .summary =
                 "labelled turns: one row per turn under a header, with tabs, no quotes",
             .times = "none",
             .roles = "by the role column"},
    .sniff = labelled_sniff,
    .open = open_labels,
    .cut = labelled_cut,
};
