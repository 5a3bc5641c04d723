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

// A number that depends on all bits of `value` alike. The last step of splitmix64; G. L.
// Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
static inline uint64_t random_mix(uint64_t value) {
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9u;
    value = (value ^ value >> 27) * 0x94d049bb133111ebu;
    return value ^ value >> 31;
}

#endif
