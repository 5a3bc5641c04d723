#include "text/text_line.h"

#include "call/times.h"
#include "text/blanks.h"
#include "text/markup.h"

enum { LABEL_MAX = 120 }; // bytes

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

bool text_time_parse(Str s, WrittenTime *time) {
    if (!written_time_parse(s, time)) return false;
    if (time->kind == WRITTEN_DATE) return time->timed;
    return time->kind != WRITTEN_NOTHING && time->kind != WRITTEN_NUMBER;
}

// The end of the first `count` words; 0 when there are fewer.
static size_t words_end(Str s, int count) {
    size_t at = 0;
    for (; count; count--) {
        while (at < s.len && byte_is_space(s.ptr[at])) at++;
        if (at == s.len) return 0;
        while (at < s.len && !byte_is_space(s.ptr[at])) at++;
    }
    return at;
}

// Without what parts it from what follows.
static Str time_words(Str s, size_t end) {
    while (end && strchr(",-:", s.ptr[end - 1])) end--;
    return str_slice(s, 0, end);
}

// Whether the text is of digits and the signs of times and dates, with "AM" or "PM".
static bool is_of_times(Str s) {
    bool parted = false;
    if (!s.len || !byte_is_digit(s.ptr[0])) return false;
    for (size_t i = 0; i < s.len; i++) {
        if (!byte_is_digit(s.ptr[i]) && !strchr(" :.,/-+TZAPMapm", s.ptr[i]))
            return false;
        parted |= strchr(":/", s.ptr[i]) != NULL;
    }
    return parted;
}

// The end of the bare time that s begins with, good or bad; 0 when there is none.
static size_t bare_time(Str s, bool good) {
    enum { WORDS_MAX = 4 };
    WrittenTime written;
    for (int words = WORDS_MAX; words; words--) {
        size_t end = words_end(s, words);
        Str time = time_words(s, end);
        if (!end || !is_of_times(time) || (good && !text_time_parse(time, &written)))
            continue;
        return s.ptr[end - 1] == ':' ? time.len : end; // the colon is the label's
    }
    return 0;
}

// What closes the bracket that s begins with; NUL when it begins with none.
static char closing(Str s) {
    return !s.len ? '\0' : s.ptr[0] == '[' ? ']' : s.ptr[0] == '(' ? ')' : '\0';
}

static TextForm form_of(char close) {
    return close == ']' ? FORM_TIME_SQUARE : close ? FORM_TIME_ROUND : FORM_TIME;
}

// Takes a time off the front of *s: bare, or in brackets.
static bool take_time(Str *s, TextLine *line) {
    WrittenTime written;
    char close = closing(*s);
    size_t end = close ? str_index(*s, 0, close) : bare_time(*s, true);
    Str inner = close ? str_trim(str_slice(*s, 1, end)) : time_words(*s, end);
    if (!inner.len || end == s->len + (close ? 0 : 1)) return false;
    if (!text_time_parse(inner, &written)) return false;
    line->time = inner;
    line->form = form_of(close);
    *s = rest_from(*s, end + (close ? 1 : 0));
    return true;
}

// The same for what stands in a time's place and is none: bare, or in brackets and
// beginning with a digit. A number alone is that of the turn.
static bool take_odd_time(Str *s, TextLine *line) {
    int64_t number;
    char close = closing(*s);
    size_t end = close ? str_index(*s, 0, close) : bare_time(*s, false);
    Str inner = close ? str_trim(str_slice(*s, 1, end)) : time_words(*s, end);
    if (!inner.len || end == s->len || !byte_is_digit(inner.ptr[0])) return false;
    line->bad_time = !str_to_int(inner, &number);
    line->time = line->bad_time ? inner : (Str){0};
    line->form = form_of(close);
    *s = rest_from(*s, end + (close ? 1 : 0));
    return true;
}

// ---- Labels

bool text_line_is_label(Str s) {
    enum { PLAIN_MAX = 40 };
    if (!s.len || s.len > PLAIN_MAX || byte_is_digit(s.ptr[0]) || !byte_is_word(s.ptr[0]))
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (!byte_is_word(s.ptr[i]) && !strchr(" .-'&()#/", s.ptr[i])) return false;
    return true;
}

// Whether a sentence ends within the text; "Dr." and "J." end none.
static bool has_sentence_end(Str s) {
    enum { TITLE_MAX = 4 };
    for (size_t i = 0, word = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '?' || c == '!' || c == ';' || c == '\0') return true;
        if (byte_is_space(c)) word = i + 1;
        bool ends = c == '.' && i + 1 < s.len && byte_is_space(s.ptr[i + 1]);
        if (ends && i - word > TITLE_MAX) return true;
    }
    return false;
}

// Whether the text may be a label at all, whatever its letters.
static bool may_be_label(Str s) {
    for (size_t i = 0; i < s.len && s.len <= LABEL_MAX; i++)
        if (byte_is_word(s.ptr[i])) return !has_sentence_end(s);
    return false;
}

static bool begins_small(Str label) { return label.ptr[0] >= 'a' && label.ptr[0] <= 'z'; }

// Of a time alone behind a name, whether it stands apart as a column does.
static bool is_wide(Str s, size_t time) {
    return s.ptr[time - 1] == '\t' || (time > 1 && byte_is_space(s.ptr[time - 2]));
}

