#include "call/seen.h"

enum { FIRST_CAP = 256 };

static SeenCall *place_of(const Seen *seen, uint64_t id) {
    size_t mask = seen->cap - 1, i = (size_t)id & mask;
    while (seen->calls[i].line && seen->calls[i].id != id) i = (i + 1) & mask;
    return &seen->calls[i];
}

static void grow(Seen *seen) {
    Seen wider = {.len = seen->len, .cap = seen->cap ? seen->cap * 2 : FIRST_CAP};
    wider.calls = arena_array(&wider.arena, SeenCall, wider.cap);
    for (size_t i = 0; i < seen->cap; i++)
        if (seen->calls[i].line) *place_of(&wider, seen->calls[i].id) = seen->calls[i];
    arena_free(&seen->arena);
    *seen = wider;
}

const SeenCall *seen_find(const Seen *seen, Str id) {
    if (!seen->cap) return NULL;
    const SeenCall *call = place_of(seen, str_hash(id));
    return call->line ? call : NULL;
}

void seen_add(Seen *seen, Str id, uint32_t file, uint32_t line) {
    if (seen->len * 4 >= seen->cap * 3) grow(seen);
    uint64_t hash = str_hash(id);
    *place_of(seen, hash) = (SeenCall){hash, file, line};
    seen->len++;
}
