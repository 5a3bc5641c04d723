#include "match/atom.h"

#include <math.h>
#include <string.h>

enum {
    EXACT_MOST = 24,  // texts that a part is multiplied out to
    ATOMS_MOST = 256, // atoms of one pattern
    DEPTH_MOST = 50,
};

// What is known of a part of a pattern. `exact`: it matches just these texts (assertions
// match the empty one). Otherwise `needed`: each match holds one of these; none known =
// {0}.
typedef struct {
    bool is_exact;
    Atoms exact, needed;
} Part;

typedef struct {
    Arena *arena;
    Str regex;
    size_t at;
    int depth;
    bool lost; // something was met that this reader does not understand
} Reader;

static Part parse_alternatives(Reader *reader);

// Characters per 1,000 of the text in samples/; what is not in the table is rarer.
static double frequency(char c) {
    static const char COMMON[] = " etoanihsrldyumwcg'fbpkv";
    static const unsigned char PER_MILLE[] = {186, 89, 82, 72, 59, 58, 53, 48,
                                              44,  39, 30, 29, 28, 26, 19, 17,
                                              16,  16, 14, 14, 12, 12, 11, 8};
    const char *at = c ? strchr(COMMON, c) : NULL;
    return (at ? PER_MILLE[at - COMMON] : 3) / 1000.0;
}

// About how often one of the atoms begins at a given place of a text.
static double expected(const Atoms *atoms) {
    double sum = 0;
    vec_each(const Str, atom, atoms) {
        double chance = 1;
        for (size_t i = 0; i < atom->len; i++) chance *= frequency(atom->ptr[i]);
        sum += chance;
    }
    return sum;
}

static bool has_empty(const Atoms *atoms) {
    vec_each(const Str, atom, atoms)
        if (!atom->len) return true;
    return false;
}

static Part exact_text(Reader *reader, Str text) {
    Part part = {.is_exact = true};
    *vec_push(reader->arena, &part.exact) = text;
    return part;
}

static Part nothing(Reader *reader) { return exact_text(reader, (Str){"", 0}); }

// The texts that a part's matches must hold one of, whichever way they are known.
static Atoms needs_of(const Part *part) {
    Atoms needs = part->is_exact ? part->exact : part->needed;
    return has_empty(&needs) || needs.len > ATOMS_MOST ? (Atoms){0} : needs;
}

static void prefer(Atoms *best, Atoms candidate) {
    if (!candidate.len || has_empty(&candidate)) return;
    if (!best->len || expected(&candidate) < expected(best)) *best = candidate;
}

static Atoms join(Arena *arena, const Atoms *heads, const Atoms *tails) {
    Atoms joined = {0};
    vec_each(const Str, head, heads)
        vec_each(const Str, tail, tails)
            *vec_push(arena, &joined) =
                str_format(arena, "%.*s%.*s", STR_ARG(*head), STR_ARG(*tail));
    return joined;
}

static void append(Arena *arena, Atoms *atoms, const Atoms *more) {
    vec_each(const Str, atom, more) *vec_push(arena, atoms) = *atom;
}

// Adds the next part of a sequence. `whole` is what the parts since the last one that is
// not exact multiply out to.
static void extend(Reader *reader, Part *sequence, Atoms *whole, const Part *next) {
    if (next->is_exact && whole->len * next->exact.len <= EXACT_MOST) {
        *whole = join(reader->arena, whole, &next->exact);
        return;
    }
    prefer(&sequence->needed, *whole);
    prefer(&sequence->needed, needs_of(next));
    sequence->is_exact = false;
    *whole = next->is_exact && next->exact.len <= EXACT_MOST ? next->exact
                                                             : nothing(reader).exact;
}

static bool ended(const Reader *reader) {
    return reader->lost || reader->at >= reader->regex.len;
}

static char peek(const Reader *reader, size_t ahead) {
    size_t at = reader->at + ahead;
    return at < reader->regex.len ? reader->regex.ptr[at] : '\0';
}

