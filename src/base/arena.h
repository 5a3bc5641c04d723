// Memory with a named lifetime: allocate piece by piece, release all at once.
//
// `Arena a = {0};` is a valid empty arena. Whoever allocates takes an `Arena *`; a
// signature without one allocates nothing. Out of memory ends the program in one place.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/memory.h"

#include <stddef.h>
#include <string.h>

typedef struct ArenaChunk ArenaChunk;
typedef struct {
    char *next;        // the free bytes
    size_t room;       // of which so many are given at once
    ArenaChunk *head;  // the chunk they are in; older ones hang behind it
    ArenaChunk *large; // those that hold one large allocation each
} Arena;

// `size` bytes that are about to be written, aligned for any type. Lives until the arena
// is reset or freed.
static inline void *arena_raw(Arena *arena, size_t size);
// The same, zeroed.
static inline void *arena_alloc(Arena *arena, size_t size) {
    return memset(arena_raw(arena, size), 0, size);
}
// Likewise, not zeroed, from where a line of the processor's cache begins.
enum { CACHE_LINE = 64 }; // bytes
void *arena_lines(Arena *arena, size_t size);
// `count` times `size` zeroed bytes; more than can be counted is out of memory.
void *arena_alloc_array(Arena *arena, size_t count, size_t size);
// Room for `new_size` bytes holding the first `old_size` of `old`, which may be NULL and
// is gone. The arena's last allocation grows in place; a large one (128 KiB) leaves
// nothing behind where it was.
void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size);

// Forgets everything, keeps one chunk for reuse. Under ASan the bytes are poisoned, so a
// slice that outlives its lifetime is caught.
void arena_reset(Arena *arena);
void arena_free(Arena *arena);

// Bytes held from the system.
size_t arena_size(const Arena *arena);

// count * size; out of memory when that overflows.
static inline size_t array_bytes(size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) out_of_memory();
    return bytes;
}

// Any size, of none too.
void *arena_raw_anywhere(Arena *arena, size_t size);

enum { ARENA_ALIGNMENT = 16 };
static inline void *arena_raw(Arena *arena, size_t size) {
    size_t need = (size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
    if (need - 1 >= arena->room) return arena_raw_anywhere(arena, size);
    char *bytes = arena->next;
    arena->next += need;
    arena->room -= need;
    return bytes;
}

#define arena_new(arena, T) ((T *)arena_alloc((arena), sizeof(T)))
#define arena_array(arena, T, count) \
    ((T *)arena_alloc_array((arena), (size_t)(count), sizeof(T)))

#endif
