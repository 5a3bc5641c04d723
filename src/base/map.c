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

static void grow(Arena *arena, Map *map) {
    Map wider = {.len = map->len, .cap = map->cap ? map->cap * 2 : 16};
    wider.slots = arena_array(arena, MapSlot, wider.cap);
    for (size_t i = 0; i < map->cap; i++) {
        MapSlot *slot = &map->slots[i];
        if (slot->used) *find(&wider, slot->key, slot->hash) = *slot;
    }
    *map = wider;
}

uint32_t map_get(const Map *map, Str key) {
    if (!map->cap) return MAP_NONE;
    const MapSlot *slot = find(map, key, hash_of(key));
    return slot->used ? slot->value : MAP_NONE;
}

uint32_t map_add(Arena *arena, Map *map, Str key, uint32_t value) {
    if (map->len * 4 >= map->cap * 3) grow(arena, map);
    uint64_t hash = hash_of(key);
    MapSlot *slot = find(map, key, hash);
    if (slot->used) return slot->value;
    *slot = (MapSlot){.key = key, .hash = hash, .value = value, .used = true};
    map->len++;
    return value;
}
