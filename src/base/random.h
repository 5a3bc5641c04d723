// Numbers by chance that are the same in every run.
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stdint.h>

#define RANDOM_SEED 88172645463325252u // any number but 0 will do

// The next of all 64-bit numbers. xorshift64*; S. Vigna, "An experimental exploration of
// Marsaglia's xorshift generators, scrambled", 2016.
static inline uint64_t random_next(uint64_t *state) {
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 2685821657736338717u;
}

#endif
