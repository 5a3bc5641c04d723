#include "format/input.h"

Place input_place(const Input *input, uint32_t line, uint32_t col) {
    return (Place){.path = input->path, .line = line, .col = col};
}

// ---- While it is cut

static Diag *complaint(Input *input, ComplaintKind kind, Place place, Str text) {
    Complaint complaint = {
        .input = input, .kind = kind, .diag = {.place = place, .text = text}};
    return complaint_add(&input->arena, &input->before, input->counts, complaint);
}

Diag *input_complain(Input *input, ComplaintKind kind, Place place, Str text) {
    return complaint(input, kind, place, text);
}

Diag *input_fail(Input *input, Place place, Str text) {
    return complaint(input, COMPLAINT_FILE, place, text);
}

void input_note_rows(Input *input, Seen *rows, Str id, uint32_t line) {
    if (!seen_find(rows, id).line)
        seen_add(rows, id, input->number, line);
    else if (!seen_find(&input->split, id).line)
        seen_add(&input->split, id, input->number, line);
}

// ---- As its calls are accepted

static Diag *refuse(Input *input, Place place, Str call, Str text, Diags *diags) {
    input->refused++;
    Diag *diag = diag_add(diags, DIAG_ERROR, place, "%.*s", STR_ARG(text));
    diag->call = str_copy(diags->arena, call);
    return diag;
}

static void refuse_repeated(Input *input, Str id, SeenPlace first, Place place,
                            Diags *diags) {
    Str path = input->files->items[first.file].path;
    Str text = str_format(diags->arena, "call '%.*s' has been read already, from %.*s:%u",
                          STR_ARG(id), STR_ARG(path), first.line);
    refuse(input, place, id, text, diags);
}

static Diag *refuse_split(Input *input, Str id, uint32_t first, uint32_t line,
                          Diags *diags) {
    Str text = str_format(
        diags->arena, "rows of call '%.*s' are not together: the first stand at line %u",
        STR_ARG(id), first);
    Diag *diag = refuse(input, input_place(input, line, 1), id, text, diags);
    diag->hint = STR("sort the file by call, or give --unsorted");
    return diag;
}

// Of rows that come later, nothing more is said or given out: they may be the rest of it.
static void drop_rest(Input *input, Str id, uint32_t line) {
    if (input->in_rows) seen_add(&input->dropped, id, input->number, line);
}

// A call whose rows stand in several places is refused once: at its first place when that
// was foreseen, else at its second, when it may have been given out. A call that is
// refused for another reason leaves its id to others.
bool input_admit(Input *input, Seen *seen, const CallTask *task, Diags *diags) {
    Str id = task->call.id;
    Place place = task->call.place;
    if (seen_find(&input->dropped, id).line) return false;
    SeenPlace first = seen_find(seen, id);
    uint32_t again = seen_find(&input->split, id).line;
    if (first.line && input->in_rows && first.file == input->number)
        refuse_split(input, id, first.line, place.line, diags)->takes_back = true;
    else if (!task->refused && first.line)
        refuse_repeated(input, id, first, place, diags);
    else if (!task->refused && again)
        refuse_split(input, id, place.line, again, diags);
    else if (!task->refused)
        return seen_add(seen, id, input->number, place.line), true;
    drop_rest(input, id, place.line);
    return false;
}

// Whether this has not been said of the file yet; remembers it, as far as there is room.
static bool is_new(Input *input, Str text) {
    for (uint32_t i = 0; i < input->once_count; i++)
        if (str_eq(input->once[i], text)) return false;
    if (input->once_count < sizeof input->once / sizeof *input->once)
        input->once[input->once_count++] = str_copy(&input->arena, text);
    return true;
}

static bool is_worth_saying(const Complaint *complaint) {
    Input *input = complaint->input;
    if (complaint->kind >= COMPLAINT_COUNTED) return true;
    bool once = complaint->kind == COMPLAINT_SPEAKER ||
                complaint->kind == COMPLAINT_EXTRA || complaint->kind == COMPLAINT_WHEN;
    if (once && !is_new(input, complaint->diag.text)) return false;
    return ++input->said[complaint->kind] <= COMPLAINTS_ON_THE_SPOT;
}

void input_report(const Complaints *complaints, Diags *diags) {
    vec_each(const Complaint, complaint, complaints) {
        complaint->input->refused += complaint->kind == COMPLAINT_CALL;
        if (is_worth_saying(complaint)) diag_copy(diags, &complaint->diag);
    }
}

void input_count(Input *input, const uint32_t *counts) {
    for (int kind = 0; kind < COMPLAINT_COUNTED; kind++)
        if (counts[kind] > COMPLAINTS_ON_THE_SPOT)
            input->said[kind] += counts[kind] - COMPLAINTS_ON_THE_SPOT;
}

void input_report_counts(Input *input, Diags *diags) {
    static const struct {
        DiagLevel level;
        const char *what;
    } KINDS[COMPLAINT_COUNTED] = {{DIAG_ERROR, "bad times"},
                                  {DIAG_ERROR, "bad rows"},
                                  {DIAG_WARNING, "unknown speakers"},
                                  {DIAG_WARNING, "contradictions"},
                                  {DIAG_WARNING, "calls with repaired bytes"},
                                  {DIAG_WARNING, "calls without turns"},
                                  {DIAG_WARNING, "doubtful times"},
                                  {DIAG_WARNING, "calls that are not whole"},
                                  {DIAG_WARNING, "doubts"}};
    input_count(input, input->counts);
    for (int kind = 0; kind < COMPLAINT_COUNTED; kind++) {
        uint32_t count = input->said[kind];
        if (count <= COMPLAINTS_ON_THE_SPOT) continue;
        diag_add(diags, KINDS[kind].level, input_place(input, 0, 0), "%u more %s",
                 count - COMPLAINTS_ON_THE_SPOT, KINDS[kind].what);
    }
}
