// Text -> number, in an arena. `Map m = {0}` is empty. Keys are borrowed and must live as
// long as the map.
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

#define MAP_NONE UINT32_MAX

typedef struct {
    Str key;
    uint64_t hash;
    uint32_t value;
    bool used;
} MapSlot;

typedef struct {
    MapSlot *slots;
    size_t len, cap; // cap is zero or a power of two
} Map;

// The value of `key`, or MAP_NONE.
uint32_t map_get(const Map *map, Str key);
// Makes room for so many keys, so that it need not grow again and again.
void map_reserve(Arena *arena, Map *map, size_t count);
// Adds `key` with `value`, unless it is there; gives the value that is there afterwards.
uint32_t map_add(Arena *arena, Map *map, Str key, uint32_t value);

#endif