static Part give_up(Reader *reader) {
    reader->lost = true;
    return (Part){0};
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c; }

static Part literal(Reader *reader, char c) {
    reader->at++;
    if ((unsigned char)c >= 0x80) return (Part){0}; // its cases may be other bytes
    char small = lower(c);
    return exact_text(reader, str_copy(reader->arena, (Str){&small, 1}));
}

static Part parse_escape(Reader *reader) {
    char c = peek(reader, 1);
    reader->at++;
    if (c && strchr("bBAzZG", c)) return reader->at++, nothing(reader);
    if (c && strchr("dDwWsShHvVR", c)) return reader->at++, (Part){0};
    if (!c || byte_is_word(c)) return give_up(reader); // \1 \x41 \p{L} \K \Q ...
    return literal(reader, c);
}

// The end of a class, or 0. Posix classes and escapes are stepped over.
static size_t class_end(const Reader *reader) {
    Str regex = reader->regex;
    size_t at = reader->at + 1;
    if (at < regex.len && regex.ptr[at] == '^') at++;
    if (at < regex.len && regex.ptr[at] == ']') at++;
    for (; at < regex.len && regex.ptr[at] != ']'; at++) {
        if (regex.ptr[at] == '[') return 0;
        if (regex.ptr[at] == '\\') at++;
    }
    return at < regex.len ? at + 1 : 0;
}

static bool is_simple_class(Str inside) {
    for (size_t i = 0; i < inside.len; i++)
        if ((unsigned char)inside.ptr[i] >= 0x80 || strchr("\\^-", inside.ptr[i]))
            return false;
    return inside.len > 0 && inside.len <= 4;
}

static Part parse_class(Reader *reader) {
    size_t end = class_end(reader);
    if (!end) return give_up(reader);
    Str inside = str_slice(reader->regex, reader->at + 1, end - 1);
    reader->at = end;
    if (!is_simple_class(inside)) return (Part){0};
    Part part = {.is_exact = true};
    Str small = str_lower(reader->arena, inside);
    for (size_t i = 0; i < small.len; i++)
        *vec_push(reader->arena, &part.exact) = str_slice(small, i, i + 1);
    return part;
}

typedef enum { GROUP_PLAIN, GROUP_ASSERTION, GROUP_STRANGE } Group;

// Steps over the beginning of a group.
static Group open_group(Reader *reader) {
    static const struct {
        const char *text;
        Group group;
    } OPENINGS[] = {
        {"(?:", GROUP_PLAIN},     {"(?>", GROUP_PLAIN},      {"(?=", GROUP_ASSERTION},
        {"(?!", GROUP_ASSERTION}, {"(?<=", GROUP_ASSERTION}, {"(?<!", GROUP_ASSERTION},
        {"(?<", GROUP_PLAIN},     {"(?", GROUP_STRANGE},     {"(*", GROUP_STRANGE},
        {"(", GROUP_PLAIN},
    };
    Str rest = str_slice(reader->regex, reader->at, reader->regex.len);
    size_t i = 0;
    while (!str_starts(rest, str_from(OPENINGS[i].text))) i++;
    reader->at += strlen(OPENINGS[i].text);
    bool named = strcmp(OPENINGS[i].text, "(?<") == 0;
    if (named) reader->at = str_index(reader->regex, reader->at, '>') + 1;
    return OPENINGS[i].group;
}

static Part parse_group(Reader *reader) {
    Group group = open_group(reader);
    if (group == GROUP_STRANGE || ++reader->depth > DEPTH_MOST) return give_up(reader);
    Part inside = parse_alternatives(reader);
    reader->depth--;
    if (peek(reader, 0) != ')') return give_up(reader);
    reader->at++;
    return group == GROUP_ASSERTION ? nothing(reader) : inside;
}

static Part parse_single(Reader *reader) {
    char c = peek(reader, 0);
    switch (c) {
    case '\\': return parse_escape(reader);
    case '[': return parse_class(reader);
    case '(': return parse_group(reader);
    case '^':
    case '$': return reader->at++, nothing(reader);
    case '.': return reader->at++, (Part){0};
    case '{':
    case '\0': return give_up(reader);
    default: return literal(reader, c);
    }
}

