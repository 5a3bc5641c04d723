#include "match/head.h"

// A head on its way.
typedef struct {
    Head head;
    bool open; // what comes next stands right behind it
} Growth;

static void add_node(Growth *growth, const RegexNode *node);

static void add_bytes(Growth *growth, ByteSet bytes) {
    growth->open &= growth->head.len < HEAD_MOST;
    if (growth->open) growth->head.at[growth->head.len++] = bytes;
}

static void add_text(Growth *growth, Str text) {
    for (size_t i = 0; i < text.len; i++) {
        ByteSet bytes = {0};
        byteset_add(&bytes, text.ptr[i]);
        add_bytes(growth, bytes);
    }
}

// Of a character outside ASCII only the first byte has a place.
static void add_char(Growth *growth, const CharSet *set) {
    add_bytes(growth, charset_first_bytes(set));
    growth->open &= !set->other && !set->symbol_count;
}

// What may stand there instead has the same places, as far as both have them.
static void unite(Growth *all, const Growth *other) {
    all->open &= other->open && all->head.len == other->head.len;
    if (other->head.len < all->head.len) all->head.len = other->head.len;
    for (uint32_t i = 0; i < all->head.len; i++)
        byteset_unite(&all->head.at[i], &other->head.at[i]);
}

static void add_either(Growth *growth, const RegexNode *either) {
    Growth all = *growth;
    add_node(&all, either->first);
    for (const RegexNode *n = either->first->next; n; n = n->next) {
        Growth other = *growth;
        add_node(&other, n);
        unite(&all, &other);
    }
    *growth = all;
}

static void add_repeat(Growth *growth, const RegexNode *repeat) {
    for (uint32_t i = 0; i < repeat->least && i < HEAD_MOST; i++)
        add_node(growth, repeat->first);
    growth->open &= repeat->most == repeat->least;
}

static void add_node(Growth *growth, const RegexNode *node) {
    switch (node->type) {
    case REGEX_TEXT: add_text(growth, node->literals); break;
    case REGEX_CHAR: add_char(growth, node->set); break;
    case REGEX_SEQUENCE:
        for (const RegexNode *piece = node->first; piece; piece = piece->next)
            add_node(growth, piece);
        break;
    case REGEX_EITHER: add_either(growth, node); break;
    case REGEX_REPEAT: add_repeat(growth, node); break;
    case REGEX_ANYTHING: growth->open = false; break;
    case REGEX_TOP:
    case REGEX_EDGE:
    case REGEX_ASSERTION: break;
    }
}

// Few bytes of ASCII are in it: a space, the digits.
static bool is_rare(const ByteSet *bytes) {
    enum { FEW = 16 };
    int count = 0;
    for (int i = 0; i < 2; i++)
        for (uint64_t bits = bytes->bits[i]; bits; bits &= bits - 1) count++;
    return count <= FEW;
}

Head head_of(const Regex *regex) {
    Growth growth = {.open = regex->root};
    if (regex->root) add_node(&growth, regex->root);
    for (uint32_t i = 0; i < growth.head.len; i++)
        if (is_rare(&growth.head.at[i])) return growth.head;
    return (Head){0};
}

static inline bool fits(const Head *head, Str text, size_t at) {
    for (uint32_t i = 0; i < head->len; i++)
        if (!byteset_has(&head->at[i], text.ptr[at + i])) return false;
    return true;
}

bool head_fits(const Head *head, Str text, size_t at) {
    return at + head->len <= text.len && fits(head, text, at);
}

size_t head_find(const Head *head, Str text, size_t at) {
    for (; at + head->len <= text.len; at++)
        if (fits(head, text, at)) return at;
    return text.len;
}
