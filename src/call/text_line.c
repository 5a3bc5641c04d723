#include "call/text_line.h"

#include "base/date.h"

#include <string.h>

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

static bool is_time(Str s) {
    int64_t ms;
    return clock_parse(s, &ms) || (s.len > 10 && date_parse(s, &ms));
}

static size_t digits_and_signs(Str s) {
    size_t len = 0;
    while (len < s.len && (byte_is_digit(s.ptr[len]) || strchr(":.,", s.ptr[len]))) len++;
    while (len && !byte_is_digit(s.ptr[len - 1])) len--;
    return len;
}

// Takes a time off the front of *s: bare, or in brackets.
static bool take_time(Str *s, Str *time) {
    if (!s->len) return false;
    char close = s->ptr[0] == '[' ? ']' : s->ptr[0] == '(' ? ')' : '\0';
    size_t end = close ? str_index(*s, 0, close) : digits_and_signs(*s);
    Str inner = str_trim(str_slice(*s, close ? 1 : 0, end));
    if (end == s->len || !is_time(inner)) return false;
    *time = inner;
    *s = rest_from(*s, end + (close ? 1 : 0));
    return true;
}

static bool is_label(Str s) {
    if (!s.len || s.len > LABEL_MAX || byte_is_digit(s.ptr[0]) || !byte_is_word(s.ptr[0]))
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (!byte_is_word(s.ptr[i]) && !strchr(" .-'&()#/", s.ptr[i])) return false;
    return true;
}

// "Name [00:01]" as the part before a colon, or "Name 00:01" with the colon behind it.
static bool split_after_time(Str s, TextLine *line) {
    for (size_t at = 1; at < s.len && at <= LABEL_MAX; at++) {
        if (s.ptr[at - 1] != ' ' ||
            !(byte_is_digit(s.ptr[at]) || strchr("[(", s.ptr[at])))
            continue;
        Str rest = str_slice(s, at, s.len);
        if (!take_time(&rest, &line->time) || !rest.len || rest.ptr[0] != ':') continue;
        line->label = str_trim(str_slice(s, 0, at));
        line->said = rest_from(rest, 1);
        return true;
    }
    return false;
}

static void split(Str s, TextLine *line) {
    if (split_after_time(s, line)) return;
    size_t colon = str_index(s, 0, ':');
    if (colon == s.len || str_starts(str_slice(s, colon, s.len), STR("://"))) return;
    line->label = str_trim(str_slice(s, 0, colon));
    line->said = rest_from(s, colon + 1);
}

// "**Name**" or "**Name" with the second pair behind the colon.
static void take_bold(TextLine *line) {
    Str mark = str_slice(line->label, 0, 2);
    if (!str_eq(mark, STR("**")) && !str_eq(mark, STR("__"))) return;
    line->label = rest_from(line->label, 2);
    if (str_ends(line->label, mark))
        line->label.len -= 2;
    else if (str_starts(line->said, mark))
        line->said = rest_from(line->said, 2);
    line->label = str_trim(line->label);
}

TextLine text_line_parse(Str text) {
    TextLine line = {.text = without_tags(str_trim(text))};
    Str rest = line.text;
    bool timed = take_time(&rest, &line.time);
    while (timed && rest.len && strchr("-|", rest.ptr[0])) rest = rest_from(rest, 1);
    split(rest, &line);
    take_bold(&line);
    if (!is_label(line.label)) line.label = line.said = line.time = (Str){0};
    return line;
}

TextLines text_lines(Arena *arena, Str text, char newline, uint32_t first) {
    TextLines lines = {0};
    Str part;
    while (str_next(&text, newline, &part)) {
        TextLine *line = vec_push(arena, &lines);
        *line = text_line_parse(part);
        line->line = first++;
    }
    return lines;
}

bool text_line_is_ornament(const TextLine *line) {
    Str text = line->text;
    if (text.len && text.ptr[0] == '#') return true;
    for (size_t i = 0; i < text.len; i++)
        if (!strchr("*-_= ", text.ptr[i])) return false;
    return text.len >= 3;
}
