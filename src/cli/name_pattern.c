#include "cli/name_pattern.h"

#include "base/utf8.h"
#include "match/code.h"
#include "text/call_row.h"

struct NamePattern {
    Code *code;
    CodeRunner *runner;
    const GroupName *groups;
    Columns columns; // the groups' names, as if they were a header
};

// The groups' texts as a row of cells; empty where a group took no part.
static Cells row_of(const NamePattern *pattern, Arena *arena, Str path) {
    uint32_t count;
    const size_t *spans = code_runner_spans(pattern->runner, &count);
    Str *cells = arena_array(arena, Str, pattern->columns.count);
    for (size_t i = 0; i < pattern->columns.count; i++) {
        uint32_t group = pattern->groups[i].group;
        const size_t *span = &spans[(size_t)2 * group];
        if (group < count && span[0] != SPAN_UNSET)
            cells[i] = str_slice(path, span[0], span[1]);
    }
    return (Cells){cells, pattern->columns.count};
}

static Str read_name(void *context, Arena *arena, Str path, Call *call) {
    const NamePattern *pattern = context;
    size_t repaired = 0;
    Str good = utf8_repair(arena, path, &repaired);
    *call = (Call){.started_at = NO_TIME, .wait_ms = NO_TIME};
    CodeText text = code_text(good);
    code_runner_take(pattern->runner, &text);
    if (code_search(pattern->code, pattern->runner, 0, PATTERN_STEPS) != RUN_FOUND)
        return STR("the file's name does not match --name-pattern");
    Cells cells = row_of(pattern, arena, good);
    size_t bad = call_row_read(arena, &pattern->columns, cells, call);
    if (bad == cells.count) return (Str){0};
    return str_format(arena, "bad %.*s '%.*s' in the file's name",
                      STR_ARG(pattern->columns.items[bad].name),
                      STR_ARG(cells.items[bad]));
}

static void complain(Diags *diags, Str regex, size_t offset, Str text) {
    Place place = {.path = STR("--name-pattern"), .line = 1};
    place.col = (uint32_t)utf8_count(str_slice(regex, 0, offset)) + 1;
    Diag *diag = diag_add(diags, DIAG_ERROR, place, "%.*s", STR_ARG(text));
    diag->source = str_copy(diags->arena, regex);
}

static void name_columns(NamePattern *pattern, Arena *arena, uint32_t count) {
    Str *names = arena_array(arena, Str, count);
    for (uint32_t i = 0; i < count; i++) names[i] = pattern->groups[i].name;
    columns_find(&pattern->columns, arena, (Cells){names, count});
}

NamePattern *name_pattern_open(Arena *arena, Str regex, ReadOptions *read, Diags *diags) {
    PatternError error;
    uint32_t count;
    NamePattern *pattern = arena_new(arena, NamePattern);
    const PatternSpec spec = {.regex = regex};
    pattern->code = code_new(arena, &spec, &error);
    if (!pattern->code) {
        complain(diags, regex, error.offset,
                 str_format(arena, "bad regular expression: %.*s", STR_ARG(error.text)));
        return NULL;
    }
    pattern->runner = code_runner_new(arena);
    pattern->groups = code_names(arena, pattern->code, &count);
    name_columns(pattern, arena, count);
    read->read_name = read_name;
    read->name_context = pattern;
    if (count) return pattern;
    complain(diags, regex, 0, STR("no named group, such as (?<agent>...)"));
    name_pattern_close(pattern);
    return NULL;
}

void name_pattern_close(NamePattern *pattern) {
    if (!pattern) return;
    code_runner_free(pattern->runner);
    code_free(pattern->code);
}
