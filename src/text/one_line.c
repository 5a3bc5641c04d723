#include "text/one_line.h"

#include "text/text_line.h"

// ---- Separators

// The text with an end of line for each separator of the first kind that it has.
static Str cut_separators(Arena *arena, Str text) {
    static const char *const SEPARATORS[] = {"\\r\\n", "\\n", " || ", " | "};
    size_t kind = 0, count = sizeof SEPARATORS / sizeof *SEPARATORS;
    while (kind < count && !str_has(text, str_from(SEPARATORS[kind]))) kind++;
    if (kind == count) return text;
    Str separator = str_from(SEPARATORS[kind]);
    Buf out = {.arena = arena};
    for (size_t at = 0; at < text.len;) {
        bool ends = str_starts(str_slice(text, at, text.len), separator);
        buf_byte(&out, ends ? '\n' : text.ptr[at]);
        at += ends ? separator.len : 1;
    }
    return buf_str(&out);
}

// ---- Names within the text

typedef struct {
    size_t from; // of the turn, with its time
    Str label;
    bool known; // it is somebody of the call, or a role
} Piece;
typedef VEC(Piece) Pieces;

typedef struct {
    Arena *arena;
    const ReadOptions *options;
    const Call *call;
    Str text;
} Cut;

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

// The beginning of the word before `at`, blanks passed over; `at` when there is none.
static size_t word_before(Str text, size_t at) {
    size_t end = at;
    while (end && is_blank(text.ptr[end - 1])) end--;
    if (!end) return at;
    while (end && !is_blank(text.ptr[end - 1])) end--;
    return end;
}

// Where the longest label that is known begins, of those which end at `colon`; SIZE_MAX
// when none is.
static size_t known_label(const Cut *cut, size_t colon) {
    enum { WORDS_MAX = 5 };
    size_t found = SIZE_MAX, at = colon;
    for (int words = 0; words < WORDS_MAX; words++) {
        size_t before = word_before(cut->text, at);
        if (before == at) break;
        at = before;
        Str label = str_slice(cut->text, at, colon);
        bool small = label.ptr[0] >= 'a' && label.ptr[0] <= 'z';
        if (!small && speaker_role(cut->options, cut->call, label)) found = at;
    }
    return found;
}

// Whether a turn may begin at `at`: at the text's beginning, behind the end of a
// sentence, a bracket, or two blanks.
static bool may_begin(Str text, size_t at) {
    size_t end = at;
    while (end && is_blank(text.ptr[end - 1])) end--;
    if (!end || at - end >= 2) return true;
    Str before = str_slice(text, 0, end);
    return at > end &&
           (strchr(".?!])\"", text.ptr[end - 1]) || str_ends(before, STR("\u2026")) ||
            str_ends(before, STR("\u201d")));
}

// "Dr." and "J." end no sentence.
static bool is_short_form(Str word) {
    enum { LENGTH_MAX = 4 };
    return word.len <= LENGTH_MAX && str_ends(word, STR(".")) &&
           byte_is_capital(word.ptr[0]);
}

// The same for a label that may be a name: back to the end of the sentence before it.
static size_t other_label(const Cut *cut, size_t colon) {
    enum { WORDS_MAX = 6 };
    size_t found = SIZE_MAX, at = colon;
    for (int words = 0; words < WORDS_MAX; words++) {
        size_t before = word_before(cut->text, at);
        Str word = str_slice(cut->text, before, at);
        bool wide = words && at - before > str_trim(word).len + 1;
        bool ends = words && may_begin(cut->text, at) && !is_short_form(str_trim(word));
        bool quoted = str_ends(str_trim(word), STR("\""));
        if (before == at || wide || (ends && !quoted)) break;
        at = before;
        bool name = label_may_be_name(str_slice(cut->text, at, colon));
        if (name && may_begin(cut->text, at)) found = at;
    }
    return found;
}

// Where the time before `at` begins, in brackets or bare; `at` when there is none.
static size_t time_before(Str text, size_t at) {
    enum { LENGTH_MAX = 32 };
    WrittenTime time;
    size_t end = at;
    while (end && is_blank(text.ptr[end - 1])) end--;
    if (end && strchr("])", text.ptr[end - 1])) {
        size_t open = end;
        while (open && end - open < LENGTH_MAX && !strchr("[(", text.ptr[open - 1]))
            open--;
        return open && strchr("[(", text.ptr[open - 1]) ? open - 1 : at;
    }
    size_t word = word_before(text, at);
    return word < at && text_time_parse(str_slice(text, word, end), &time) ? word : at;
}

static Pieces find_pieces(const Cut *cut) {
    Pieces pieces = {0};
    Str text = cut->text;
    for (size_t colon = 0; (colon = str_index(text, colon, ':')) < text.len; colon++) {
        size_t known = known_label(cut, colon);
        size_t at = known == SIZE_MAX ? other_label(cut, colon) : known;
        if (at == SIZE_MAX) continue;
        *vec_push(cut->arena, &pieces) =
            (Piece){time_before(text, at), str_slice(text, at, colon), known != SIZE_MAX};
    }
    return pieces;
}

static Str cut_names(const Cut *cut) {
    Pieces pieces = find_pieces(cut);
    Labels labels = {0};
    Buf out = {.arena = cut->arena};
    size_t done = 0;
    vec_each(const Piece, piece, &pieces)
        labels_count(cut->arena, &labels, piece->label, (Str){0});
    vec_each(const Piece, piece, &pieces) {
        bool speaks = piece->known ||
                      labels_has_speaker(&labels, cut->options, cut->call, piece->label);
        if (piece->from < done || !speaks) continue;
        buf_put(&out, str_trim(str_slice(cut->text, done, piece->from)));
        if (out.len) buf_byte(&out, '\n');
        done = piece->from;
    }
    buf_put(&out, str_trim(str_slice(cut->text, done, cut->text.len)));
    return buf_str(&out);
}

Str one_line_cut(Arena *arena, const ReadOptions *options, const Call *call, Str text,
                 char newline) {
    Str line = str_trim(text);
    if (str_index(line, 0, newline) < line.len || str_has(line, STR("<br"))) return text;
    Str cut = cut_separators(arena, line);
    if (cut.ptr != line.ptr) return cut;
    const Cut names = {arena, options, call, line};
    return cut_names(&names);
}

bool one_line_is_transcript(Arena *arena, const ReadOptions *options, Str text) {
    enum { TURNS_LEAST = 2 };
    Call call = {0};
    Labels labels = {0};
    size_t turns = 0;
    TextLines lines =
        text_lines(arena, one_line_cut(arena, options, &call, text, '\n'), '\n', 1);
    vec_each(const TextLine, line, &lines)
        labels_count(arena, &labels, line->label, line->said);
    vec_each(const TextLine, line, &lines)
        turns += labels_has_speaker(&labels, options, &call, line->label);
    return turns >= TURNS_LEAST;
}
