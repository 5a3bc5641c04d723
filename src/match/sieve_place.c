#include "match/sieve_place.h"

enum { WORD = 64 };

// Makes room for 64 nodes more.
static void add_word(SievePlaces *places) {
    *vec_push(places->scratch, &places->taken) = 0;
    for (int i = 0; i < WORD; i++)
        *vec_push(places->arena, &places->nodes) = (SieveNode){0};
}

// Which of the 64 nodes from `at` on are taken.
static inline uint64_t taken_from(SievePlaces *places, uint32_t at) {
    uint32_t word = at / WORD, bit = at % WORD;
    while (word + 1 >= places->taken.len) add_word(places);
    const uint64_t *taken = &places->taken.items[word];
    return bit ? taken[0] >> bit | taken[1] << (WORD - bit) : taken[0];
}

// The first place from `at` on where all that are wanted are free, of which the first is.
static uint32_t find_free(SievePlaces *places, uint32_t at, uint64_t wanted) {
    for (;;) {
        uint64_t taken = taken_from(places, at);
        if (!(taken & wanted)) return at;
        at += taken & 1 && ~taken ? (uint32_t)__builtin_ctzll(~taken) : 1;
    }
}

uint32_t sieve_place(SievePlaces *places, uint64_t children) {
    enum { NEAR = 256 }; // nodes; what is left free further back is for single ones
    uint32_t least = (uint32_t)__builtin_ctzll(children), at = places->free;
    uint32_t made = (uint32_t)places->nodes.len;
    children >>= least;
    if (at < least) at = least;
    if (children != 1 && made > at + NEAR) at = made - NEAR;
    at = find_free(places, at, children);
    places->taken.items[at / WORD] |= children << at % WORD;
    if (at % WORD) places->taken.items[at / WORD + 1] |= children >> (WORD - at % WORD);
    if (children == 1) places->free = at + 1;
    return at - least;
}
