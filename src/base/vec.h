// Growing arrays in an arena. `VEC(T) v = {0}` is empty; items may move when it grows,
// so keep indices, not pointers, while pushing.
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#include <string.h>

#define VEC(T)           \
    struct {             \
        T *items;        \
        size_t len, cap; \
    }

// Adds one item (not zeroed) and gives its address: `*vec_push(arena, &v) = item;`
#define vec_push(arena, v)                                                           \
    (__builtin_expect((v)->items && (v)->len < (v)->cap, 1)                          \
         ? (void)0                                                                   \
         : (void)((v)->items =                                                       \
                      vec_grow((arena), (v)->items, &(v)->cap, sizeof *(v)->items)), \
     &(v)->items[(v)->len++])

// Room for so many more items, and none besides.
#define vec_reserve(arena, v, more)                                           \
    ((v)->items = vec_widen((arena), (v)->items, (v)->len, &(v)->cap, (more), \
                            sizeof *(v)->items))

// Each item by address. The list may not change meanwhile.
#define vec_each(T, item, v) \
    for (T *item = (v)->items; item && item != (v)->items + (v)->len; item++)

// The items from `first` on; NULL of a list that never had one.
#define vec_from(v, first) ((v)->items ? (v)->items + (first) : NULL)

// Copies the items, so that the list has them to itself, and no room for more.
#define vec_own(arena, v) \
    ((v)->cap = (v)->len, \
     (v)->items = vec_copy((arena), (v)->items, (v)->len * sizeof *(v)->items))

static inline void *vec_copy(Arena *arena, const void *items, size_t size) {
    return size ? memcpy(arena_raw(arena, size), items, size) : NULL;
}

// Room for twice as many items, or for the first.
void *vec_grow(Arena *arena, void *items, size_t *cap, size_t item_size);
void *vec_widen(Arena *arena, void *items, size_t len, size_t *cap, size_t more,
                size_t item_size);

#endif
