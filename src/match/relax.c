#include "match/relax.h"

#include <string.h>

// What may stand in the place of a word.
#define ANY_WORD "[\\w'-]+"

enum { DEPTH_MOST = 50 };

typedef enum {
    PIECE_CHAR,      // a character, class or escape
    PIECE_SPACE,     // a literal space or \s
    PIECE_ASSERTION, // matches no characters
    PIECE_GROUP,
    PIECE_BAR, // | between alternatives
    PIECE_END, // of the regex, or ) of the group
    PIECE_LOST // something this reader does not understand
} PieceType;

// A piece of a pattern with what says how often it comes.
typedef struct {
    PieceType type;
    size_t start, end;
    bool optional; // may match nothing
    bool letter;   // holds a literal letter
    bool space;    // holds a literal space
    size_t inside; // of a group that is there just once: where its content starts
} PatternPiece;

typedef struct {
    Str regex;
    size_t at;
    int depth;
} Scan;

static PatternPiece next_piece(Scan *scan);

static char peek(const Scan *scan, size_t ahead) {
    size_t at = scan->at + ahead;
    return at < scan->regex.len ? scan->regex.ptr[at] : '\0';
}

static void read_escape(Scan *scan, PatternPiece *piece) {
    char c = peek(scan, 1);
    scan->at += 2;
    if (c && strchr("bBAzZ", c))
        piece->type = PIECE_ASSERTION;
    else if (c == 's')
        piece->type = PIECE_SPACE;
    else if (!c || (byte_is_word(c) && !strchr("dDwWShHvVR", c)))
        piece->type = PIECE_LOST; // \1 \x41 \p{L} \K \Q ...
}

static void read_class(Scan *scan, PatternPiece *piece) {
    scan->at++;
    if (peek(scan, 0) == '^') scan->at++;
    if (peek(scan, 0) == ']') scan->at++;
    for (; peek(scan, 0) && peek(scan, 0) != ']'; scan->at++) {
        if (peek(scan, 0) == '[') piece->type = PIECE_LOST; // [:alpha:], or not
        if (peek(scan, 0) == '\\') scan->at++;
    }
    scan->at++;
}

// Steps over the beginning of a group.
static PieceType open_group(Scan *scan) {
    static const struct {
        const char *text;
        PieceType type;
    } OPENINGS[] = {
        {"(?:", PIECE_GROUP},     {"(?>", PIECE_GROUP},      {"(?=", PIECE_ASSERTION},
        {"(?!", PIECE_ASSERTION}, {"(?<=", PIECE_ASSERTION}, {"(?<!", PIECE_ASSERTION},
        {"(?<", PIECE_GROUP},     {"(?", PIECE_LOST},        {"(*", PIECE_LOST},
        {"(", PIECE_GROUP},
    };
    Str rest = str_slice(scan->regex, scan->at, scan->regex.len);
    size_t i = 0;
    while (!str_starts(rest, str_from(OPENINGS[i].text))) i++;
    scan->at += strlen(OPENINGS[i].text);
    bool named = strcmp(OPENINGS[i].text, "(?<") == 0;
    if (named) scan->at = str_index(scan->regex, scan->at, '>') + 1;
    return OPENINGS[i].type;
}

// The content of a group. An alternative that may be empty makes it optional.
static void read_content(Scan *scan, PatternPiece *group) {
    bool only_assertions = true, empty = true;
    for (;;) {
        PatternPiece piece = next_piece(scan);
        if (piece.type == PIECE_LOST) group->type = PIECE_LOST;
        if (piece.type >= PIECE_BAR) group->optional |= empty;
        if (piece.type > PIECE_BAR) break;
        bool nothing = piece.type == PIECE_ASSERTION || piece.type == PIECE_BAR;
        only_assertions &= nothing;
        empty = piece.type == PIECE_BAR || (empty && (nothing || piece.optional));
        group->letter |= piece.letter && !nothing;
        group->space |= piece.space || piece.type == PIECE_SPACE;
    }
    if (only_assertions && group->type == PIECE_GROUP) group->type = PIECE_ASSERTION;
}

static void read_group(Scan *scan, PatternPiece *piece) {
    piece->type = open_group(scan);
    if (++scan->depth > DEPTH_MOST) piece->type = PIECE_LOST;
    if (piece->type == PIECE_LOST) return;
    size_t inside = scan->at;
    read_content(scan, piece);
    scan->depth--;
    if (piece->type == PIECE_GROUP) piece->inside = inside;
    scan->at++;
}

static void read_single(Scan *scan, PatternPiece *piece) {
    char c = peek(scan, 0);
    switch (c) {
    case '\\': read_escape(scan, piece); return;
    case '[': read_class(scan, piece); return;
    case '(': read_group(scan, piece); return;
    case '{': piece->type = PIECE_LOST; return;
    case '^':
    case '$': piece->type = PIECE_ASSERTION; break;
    case ' ': piece->type = PIECE_SPACE; break;
    default: piece->letter = byte_is_letter(c);
    }
    scan->at++;
}

// "{0,2}" and "{,2}" make the piece optional.
static void read_braces(Scan *scan, PatternPiece *piece) {
    char first = peek(scan, 1);
    size_t end = str_index(scan->regex, scan->at, '}');
    if (first == '0' || first == ',') piece->optional = true;
    if (!byte_is_digit(first) && first != ',') piece->type = PIECE_LOST;
    scan->at = end + 1;
}

