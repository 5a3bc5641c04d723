#include "format/input.h"

#include "base/char.h"
#include "base/utf8.h"

#include <string.h>

bool input_claim(Input *input, bool divides) {
    if (divides) return true;
    if (input->own.from) return false;
    input->own = ALL_BYTES;
    return true;
}

Place input_place(const Input *input, uint32_t line, uint32_t col) {
    return (Place){.path = input->path, .line = line, .col = col};
}

// ---- Words of the input

static Str quoted(Arena *arena, Str words) {
    enum { QUOTE_MAX = 60 };
    size_t repaired = 0;
    Str good = utf8_clip(utf8_repair(arena, words, &repaired), QUOTE_MAX);
    return str_format(arena, "'%.*s'", STR_ARG(good));
}

// What is written as on a clock, with or without its date, is neither speech nor a number
// of somebody's.
static bool is_clock(Str text) {
    enum { LENGTH_MOST = 35, NUMBER_MOST = 9 }; // nanoseconds are the longest number
    bool parted = false;
    size_t number = 0;
    for (size_t i = 0; i < text.len; i++) {
        parted |= text.ptr[i] == ':';
        number = byte_is_digit(text.ptr[i]) ? number + 1 : 0;
        if (number > NUMBER_MOST || (!number && !strchr(":.,-+/TZ ", text.ptr[i])))
            return false;
    }
    return (parted || !text.len) && text.len <= LENGTH_MOST;
}

Str input_words(Arena *arena, const Input *input, Str words) {
    words = str_trim(words);
    if (!input->options->discreet || is_clock(words)) return quoted(arena, words);
    size_t count = utf8_count(words);
    return str_format(arena, "of %zu character%s", count, count == 1 ? "" : "s");
}

static bool is_label(Str text) {
    enum { LENGTH_MOST = 32, BLANKS_MOST = 2, DIGITS_MOST = 3 };
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++) digits += byte_is_digit(text.ptr[i]);
    return text.len <= LENGTH_MOST && str_count(text, ' ') <= BLANKS_MOST &&
           digits <= DIGITS_MOST;
}

Str input_label(Arena *arena, const Input *input, Str label) {
    label = str_trim(label);
    return is_label(label) ? quoted(arena, label) : input_words(arena, input, label);
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
        seen_add(rows, id, (SeenPlace){.file = input->number, .line = line});
    else if (!seen_find(&input->split, id).line)
        seen_add(&input->split, id, (SeenPlace){.file = input->number, .line = line});
}

// ---- As its calls are accepted

// Those that cost a call are kept for the list of problems, however many there are; but
// for a filter, whose output has them, and whose input may have no end.
static void keep_refusal(Input *input, ComplaintKind kind, Diag diag, Diags *diags) {
    input->refused++;
    diag.listed_only = ++input->said[kind] > COMPLAINTS_ON_THE_SPOT;
    if (diag.listed_only && input->by_line) return;
    diag_copy(diags, &diag);
}

static void refuse_repeated(Input *input, const CallTask *task, SeenPlace first,
                            Diags *diags) {
    Str path = input->files->items[first.file].path;
    Diag diag = {.level = DIAG_ERROR, .place = task->call.place, .call = task->call.id};
    diag.text = str_format(task->arena, "call '%.*s' has been read already, from %.*s:%u",
                           STR_ARG(diag.call), STR_ARG(path), first.line);
    keep_refusal(input, COMPLAINT_REPEATED, diag, diags);
}

static void refuse_split(Input *input, const CallTask *task, uint32_t first,
                         uint32_t line, bool given_out, Diags *diags) {
    Diag diag = {.level = DIAG_ERROR,
                 .place = input_place(input, line, 1),
                 .hint = STR("sort the file by call, or give --unsorted"),
                 .call = task->call.id,
                 .takes_back = given_out};
    diag.text = str_format(
        task->arena, "rows of call '%.*s' are not together: the first stand at line %u",
        STR_ARG(diag.call), first);
    keep_refusal(input, COMPLAINT_SPLIT, diag, diags);
}

// The same call once more is no harm, and said once a file.
static void count_copy(Input *input, SeenPlace first) {
    if (!input->copies++) input->copied = first;
}

// Of rows that come later, nothing more is said or given out: they may be the rest of it.
static void drop_rest(Input *input, const CallTask *task) {
    SeenPlace place = {.file = input->number, .line = task->call.place.line};
    if (input->in_rows) seen_add(&input->dropped, task->call.id, place);
}

