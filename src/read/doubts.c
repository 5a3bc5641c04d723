#include "read/doubts.h"

#include "call/words.h"
#include "format/input.h"
#include "text/speaker_labels.h"
#include "text/text_line.h"

// ---- The id

static size_t digits_at(Str s, size_t at) {
    size_t end = at;
    while (end < s.len && byte_is_digit(s.ptr[end])) end++;
    return end - at;
}

// "1.23457E+11", also with a decimal comma.
static bool is_scientific(Str id) {
    size_t at = digits_at(id, 0);
    if (!at || at + 1 >= id.len || !strchr(".,", id.ptr[at])) return false;
    size_t places = digits_at(id, at + 1);
    at += 1 + places;
    if (!places || at + 1 >= id.len || !strchr("Ee", id.ptr[at]) || id.ptr[at + 1] != '+')
        return false;
    return at + 2 < id.len && at + 2 + digits_at(id, at + 2) == id.len;
}

// A spreadsheet keeps 15 digits and writes 0 for the others; three of them in a row are
// no accident.
static bool has_lost_digits(Str id) {
    enum { KEPT = 15, LOST_LEAST = 3 };
    if (id.len < KEPT + LOST_LEAST || digits_at(id, 0) < id.len) return false;
    for (size_t i = KEPT; i < id.len; i++)
        if (id.ptr[i] != '0') return false;
    return true;
}

static void check_id(CallTask *task) {
    Str id = task->call.id;
    if (!is_scientific(id) && !has_lost_digits(id)) return;
    Str text = str_format(
        task->arena, "id '%.*s' as a spreadsheet rounds it: calls are not told apart",
        STR_ARG(id));
    Diag *diag = has_lost_digits(id)
                     ? task_note(task, COMPLAINT_DOUBT, task->call.place, text)
                     : task_refuse(task, task->call.place, text);
    if (diag)
        diag->hint = STR("export it as text, or give --map call_id=COLUMN with another");
}

// ---- Words of another

typedef struct {
    const Turn *turn;
    const Call *call;
} Look;

static bool is_inside_word(Str text, size_t at) {
    return at && byte_is_word(text.ptr[at - 1]);
}

// Whether a sentence, or a line, begins at `at`.
static bool begins_sentence(Str text, size_t at) {
    while (at && text.ptr[at - 1] == ' ') at--;
    return !at || strchr(".?!\n|", text.ptr[at - 1]) != NULL;
}

// Where the `words` words begin that end the text; SIZE_MAX when it has fewer.
static size_t last_words(Str text, int words) {
    size_t at = text.len;
    for (; words; words--) {
        while (at && byte_is_space(text.ptr[at - 1])) at--;
        if (!at) return SIZE_MAX;
        while (at && !byte_is_space(text.ptr[at - 1])) at--;
    }
    return at;
}

// The word for a role, with a capital, that ends the text; {0} = it ends with none.
static Str role_at_end(Str text) {
    for (int words = 1; words <= 2; words++) {
        size_t at = last_words(text, words);
        if (at == SIZE_MAX) break;
        Str label = str_slice(text, at, text.len);
        if (byte_is_capital(label.ptr[0]) && role_from_label(label)) return label;
    }
    return (Str){0};
}

// A label in small letters is a word like any other, but where a sentence begins.
static Str speaker_at_end(const Call *call, Str text) {
    enum { TURNS_MAX = 40, LABEL_LEAST = 2 };
    for (size_t i = 0; i < call->turns.len && i < TURNS_MAX; i++) {
        Str label = call->turns.items[i].speaker;
        if (label.len < LABEL_LEAST || !str_ends(text, label)) continue;
        size_t at = text.len - label.len;
        bool small = label.ptr[0] >= 'a' && label.ptr[0] <= 'z';
        if (!is_inside_word(text, at) && (!small || begins_sentence(text, at)))
            return label;
    }
    return (Str){0};
}

// Whether the label is the turn's own, repeated before what it says.
static bool is_own(const Look *look, Str text, Str label) {
    if (text.len > label.len) return false;
    return str_eq_fold(label, look->turn->speaker) ||
           role_from_label(label) == look->turn->role;
}

// "Name" when the text up to a colon ends with one.
static Str label_at_end(const Look *look, Str text) {
    Str label = role_at_end(text);
    if (!label.len) label = speaker_at_end(look->call, text);
    return label.len && !is_own(look, text, label) ? label : (Str){0};
}

