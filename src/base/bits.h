// Sets of up to 64 things, a bit for each.
#ifndef BASE_BITS_H
#define BASE_BITS_H

#include <stdint.h>

// How many bits are set (Hacker's Delight, 2nd edition, section 5-1).
static inline uint32_t bits_count(uint64_t bits) {
    const uint64_t pairs = 0x5555555555555555, fours = 0x3333333333333333;
    bits -= bits >> 1 & pairs;
    bits = (bits & fours) + (bits >> 2 & fours);
    bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
    return (uint32_t)(bits * 0x0101010101010101 >> 56);
}

#endif
