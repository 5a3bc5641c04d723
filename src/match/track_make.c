#include "base/bits.h"
#include "base/buf.h"
#include "match/track.h"
#include "match/track_step.h"

typedef struct {
    Buf out;
    bool loose;      // what was written lets too much pass
    uint64_t behind; // the kinds of characters that can come behind the node at hand
} Writer;

static void put_node(Writer *writer, const RegexNode *node);

static void put_step(Writer *writer, StepType type) {
    buf_byte(&writer->out, (char)type);
}

static void put_number(Writer *writer, uint32_t number) {
    if (number > TRACK_UNBOUNDED) number = TRACK_UNBOUNDED;
    buf_byte(&writer->out, (char)(number & 0xFF));
    buf_byte(&writer->out, (char)(number >> 8));
}

// A size that is not known yet; gives its place.
static size_t open_size(Writer *writer) {
    put_number(writer, 0);
    return writer->out.len;
}

static void set_number(Writer *writer, size_t at, size_t number) {
    writer->out.ptr[at] = (char)(number & 0xFF);
    writer->out.ptr[at + 1] = (char)(number >> 8);
}

static uint32_t get_number(const Writer *writer, size_t at) {
    const uint8_t *bytes = (const uint8_t *)writer->out.ptr + at;
    return bytes[0] | (uint32_t)bytes[1] << 8;
}

static void close_size(Writer *writer, size_t from) {
    set_number(writer, from - 2, writer->out.len - from);
}

// ---- How many bytes a node matches in a text of ASCII

typedef struct {
    uint32_t least, most;
} Extent;

static uint32_t add(uint32_t a, uint32_t b) {
    return a > TRACK_UNBOUNDED - b ? TRACK_UNBOUNDED : a + b;
}

static uint32_t times(uint32_t a, uint32_t b) {
    uint64_t product = (uint64_t)a * b;
    return product > TRACK_UNBOUNDED ? TRACK_UNBOUNDED : (uint32_t)product;
}

static Extent extent_of(const RegexNode *node);

static Extent extent_of_sequence(const RegexNode *sequence) {
    Extent sum = {0, 0};
    for (const RegexNode *piece = sequence->first; piece; piece = piece->next) {
        Extent one = extent_of(piece);
        sum = (Extent){add(sum.least, one.least), add(sum.most, one.most)};
    }
    return sum;
}

static Extent extent_of_either(const RegexNode *either) {
    Extent all = {TRACK_UNBOUNDED, 0};
    for (const RegexNode *part = either->first; part; part = part->next) {
        Extent one = extent_of(part);
        if (one.least < all.least) all.least = one.least;
        if (one.most > all.most) all.most = one.most;
    }
    return all;
}

static Extent extent_of(const RegexNode *node) {
    uint32_t len = (uint32_t)node->literals.len;
    switch (node->type) {
    case REGEX_TEXT: return (Extent){len, len};
    case REGEX_CHAR: return (Extent){1, 1};
    case REGEX_SEQUENCE: return extent_of_sequence(node);
    case REGEX_EITHER: return extent_of_either(node);
    case REGEX_REPEAT: {
        Extent once = extent_of(node->first);
        return (Extent){times(once.least, node->least), times(once.most, node->most)};
    }
    case REGEX_ANYTHING: return (Extent){0, TRACK_UNBOUNDED};
    case REGEX_TOP:
    case REGEX_EDGE:
    case REGEX_ASSERTION: break;
    }
    return (Extent){0, 0};
}

// ---- Which kinds of characters a node can begin with

#define KINDS_ALL UINT64_MAX

static uint64_t kinds_of(const RegexNode *node);

static uint64_t kinds_of_set(const CharSet *set) {
    uint64_t kinds = set->other || set->symbol_count ? kind_bit(KIND_OTHER) : 0;
    for (int c = 0; c < 0x80; c++)
        if (charset_has(set, (char)c)) kinds |= kind_bit(kind_of((char)c));
    return kinds;
}

