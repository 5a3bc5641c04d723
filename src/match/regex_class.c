#include "match/regex_class.h"

#include "base/utf8.h"

#include <string.h>

typedef struct {
    Str text;
    size_t at;
    bool unicode;
    bool vague; // it has members that are not known
    bool lost;  // it is not understood
    CharSet set;
} Class;

static char peek(const Class *class, size_t ahead) {
    size_t at = class->at + ahead;
    return at < class->text.len ? class->text.ptr[at] : '\0';
}

static bool take(Class *class, char c) {
    bool has = class->at < class->text.len && peek(class, 0) == c;
    class->at += has;
    return has;
}

static Str take_char(Class *class) {
    size_t from = class->at++;
    while (((unsigned char)peek(class, 0) & 0xC0) == 0x80) class->at++;
    return str_slice(class->text, from, class->at);
}

static void add_unknown(Class *class) {
    class->vague = true;
    charset_unite(&class->set, &CHARSET_EVERY);
}

// Adds a member; gives it when it may begin or end a range, else {0}.
static Str take_member(Class *class) {
    CharSet named;
    bool escaped = take(class, '\\');
    char c = peek(class, 0);
    Str member = take_char(class);
    if (!escaped || !byte_is_ascii_word(c) || c == '_') {
        charset_add_text(&class->set, member);
        return member;
    }
    if (strchr("cQE", c)) class->lost = true;
    if (strchr("dDwWsS", c) && charset_named(c, class->unicode, &named))
        charset_unite(&class->set, &named);
    else
        add_unknown(class);
    return (Str){0};
}

static void take_range(Class *class, Str low) {
    class->at++;
    Str high = take_member(class);
    if (low.len == 1 && high.len == 1)
        charset_add_range(&class->set, low.ptr[0], high.ptr[0]);
    else
        add_unknown(class);
}

static void take_members(Class *class) {
    for (bool first = true; !class->lost && class->at < class->text.len; first = false) {
        if (!first && peek(class, 0) == ']') break;
        class->lost |= peek(class, 0) == '[' && peek(class, 1) == ':';
        Str member = take_member(class);
        if (peek(class, 0) == '-' && peek(class, 1) != ']') take_range(class, member);
    }
    class->at++;
}

bool regex_class(Str text, size_t *at, bool unicode, bool cased, CharSet *set) {
    Class class = {.text = text, .at = *at + 1, .unicode = unicode};
    bool negated = take(&class, '^');
    take_members(&class);
    *at = class.at;
    *set = class.set;
    if (negated) *set = class.vague ? CHARSET_EVERY : charset_negate(set);
    // What is not a small letter may be the capital one where case matters.
    if (negated && cased) memcpy(set->ascii, CHARSET_EVERY.ascii, sizeof set->ascii);
    return !class.lost;
}