// Whether the id of a call that was given out may come again: of one file whose rows were
// all looked at, and no other, `split` has those that do.
static bool may_come_again(const Input *input) {
    return !input->alone || !input->foreseen;
}

// A call whose rows stand in several places is refused once: at its first place when that
// was foreseen, else at its second, when it may have been given out. A call that is
// refused for another reason leaves its id to others.
bool input_admit(Input *input, Seen *seen, const CallTask *task, Diags *diags) {
    Str id = task->call.id;
    SeenPlace here = {input->number, task->call.place.line, task->digest};
    if (seen_find(&input->dropped, id).line) return false;
    SeenPlace first = seen_find(seen, id);
    uint32_t again = seen_find(&input->split, id).line;
    if (first.line && input->in_rows && first.file == input->number)
        refuse_split(input, task, first.line, here.line, true, diags);
    else if (!task->refused && first.line && first.digest == here.digest)
        count_copy(input, first);
    else if (!task->refused && first.line)
        refuse_repeated(input, task, first, diags);
    else if (!task->refused && again)
        refuse_split(input, task, here.line, again, false, diags);
    else if (!task->refused) {
        if (may_come_again(input)) seen_add(seen, id, here);
        return true;
    }
    drop_rest(input, task);
    return false;
}

bool input_may_copy(const Input *input) { return !input->alone || !input->in_rows; }

// Whether this has not been said of the file yet; remembers it, as far as there is room.
static bool is_new(Input *input, Str text) {
    if (str_is_in(text, input->once, input->once_count)) return false;
    if (input->once_count < sizeof input->once / sizeof *input->once)
        input->once[input->once_count++] = str_copy(&input->arena, text);
    return true;
}

static bool is_worth_saying(const Complaint *complaint) {
    Input *input = complaint->input;
    if (complaint->kind == COMPLAINT_FILE) return true;
    bool once = complaint->kind == COMPLAINT_SPEAKER ||
                complaint->kind == COMPLAINT_EXTRA || complaint->kind == COMPLAINT_WHEN;
    if (once && !is_new(input, complaint->diag.text)) return false;
    return ++input->said[complaint->kind] <= COMPLAINTS_ON_THE_SPOT;
}

void input_report(const Complaints *complaints, Diags *diags) {
    vec_each(const Complaint, complaint, complaints) {
        if (complaint->kind == COMPLAINT_CALL)
            keep_refusal(complaint->input, COMPLAINT_CALL, complaint->diag, diags);
        else if (is_worth_saying(complaint))
            diag_copy(diags, &complaint->diag);
    }
}

void input_count(Input *input, const uint32_t *counts) {
    for (int kind = 0; kind < COMPLAINT_COUNTED; kind++)
        if (counts[kind] > COMPLAINTS_ON_THE_SPOT)
            input->said[kind] += counts[kind] - COMPLAINTS_ON_THE_SPOT;
}

static void report_copies(const Input *input, Diags *diags) {
    if (!input->copies) return;
    Str path = input->files->items[input->copied.file].path;
    diag_add(diags, DIAG_NOTE, input_place(input, 0, 0),
             "%u call%s been read already, the same, the first from %.*s:%u",
             input->copies, input->copies == 1 ? " has" : "s have", STR_ARG(path),
             input->copied.line);
}

void input_report_counts(Input *input, Diags *diags) {
    static const struct {
        DiagLevel level;
        const char *what;
    } KINDS[COMPLAINT_KINDS] = {{DIAG_ERROR, "bad times"},
                                {DIAG_ERROR, "bad rows"},
                                {DIAG_WARNING, "unknown speakers"},
                                {DIAG_WARNING, "contradictions"},
                                {DIAG_WARNING, "calls with repaired bytes"},
                                {DIAG_WARNING, "calls without turns"},
                                {DIAG_WARNING, "doubtful times"},
                                {DIAG_WARNING, "calls that are not whole"},
                                {DIAG_WARNING, "doubts"},
                                {DIAG_NOTE, "calls refused"},
                                {DIAG_NOTE, "calls that have been read already"},
                                {DIAG_NOTE, "calls whose rows are not together"}};
    report_copies(input, diags);
    input_count(input, input->counts);
    for (int kind = 0; kind < COMPLAINT_KINDS; kind++) {
        uint32_t count = input->said[kind];
        if (count <= COMPLAINTS_ON_THE_SPOT) continue;
        diag_add(diags, KINDS[kind].level, input_place(input, 0, 0), "%u more %s",
                 count - COMPLAINTS_ON_THE_SPOT, KINDS[kind].what);
    }
}
