#include "text/markup.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "call/redaction.h"

// The entities that exports write; every other character they write as itself or by its
// number. https://html.spec.whatwg.org/multipage/named-characters.html
static const struct {
    const char *name;
    uint32_t code;
} ENTITIES[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
    {"apos", '\''},     {"nbsp", 0xa0},    {"lrm", 0x200e},   {"rlm", 0x200f},
    {"hellip", 0x2026}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018},
    {"rsquo", 0x2019},  {"ldquo", 0x201c}, {"rdquo", 0x201d}, {"bull", 0x2022},
    {"middot", 0xb7},   {"euro", 0x20ac},  {"pound", 0xa3},   {"yen", 0xa5},
    {"cent", 0xa2},     {"copy", 0xa9},    {"reg", 0xae},     {"trade", 0x2122},
    {"deg", 0xb0},      {"zwj", 0x200d},   {"zwnj", 0x200c},  {"shy", 0xad},
    {"eacute", 0xe9},   {"egrave", 0xe8},  {"agrave", 0xe0},  {"ccedil", 0xe7},
    {"auml", 0xe4},     {"ouml", 0xf6},    {"uuml", 0xfc},    {"szlig", 0xdf},
    {"Auml", 0xc4},     {"Ouml", 0xd6},    {"Uuml", 0xdc},    {"ntilde", 0xf1},
};

static uint32_t named_code(Str name) {
    for (size_t i = 0; i < sizeof ENTITIES / sizeof *ENTITIES; i++)
        if (str_eq(name, str_from(ENTITIES[i].name))) return ENTITIES[i].code;
    return 0;
}

// "39" or "x27"; 0 when it is no character that may stand in a text.
static uint32_t numbered_code(Str number) {
    bool hex = number.len && (number.ptr[0] == 'x' || number.ptr[0] == 'X');
    uint32_t code = 0;
    if (number.len < 1 + (size_t)hex || number.len > 8) return 0;
    for (size_t i = hex; i < number.len; i++) {
        char c = number.ptr[i], low = (char)(c | 0x20);
        bool letter = hex && low >= 'a' && low <= 'f';
        if (!byte_is_digit(c) && !letter) return 0;
        code = code * (hex ? 16 : 10) + (uint32_t)(letter ? low - 'a' + 10 : c - '0');
    }
    bool surrogate = code >= 0xd800 && code <= 0xdfff;
    return surrogate || code > 0x10ffff ? 0 : code;
}

// Puts the character of the entity that begins at s[at]; gives the entity's length, or 0.
static size_t put_entity(Buf *out, Str s, size_t at) {
    enum { ENTITY_MAX = 12 };
    size_t end = str_index(s, at, ';');
    if (end == s.len || end - at > ENTITY_MAX || end - at < 2) return 0;
    Str body = str_slice(s, at + 1, end);
    uint32_t code = body.ptr[0] == '#' ? numbered_code(str_slice(body, 1, body.len))
                                       : named_code(body);
    char bytes[4];
    if (!code) return 0;
    buf_put(out, (Str){bytes, utf8_encode(bytes, code)});
    return end + 1 - at;
}

// ---- Tags

static bool ends_line(Str name) {
    static const char *const NAMES[] = {"br", "p",  "div", "li", "tr",
                                        "h1", "h2", "h3",  NULL};
    return str_is_one_of(name, NAMES);
}

// The length of the tag or comment that begins at s[at]; 0 when that is a plain "<", or a
// redaction mark. A line's end is put for a tag that ends one.
static size_t skip_tag(Buf *out, Str s, size_t at) {
    if (redaction_length(s, at)) return 0;
    Str rest = str_slice(s, at, s.len);
    if (str_starts(rest, STR("<!--"))) {
        size_t end = 4;
        while (end < rest.len && !str_starts(str_slice(rest, end, rest.len), STR("-->")))
            end++;
        return end + 3 < rest.len ? end + 3 : rest.len;
    }
    size_t name = rest.len > 1 && rest.ptr[1] == '/' ? 2 : 1, name_end = name;
    while (name_end < rest.len && byte_is_ascii_word(rest.ptr[name_end])) name_end++;
    size_t end = name_end; // no tag holds the beginning of another
    while (end < rest.len && rest.ptr[end] != '>' && rest.ptr[end] != '<') end++;
    bool closed = end < rest.len && rest.ptr[end] == '>';
    bool letter = name < rest.len && !byte_is_digit(rest.ptr[name]) && name_end > name;
    if (!letter || !closed) return 0;
    if (ends_line(str_slice(rest, name, name_end)) && out->len) buf_byte(out, '\n');
    return end + 1;
}

static Str take_off(Arena *arena, Str s, bool tags) {
    Buf out = {.arena = arena};
    for (size_t at = 0, size; at < s.len; at += size) {
        size = s.ptr[at] == '&'           ? put_entity(&out, s, at)
               : s.ptr[at] == '<' && tags ? skip_tag(&out, s, at)
                                          : 0;
        if (size) continue;
        buf_byte(&out, s.ptr[at]);
        size = 1;
    }
    return buf_str(&out);
}

Str entities_text(Arena *arena, Str s) {
    return str_index(s, 0, '&') < s.len ? take_off(arena, s, false) : s;
}

// Runs of line ends and blanks that the tags left become one.
static Str tidy(Arena *arena, Str s) {
    Buf out = {.arena = arena};
    Str line;
    while (str_next(&s, '\n', &line)) {
        line = str_trim(line);
        if (!line.len) continue;
        if (out.len) buf_byte(&out, '\n');
        buf_put(&out, line);
    }
    return buf_str(&out);
}

Str markup_text(Arena *arena, Str s) {
    if (str_index(s, 0, '<') == s.len) return str_trim(entities_text(arena, s));
    return tidy(arena, take_off(arena, s, true));
}
