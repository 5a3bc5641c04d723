#include "call/input.h"

enum { ON_THE_SPOT = 20 };

Place input_place(const Input *input, uint32_t line, uint32_t col) {
    return (Place){.path = input->path, .line = line, .col = col};
}

static DiagLevel level_of(ComplaintKind kind) {
    bool loses = kind == COMPLAINT_TIME || kind == COMPLAINT_ROW;
    return loses ? DIAG_ERROR : DIAG_WARNING;
}

static Diag *complain(Input *input, DiagLevel level, Place place, Str text) {
    return diag_add(input->diags, level, place, "%.*s", STR_ARG(text));
}

Diag *input_complain(Input *input, ComplaintKind kind, Place place, Str call, Str text) {
    if (++input->complaints[kind] > ON_THE_SPOT) return NULL;
    Diag *diag = complain(input, level_of(kind), place, text);
    diag->call = str_copy(input->diags->arena, call);
    return diag;
}

void input_blemish(Input *input, ComplaintKind kind, Place place, Arena *arena,
                   Call *call, Str text) {
    input_complain(input, kind, place, call->id, text);
    call_problem(arena, call, text);
}

void input_repaired(Input *input, Place place, Arena *arena, Call *call, size_t count) {
    Str text =
        str_format(arena, "bad bytes: %zu not UTF-8 or NUL, replaced by U+FFFD", count);
    input_blemish(input, COMPLAINT_BYTES, place, arena, call, text);
}

Diag *input_fail(Input *input, Place place, Str text) {
    return complain(input, DIAG_ERROR, place, text);
}

Diag *input_refuse(Input *input, Place place, Str call, Str text) {
    input->refused++;
    Diag *diag = complain(input, DIAG_ERROR, place, text);
    diag->call = str_copy(input->diags->arena, call);
    return diag;
}

void input_foresee(Input *input, Str id, uint32_t line) {
    const SeenCall *first = seen_find(input->seen, id);
    if (!first)
        seen_add(input->seen, id, input->number, line);
    else if (first->file == input->number && !seen_find(&input->split, id))
        seen_add(&input->split, id, input->number, line);
}

static void refuse_repeated(Input *input, Str id, const SeenCall *first, Place place) {
    Str path = input->files->items[first->file].path;
    Str text =
        str_format(&input->arena, "call '%.*s' has been read already, from %.*s:%u",
                   STR_ARG(id), STR_ARG(path), first->line);
    input_refuse(input, place, id, text);
}

static Diag *refuse_split(Input *input, Str id, uint32_t first, uint32_t line) {
    Str text = str_format(
        &input->arena, "rows of call '%.*s' are not together: the first stand at line %u",
        STR_ARG(id), first);
    Diag *diag = input_refuse(input, input_place(input, line, 1), id, text);
    diag->hint = STR("sort the file by call, or give --unsorted");
    return diag;
}

// A call whose rows stand in several places is refused once: at its first place when that
// was foreseen, else at its second.
static bool admit_again(Input *input, Str id, const SeenCall *first, Place place) {
    const SeenCall *again = seen_find(&input->split, id);
    bool is_first = first->line == place.line;
    if (is_first && !again) return true;
    if (is_first) refuse_split(input, id, first->line, again->line);
    if (is_first || again) return false;
    seen_add(&input->split, id, input->number, place.line);
    refuse_split(input, id, first->line, place.line)->takes_back = true;
    return false;
}

bool input_admit(Input *input, Str id, Place place) {
    const SeenCall *first = seen_find(input->seen, id);
    if (!first) return seen_add(input->seen, id, input->number, place.line), true;
    if (first->file == input->number && input->in_rows)
        return admit_again(input, id, first, place);
    refuse_repeated(input, id, first, place);
    return false;
}

static void count_the_rest(Input *input) {
    static const char *const KINDS[] = {"bad times", "bad rows", "unknown speakers",
                                        "calls with repaired bytes"};
    for (int kind = 0; kind < COMPLAINT_COUNT; kind++) {
        uint32_t count = input->complaints[kind];
        if (count <= ON_THE_SPOT) continue;
        diag_add(input->diags, level_of((ComplaintKind)kind), input_place(input, 0, 0),
                 "%u more %s", count - ON_THE_SPOT, KINDS[kind]);
    }
}

void input_close(Input *input) {
    count_the_rest(input);
    source_close(&input->source);
    arena_free(&input->split.arena);
    arena_free(&input->arena);
}
