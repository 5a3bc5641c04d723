#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISON 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISON 1
#endif
#endif

#ifdef ARENA_POISON
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(at, size)   ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#endif

enum { ALIGNMENT = 16, FIRST_CHUNK = 16 << 10, LARGEST_STEP = 4 << 20 };

struct ArenaChunk {
    ArenaChunk *older;
    size_t size, used;
    _Alignas(ALIGNMENT) char bytes[];
};

static size_t round_up(size_t size) {
    if (size > SIZE_MAX / 2) out_of_memory();
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static void add_chunk(Arena *arena, size_t need) {
    size_t size = arena->head ? arena->head->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_STEP) size = LARGEST_STEP;
    if (size < need) size = need;
    ArenaChunk *chunk = malloc(sizeof *chunk + size);
    if (!chunk) out_of_memory();
    *chunk = (ArenaChunk){.older = arena->head, .size = size};
    ASAN_POISON_MEMORY_REGION(chunk->bytes, size);
    arena->head = chunk;
}

void *arena_raw(Arena *arena, size_t size) {
    size_t need = round_up(size ? size : 1);
    if (!arena->head || arena->head->size - arena->head->used < need)
        add_chunk(arena, need);
    char *bytes = arena->head->bytes + arena->head->used;
    arena->head->used += need;
    ASAN_UNPOISON_MEMORY_REGION(bytes, size);
    return bytes;
}

void *arena_alloc(Arena *arena, size_t size) {
    return memset(arena_raw(arena, size), 0, size);
}

size_t array_bytes(size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) out_of_memory();
    return bytes;
}

void *arena_alloc_array(Arena *arena, size_t count, size_t size) {
    return arena_alloc(arena, array_bytes(count, size));
}

void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size) {
    ArenaChunk *head = arena->head;
    size_t old_need = round_up(old_size ? old_size : 1), need = round_up(new_size);
    bool is_last = old && head && (char *)old + old_need == head->bytes + head->used;
    if (is_last && head->size - head->used >= need - old_need) {
        head->used += need - old_need;
        ASAN_UNPOISON_MEMORY_REGION(old, new_size);
        return old;
    }
    void *grown = arena_raw(arena, new_size);
    if (old) memcpy(grown, old, old_size);
    return grown;
}

static void free_chunks(ArenaChunk *chunk) {
    while (chunk) {
        ArenaChunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
}

void arena_reset(Arena *arena) {
    ArenaChunk *head = arena->head;
    if (!head) return;
    free_chunks(head->older);
    head->older = NULL;
    ASAN_POISON_MEMORY_REGION(head->bytes, head->used);
    head->used = 0;
}

void arena_free(Arena *arena) {
    free_chunks(arena->head);
    arena->head = NULL;
}

size_t arena_size(const Arena *arena) {
    size_t size = 0;
    for (const ArenaChunk *chunk = arena->head; chunk; chunk = chunk->older)
        size += sizeof *chunk + chunk->size;
    return size;
}
