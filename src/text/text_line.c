#include "text/text_line.h"

#include "call/times.h"
#include "text/markup.h"

enum { LABEL_MAX = 40 };

static Str rest_from(Str s, size_t from) { return str_trim(str_slice(s, from, s.len)); }

// "<b>...</b>" around the whole line, as exports to Markdown have it.
static Str without_tags(Str s) {
    while (s.len > 1 && s.ptr[0] == '<' && byte_is_word(s.ptr[1]) &&
           str_index(s, 0, '>') < s.len)
        s = rest_from(s, str_index(s, 0, '>') + 1);
    while (s.len && s.ptr[s.len - 1] == '>') {
        size_t open = s.len;
        while (open > 0 && s.ptr[open - 1] != '<') open--;
        if (!open || open == s.len || s.ptr[open] != '/') break;
        s = str_trim(str_slice(s, 0, open - 1));
    }
    return s;
}

// ---- Times

// "1m 12s", "12s", "1h 2m": each unit once, the longer first.
static bool parse_units(Str s, int64_t *ms) {
    static const char UNITS[] = "hms";
    static const int64_t UNIT_MS[] = {3600000, 60000, 1000};
    enum { DIGITS_MAX = 5 };
    size_t least = 0;
    for (*ms = 0; s.len;) {
        size_t digits = 0;
        int64_t value;
        while (digits < s.len && byte_is_digit(s.ptr[digits])) digits++;
        const char *unit = digits && digits <= DIGITS_MAX && digits < s.len
                               ? memchr(UNITS + least, s.ptr[digits], 3 - least)
                               : NULL;
        if (!unit || !str_to_int(str_slice(s, 0, digits), &value)) return false;
        *ms += value * UNIT_MS[unit - UNITS];
        least = (size_t)(unit - UNITS) + 1;
        s = rest_from(s, digits + 1);
    }
    return least > 0;
}

// Without "AM" or "PM" at its end; *from is the hour at which that half of the day
// begins.
static bool take_half_day(Str *s, int *from) {
    Str half = s->len > 2 ? str_slice(*s, s->len - 2, s->len) : (Str){0};
    bool late = str_eq_fold(half, STR("PM"));
    if (!late && !str_eq_fold(half, STR("AM"))) return false;
    *from = late ? 12 : 0;
    *s = str_trim(str_slice(*s, 0, s->len - 2));
    return true;
}

// "10:31 AM", "10:31:05 pm".
static bool parse_half_day(Str s, int64_t *ms) {
    enum { HOUR_MS = 3600000 };
    int from;
    if (!take_half_day(&s, &from) || !clock_parse(s, ms)) return false;
    size_t colon = str_index(s, 0, ':');
    if (str_index(s, colon + 1, ':') == s.len) *ms *= 60; // hours and minutes
    if (*ms >= (int64_t)13 * HOUR_MS) return false;
    *ms = *ms % ((int64_t)12 * HOUR_MS) + (int64_t)from * HOUR_MS;
    return true;
}

bool text_time_parse(Str s, int64_t *ms) {
    if (clock_parse(s, ms) || parse_units(s, ms) || parse_half_day(s, ms)) return true;
    if (s.len <= 10 || !date_parse(s, ms)) return false;
    if (*ms < EPOCH_FIRST_MS) *ms = NO_TIME;
    return true;
}

static size_t digits_and_signs(Str s) {
    size_t len = 0;
    while (len < s.len && (byte_is_digit(s.ptr[len]) || strchr(":.,", s.ptr[len]))) len++;
    while (len && !byte_is_digit(s.ptr[len - 1])) len--;
    return len;
}

// A bare time, with its AM or PM.
static size_t bare_time(Str s) {
    int from;
    size_t len = digits_and_signs(s), end = len;
    while (end < s.len && byte_is_space(s.ptr[end])) end++;
    Str half = str_slice(s, 0, end + 2);
    bool ends = half.len == s.len || !byte_is_word(s.ptr[half.len]);
    return len && ends && take_half_day(&half, &from) ? end + 2 : len;
}

// Takes a time off the front of *s: bare, or in brackets.
static bool take_time(Str *s, Str *time) {
    int64_t ms;
    if (!s->len) return false;
    char close = s->ptr[0] == '[' ? ']' : s->ptr[0] == '(' ? ')' : '\0';
    size_t end = close ? str_index(*s, 0, close) : bare_time(*s);
    Str inner = str_trim(str_slice(*s, close ? 1 : 0, end));
    if ((close && end == s->len) || !text_time_parse(inner, &ms)) return false;
    *time = inner;
    *s = rest_from(*s, end + (close ? 1 : 0));
    return true;
}

// ---- Labels

bool text_line_is_label(Str s) {
    if (!s.len || s.len > LABEL_MAX || byte_is_digit(s.ptr[0]) || !byte_is_word(s.ptr[0]))
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (!byte_is_word(s.ptr[i]) && !strchr(" .-'&()#/", s.ptr[i])) return false;
    return true;
}

static bool has_capital(Str label) {
    return !(label.ptr[0] >= 'a' && label.ptr[0] <= 'z');
}

// "Name [00:01]" as the part before a colon, or "Name 00:01" with the colon behind it; or
// "Name  00:01" as all there is.
static bool split_after_time(Str s, TextLine *line) {
    for (size_t at = 1; at < s.len && at <= LABEL_MAX; at++) {
        if (!byte_is_space(s.ptr[at - 1]) ||
            !(byte_is_digit(s.ptr[at]) || strchr("[(", s.ptr[at])))
            continue;
        Str rest = str_slice(s, at, s.len);
        if (!take_time(&rest, &line->time) || (rest.len && rest.ptr[0] != ':')) continue;
        Str label = str_trim(str_slice(s, 0, at));
        if (str_ends(label, STR(" -"))) // "Name - 00:01"
            label = str_trim(str_slice(label, 0, label.len - 1));
        if (!rest.len && !(text_line_is_label(label) && has_capital(label))) continue;
        line->label = label;
        line->said = rest_from(rest, 1);
        return true;
    }
    return false;
}

