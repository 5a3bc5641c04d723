#include "match/regex.h"

#include "base/utf8.h"
#include "match/regex_class.h"

enum { DEPTH_MOST = 50 };

typedef struct {
    Arena *arena;
    Str text;
    size_t at;
    int depth;
    bool unicode;
    bool options;      // one was met
    bool cased, lines; // one for it was: letters have case, ^ matches in lines
    bool simple, splits;
    bool lost; // something was met that this parser does not understand
} Parser;

static RegexNode *parse_either(Parser *parser);

// ---- The text of the regex

static bool ended(const Parser *parser) {
    return parser->lost || parser->at >= parser->text.len;
}

static char peek(const Parser *parser, size_t ahead) {
    size_t at = parser->at + ahead;
    return at < parser->text.len ? parser->text.ptr[at] : '\0';
}

static bool take(Parser *parser, const char *text) {
    size_t at = parser->at;
    for (; *text; text++, at++)
        if (at >= parser->text.len || parser->text.ptr[at] != *text) return false;
    parser->at = at;
    return true;
}

static void skip_past(Parser *parser, char c) {
    size_t end = str_index(parser->text, parser->at, c);
    if (end == parser->text.len) parser->lost = true;
    parser->at = end + 1;
}

static void skip_comments(Parser *parser) {
    while (take(parser, "(?#")) skip_past(parser, ')');
}

static Str take_char(Parser *parser) {
    size_t from = parser->at++;
    while (((unsigned char)peek(parser, 0) & 0xC0) == 0x80) parser->at++;
    return str_slice(parser->text, from, parser->at);
}

// ---- Nodes

static RegexNode *node(Parser *parser, RegexType type) {
    RegexNode *made = arena_new(parser->arena, RegexNode);
    made->type = type;
    made->loose = parser->options;
    made->cased = parser->cased && !parser->options;
    return made;
}

static RegexNode *give_up(Parser *parser) {
    parser->lost = true;
    return node(parser, REGEX_ANYTHING);
}

static RegexNode *not_simple(Parser *parser, RegexType type) {
    parser->simple = false;
    return node(parser, type);
}

static RegexNode *assertion(Parser *parser, RegexLook look) {
    RegexNode *made = not_simple(parser, REGEX_ASSERTION);
    made->look = look;
    return made;
}

// What matches depends on another part of the regex.
static RegexNode *reference(Parser *parser) {
    parser->splits = false;
    return not_simple(parser, REGEX_ANYTHING);
}

static RegexNode *one_of(Parser *parser, const CharSet *set) {
    RegexNode *made = node(parser, REGEX_CHAR);
    CharSet *kept = arena_raw(parser->arena, sizeof *kept);
    *kept = *set;
    made->set = kept;
    for (int c = '0'; c <= '9'; c++) parser->simple &= !charset_has(set, (char)c);
    parser->simple &= !set->symbol_count;
    const uint64_t *ascii = made->cased ? set->cased : set->ascii;
    made->loose |= !~(ascii[0] & ascii[1]); // it may stand for what is unknown
    return made;
}

static RegexNode *parse_literal(Parser *parser) {
    CharSet set = {0};
    charset_add_text(&set, take_char(parser));
    return one_of(parser, &set);
}

static RegexNode *any_char(Parser *parser) { return one_of(parser, &CHARSET_EVERY); }

static RegexNode *any_in_line(Parser *parser) {
    CharSet end = {0};
    charset_add(&end, '\n');
    CharSet others = charset_negate(&end);
    return parser->options ? any_char(parser) : one_of(parser, &others);
}

// \x41, \x{41}: which character does not matter much.
static RegexNode *parse_code(Parser *parser) {
    if (take(parser, "{"))
        skip_past(parser, '}');
    else
        for (int i = 0; i < 2 && peek(parser, 0); i++)
            if (strchr("0123456789abcdefABCDEF", peek(parser, 0))) parser->at++;
    return any_char(parser);
}

static RegexNode *parse_property(Parser *parser) {
    if (peek(parser, 0) == '{')
        skip_past(parser, '}');
    else
        parser->at++;
    return any_char(parser);
}

static RegexNode *parse_escape(Parser *parser) {
    CharSet set;
    char c = peek(parser, 1);
    parser->at++;
    if (ended(parser)) return give_up(parser);
    if (!byte_is_ascii_word(c) || c == '_') return parse_literal(parser);
    parser->at++;
    if (c == 'N' && peek(parser, 0) == '{') return give_up(parser);
    if (charset_named(c, parser->unicode, &set)) return one_of(parser, &set);
    if (byte_is_digit(c) && c != '0' && !byte_is_digit(peek(parser, 0)))
        return reference(parser);
    switch (c) {
    case 'b': return not_simple(parser, REGEX_EDGE);
    case 'A': return not_simple(parser, REGEX_TOP);
    case 'B':
    case 'Z':
    case 'z': return assertion(parser, LOOK_UNKNOWN);
    case 'R':
    case 'X': return not_simple(parser, REGEX_ANYTHING);
    case 'p':
    case 'P': return parse_property(parser);
    case 'x': return parse_code(parser);
    case 'a':
    case 'e':
    case 'f':
    case 'n':
    case 'r':
    case 't': return any_char(parser);
    default: return give_up(parser);
    }
}

