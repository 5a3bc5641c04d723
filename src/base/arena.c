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

enum {
    ALIGNMENT = 16,
    FIRST_CHUNK = 16 << 10,
    LARGE = 128 << 10, // from here on an allocation has a chunk of its own
    LARGEST_STEP = 4 << 20
};

struct ArenaChunk {
    ArenaChunk *older;
    size_t size, used;
    _Alignas(ALIGNMENT) char bytes[];
};

static size_t round_up(size_t size) {
    if (size > SIZE_MAX / 2) out_of_memory();
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

// A chunk of so many bytes, made of `old`, which may be NULL and is gone.
static ArenaChunk *size_chunk(ArenaChunk *old, size_t size) {
    if (size > SIZE_MAX - sizeof *old) out_of_memory();
    ArenaChunk *chunk = realloc(old, sizeof *chunk + size);
    if (!chunk) out_of_memory();
    chunk->size = size;
    return chunk;
}

static void add_chunk(Arena *arena, size_t need) {
    size_t size = arena->head ? arena->head->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_STEP) size = LARGEST_STEP;
    if (size < need) size = need;
    ArenaChunk *chunk = size_chunk(NULL, size);
    chunk->older = arena->head;
    chunk->used = 0;
    ASAN_POISON_MEMORY_REGION(chunk->bytes, size);
    arena->head = chunk;
}

static void *add_large(Arena *arena, size_t size) {
    ArenaChunk *chunk = size_chunk(NULL, size);
    chunk->older = arena->large;
    arena->large = chunk;
    return chunk->bytes;
}

// Where the chunk of a large allocation hangs; NULL: it is none of this arena's.
static ArenaChunk **find_large(Arena *arena, const void *bytes) {
    for (ArenaChunk **at = &arena->large; *at; at = &(*at)->older)
        if ((*at)->bytes == bytes) return at;
    return NULL;
}

// What the first chunk has no room for, and nothing. It stays a function of its own, so
// that the common case need not save what it takes.
__attribute__((noinline)) static void *raw_in_another(Arena *arena, size_t size) {
    if (!size) return arena_raw(arena, 1);
    size_t need = round_up(size);
    if (need >= LARGE) return add_large(arena, need);
    add_chunk(arena, need);
    return arena_raw(arena, size);
}

void *arena_raw(Arena *arena, size_t size) {
    ArenaChunk *head = arena->head;
    bool small = size - 1 < LARGE - 1; // and some
    if (!small || !head || head->size - head->used < round_up(size))
        return raw_in_another(arena, size);
    char *bytes = head->bytes + head->used;
    head->used += round_up(size);
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

void *arena_lines(Arena *arena, size_t size) {
    char *room = arena_raw(arena, size + CACHE_LINE);
    return room + (0 - (uintptr_t)room) % CACHE_LINE;
}

void *arena_alloc_array(Arena *arena, size_t count, size_t size) {
    return arena_alloc(arena, array_bytes(count, size));
}

void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size) {
    ArenaChunk *head = arena->head;
    size_t old_need = round_up(old_size ? old_size : 1), need = round_up(new_size);
    ArenaChunk **large = old_need >= LARGE ? find_large(arena, old) : NULL;
    if (large) { // the system moves its pages rather than its bytes
        *large = size_chunk(*large, need);
        return (*large)->bytes;
    }
    bool is_last = old && head && (char *)old + old_need == head->bytes + head->used;
    if (is_last && need < LARGE && head->size - head->used >= need - old_need) {
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
    free_chunks(arena->large);
    arena->large = NULL;
    if (!head) return;
    free_chunks(head->older);
    head->older = NULL;
    ASAN_POISON_MEMORY_REGION(head->bytes, head->used);
    head->used = 0;
}

void arena_free(Arena *arena) {
    free_chunks(arena->head);
    free_chunks(arena->large);
    *arena = (Arena){0};
}

static size_t chunks_size(const ArenaChunk *chunk) {
    size_t size = 0;
    for (; chunk; chunk = chunk->older) size += sizeof *chunk + chunk->size;
    return size;
}

size_t arena_size(const Arena *arena) {
    return chunks_size(arena->head) + chunks_size(arena->large);
}
