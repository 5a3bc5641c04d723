// Texts that come again and again, "yes please", an agent's canned replies: where what is
// made of them once is kept.
//
// A text is known by a hash first, and then, by whoever keeps it, by all of its bytes. It
// is kept when it is met the second time, so that those that come once, which are most of
// them, take no room. It has two places: while one is taken by a text that is kept and
// stays, the other may be free.
#ifndef BASE_AGAIN_H
#define BASE_AGAIN_H

#include <stddef.h>
#include <stdint.h>

enum { AGAIN_BITS = 12, AGAIN_LONGEST = 256 }; // places; bytes of a text worth keeping

// The text with such a hash that was met last; once it is kept it stays.
typedef struct {
    uint64_t hash;
    const void *kept; // NULL: it is not
} AgainPlace;

// `Again a = {0}` is empty.
typedef struct {
    AgainPlace places[1 << AGAIN_BITS];
} Again;

// The top bits of a hash tell most.
static inline AgainPlace *again_first(Again *again, uint64_t hash) {
    return &again->places[hash >> (64 - AGAIN_BITS)];
}
static inline AgainPlace *again_second(Again *again, uint64_t hash) {
    return &again->places[hash << AGAIN_BITS >> (64 - AGAIN_BITS)];
}

// Fetches what again_meet looks at, some texts before it is asked for.
static inline void again_fetch(Again *again, uint64_t hash) {
    __builtin_prefetch(again_first(again, hash));
    __builtin_prefetch(again_second(again, hash));
}

// Notes that a text with such a hash is met. Gives the place where one is kept, or else
// may be kept, since it has been met before; NULL: it is new, or there is no room.
static inline AgainPlace *again_meet(Again *again, uint64_t hash) {
    AgainPlace *first = again_first(again, hash), *second = again_second(again, hash);
    if (first->hash == hash) return first;
    if (second->hash == hash) return second;
    if (!first->kept)
        first->hash = hash;
    else if (!second->kept)
        second->hash = hash;
    return NULL;
}

#endif