static uint64_t kinds_of_sequence(const RegexNode *sequence) {
    uint64_t kinds = 0;
    for (const RegexNode *piece = sequence->first; piece; piece = piece->next) {
        if (extent_of(piece).most) kinds |= kinds_of(piece);
        if (extent_of(piece).least) return kinds;
    }
    return KINDS_ALL; // it may match nothing
}

static uint64_t kinds_of_either(const RegexNode *either) {
    uint64_t kinds = 0;
    for (const RegexNode *part = either->first; part; part = part->next)
        kinds |= kinds_of(part);
    return kinds;
}

static uint64_t kinds_of(const RegexNode *node) {
    switch (node->type) {
    case REGEX_TEXT: return kind_bit(kind_of(node->literals.ptr[0]));
    case REGEX_CHAR: return kinds_of_set(node->set);
    case REGEX_SEQUENCE: return kinds_of_sequence(node);
    case REGEX_EITHER: return kinds_of_either(node);
    case REGEX_REPEAT: return kinds_of(node->first);
    case REGEX_ANYTHING:
    case REGEX_TOP:
    case REGEX_EDGE:
    case REGEX_ASSERTION: break;
    }
    return KINDS_ALL;
}

static void put_kinds(Writer *writer, uint64_t kinds) {
    buf_put(&writer->out, (Str){(const char *)&kinds, sizeof kinds});
}

// ---- Texts and characters

enum { TEXT_MOST = 255 };

static void put_text(Writer *writer, Str text) {
    for (size_t at = 0; at < text.len; at += TEXT_MOST) {
        Str part = str_slice(text, at, at + TEXT_MOST);
        put_step(writer, STEP_TEXT);
        buf_byte(&writer->out, (char)part.len);
        buf_put(&writer->out, part);
    }
}

static void put_set(Writer *writer, const CharSet *set) {
    for (int i = 0; i < 16; i++)
        buf_byte(&writer->out, (char)(set->ascii[i / 8] >> i % 8 * 8 & 0xFF));
    buf_byte(&writer->out, set->other || set->symbol_count);
}

// The only byte that a set stands for, or 0.
static char only_byte(const CharSet *set) {
    uint32_t count = bits_count(set->ascii[0]) + bits_count(set->ascii[1]);
    if (count != 1 || set->other || set->symbol_count) return 0;
    return (char)(set->ascii[0] ? __builtin_ctzll(set->ascii[0])
                                : 64 + __builtin_ctzll(set->ascii[1]));
}

static void put_char(Writer *writer, const CharSet *set) {
    char only = only_byte(set);
    if (only) {
        put_text(writer, (Str){&only, 1});
        return;
    }
    put_step(writer, STEP_CHAR);
    put_set(writer, set);
}

// ---- Groups and repeats

// What can come where `piece` and its siblings stand, before what is behind all of them.
static uint64_t kinds_of_rest(const RegexNode *piece, uint64_t behind) {
    uint64_t kinds = 0;
    for (; piece; piece = piece->next) {
        if (piece->type == REGEX_ASSERTION && piece->look == LOOK_END)
            return kinds | kind_bit(KIND_END) | kind_bit(kind_of('\n'));
        if (extent_of(piece).most) kinds |= kinds_of(piece);
        if (extent_of(piece).least) return kinds;
    }
    return kinds | behind;
}

static void put_sequence(Writer *writer, const RegexNode *sequence) {
    uint64_t behind = writer->behind;
    writer->loose |= sequence->loose;
    for (const RegexNode *piece = sequence->first; piece; piece = piece->next) {
        writer->behind = kinds_of_rest(piece->next, behind);
        put_node(writer, piece);
    }
    writer->behind = behind;
}

// The list of parts that can begin with a kind of character; their places come later.
static void put_list(Writer *writer, const uint64_t *kinds, uint32_t parts,
                     uint32_t kind) {
    for (uint32_t part = 0; part < parts; part++)
        if (kinds[part] & kind_bit(kind)) put_number(writer, 1 + part);
    put_number(writer, 0);
}

