#include "call/redaction.h"

// Elements that messages are written with; <ADDRESS> is taken for a mark.
static bool is_html(Str name) {
    static const char *const NAMES[] = {
        "BR",     "DIV",   "LI",    "OL",         "UL",    "TR",   "TD",
        "TH",     "EM",    "HR",    "IMG",        "SPAN",  "FONT", "TABLE",
        "BODY",   "HTML",  "HEAD",  "META",       "PRE",   "CODE", "CENTER",
        "STRONG", "BIG",   "SMALL", "STYLE",      "TBODY", "LINK", "SUB",
        "SUP",    "TITLE", "DL",    "BLOCKQUOTE", NULL};
    return str_number_in(name, NAMES) >= 0;
}

enum { LONGEST = 40 };

// What may be a mark that begins at `at`: no more is looked at.
static Str reach(Str text, size_t at) { return str_slice(text, 0, at + LONGEST + 2); }

// Two capitals, then capitals, digits, blanks, dashes and underscores.
static bool is_class(Str name) {
    if (name.len < 2 || name.len > LONGEST) return false;
    if (!byte_is_capital(name.ptr[0]) || !byte_is_capital(name.ptr[1])) return false;
    for (size_t i = 2; i < name.len; i++) {
        char c = name.ptr[i];
        bool joins = c == '_' || c == '-' || c == ' ';
        if (!byte_is_capital(c) && !byte_is_digit(c) && !joins) return false;
    }
    return true;
}

// "#NAME#", or a run of "###".
static size_t hashed_length(Str text, size_t at) {
    text = reach(text, at);
    size_t end = str_index(text, at + 1, '#');
    return end < text.len && is_class(str_slice(text, at + 1, end)) ? end + 1 - at : 0;
}

static size_t bracketed_length(Str text, size_t at) {
    bool angle = text.ptr[at] == '<';
    text = reach(text, at);
    size_t end = str_index(text, at, angle ? '>' : ']');
    if (end == text.len) return 0;
    Str name = str_slice(text, at + 1, end);
    return is_class(name) && !(angle && is_html(name)) ? end + 1 - at : 0;
}

size_t redaction_length(Str text, size_t at) {
    char first = text.ptr[at];
    if (first == '[' || first == '<') return bracketed_length(text, at);
    if (first != '*' && first != '#' && first != 'X') return 0;
    size_t hashed = first == '#' ? hashed_length(text, at) : 0;
    if (hashed) return hashed;
    size_t end = at, least = first == 'X' ? 4 : 3;
    while (end < text.len && text.ptr[end] == first) end++;
    return end - at < least ? 0 : end - at;
}
