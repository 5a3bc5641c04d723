#include "match/sieve_tree.h"

static bool is_in_word(uint8_t class) {
    return class >= CLASS_DIGIT && class <= CLASS_UNDERLINE;
}

// Behind the end of the text there is nothing that is in an atom.
static uint8_t class_at(const Sieve *sieve, Str text, size_t at) {
    return at < text.len ? sieve->class_of[(uint8_t)text.ptr[at]] : CLASS_NONE;
}

// What ends before a byte of the class.
static SieveHit make_hit(uint32_t end, uint32_t ends, uint8_t class) {
    return (SieveHit){end, ends | (uint32_t)!is_in_word(class) << ENDS_EDGE_BIT};
}

// Follows a tail along the text from `at` on.
static SieveHit *follow_tail(const Sieve *sieve, const SieveNode *tail, Str text,
                             size_t at, SieveHit *hit) {
    for (;; tail = &sieve->nodes[tail->below - TAIL]) {
        uint64_t left = tail->children;
        for (; (left & 0xFF) != CLASS_NONE; at++, left >>= 8)
            if (at == text.len || sieve->class_of[(uint8_t)text.ptr[at]] != (left & 0xFF))
                return hit;
        if (tail->below == TAIL) break;
    }
    *hit = make_hit((uint32_t)at, tail->ends, class_at(sieve, text, at));
    return hit + 1;
}

// A place up to which the text agrees with the tree, and the node that it led to.
typedef struct {
    uint32_t at, node;
} Walk;

// The tree is too large to be at hand, so walks are made side by side, a letter of each
// at a time: while one waits for its next node to be fetched, the others go on.
enum { ABREAST = 64 };

static SieveHit *walk_all(const Sieve *sieve, Str text, Walk *walks, size_t count,
                          SieveHit *hit) {
    for (size_t left; count; count = left) {
        left = 0;
        for (size_t i = 0; i < count; i++) {
            Walk walk = walks[i];
            const SieveNode *node = &sieve->nodes[walk.node];
            if (node->below >= TAIL) {
                hit = follow_tail(sieve, node, text, walk.at, hit);
                continue;
            }
            // No branches where none could be foretold.
            uint8_t class = class_at(sieve, text, walk.at);
            *hit = make_hit(walk.at, node->ends, class);
            hit += node->ends != 0;
            walks[left] = (Walk){walk.at + 1, node->below + class};
            __builtin_prefetch(&sieve->nodes[walks[left].node]);
            left += node->children >> class & 1;
        }
    }
    return hit;
}

static void add_hits(const Sieve *sieve, Str text, Walk *walks, size_t count,
                     Arena *arena, SieveHits *hits) {
    while (hits->cap - hits->len <= sieve->longest * count)
        hits->items = vec_grow(arena, hits->items, &hits->cap, sizeof *hits->items);
    SieveHit *end = walk_all(sieve, text, walks, count, hits->items + hits->len);
    hits->len = (size_t)(end - hits->items);
}

// Where a walk from `at` on begins: mostly two letters on, which are in the tree.
static Walk begin(const Sieve *sieve, SieveRoot root, uint8_t class, uint8_t next,
                  uint32_t at) {
    uint32_t number = sieve->nodes[root].below + class;
    const SieveNode *first = &sieve->nodes[number];
    return first->ends ? (Walk){at + 1, number} : (Walk){at + 2, first->below + next};
}

void sieve_scan(const Sieve *sieve, Str text, Arena *arena, SieveHits *hits) {
    uint8_t class, next = class_at(sieve, text, 0), third = class_at(sieve, text, 1);
    bool inside, word = false;
    Walk walks[ABREAST];
    size_t count = 0;
    for (uint32_t at = 0; at < text.len; at++) {
        class = next, next = third, third = class_at(sieve, text, at + 2);
        inside = word, word = is_in_word(class);
        SieveRoot root = inside && word ? ROOT_INSIDE : ROOT_START;
        uint32_t first = root * CLASS_COUNT + class;
        if (!(sieve->next[first].second >> next & sieve->next[first].third >> third & 1))
            continue;
        walks[count++] = begin(sieve, root, class, next, at);
        if (count < ABREAST) continue;
        add_hits(sieve, text, walks, count, arena, hits);
        count = 0;
    }
    add_hits(sieve, text, walks, count, arena, hits);
}

SieveItems sieve_items(const Sieve *sieve) {
    return (SieveItems){sieve->ends, sieve->atoms};
}

uint32_t sieve_partner_lists(const Sieve *sieve) { return sieve->partner_lists; }

// ---- As part of the image

// Behind the sieve itself, its places left out, stand the atoms with their sets, the
// nodes and the ends: in this order each begins at a multiple of what its type asks for.
static size_t item_bytes(const Sieve *sieve) {
    return sieve_sets_at(sieve->counts.atoms) + sieve->counts.sets * sizeof(ByteSet);
}

static void put_bytes(Buf *out, const void *bytes, size_t size) {
    buf_put(out, (Str){bytes, size});
}

void sieve_put(Buf *out, const Sieve *sieve) {
    Sieve whole = *sieve;
    whole.nodes = NULL, whole.ends = NULL, whole.atoms = NULL;
    put_bytes(out, &whole, sizeof whole);
    put_bytes(out, sieve->atoms, item_bytes(sieve));
    put_bytes(out, sieve->nodes, sieve->counts.nodes * sizeof *sieve->nodes);
    put_bytes(out, sieve->ends, sieve->counts.ends * sizeof *sieve->ends);
}

const Sieve *sieve_read(Arena *arena, Str bytes) {
    Sieve *sieve = arena_raw(arena, sizeof *sieve);
    const char *at = bytes.ptr;
    memcpy(sieve, at, sizeof *sieve);
    at += sizeof *sieve;
    sieve->atoms = (const void *)at;
    at += item_bytes(sieve);
    sieve->nodes = (const void *)at;
    at += sieve->counts.nodes * sizeof *sieve->nodes;
    sieve->ends = (const void *)at;
    return sieve;
}
