#include "base/vec.h"

void *vec_grow(Arena *arena, void *items, size_t *cap, size_t item_size) {
    size_t old = *cap * item_size;
    *cap = *cap ? array_bytes(*cap, 2) : 8;
    return arena_grow(arena, items, old, array_bytes(*cap, item_size));
}