// The first colon that is neither in a time nor in a URL; s.len when there is none.
static size_t label_end(Str s) {
    size_t at = str_index(s, 0, ':');
    while (at && at + 1 < s.len && byte_is_digit(s.ptr[at - 1]) &&
           byte_is_digit(s.ptr[at + 1]))
        at = str_index(s, at + 1, ':');
    return str_starts(str_slice(s, at, s.len), STR("://")) ? s.len : at;
}

// "[SPEAKER_00]: text".
static bool split_boxed(Str s, TextLine *line) {
    size_t close = str_index(s, 0, ']');
    if (!str_starts(s, STR("[")) || close + 1 >= s.len || s.ptr[close + 1] != ':')
        return false;
    line->label = str_trim(str_slice(s, 1, close));
    line->said = rest_from(s, close + 2);
    return true;
}

static void split(Str s, TextLine *line) {
    if (split_boxed(s, line)) return;
    line->time = split_after_time(s, line) ? line->time : (Str){0};
    if (line->label.len) return;
    size_t colon = label_end(s);
    if (colon == s.len) return;
    line->label = str_trim(str_slice(s, 0, colon));
    line->said = rest_from(s, colon + 1);
}

// Takes "**", "_" and the like off the front.
static Str take_emphasis(Str *s) {
    size_t len = 0;
    while (len < s->len && strchr("*_", s->ptr[len]) && s->ptr[len] == s->ptr[0]) len++;
    Str mark = str_slice(*s, 0, len);
    if (len) *s = rest_from(*s, len);
    return mark;
}

// Its other half ends the label, or stands behind the colon.
static void end_emphasis(TextLine *line, Str mark) {
    if (!mark.len) return;
    if (str_ends(line->label, mark))
        line->label = str_trim(str_slice(line->label, 0, line->label.len - mark.len));
    else if (str_starts(line->said, mark))
        line->said = rest_from(line->said, mark.len);
}

// Without the mark of a list or a quotation: "- ", "* ", "> ", "12. ".
static Str without_list_mark(Str s) {
    size_t len = 0;
    while (len < s.len && byte_is_digit(s.ptr[len])) len++;
    bool numbered = len && len < s.len && s.ptr[len] == '.';
    bool marked = s.len && !len && strchr("-*>", s.ptr[0]);
    size_t end = numbered ? len + 1 : 1;
    if (!(numbered || marked) || end >= s.len || s.ptr[end] != ' ') return s;
    return rest_from(s, end);
}

// In the chat of a meeting, "From Ana to Everyone" is Ana.
static Str without_addressee(Str label) {
    if (!str_starts(label, STR("From "))) return label;
    label = rest_from(label, 5);
    for (size_t at = label.len; at > 0; at--)
        if (str_starts(str_slice(label, at, label.len), STR(" to ")))
            return str_trim(str_slice(label, 0, at));
    return label;
}

TextLine text_line_parse(Str text) {
    TextLine line = {.text = without_tags(str_trim(text))};
    Str rest = without_list_mark(line.text), time = {0};
    Str mark = take_emphasis(&rest);
    bool timed = take_time(&rest, &time);
    while (timed && rest.len && strchr("-|", rest.ptr[0])) rest = rest_from(rest, 1);
    if (!mark.len) mark = take_emphasis(&rest);
    split(rest, &line);
    if (timed) line.time = time;
    if (timed) line.label = without_addressee(line.label);
    end_emphasis(&line, mark);
    if (!text_line_is_label(line.label)) line.label = line.said = line.time = (Str){0};
    return line;
}

// ---- Lines

// HTML with ends of lines of its own becomes text; every other line stays as it is.
static Str without_html(Arena *arena, Str line) {
    static const char *const ENDS[] = {"<br", "<BR", "</p>", "</P>", "</div>", "</li>"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (str_has(line, str_from(ENDS[i]))) return markup_text(arena, line);
    return line;
}

TextLines text_lines(Arena *arena, Str text, char newline, uint32_t first) {
    TextLines lines = {0};
    Str whole, part;
    for (; str_next(&text, newline, &whole); first++) {
        whole = without_html(arena, whole);
        if (!whole.len) *vec_push(arena, &lines) = (TextLine){.line = first};
        while (str_next(&whole, '\n', &part)) {
            TextLine *line = vec_push(arena, &lines);
            *line = text_line_parse(part);
            line->line = first;
        }
    }
    return lines;
}

bool text_line_is_heading(const TextLine *line) {
    size_t len = 0;
    while (len < line->text.len && line->text.ptr[len] == '#') len++;
    return len && (len == line->text.len || line->text.ptr[len] == ' ');
}

// "*He laughs*", "_He laughs_".
static bool is_set_apart(Str text) {
    bool mark = text.len > 2 && (text.ptr[0] == '*' || text.ptr[0] == '_');
    return mark && text.ptr[1] != text.ptr[0] && text.ptr[1] != ' ' &&
           str_index(text, 1, text.ptr[0]) == text.len - 1;
}

bool text_line_is_ornament(const TextLine *line) {
    Str text = line->text;
    if (text_line_is_heading(line) || is_set_apart(text)) return true;
    for (size_t i = 0; i < text.len; i++)
        if (!strchr("*-_= ", text.ptr[i])) return false;
    return text.len >= 3;
}
