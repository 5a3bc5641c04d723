#include "text/header.h"

#include "base/map.h"
#include "call/words.h"
#include "format/input.h"
#include "text/call_row.h"
#include "text/speaker_labels.h"

static ColumnKind kind_of(Arena *arena, Str label) {
    double unit_ms;
    return column_named(arena, label, &unit_ms);
}

// What concerns the whole call, and is not what people are called.
static bool is_sure_key(Arena *arena, Str label) {
    if (role_from_label(label)) return false;
    switch (kind_of(arena, label)) {
    case COLUMN_CALL:
    case COLUMN_AGENT:
    case COLUMN_AGENT_NAME:
    case COLUMN_TEAM:
    case COLUMN_CHANNEL:
    case COLUMN_CUSTOMER:
    case COLUMN_STARTED_AT:
    case COLUMN_WAIT: return true;
    case COLUMN_EXTRA:
    case COLUMN_SPEAKER:
    case COLUMN_ROLE:
    case COLUMN_START:
    case COLUMN_END:
    case COLUMN_TEXT:
    case COLUMN_TURN:
    case COLUMN_KINDS: break;
    }
    return false;
}

// What a block that an empty line ends may be known by as well.
static bool is_head_word(Str label) {
    static const char *const WORDS[] = {"date",     "time",  "duration",  "subject",
                                        "language", "queue", "direction", "reference",
                                        "phone",    "email", "e-mail",    NULL};
    return str_is_one_of(label, WORDS);
}

// What somebody says, and not what somebody is called.
static bool is_sentence(Str said) {
    enum { WORDS_MAX = 6 };
    return said.len &&
           (strchr(".?!", said.ptr[said.len - 1]) || text_words(said) > WORDS_MAX);
}

bool header_is_call_id(Arena *arena, const TextLine *line) {
    bool alone = str_eq_fold(line->label, STR("id"));
    return line->label.len && line->said.len && !line->time.len && !alone &&
           line->form <= FORM_MARKED && kind_of(arena, line->label) == COLUMN_CALL;
}

static Str trim_ornaments(Str s) {
    while (s.len && strchr("#=-*_ ", s.ptr[0])) s = str_slice(s, 1, s.len);
    while (s.len && strchr("#=-*_: ", s.ptr[s.len - 1])) s.len--;
    return s;
}

Str header_numbered(Str line, Str *kind) {
    static const char *const WORDS[] = {"call",     "conversation", "transcript",
                                        "chat",     "ticket",       "interaction",
                                        "dialogue", "case",         NULL};
    Str rest = trim_ornaments(line), word, id = {0};
    if (!str_next(&rest, ' ', &word)) return id;
    bool known = str_is_one_of(word, WORDS);
    rest = trim_ornaments(rest);
    bool number = false;
    for (size_t i = 0; i < rest.len; i++) {
        if (byte_is_space(rest.ptr[i])) return id;
        number |= byte_is_digit(rest.ptr[i]);
    }
    *kind = word;
    return known && number ? rest : id;
}

// ---- Where the block ends

// The line after those from `from` on that each have another label, no time, and nothing
// that an agent or a customer says.
static size_t distinct_end(Arena *arena, const TextLines *lines, size_t from) {
    enum { LINES_MAX = 200 };
    Map labels = {0};
    size_t at = from;
    for (; at < lines->len && at - from < LINES_MAX; at++) {
        const TextLine *line = &lines->items[at];
        uint32_t number = (uint32_t)(at - from);
        if (!line->label.len || line->time.len) break;
        if (role_from_label(line->label) && is_sentence(line->said)) break;
        if (map_add(arena, &labels, line->label, number) != number) break;
    }
    return at;
}

static bool has_label(const TextLines *lines, size_t from, Str label) {
    for (size_t i = from; i < lines->len; i++)
        if (str_eq_fold(lines->items[i].label, label)) return true;
    return false;
}

// Whether the block's agent or customer speaks below, and no label of it does.
static bool names_speakers(const TextLines *lines, size_t from, size_t end) {
    bool names = false;
    for (size_t i = from; i < end; i++) {
        const TextLine *line = &lines->items[i];
        if (has_label(lines, end, line->label)) return false;
        names |= line->said.len && role_from_label(line->label) &&
                 has_label(lines, end, line->said);
    }
    return names;
}

static size_t first_label(const TextLines *lines, size_t from) {
    size_t at = from;
    while (at < lines->len && !lines->items[at].label.len) at++;
    return at;
}

// A block with all that is said is no header.
static bool is_all(const TextLines *lines, size_t end) {
    return first_label(lines, end) == lines->len;
}

size_t header_end(Arena *arena, const TextLines *lines, size_t from) {
    size_t first = first_label(lines, from), sure = first;
    size_t end = distinct_end(arena, lines, first);
    for (size_t i = first; i < end; i++)
        if (is_sure_key(arena, lines->items[i].label)) sure = i + 1;
    bool parted = end < lines->len && !lines->items[end].text.len;
    bool headed = sure > first;
    for (size_t i = first; i < end; i++) headed |= is_head_word(lines->items[i].label);
    if (parted && !is_all(lines, end) && (headed || names_speakers(lines, first, end)))
        return end;
    return sure > first && !is_all(lines, sure) ? sure : from;
}

// ---- What it says

static void complain(CallTask *task, const TextLine *line) {
    Str said = input_words(task->arena, task->input, line->said);
    Str text =
        str_format(task->arena, "bad %.*s %.*s", STR_ARG(line->label), STR_ARG(said));
    task_note(task, COMPLAINT_TIME, task_place(task, line->line, 1), text);
}

static void read_key(CallTask *task, const TextLine *line) {
    Column column = {.name = line->label};
    double unit_ms;
    column.kind = column_named(task->arena, line->label, &unit_ms);
    column.style = time_style(unit_ms);
    if (line->said.len && !call_row_set(task->arena, &task->call, &column, line->said))
        complain(task, line);
    else if (!line->said.len && column.kind == COLUMN_EXTRA)
        *vec_push(task->arena, &task->call.fields) = (Field){line->label, line->said};
}

// "# Call 2" of the file a is the call a-2; a longer id is one by itself.
static void read_heading(CallTask *task, const TextLine *line) {
    enum { NUMBER_MAX = 3 };
    Str kind, id = header_numbered(line->text, &kind);
    int64_t number;
    if (!id.len) return;
    if (id.len <= NUMBER_MAX && str_to_int(id, &number))
        id = str_format(task->arena, "%.*s-%.*s", STR_ARG(task->call.id), STR_ARG(id));
    task->call.id = id;
}

size_t header_read(CallTask *task, const TextLines *lines) {
    size_t at = 0;
    while (!lines->items[at].text.len) at++; // some line is not blank
    task->call.place = task_place(task, lines->items[at].line, 1);
    size_t end = header_end(task->arena, lines, at), first = first_label(lines, at);
    for (size_t i = at; i < first; i++) read_heading(task, &lines->items[i]);
    if (end == at) return at;
    for (size_t i = first; i < end; i++) read_key(task, &lines->items[i]);
    return end;
}