// Whether two kinds have the same list.
static bool same_list(const uint64_t *kinds, uint32_t parts, uint32_t a, uint32_t b) {
    for (uint32_t part = 0; part < parts; part++)
        if ((kinds[part] >> a ^ kinds[part] >> b) & 1) return false;
    return true;
}

// Puts the lists of all kinds behind a table of their places. Gives where they begin.
static size_t put_lists(Writer *writer, const uint64_t *kinds, uint32_t parts,
                        size_t from) {
    uint64_t all = 0;
    for (uint32_t part = 0; part < parts; part++) all |= kinds[part];
    put_kinds(writer, all);
    size_t table = writer->out.len;
    for (uint64_t left = all; left; left &= left - 1) put_number(writer, 0);
    size_t lists = writer->out.len, next = table;
    size_t place[64];
    for (uint64_t left = all; left; left &= left - 1, next += 2) {
        uint32_t kind = (uint32_t)__builtin_ctzll(left);
        uint64_t before = all & (kind_bit(kind) - 1);
        place[kind] = 0;
        for (; before && !place[kind]; before &= before - 1) {
            uint32_t other = (uint32_t)__builtin_ctzll(before);
            if (same_list(kinds, parts, kind, other)) place[kind] = place[other];
        }
        if (!place[kind]) {
            place[kind] = writer->out.len - from;
            put_list(writer, kinds, parts, kind);
        }
        set_number(writer, next, place[kind]);
    }
    return lists;
}

static void put_either(Writer *writer, const RegexNode *either) {
    uint32_t parts = 0;
    for (const RegexNode *part = either->first; part; part = part->next) parts++;
    if (parts == 1) {
        put_sequence(writer, either->first);
        return;
    }
    Arena *arena = writer->out.arena;
    uint64_t *kinds = arena_array(arena, uint64_t, parts), *kind = kinds;
    size_t *places = arena_array(arena, size_t, parts), *place = places;
    for (const RegexNode *part = either->first; part; part = part->next)
        *kind++ = kinds_of(part);
    put_step(writer, STEP_EITHER);
    size_t from = open_size(writer) - 2, list = put_lists(writer, kinds, parts, from);
    size_t end = writer->out.len;
    for (const RegexNode *part = either->first; part; part = part->next) {
        *place++ = writer->out.len - from;
        put_sequence(writer, part);
        put_step(writer, STEP_DONE);
    }
    for (; list < end; list += 2) {
        uint32_t part = get_number(writer, list);
        if (part) set_number(writer, list, places[part - 1]);
    }
    close_size(writer, from + 2);
}

// The character that a node is, in groups of it alone or not; NULL when it is none.
static const RegexNode *only_char(const RegexNode *node) {
    while (!node->loose && node->type >= REGEX_SEQUENCE && node->type <= REGEX_EITHER &&
           node->first && !node->first->next)
        node = node->first;
    return node->type == REGEX_CHAR ? node : NULL;
}

static void put_counts(Writer *writer, const RegexNode *repeat, RunType type) {
    put_number(writer, repeat->least);
    put_number(writer, repeat->most);
    buf_byte(&writer->out, (char)type);
}

// Where what comes behind a run can begin with none of its characters, the longest is the
// only one to try.
static void put_run(Writer *writer, const RegexNode *repeat, const RegexNode *of) {
    bool only_longest = !(kinds_of_set(of->set) & writer->behind);
    put_step(writer, STEP_RUN);
    put_counts(writer, repeat,
               only_longest   ? RUN_LONGEST
               : repeat->lazy ? RUN_LAZY
                              : RUN_GREEDY);
    put_set(writer, of->set);
    writer->loose |= of->loose;
}

