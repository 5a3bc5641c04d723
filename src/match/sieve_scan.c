#include "match/sieve_tree.h"

// Follows the tree from `node` along the text from `at` on.
static SieveHit *follow(const Sieve *sieve, const SieveNode *node, Str text, size_t at,
                        SieveHit *hit) {
    for (;; at++) {
        *hit = (SieveHit){(uint32_t)at, node->ends};
        hit += node->ends != 0; // not a branch: it could not be foretold
        if (at == text.len) return hit;
        node = sieve_next(sieve, node, sieve->class_of[(uint8_t)text.ptr[at]]);
        if (!node) return hit;
    }
}

static SieveHit *scan(const Sieve *sieve, Str text, size_t at, SieveRoot root,
                      SieveHit *hit) {
    uint8_t a = sieve->class_of[(uint8_t)text.ptr[at]];
    *hit = (SieveHit){(uint32_t)at + 1, sieve->single[root][a]};
    hit += hit->ends != 0;
    if (at + 1 == text.len) return hit;
    uint8_t b = sieve->class_of[(uint8_t)text.ptr[at + 1]];
    uint32_t node = sieve->pairs[root][a * CLASS_COUNT + b];
    return node ? follow(sieve, &sieve->nodes[node], text, at + 2, hit) : hit;
}

// At the end of the text there is no second byte, which CLASS_NONE stands for.
void sieve_scan(const Sieve *sieve, Str text, Arena *arena, SieveHits *hits) {
    bool in_word = false;
    for (size_t at = 0; at < text.len; at++) {
        bool inside = in_word;
        in_word = sieve->in_word[(uint8_t)text.ptr[at]];
        SieveRoot root = inside && in_word ? ROOT_INSIDE : ROOT_START;
        uint8_t a = sieve->class_of[(uint8_t)text.ptr[at]];
        uint8_t b =
            at + 1 < text.len ? sieve->class_of[(uint8_t)text.ptr[at + 1]] : CLASS_NONE;
        if (!(sieve->begins[root][a] >> b & 1)) continue;
        while (hits->cap - hits->len <= sieve->longest)
            hits->items = vec_grow(arena, hits->items, &hits->cap, sizeof *hits->items);
        SieveHit *end = scan(sieve, text, at, root, hits->items + hits->len);
        hits->len = (size_t)(end - hits->items);
    }
}

static const SieveAtom *end_of(const Sieve *sieve, EndType type, const SieveHit *hit,
                               uint32_t *count) {
    const Ends *ends = &sieve->ends[hit->ends];
    *count = ends->count[type];
    return sieve->items + ends->first[type];
}

const SieveAtom *sieve_atoms(const Sieve *sieve, const SieveHit *hit, uint32_t *count) {
    return end_of(sieve, END_ATOM, hit, count);
}

const SieveAtom *sieve_partners(const Sieve *sieve, const SieveHit *hit,
                                uint32_t *count) {
    return end_of(sieve, END_PARTNER, hit, count);
}

uint32_t sieve_partner_lists(const Sieve *sieve) { return sieve->partner_lists; }

// ---- As part of the image

// Behind the sieve itself, its places left out, stand the nodes, the ends and the items.
static size_t item_bytes(const Sieve *sieve) {
    return sieve_sets_at(sieve->counts.items) + sieve->counts.sets * sizeof(ByteSet);
}

static void put_bytes(Buf *out, const void *bytes, size_t size) {
    buf_put(out, (Str){bytes, size});
}

void sieve_put(Buf *out, const Sieve *sieve) {
    Sieve whole = *sieve;
    whole.nodes = NULL, whole.ends = NULL, whole.items = NULL;
    put_bytes(out, &whole, sizeof whole);
    put_bytes(out, sieve->nodes, sieve->counts.nodes * sizeof *sieve->nodes);
    put_bytes(out, sieve->ends, sieve->counts.ends * sizeof *sieve->ends);
    put_bytes(out, sieve->items, item_bytes(sieve));
}

const Sieve *sieve_read(Arena *arena, Str bytes) {
    Sieve *sieve = arena_raw(arena, sizeof *sieve);
    memcpy(sieve, str_take(&bytes, sizeof *sieve).ptr, sizeof *sieve);
    const Counts *counts = &sieve->counts;
    sieve->nodes = (const void *)str_take(&bytes, counts->nodes * sizeof(SieveNode)).ptr;
    sieve->ends = (const void *)str_take(&bytes, counts->ends * sizeof(Ends)).ptr;
    sieve->items = (const void *)bytes.ptr;
    return sieve;
}
