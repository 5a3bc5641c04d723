#include "base/vec.h"

// A function of its own, so that the first items need not save what it takes.
__attribute__((noinline)) static void *grow_further(Arena *arena, void *items,
                                                    size_t *cap, size_t item_size) {
    size_t old = *cap * item_size;
    *cap = array_bytes(*cap, 2);
    return arena_grow(arena, items, old, array_bytes(*cap, item_size));
}

void *vec_grow(Arena *arena, void *items, size_t *cap, size_t item_size) {
    enum { FIRST = 8 };
    if (*cap) return grow_further(arena, items, cap, item_size);
    *cap = FIRST; // most lists stay as short as that
    return arena_raw(arena, FIRST * item_size);
}

void *vec_widen(Arena *arena, void *items, size_t len, size_t *cap, size_t more,
                size_t item_size) {
    if (more <= *cap - len) return items;
    size_t old = *cap * item_size;
    *cap = len + more;
    return arena_grow(arena, items, old, array_bytes(*cap, item_size));
}
