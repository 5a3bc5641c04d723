// Memory with a named lifetime: allocate piece by piece, release all at once.
//
// `Arena a = {0};` is a valid empty arena. Whoever allocates takes an `Arena *`; a
// signature without one allocates nothing. Out of memory ends the program in one place.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/memory.h"

#include <stddef.h>

typedef struct ArenaChunk ArenaChunk;
typedef struct {
    ArenaChunk *head;  // the chunk in use; older ones hang behind it
    ArenaChunk *large; // those that hold one large allocation each
} Arena;

// `size` zeroed bytes, aligned for any type. Lives until the arena is reset or freed.
void *arena_alloc(Arena *arena, size_t size);
// The same without the zeroing, for bytes that are about to be written.
void *arena_raw(Arena *arena, size_t size);
// Likewise, from where a line of the processor's cache begins.
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
size_t array_bytes(size_t count, size_t size);

#define arena_new(arena, T) ((T *)arena_alloc((arena), sizeof(T)))
#define arena_array(arena, T, count) \
    ((T *)arena_alloc_array((arena), (size_t)(count), sizeof(T)))

#endif