// Makes what stands before the time at s[at] the label: "Name [00:01]: text", "Name
// 00:01" or "Name - 00:01".
static bool split_at_time(Str s, size_t at, TextLine *line) {
    TextLine timed = {0};
    Str rest = str_slice(s, at, s.len), label = str_trim(str_slice(s, 0, at));
    if (!take_time(&rest, &timed) &&
        !(closing(rest) && take_odd_time(&rest, &timed) && rest.len))
        return false;
    if (rest.len && rest.ptr[0] != ':') return false;
    if (str_ends(label, STR(" -"))) label = str_trim(str_slice(label, 0, label.len - 1));
    if (!may_be_label(label) || str_ends(label, STR(":"))) return false;
    bool small = begins_small(label) && str_index(label, 0, ' ') < label.len;
    if (!rest.len && small) return false;
    line->time = timed.time;
    line->bad_time = timed.bad_time;
    line->label = label;
    line->said = rest_from(rest, 1);
    line->form = rest.len         ? FORM_TIME_INSIDE
                 : is_wide(s, at) ? FORM_ABOVE_WIDE
                                  : FORM_ABOVE;
    return true;
}

static bool split_after_time(Str s, TextLine *line) {
    for (size_t at = 1; at < s.len && at <= LABEL_MAX; at++) {
        if (!byte_is_space(s.ptr[at - 1])) continue;
        bool begins = byte_is_digit(s.ptr[at]) || closing(str_slice(s, at, s.len));
        if (begins && split_at_time(s, at, line)) return true;
    }
    return false;
}

// The first colon that is neither in a time nor in a URL; s.len when there is none. *size
// is its length: that of East Asian texts has three bytes.
static size_t label_end(Str s, size_t *size) {
    static const Str WIDE_COLON = {"\uff1a", 3};
    size_t at = str_index(s, 0, ':');
    while (at && at + 1 < s.len && byte_is_digit(s.ptr[at - 1]) &&
           byte_is_digit(s.ptr[at + 1]))
        at = str_index(s, at + 1, ':');
    if (str_starts(str_slice(s, at, s.len), STR("://"))) at = s.len;
    *size = 1;
    for (size_t wide = 0; wide < at && wide <= LABEL_MAX; wide++) {
        if (s.ptr[wide] != WIDE_COLON.ptr[0]) continue; // as most are
        if (!str_starts(str_slice(s, wide, s.len), WIDE_COLON)) continue;
        *size = WIDE_COLON.len;
        return wide;
    }
    return at;
}

// "[SPEAKER_00]: text".
static bool split_boxed(Str s, TextLine *line) {
    size_t close = str_index(s, 0, ']');
    bool colon = close + 1 < s.len && s.ptr[close + 1] == ':';
    if (!str_starts(s, STR("[")) || !colon) return false;
    line->label = str_trim(str_slice(s, 1, close));
    line->said = rest_from(s, close + 2);
    return may_be_label(line->label);
}

static bool split_at_colon(Str s, TextLine *line) {
    size_t size, colon = label_end(s, &size);
    Str label = str_trim(str_slice(s, 0, colon));
    if (colon == s.len || !may_be_label(label)) return false;
    line->label = label;
    line->said = rest_from(s, colon + size);
    return true;
}

static bool split(Str s, TextLine *line) {
    line->label = (Str){0};
    if (split_boxed(s, line)) return true;
    line->label = (Str){0};
    return split_after_time(s, line) || split_at_colon(s, line);
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
    else
        return;
    if (line->form == FORM_PLAIN) line->form = FORM_MARKED;
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

// What parts a time from a name.
static Str without_dash(Str s) {
    static const char *const DASHES[] = {"-", "|", "\u2013", "\u2014"};
    if (s.len && byte_is_ascii_word(s.ptr[0])) return s;
    for (size_t i = 0; i < sizeof DASHES / sizeof *DASHES; i++)
        if (str_starts(s, str_from(DASHES[i])))
            return without_dash(rest_from(s, strlen(DASHES[i])));
    return s;
}

// A time that is none is one only where a label follows.
static Str take_time_before(Str s, TextLine *line) {
    TextLine odd = {0}, labelled = {0};
    Str rest = s;
    if (take_time(&rest, line)) return without_dash(rest);
    if (!take_odd_time(&rest, &odd) || !split(rest, &labelled) || labelled.time.len)
        return s;
    line->time = odd.time;
    line->bad_time = odd.bad_time;
    line->form = odd.form;
    return without_dash(rest);
}

TextLine text_line_parse(Arena *arena, Str text) {
    TextLine line = {.text = without_tags(str_trim(blanks_plain(arena, text)))};
    Str rest = without_list_mark(line.text);
    Str mark = take_emphasis(&rest);
    rest = take_time_before(rest, &line);
    TextForm form = line.form;
    Str time = line.time;
    if (!mark.len) mark = take_emphasis(&rest);
    line.behind_time = rest;
    if (!split(rest, &line)) return line;
    if (form != FORM_PLAIN) {
        line.time = time;
        line.form = form;
        line.label = without_addressee(line.label);
    }
    end_emphasis(&line, mark);
    if (!may_be_label(line.label)) line.label = line.said = (Str){0};
    return line;
}

// ---- Lines

// HTML with ends of lines of its own becomes text; every other line stays as it is.
static Str without_html(Arena *arena, Str line) {
    static const char *const ENDS[] = {"<br", "<BR", "</p>", "</P>", "</div>", "</li>"};
    if (str_index(line, 0, '<') == line.len) return line;
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
            *line = text_line_parse(arena, part);
            line->line = first;
        }
    }
    return lines;
}