// What is filled in, and nobody's name: "Order Number: 12".
static bool is_form_field(Str label) {
    static const char *const ENDS[] = {"name",    "number", "id",     "code",
                                       "address", "date",   "time",   "type",
                                       "price",   "total",  "details"};
    Str last = str_slice(label, last_words(label, 1), label.len);
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (str_eq_fold(last, str_from(ENDS[i]))) return true;
    return false;
}

// Whether it is written as people's names are: two words or three with capitals, or a
// telephone number.
static bool is_full_name(Str label) {
    size_t words = 0, digits = 0;
    for (size_t i = 0; i < label.len; i++) {
        bool begins = !i || label.ptr[i - 1] == ' ';
        digits += byte_is_digit(label.ptr[i]);
        words += begins;
        if (strchr("!?/&", label.ptr[i])) return false;
        if (begins && !digits && label.ptr[i] != '+' && !byte_is_capital(label.ptr[i]))
            return false;
    }
    if (label.len && label.ptr[0] == '+') return digits > 5;
    return words > 1 && words < 4 && !digits && label_may_be_name(label) &&
           !is_form_field(label);
}

// Where the sentence begins that the text ends in the middle of.
static size_t last_sentence(Str text) {
    size_t at = text.len;
    while (at && !(strchr(".?!", text.ptr[at - 1]) && at < text.len &&
                   byte_is_space(text.ptr[at])))
        at--;
    return at;
}

// "... is that so? Nadia Frost: Hello, this is Nadia": a name at the beginning of a
// sentence, before several words.
static Str name_at_end(Str text, Str rest) {
    enum { WORDS_LEAST = 4 };
    size_t at = last_sentence(text);
    Str label = str_trim(str_slice(text, at, text.len));
    Str said = str_slice(rest, 0, str_index(rest, 0, '\n'));
    return at && is_full_name(label) && text_words(said) >= WORDS_LEAST ? label
                                                                        : (Str){0};
}

// No more of a turn is looked at around what may be a label: it may be very long, and
// full of colons or brackets.
enum { NEAR = 200 };

// The name behind "[0:12] ", which begins at `at`; {0} = there is none.
static Str label_behind_time(Str text, size_t at) {
    WrittenTime time;
    text = str_slice(text, 0, at + NEAR);
    size_t close = str_index(text, at, ']');
    if (close == text.len || !text_time_parse(str_slice(text, at + 1, close), &time))
        return (Str){0};
    Str rest = str_trim(str_slice(text, close + 1, text.len));
    Str label = str_slice(rest, 0, str_index(rest, 0, ':'));
    return label.len < rest.len && text_line_is_label(label) ? label : (Str){0};
}

static Str label_before(const Look *look, size_t colon) {
    Str text = look->turn->text;
    Str before = str_trim(str_slice(text, colon < NEAR ? 0 : colon - NEAR, colon));
    Str label = label_at_end(look, before);
    if (label.len) return label;
    return name_at_end(before, str_slice(text, colon + 1, colon + 1 + NEAR));
}

static Str foreign_label(const Look *look) {
    Str text = look->turn->text, label = {0};
    for (size_t at = 0; (at = str_index(text, at, ':')) < text.len && !label.len; at++)
        label = label_before(look, at);
    for (size_t at = 0; (at = str_index(text, at, '[')) < text.len && !label.len; at++)
        label = label_behind_time(text, at);
    return label;
}

// Most texts hold nothing that stands behind a label.
static bool may_hold_label(Str text) {
    return str_index(text, 0, ':') < text.len || str_index(text, 0, '[') < text.len;
}

static void check_texts(CallTask *task) {
    const Turn *first = NULL;
    Str label = {0};
    vec_each(const Turn, turn, &task->call.turns) {
        if (turn->role == ROLE_SYSTEM || !may_hold_label(turn->text)) continue;
        label = foreign_label(&(Look){turn, &task->call});
        if (!label.len) continue;
        first = turn;
        break;
    }
    if (!first) return;
    label = input_label(task->arena, task->input, label);
    Str text =
        str_format(task->arena, "a label %.*s within what another says", STR_ARG(label));
    Diag *diag = task_note(task, COMPLAINT_DOUBT, first->place, text);
    if (diag) diag->hint = STR("words of several speakers in one turn?");
}

// ----

void doubts_note(CallTask *task) {
    check_id(task);
    if (task->refused) return;
    check_texts(task);
}
