#include "base/map.h"

static uint64_t hash_of(Str key) {
    uint64_t hash = str_quick_hash(key, 0);
    return hash ^ hash >> 32; // the slot is told by the low bits
}

static MapSlot *find(const Map *map, Str key, uint64_t hash) {
    size_t mask = map->cap - 1;
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        MapSlot *slot = &map->slots[i];
        if (!slot->used || (slot->hash == hash && str_eq(slot->key, key))) return slot;
    }
}

static void widen(Arena *arena, Map *map, size_t cap) {
    Map wider = {.len = map->len, .cap = cap};
    wider.slots = arena_array(arena, MapSlot, wider.cap);
    for (size_t i = 0; i < map->cap; i++) {
        MapSlot *slot = &map->slots[i];
        if (slot->used) *find(&wider, slot->key, slot->hash) = *slot;
    }
    *map = wider;
}

static bool is_full(size_t cap, size_t len) { return len * 4 >= cap * 3; }

void map_reserve(Arena *arena, Map *map, size_t count) {
    size_t cap = 16;
    while (is_full(cap, count)) cap *= 2;
    if (cap > map->cap) widen(arena, map, cap);
}

uint32_t map_get(const Map *map, Str key) {
    if (!map->cap) return MAP_NONE;
    const MapSlot *slot = find(map, key, hash_of(key));
    return slot->used ? slot->value : MAP_NONE;
}

uint32_t map_add(Arena *arena, Map *map, Str key, uint32_t value) {
    if (is_full(map->cap, map->len)) widen(arena, map, map->cap ? map->cap * 2 : 16);
    uint64_t hash = hash_of(key);
    MapSlot *slot = find(map, key, hash);
    if (slot->used) return slot->value;
    *slot = (MapSlot){.key = key, .hash = hash, .value = value, .used = true};
    map->len++;
    return value;
}
