#include "text/cue.h"

#include "base/utf8.h"
#include "format/input.h"

typedef enum { LINE_TEXT, LINE_BLANK, LINE_TIMES, LINE_ID, LINE_COMMENT } LineKind;

typedef struct {
    Str text;        // trimmed
    uint32_t indent; // bytes before it
    LineKind kind;
} Line;

typedef VEC(Line) Lines;

static size_t arrow_at(Str s) {
    size_t at = 0;
    while ((at = str_index(s, at, '-')) < s.len &&
           !str_starts(str_slice(s, at, s.len), STR("-->")))
        at++;
    return at;
}

// In SBV, "0:00:01.000,0:00:04.000" and nothing else.
static bool is_sbv_times(Str text) {
    int64_t ms;
    size_t comma = str_index(text, 0, ',');
    return comma < text.len && clock_parse(str_slice(text, 0, comma), &ms) &&
           clock_parse(str_slice(text, comma + 1, text.len), &ms) &&
           str_index(text, comma + 1, '.') < text.len;
}

// A line of times cut into its parts, as written. Settings and coordinates are left off;
// in "[00:01.000 --> 00:04.000]  Hello", as programs print it while they listen, what is
// said follows.
typedef struct {
    Str start, end, said;
} TimesLine;

static TimesLine times_of(Str text) {
    TimesLine times = {0};
    size_t arrow = arrow_at(text), comma = str_index(text, 0, ',');
    bool boxed = text.len && text.ptr[0] == '[', sbv = arrow == text.len;
    size_t at = sbv ? comma : arrow;
    times.start = str_trim(str_slice(text, boxed, at));
    Str rest = str_trim(str_slice(text, at + (sbv ? 1 : 3), text.len));
    size_t len = 0, close = str_index(rest, 0, ']');
    while (len < rest.len && !byte_is_space(rest.ptr[len])) len++;
    if (boxed && close < rest.len) len = close;
    times.end = str_trim(str_slice(rest, 0, len));
    if (boxed) times.said = str_trim(str_slice(rest, len + 1, rest.len));
    return times;
}

static bool has_good_time(Str text) {
    int64_t ms;
    TimesLine times = times_of(text);
    return clock_parse(times.start, &ms) || clock_parse(times.end, &ms);
}

static bool is_number(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (!byte_is_digit(s.ptr[i])) return false;
    return s.len > 0;
}

// Whether a block of lines begins at line `at`.
static bool begins_block(const Lines *lines, size_t at) {
    return at == 0 || lines->items[at - 1].kind == LINE_BLANK;
}

// Whether line `at` is where times belong: first in its block, or below an id.
static bool is_place_of_times(const Lines *lines, size_t at) {
    if (begins_block(lines, at) || is_number(lines->items[at - 1].text)) return true;
    return begins_block(lines, at - 1) && lines->items[at - 1].kind == LINE_TEXT;
}

// Times that are broken, as where a file was cut: nothing but figures and signs of times.
static bool is_part_of_times(Str text) {
    uint32_t colons = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!byte_is_digit(text.ptr[i]) && !strchr(":.,-> ", text.ptr[i])) return false;
        colons += text.ptr[i] == ':';
    }
    return colons > 1 && byte_is_digit(text.ptr[0]);
}

// A line with an arrow and a good time, or in a place where only times can stand.
static bool is_times(const Lines *lines, size_t at) {
    Str text = lines->items[at].text;
    if (is_place_of_times(lines, at) && is_part_of_times(text)) return true;
    if (arrow_at(text) == text.len) return begins_block(lines, at) && is_sbv_times(text);
    return has_good_time(text) || is_place_of_times(lines, at);
}

static Lines split(Arena *arena, Str text, char newline) {
    Lines lines = {0};
    Str line;
    while (str_next(&text, newline, &line)) {
        Str trimmed = str_trim(line);
        uint32_t indent = trimmed.len ? (uint32_t)(trimmed.ptr - line.ptr) : 0;
        LineKind kind = trimmed.len ? LINE_TEXT : LINE_BLANK;
        *vec_push(arena, &lines) = (Line){trimmed, indent, kind};
        if (is_times(&lines, lines.len - 1)) lines.items[lines.len - 1].kind = LINE_TIMES;
    }
    return lines;
}

