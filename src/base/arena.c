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
    ALIGNMENT = ARENA_ALIGNMENT,
    FIRST_CHUNK = 16 << 10,
    LARGE = 128 << 10, // from here on an allocation has a chunk of its own
    ROOM_MOST = LARGE - ALIGNMENT,
    LARGEST_STEP = 4 << 20
};

struct ArenaChunk {
    ArenaChunk *older;
    size_t size;
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
    ASAN_POISON_MEMORY_REGION(chunk->bytes, size);
    arena->head = chunk;
    arena->next = chunk->bytes;
}

// The free bytes of the first chunk.
static size_t bytes_left(const Arena *arena) {
    return arena->head ? (size_t)(arena->head->bytes + arena->head->size - arena->next)
                       : 0;
}

// Takes so many of them. What is given at once is never a large allocation; under ASan it
// is nothing, since each allocation has to be told.
static void *take(Arena *arena, size_t need) {
    char *bytes = arena->next;
    arena->next += need;
    arena->room = bytes_left(arena);
    if (arena->room > ROOM_MOST) arena->room = ROOM_MOST;
#ifdef ARENA_POISON
    arena->room = 0;
#endif
    return bytes;
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

void *arena_raw_anywhere(Arena *arena, size_t size) {
    size_t need = round_up(size ? size : 1);
    if (need >= LARGE) return add_large(arena, need);
    if (bytes_left(arena) < need) add_chunk(arena, need);
    char *bytes = take(arena, need);
    ASAN_UNPOISON_MEMORY_REGION(bytes, size ? size : 1);
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
    size_t old_need = round_up(old_size ? old_size : 1), need = round_up(new_size);
    ArenaChunk **large = old_need >= LARGE ? find_large(arena, old) : NULL;
    if (large) { // the system moves its pages rather than its bytes
        *large = size_chunk(*large, need);
        return (*large)->bytes;
    }
    bool is_last = old && (char *)old + old_need == arena->next;
    if (is_last && need < LARGE && bytes_left(arena) >= need - old_need) {
        take(arena, need - old_need);
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
    ASAN_POISON_MEMORY_REGION(head->bytes, head->size);
    arena->next = head->bytes;
    take(arena, 0);
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