// "{3}", "{2,}", "{0,3}". A brace that is not clearly one of these is not for this
// reader.
static bool parse_braces(Reader *reader, bool *optional, bool *once_at_most) {
    size_t end = str_index(reader->regex, reader->at, '}');
    Str inside = str_slice(reader->regex, reader->at + 1, end);
    size_t comma = str_index(inside, 0, ',');
    int64_t least, most = INT64_MAX;
    bool clear = inside.len && byte_is_digit(inside.ptr[0]) && end < reader->regex.len &&
                 str_to_int(str_slice(inside, 0, comma), &least);
    if (!clear) return reader->lost = true, false;
    str_to_int(str_slice(inside, comma + 1, inside.len), &most);
    *optional = least == 0;
    *once_at_most = most == 1;
    reader->at = end + 1;
    return true;
}

static bool parse_quantifier(Reader *reader, bool *optional, bool *once_at_most) {
    char c = peek(reader, 0);
    *optional = c == '?' || c == '*';
    *once_at_most = c == '?';
    if (c == '{') return parse_braces(reader, optional, once_at_most);
    if (c != '?' && c != '*' && c != '+') return false;
    reader->at++;
    return true;
}

static Part repeat(Reader *reader, Part part, bool optional, bool once_at_most) {
    if (optional && once_at_most && part.is_exact) {
        Atoms empty = nothing(reader).exact;
        append(reader->arena, &part.exact, &empty);
        return part;
    }
    return (Part){.needed = optional ? (Atoms){0} : needs_of(&part)};
}

static Part parse_piece(Reader *reader) {
    Part part = parse_single(reader);
    bool optional, once_at_most;
    while (!ended(reader) && parse_quantifier(reader, &optional, &once_at_most)) {
        part = repeat(reader, part, optional, once_at_most);
        char c = peek(reader, 0);
        if (c == '?' || c == '+') reader->at++; // lazy, possessive
    }
    return part;
}

static Part parse_sequence(Reader *reader) {
    Part sequence = {.is_exact = true};
    Atoms whole = nothing(reader).exact;
    while (!ended(reader) && peek(reader, 0) != '|' && peek(reader, 0) != ')') {
        Part piece = parse_piece(reader);
        extend(reader, &sequence, &whole, &piece);
    }
    if (sequence.is_exact)
        sequence.exact = whole;
    else
        prefer(&sequence.needed, whole);
    return sequence;
}

static Part either(Reader *reader, const Part *a, const Part *b) {
    Part both = {.is_exact = a->is_exact && b->is_exact &&
                             a->exact.len + b->exact.len <= EXACT_MOST};
    if (both.is_exact) {
        append(reader->arena, &both.exact, &a->exact);
        append(reader->arena, &both.exact, &b->exact);
        return both;
    }
    Atoms left = needs_of(a), right = needs_of(b);
    if (!left.len || !right.len || left.len + right.len > ATOMS_MOST) return both;
    append(reader->arena, &both.needed, &left);
    append(reader->arena, &both.needed, &right);
    return both;
}

static Part parse_alternatives(Reader *reader) {
    Part all = parse_sequence(reader);
    while (!ended(reader) && peek(reader, 0) == '|') {
        reader->at++;
        Part next = parse_sequence(reader);
        all = either(reader, &all, &next);
    }
    return all;
}

// A turn of fifty characters would hold one of them on average: looking is not worth it.
static const double TOO_COMMON = 0.02;

Atoms atoms_of(Arena *arena, Str regex) {
    Reader reader = {.arena = arena, .regex = regex, .lost = str_has(regex, STR("\\Q"))};
    Part whole = parse_alternatives(&reader);
    if (reader.lost || reader.at < regex.len) return (Atoms){0};
    Atoms atoms = needs_of(&whole);
    return expected(&atoms) > TOO_COMMON ? (Atoms){0} : atoms;
}
