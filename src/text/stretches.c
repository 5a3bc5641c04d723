#include "text/stretches.h"

// Numbers stand one behind the other, of seven bits a byte, the lowest first; all but the
// last byte of one have the high bit.
enum { BLOCK = 64 << 10, NUMBER_MOST = 5, PAIR_MOST = 2 * NUMBER_MOST };

struct StretchBlock {
    Arena arena; // which holds this
    StretchBlock *next;
    size_t start, end; // of what has not been taken
    uint8_t bytes[BLOCK];
};

static void put(StretchBlock *block, uint32_t number) {
    for (; number >= 0x80; number >>= 7)
        block->bytes[block->end++] = (uint8_t)(number | 0x80);
    block->bytes[block->end++] = (uint8_t)number;
}

static uint32_t take(StretchBlock *block) {
    uint32_t number = 0;
    for (int shift = 0;; shift += 7) {
        uint8_t byte = block->bytes[block->start++];
        number |= (uint32_t)(byte & 0x7F) << shift;
        if (!(byte & 0x80)) return number;
    }
}

static StretchBlock *add_block(Stretches *stretches) {
    Arena arena = {0};
    StretchBlock *block = arena_raw(&arena, sizeof *block);
    block->arena = arena;
    block->next = NULL;
    block->start = block->end = 0;
    *(stretches->last ? &stretches->last->next : &stretches->first) = block;
    return stretches->last = block;
}

void stretches_add(Stretches *stretches, Stretch stretch) {
    StretchBlock *block = stretches->last;
    if (!block || BLOCK - block->end < PAIR_MOST) block = add_block(stretches);
    put(block, stretch.bytes);
    put(block, stretch.lines);
}

static void drop_first(Stretches *stretches) {
    StretchBlock *block = stretches->first;
    Arena arena = block->arena;
    stretches->first = block->next;
    if (!stretches->first) stretches->last = NULL;
    arena_free(&arena);
}

bool stretches_take(Stretches *stretches, Stretch *stretch) {
    StretchBlock *block = stretches->first;
    if (!block) return false;
    stretch->bytes = take(block);
    stretch->lines = take(block);
    if (block->start == block->end) drop_first(stretches);
    return true;
}

void stretches_free(Stretches *stretches) {
    while (stretches->first) drop_first(stretches);
}
