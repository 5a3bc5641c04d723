#include "match/track_node.h"

#include "base/bits.h"
#include "base/buf.h"

// ---- Extents

static uint32_t add(uint32_t a, uint32_t b) {
    return a > TRACK_UNBOUNDED - b ? TRACK_UNBOUNDED : a + b;
}

static uint32_t times(uint32_t a, uint32_t b) {
    uint64_t product = (uint64_t)a * b;
    return product > TRACK_UNBOUNDED ? TRACK_UNBOUNDED : (uint32_t)product;
}

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

Extent extent_of(const RegexNode *node) {
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

// ---- Kinds

uint64_t kinds_of_set(const CharSet *set) {
    uint64_t kinds = set->other || set->symbol_count ? kind_bit(KIND_OTHER) : 0;
    for (int c = 0; c < 0x80; c++)
        if (charset_has(set, byte_lower((char)c))) kinds |= kind_bit(kind_of((char)c));
    return kinds;
}

static uint64_t kinds_of_either(const RegexNode *either) {
    uint64_t kinds = 0;
    for (const RegexNode *part = either->first; part; part = part->next)
        kinds |= kinds_of(part);
    return kinds;
}

uint64_t kinds_of(const RegexNode *node) {
    switch (node->type) {
    case REGEX_TEXT: return kind_bit(kind_of(node->literals.ptr[0]));
    case REGEX_CHAR: return kinds_of_set(node->set);
    case REGEX_SEQUENCE: return kinds_of_rest(node->first, KINDS_ALL);
    case REGEX_EITHER: return kinds_of_either(node);
    case REGEX_REPEAT: return kinds_of(node->first);
    case REGEX_ANYTHING:
    case REGEX_TOP:
    case REGEX_EDGE:
    case REGEX_ASSERTION: break;
    }
    return KINDS_ALL;
}

// Never none: who asks may need a list for them.
static uint64_t kinds_of_ahead(const RegexNode *ahead, uint64_t behind) {
    uint64_t wanted = kinds_of(ahead->first);
    uint64_t both = wanted & kinds_of_rest(ahead->next, behind);
    return both ? both : wanted;
}

uint64_t kinds_of_rest(const RegexNode *piece, uint64_t behind) {
    uint64_t kinds = 0;
    for (; piece; piece = piece->next) {
        if (piece->type == REGEX_ASSERTION && piece->look == LOOK_END)
            return kinds | kind_bit(KIND_END) | kind_bit(kind_of('\n'));
        if (piece->type == REGEX_ASSERTION && piece->look == LOOK_AHEAD)
            return kinds | kinds_of_ahead(piece, behind);
        if (extent_of(piece).most) kinds |= kinds_of(piece);
        if (extent_of(piece).least) return kinds;
    }
    return kinds | behind;
}

// ---- Texts

char only_byte(const CharSet *set) {
    uint32_t count = bits_count(set->ascii[0]) + bits_count(set->ascii[1]);
    if (count != 1 || set->other || set->symbol_count) return 0;
    return (char)(set->ascii[0] ? __builtin_ctzll(set->ascii[0])
                                : 64 + __builtin_ctzll(set->ascii[1]));
}

size_t text_plain(Str text) {
    size_t len = 0;
    while (len < text.len && len < TEXT_MOST &&
           (text.ptr[len] < '@' || (text.ptr[len] >= 'a' && text.ptr[len] <= 'z')))
        len++;
    return len;
}

Str plain_text(Arena *arena, const RegexNode *sequence) {
    Buf out = {.arena = arena};
    for (const RegexNode *piece = sequence->first; piece; piece = piece->next) {
        char only = piece->type == REGEX_CHAR ? only_byte(piece->set) : 0;
        if (piece->cased || piece->loose) return (Str){0};
        if (piece->type == REGEX_TEXT)
            buf_put(&out, piece->literals);
        else if (only)
            buf_byte(&out, only);
        else
            return (Str){0};
    }
    Str text = buf_str(&out);
    return sequence->loose || text_plain(text) < text.len ? (Str){0} : text;
}