// The id above the times at line `at`: a number, or whatever stands alone there.
static void mark_id(Lines *lines, size_t at) {
    size_t id = at - 1;
    if (!at) return;
    if (begins_block(lines, at) && id && is_number(lines->items[id - 1].text) &&
        begins_block(lines, id - 1))
        id--;
    Line *line = &lines->items[id];
    if (line->kind == LINE_TEXT && (begins_block(lines, id) || is_number(line->text)))
        line->kind = LINE_ID;
}

static bool begins_comment(Str text) {
    static const char *const WORDS[] = {"NOTE", "STYLE", "REGION"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        Str word = str_from(WORDS[i]);
        if (str_starts(text, word) &&
            (text.len == word.len || byte_is_space(text.ptr[word.len])))
            return true;
    }
    return false;
}

static void mark_comments(Lines *lines) {
    for (size_t at = 0; at < lines->len; at++) {
        bool begins = begins_block(lines, at) && begins_comment(lines->items[at].text);
        bool goes_on = at && lines->items[at - 1].kind == LINE_COMMENT;
        if (lines->items[at].kind == LINE_TEXT && (begins || goes_on))
            lines->items[at].kind = LINE_COMMENT;
    }
}

// ---- Times

static Place place_of(const CallTask *task, const Line *line, uint32_t number, Str part) {
    Str before = line->text; // a part that is lacking should stand behind it
    if (part.len) before = str_slice(before, 0, (size_t)(part.ptr - before.ptr));
    return task_place(task, number, line->indent + (uint32_t)utf8_count(before) + 1);
}

static Str quote(const CallTask *task, Str time) {
    return input_words(task->arena, task->input, time);
}

static int64_t read_time(CallTask *task, Place place, Str time) {
    int64_t ms;
    if (clock_parse(time, &ms)) return ms;
    Str text = str_format(task->arena, "bad time %.*s", STR_ARG(quote(task, time)));
    Diag *diag = task_note(task, COMPLAINT_TIME, place, text);
    if (diag) diag->hint = STR("expected hh:mm:ss.mmm --> hh:mm:ss.mmm");
    return NO_TIME;
}

static Cue begin_cue(CallTask *task, const Line *line, uint32_t number, Str id) {
    TimesLine times = times_of(line->text);
    Str start = times.start, end = times.end;
    Place end_place = place_of(task, line, number, end);
    Cue cue = {.id = id, .line = number};
    cue.start_ms = read_time(task, place_of(task, line, number, start), start);
    cue.end_ms = read_time(task, end_place, end);
    if (cue.start_ms == NO_TIME || cue.end_ms == NO_TIME || cue.end_ms >= cue.start_ms)
        return cue;
    Str text = str_format(task->arena, "end %.*s before start %.*s",
                          STR_ARG(quote(task, end)), STR_ARG(quote(task, start)));
    task_note(task, COMPLAINT_TIME, end_place, text);
    cue.start_ms = cue.end_ms = NO_TIME;
    return cue;
}

// ----

Cues cues_read(CallTask *task, Str text, char newline, bool comments) {
    Cues cues = {0};
    Str id = {0};
    Lines lines = split(task->arena, text, newline);
    for (size_t at = 0; at < lines.len; at++)
        if (lines.items[at].kind == LINE_TIMES) mark_id(&lines, at);
    if (comments) mark_comments(&lines);
    for (size_t at = 0; at < lines.len; at++) {
        const Line *line = &lines.items[at];
        uint32_t number = (uint32_t)at + 1;
        if (line->kind == LINE_ID) id = line->text;
        if (line->kind == LINE_TEXT && cues.len)
            *vec_push(task->arena, &cues.items[cues.len - 1].lines) =
                (CueLine){line->text, number};
        if (line->kind != LINE_TIMES) continue;
        Cue *cue = vec_push(task->arena, &cues);
        *cue = begin_cue(task, line, number, id);
        Str said = times_of(line->text).said;
        if (said.len) *vec_push(task->arena, &cue->lines) = (CueLine){said, number};
        id = (Str){0};
    }
    return cues;
}

bool cues_sniff(Str head, char newline) {
    enum { LINES_MAX = 50 };
    Str line;
    bool blank = true;
    for (int i = 0; i < LINES_MAX && str_next(&head, newline, &line); i++) {
        line = str_trim(line);
        if (blank && is_sbv_times(line)) return true;
        if (arrow_at(line) < line.len && has_good_time(line)) return true;
        blank = !line.len;
    }
    return false;
}