static RegexNode *parse_class(Parser *parser) {
    CharSet set;
    bool understood =
        regex_class(parser->text, &parser->at, parser->unicode, parser->cased, &set);
    return understood ? one_of(parser, &set) : give_up(parser);
}

// ---- Groups

typedef enum {
    GROUP_PLAIN,  // the rest is a group like others
    GROUP_RESET,  // so it is, but for the numbers of the groups in it
    GROUP_NAMED,  // so it is after a name
    GROUP_ATOMIC, // so it is, but that it does not go back to a later choice
    GROUP_ASSERTION,
    GROUP_CALL, // it has no inside: calls and references
    GROUP_OPTIONS,
    GROUP_STRANGE
} Group;

static const struct Opening {
    const char *text;
    Group group;
    char name_end;  // of GROUP_NAMED
    RegexLook look; // of GROUP_ASSERTION
} OPENINGS[] = {
    {"(?:", GROUP_PLAIN, 0, 0},
    {"(?|", GROUP_RESET, 0, 0},
    {"(?>", GROUP_ATOMIC, 0, 0},
    {"(?=", GROUP_ASSERTION, 0, LOOK_AHEAD},
    {"(?!", GROUP_ASSERTION, 0, LOOK_NOT_AHEAD},
    {"(?<=", GROUP_ASSERTION, 0, LOOK_BEHIND},
    {"(?<!", GROUP_ASSERTION, 0, LOOK_NOT_BEHIND},
    {"(?<", GROUP_NAMED, '>', 0},
    {"(?'", GROUP_NAMED, '\'', 0},
    {"(?P<", GROUP_NAMED, '>', 0},
    {"(?P>", GROUP_CALL, 0, 0},
    {"(?P=", GROUP_CALL, 0, 0},
    {"(?&", GROUP_CALL, 0, 0},
    {"(?R", GROUP_CALL, 0, 0},
    {"(?", GROUP_OPTIONS, 0, 0},
    {"(*", GROUP_STRANGE, 0, 0},
    {"(", GROUP_PLAIN, 0, 0},
};

// Steps over the beginning of a group.
static const struct Opening *open_group(Parser *parser) {
    const struct Opening *opening = OPENINGS;
    while (!take(parser, opening->text)) opening++;
    Group group = opening->group;
    if (group == GROUP_NAMED) skip_past(parser, opening->name_end);
    if (group != GROUP_PLAIN) parser->simple = false;
    if (group == GROUP_RESET || group == GROUP_NAMED || group == GROUP_ATOMIC)
        parser->splits = false;
    return opening;
}

static RegexNode *parse_inside(Parser *parser) {
    if (++parser->depth > DEPTH_MOST) return give_up(parser);
    RegexNode *inside = parse_either(parser);
    parser->depth--;
    return take(parser, ")") ? inside : give_up(parser);
}

// (?i), (?i:...) and (?1), (?-1), (?+1): all begin alike.
static RegexNode *parse_options(Parser *parser) {
    bool cased = parser->cased, only_case = take(parser, "-i:");
    parser->cased |= only_case;
    for (char c; (c = peek(parser, 0)) && !only_case && strchr("imsnJU^-", c);
         parser->at++) {
        parser->options = true;
        parser->cased |= c == 'i' || c == '^';
        parser->lines |= c == 'm';
    }
    if (only_case || take(parser, ":")) {
        RegexNode *group = node(parser, REGEX_SEQUENCE); // not to be taken out of it
        group->first = parse_inside(parser);
        if (only_case) parser->cased = cased;
        return group;
    }
    parser->splits = false;
    if (take(parser, ")")) return assertion(parser, LOOK_UNKNOWN);
    if (!byte_is_digit(peek(parser, 0)) && peek(parser, 0) != '+') return give_up(parser);
    skip_past(parser, ')');
    return reference(parser);
}

static RegexNode *parse_group(Parser *parser) {
    const struct Opening *opening = open_group(parser);
    Group group = opening->group;
    if (group == GROUP_STRANGE) return give_up(parser);
    if (group == GROUP_OPTIONS) return parse_options(parser);
    if (group == GROUP_CALL) {
        skip_past(parser, ')');
        return reference(parser);
    }
    RegexNode *inside = parse_inside(parser);
    inside->loose |= group == GROUP_NAMED || group == GROUP_ATOMIC;
    if (group != GROUP_ASSERTION) return inside;
    RegexNode *made = assertion(parser, opening->look);
    made->first = inside;
    return made;
}

// ---- Pieces, sequences, alternatives