static void read_quantifier(Scan *scan, PatternPiece *piece) {
    for (char c; (c = peek(scan, 0)) && strchr("?*+{", c);) {
        piece->inside = 0;
        if (c == '{') {
            read_braces(scan, piece);
        } else {
            piece->optional |= c != '+';
            scan->at++;
        }
        c = peek(scan, 0);
        if (c == '?' || c == '+') scan->at++; // lazy, possessive
    }
}

static PatternPiece next_piece(Scan *scan) {
    PatternPiece piece = {.start = scan->at};
    char c = peek(scan, 0);
    if (scan->at >= scan->regex.len || c == ')') {
        piece.type = PIECE_END;
    } else if (c == '|') {
        piece.type = PIECE_BAR;
        scan->at++;
    } else {
        read_single(scan, &piece);
        if (piece.type != PIECE_LOST) read_quantifier(scan, &piece);
    }
    piece.end = scan->at;
    return piece;
}

// ---- PatternWords and gaps

static bool is_gap(const PatternPiece *piece) {
    return piece->type == PIECE_SPACE || piece->type == PIECE_ASSERTION ||
           (piece->optional && piece->space);
}

// A word, with the spaces right before and after it, which are empty where there is none.
typedef struct {
    size_t start, end, space_start, space_end;
    size_t pieces;
    bool literal, has_space;
} PatternWord;
typedef VEC(PatternWord) PatternWords;

typedef VEC(PatternPiece) PatternPieces;

static PatternWord *begin_word(Arena *arena, PatternWords *words,
                               const PatternPiece *first, const PatternPiece *gap) {
    bool spaced = gap && gap->type == PIECE_SPACE;
    PatternWord *word = vec_push(arena, words);
    *word = (PatternWord){.start = first->start,
                          .space_start = spaced ? gap->start : first->start};
    return word;
}

static void extend_word(PatternWord *word, const PatternPiece *piece) {
    word->end = word->space_end = piece->end;
    word->pieces++;
    word->literal |= piece->letter && !piece->optional;
    word->has_space |= piece->space;
}

static PatternWords find_words(Arena *arena, const PatternPieces *pieces) {
    PatternWords words = {0};
    PatternWord *word = NULL;          // the one being read
    const PatternPiece *before = NULL; // the gap before it
    vec_each(const PatternPiece, piece, pieces) {
        if (!is_gap(piece)) {
            if (!word) word = begin_word(arena, &words, piece, before);
            extend_word(word, piece);
            continue;
        }
        if (word && piece->type == PIECE_SPACE) word->space_end = piece->end;
        word = NULL;
        before = piece;
    }
    return words;
}

// An alternative from `from` to `to` with any word or none in the place of `word`, whose
// space goes with it; or where it has none, with any word.
static Str replace(Arena *arena, Str regex, const PatternWord *word, size_t from,
                   size_t to) {
    Str after = str_slice(regex, word->end, word->space_end), before = {0};
    if (!after.len) before = str_slice(regex, word->space_start, word->start);
    bool spaced = after.len || before.len;
    Str head = str_slice(regex, from, word->start - before.len);
    Str tail = str_slice(regex, word->end + after.len, to);
    return str_format(arena, "%.*s%s%.*s" ANY_WORD "%.*s%s%.*s", STR_ARG(head),
                      spaced ? "(?:" : "", STR_ARG(before), STR_ARG(after),
                      spaced ? ")?" : "", STR_ARG(tail));
}

static void relax_alternative(Arena *arena, Str regex, const PatternPieces *pieces,
                              RelaxedList *out) {
    PatternWords words = find_words(arena, pieces);
    size_t literals = 0;
    vec_each(const PatternWord, word, &words) literals += word->literal;
    if (literals <= RELAXED_LEAST) return;
    size_t from = pieces->items[0].start, to = pieces->items[pieces->len - 1].end;
    vec_each(const PatternWord, word, &words)
        // A group with a space in it beside other pieces may begin or end a word of its
        // own.
        if (word->literal && (word->pieces == 1 || !word->has_space))
            *vec_push(arena, out) =
                (Relaxed){replace(arena, regex, word, from, to), word->start, word->end};
}

// The alternatives from scan->at on, up to the end of the group or the regex; false when
// something in them is not understood.
static bool relax_alternatives(Arena *arena, Scan *scan, RelaxedList *out) {
    for (PieceType type = PIECE_BAR; type == PIECE_BAR;) {
        PatternPieces pieces = {0};
        PatternPiece piece;
        while (piece = next_piece(scan), type = piece.type, type < PIECE_BAR)
            *vec_push(arena, &pieces) = piece;
        if (type == PIECE_LOST) return false;
        if (pieces.len == 1 && pieces.items[0].inside) {
            Scan inner = {.regex = scan->regex, .at = pieces.items[0].inside};
            relax_alternatives(arena, &inner, out);
        } else if (pieces.len) {
            relax_alternative(arena, scan->regex, &pieces, out);
        }
    }
    return true;
}

RelaxedList regex_relax(Arena *arena, Str regex) {
    Scan scan = {.regex = regex};
    RelaxedList list = {0};
    if (str_has(regex, STR("\\Q")) || !relax_alternatives(arena, &scan, &list) ||
        scan.at < regex.len)
        return (RelaxedList){0};
    return list;
}