static void put_repeat(Writer *writer, const RegexNode *repeat) {
    const RegexNode *only = only_char(repeat->first);
    uint64_t behind = writer->behind, kinds = kinds_of(repeat->first);
    if (only) {
        put_run(writer, repeat, only);
        return;
    }
    put_step(writer, STEP_REPEAT);
    size_t from = open_size(writer);
    put_counts(writer, repeat, repeat->lazy ? RUN_LAZY : RUN_GREEDY);
    put_kinds(writer, kinds);
    // What PCRE2 does with times in which nothing was matched is its own affair.
    writer->loose |= !extent_of(repeat->first).least;
    writer->behind |= kinds;
    put_node(writer, repeat->first);
    writer->behind = behind;
    put_step(writer, STEP_DONE);
    close_size(writer, from);
}

// ---- Assertions

static void put_ahead(Writer *writer, const RegexNode *node, StepType type) {
    put_step(writer, type);
    size_t from = open_size(writer);
    put_node(writer, node->first);
    put_step(writer, STEP_HOLDS);
    close_size(writer, from);
}

static void put_behind(Writer *writer, const RegexNode *node, StepType type) {
    put_step(writer, type);
    size_t all = open_size(writer);
    for (const RegexNode *part = node->first->first; part; part = part->next) {
        Extent extent = extent_of(part);
        writer->loose |= extent.least != extent.most || extent.most > UINT8_MAX;
        size_t from = open_size(writer);
        buf_byte(&writer->out, (char)extent.least);
        put_sequence(writer, part);
        put_step(writer, STEP_HOLDS);
        close_size(writer, from);
    }
    close_size(writer, all);
}

// What is not to be there must be told exactly; else the assertion is left out.
static void put_assertion(Writer *writer, const RegexNode *node) {
    size_t from = writer->out.len;
    bool loose = writer->loose;
    uint64_t behind = writer->behind;
    writer->loose = false;
    writer->behind = KINDS_ALL;
    switch (node->look) {
    case LOOK_UNKNOWN: writer->loose = true; break;
    case LOOK_END: put_step(writer, STEP_END); break;
    case LOOK_AHEAD: put_ahead(writer, node, STEP_AHEAD); break;
    case LOOK_NOT_AHEAD: put_ahead(writer, node, STEP_NOT_AHEAD); break;
    case LOOK_BEHIND: put_behind(writer, node, STEP_BEHIND); break;
    case LOOK_NOT_BEHIND: put_behind(writer, node, STEP_NOT_BEHIND); break;
    }
    if (writer->loose && node->look != LOOK_AHEAD) writer->out.len = from;
    writer->loose |= loose;
    writer->behind = behind;
}

static void put_node(Writer *writer, const RegexNode *node) {
    writer->loose |= node->loose;
    switch (node->type) {
    case REGEX_TEXT: put_text(writer, node->literals); break;
    case REGEX_CHAR: put_char(writer, node->set); break;
    case REGEX_SEQUENCE: put_sequence(writer, node); break;
    case REGEX_EITHER: put_either(writer, node); break;
    case REGEX_REPEAT: put_repeat(writer, node); break;
    case REGEX_TOP: put_step(writer, STEP_TOP); break;
    case REGEX_EDGE: put_step(writer, STEP_EDGE); break;
    case REGEX_ASSERTION: put_assertion(writer, node); break;
    case REGEX_ANYTHING:
        put_step(writer, STEP_UNKNOWN);
        writer->loose = true;
        break;
    }
}

Track track_of(Arena *arena, const Regex *regex, bool whole_words) {
    Writer writer = {.out.arena = arena, .behind = KINDS_ALL};
    if (!regex->root) return (Track){0};
    buf_byte(&writer.out, 0);
    if (whole_words) put_step(&writer, STEP_OUTSIDE);
    put_node(&writer, regex->root);
    if (whole_words) put_step(&writer, STEP_OUTSIDE);
    put_step(&writer, STEP_FOUND);
    if (writer.out.len > UINT16_MAX) return (Track){0}; // its sizes are too small
    writer.out.ptr[0] = !writer.loose;
    return (Track){(const uint8_t *)writer.out.ptr, writer.out.len};
}