static RegexNode *parse_single(Parser *parser) {
    switch (peek(parser, 0)) {
    case '\\': return parse_escape(parser);
    case '[': return parse_class(parser);
    case '(': return parse_group(parser);
    case '.': return parser->at++, any_in_line(parser);
    case '^':
        parser->at++;
        return not_simple(parser, parser->lines ? REGEX_ASSERTION : REGEX_TOP);
    case '$':
        parser->at++;
        return assertion(parser, parser->lines ? LOOK_UNKNOWN : LOOK_END);
    case '{':
    case '\0': return give_up(parser);
    default: return parse_literal(parser);
    }
}

static bool read_count(Str digits, uint32_t *count) {
    int64_t value;
    if (!digits.len || !byte_is_digit(digits.ptr[0])) return false;
    if (!str_to_int(digits, &value)) return false;
    *count = (uint32_t)value;
    return true;
}

// "{3}", "{2,}", "{0,3}". A brace that is not clearly one of these, or is not closed, is
// not for this parser.
static bool parse_braces(Parser *parser, RegexNode *repeat) {
    size_t from = parser->at + 1, end = str_index(parser->text, parser->at, '}');
    Str inside = str_slice(parser->text, from, end < parser->text.len ? end : from);
    size_t comma = str_index(inside, 0, ',');
    Str upper = str_slice(inside, comma + 1, inside.len);
    bool clear = read_count(str_slice(inside, 0, comma), &repeat->least);
    repeat->most = comma == inside.len ? repeat->least : REGEX_UNBOUNDED;
    if (upper.len) clear &= read_count(upper, &repeat->most);
    parser->lost |= !clear;
    parser->at = end + 1;
    return clear;
}

static bool parse_quantifier(Parser *parser, RegexNode *repeat) {
    char c = peek(parser, 0);
    if (c == '{') return parse_braces(parser, repeat);
    if (c != '?' && c != '*' && c != '+') return false;
    repeat->least = c == '+';
    repeat->most = c == '?' ? 1 : REGEX_UNBOUNDED;
    parser->at++;
    return true;
}

static bool is_literal(char c) {
    static const bool IS_SIGN[0x80] = {
        ['\\'] = true, ['^'] = true, ['$'] = true, ['.'] = true,
        ['['] = true,  ['|'] = true, ['('] = true, [')'] = true,
        ['?'] = true,  ['*'] = true, ['+'] = true, ['{'] = true,
    };
    return c >= ' ' && c < 0x7F && !IS_SIGN[(unsigned char)c] && !byte_is_digit(c);
}

// A run of literals, but for the last before a quantifier, which is for that alone; NULL
// when there is none.
static RegexNode *parse_text(Parser *parser) {
    size_t len = 0;
    while (is_literal(peek(parser, len))) len++;
    char c = peek(parser, len);
    bool quantified = c == '?' || c == '*' || c == '+' || c == '{' || c == '(';
    if (len < 2 + (size_t)quantified) return NULL;
    len -= quantified;
    RegexNode *made = node(parser, REGEX_TEXT);
    made->written = str_slice(parser->text, parser->at, parser->at + len);
    made->literals = str_lower(parser->arena, made->written);
    parser->at += len;
    return made;
}

static RegexNode *parse_piece(Parser *parser) {
    size_t from = parser->at;
    RegexNode *text = parse_text(parser);
    if (text) return text;
    RegexNode *piece = parse_single(parser), quantifier = {.type = REGEX_REPEAT};
    skip_comments(parser);
    while (!ended(parser) && parse_quantifier(parser, &quantifier)) {
        RegexNode *repeat = node(parser, REGEX_REPEAT);
        repeat->least = quantifier.least;
        repeat->most = quantifier.most;
        repeat->first = piece;
        piece = repeat;
        skip_comments(parser);
        repeat->lazy = take(parser, "?");
        repeat->loose |= !repeat->lazy && take(parser, "+"); // possessive
        parser->simple &= !repeat->lazy && !repeat->loose;
        skip_comments(parser);
    }
    piece->from = from;
    piece->to = parser->at;
    return piece;
}

static RegexNode *parse_sequence(Parser *parser) {
    RegexNode *sequence = node(parser, REGEX_SEQUENCE), **end = &sequence->first;
    sequence->from = parser->at;
    skip_comments(parser);
    while (!ended(parser) && peek(parser, 0) != '|' && peek(parser, 0) != ')') {
        *end = parse_piece(parser);
        end = &(*end)->next;
    }
    sequence->to = parser->at;
    return sequence;
}

static RegexNode *parse_either(Parser *parser) {
    RegexNode *either = node(parser, REGEX_EITHER), **end = &either->first;
    do {
        *end = parse_sequence(parser);
        end = &(*end)->next;
    } while (!parser->lost && take(parser, "|"));
    return either;
}

Regex regex_parse(Arena *arena, Str text, bool unicode) {
    if (!utf8_valid(text)) return (Regex){0}; // PCRE2 says why
    Parser parser = {
        .arena = arena, .text = text, .unicode = unicode, .simple = true, .splits = true};
    RegexNode *root = parse_either(&parser);
    if (parser.lost || parser.at < text.len) return (Regex){0};
    return (Regex){root, parser.simple, parser.splits};
}
