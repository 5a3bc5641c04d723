#include "match/sieve_tree.h"

// The classes of a text's bytes, and behind them of what is in no atom, so that as much
// as a tail can be read from anywhere.
static const uint8_t *classify(const Sieve *sieve, Str text, Arena *arena,
                               SieveScan *scan) {
    enum { BEHIND = sizeof(uint64_t) };
    while (scan->classes.cap < text.len + BEHIND)
        scan->classes.items =
            vec_grow(arena, scan->classes.items, &scan->classes.cap, sizeof(uint8_t));
    uint8_t *classes = scan->classes.items;
    for (size_t at = 0; at < text.len; at++)
        classes[at] = sieve->class_of[(uint8_t)text.ptr[at]];
    memset(classes + text.len, CLASS_NONE, BEHIND);
    return classes;
}

// Follows a tail along the text from `at` on.
static SieveHit *follow_tail(const Sieve *sieve, const SieveNode *tail,
                             const uint8_t *classes, uint32_t at, SieveHit *hit) {
    for (;; tail = &sieve->nodes[tail->below - TAIL]) {
        uint32_t letters = tail_letters(tail);
        uint64_t there;
        memcpy(&there, classes + at, sizeof there);
        if ((there ^ tail->children) & ((1ULL << 8 * letters) - 1)) return hit;
        at += letters;
        if (tail->below == TAIL) break;
    }
    *hit = (SieveHit){at, tail->ends};
    return hit + 1;
}

// A place up to which the text agrees with the tree, and the node that it led to.
typedef struct {
    uint32_t at, node;
} Walk;

// The tree is too large to be at hand, so walks are made side by side, a letter of each
// at a time: while one waits for its next node to be fetched, the others go on.
enum { ABREAST = 64 };

static SieveHit *walk_all(const Sieve *sieve, const uint8_t *classes, Walk *walks,
                          size_t count, SieveHit *hit) {
    const SieveNode *nodes = sieve->nodes;
    for (size_t left; count; count = left) {
        left = 0;
        for (size_t i = 0; i < count; i++) {
            uint32_t at = walks[i].at;
            const SieveNode *node = &nodes[walks[i].node];
            if (node->below >= TAIL) {
                hit = follow_tail(sieve, node, classes, at, hit);
                continue;
            }
            // No branches where none could be foretold.
            uint32_t class = classes[at], next = node->below + class, ends = node->ends;
            *hit = (SieveHit){at, ends};
            hit += ends != 0;
            __builtin_prefetch(&nodes[next]);
            walks[left] = (Walk){at + 1, next};
            left += node->children >> class & 1;
        }
    }
    return hit;
}

static void add_hits(const Sieve *sieve, const uint8_t *classes, Walk *walks,
                     size_t count, Arena *arena, SieveScan *scan) {
    while (scan->hits.cap - scan->hits.len <= sieve->longest * count)
        scan->hits.items =
            vec_grow(arena, scan->hits.items, &scan->hits.cap, sizeof(SieveHit));
    SieveHit *hit = scan->hits.items + scan->hits.len;
    scan->hits.len += (size_t)(walk_all(sieve, classes, walks, count, hit) - hit);
}

// Where a walk from `at` on begins: mostly two letters on, which are in the tree.
static Walk begin(const Sieve *sieve, SieveRoot root, const uint8_t *classes,
                  uint32_t at) {
    uint32_t number = sieve->nodes[root].below + classes[at];
    const SieveNode *first = &sieve->nodes[number];
    return first->ends ? (Walk){at + 1, number}
                       : (Walk){at + 2, first->below + classes[at + 1]};
}

void sieve_scan(const Sieve *sieve, Str text, Arena *arena, SieveScan *scan) {
    const uint8_t *classes = classify(sieve, text, arena, scan);
    const SieveThirds *thirds = sieve->thirds;
    bool inside, word = false;
    Walk walks[ABREAST];
    size_t count = 0;
    scan->hits.len = 0;
    for (size_t at = 0; at < text.len; at++) {
        const uint8_t *next = classes + at;
        inside = word, word = next[0] <= CLASS_UNDERLINE;
        SieveRoot root = (inside & word) ? ROOT_INSIDE : ROOT_START;
        if (!(thirds[root].of[next[0]][next[1]] >> next[2] & 1)) continue;
        walks[count++] = begin(sieve, root, classes, (uint32_t)at);
        if (count < ABREAST) continue;
        add_hits(sieve, classes, walks, count, arena, scan);
        count = 0;
    }
    add_hits(sieve, classes, walks, count, arena, scan);
}

SieveItems sieve_items(const Sieve *sieve) {
    return (SieveItems){sieve->ends, sieve->atoms, sieve->sets, sieve->tracks};
}

uint32_t sieve_partner_lists(const Sieve *sieve) { return sieve->partner_lists; }

// ---- As part of the image

static void put_bytes(Buf *out, const void *bytes, size_t size) {
    buf_put(out, (Str){bytes, size});
}

// Behind the sieve itself, its places left out, stand what it has: in this order each
// begins at a multiple of its size, or of what its type asks for.
void sieve_put(Buf *out, const Sieve *sieve) {
    Sieve whole = *sieve;
    const Counts *counts = &sieve->counts;
    whole.nodes = NULL, whole.thirds = NULL, whole.ends = NULL;
    whole.atoms = NULL, whole.sets = NULL, whole.tracks = NULL;
    put_bytes(out, &whole, sizeof whole);
    sieve_fill_line(out);
    put_bytes(out, sieve->tracks, counts->tracks);
    put_bytes(out, sieve->sets, counts->sets * sizeof *sieve->sets);
    put_bytes(out, sieve->atoms, counts->atoms * sizeof *sieve->atoms);
    put_bytes(out, sieve->nodes, counts->nodes * sizeof *sieve->nodes);
    put_bytes(out, sieve->thirds, ROOT_COUNT * sizeof *sieve->thirds);
    put_bytes(out, sieve->ends, counts->ends * sizeof *sieve->ends);
}

static const void *take(const char **at, size_t size) {
    *at += size;
    return *at - size;
}

const Sieve *sieve_read(Arena *arena, Str bytes) {
    Sieve *sieve = arena_raw(arena, sizeof *sieve);
    const Counts *counts = &sieve->counts;
    const char *at = bytes.ptr;
    enum { HEAD = (sizeof *sieve / CACHE_LINE + 1) * CACHE_LINE };
    memcpy(sieve, take(&at, HEAD), sizeof *sieve);
    sieve->tracks = take(&at, counts->tracks);
    sieve->sets = take(&at, counts->sets * sizeof *sieve->sets);
    sieve->atoms = take(&at, counts->atoms * sizeof *sieve->atoms);
    sieve->nodes = take(&at, counts->nodes * sizeof *sieve->nodes);
    sieve->thirds = take(&at, ROOT_COUNT * sizeof *sieve->thirds);
    sieve->ends = take(&at, counts->ends * sizeof *sieve->ends);
    return sieve;
}
