// Text eight bytes at a time, as one number, the first byte lowest (the tests for a byte
// in a word: https://graphics.stanford.edu/~seander/bithacks.html).
#ifndef BASE_EIGHT_H
#define BASE_EIGHT_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EIGHT UINT64_C(0x0101010101010101) // times a byte: of eight bytes

// Fewer than eight bytes: pieces of one size that overlap, since a copy of a size that is
// not known would be a call.
static inline uint64_t eight_of_few(const char *at, size_t left) {
    if (left >= sizeof(uint32_t)) {
        size_t later = left - sizeof(uint32_t);
        uint32_t first, last;
        memcpy(&first, at, sizeof first);
        memcpy(&last, at + later, sizeof last);
        return le32toh(first) | (uint64_t)le32toh(last) << 8 * later;
    }
    if (!left) return 0;
    uint64_t first = (uint8_t)at[0], middle = (uint8_t)at[left / 2];
    uint64_t last = (uint8_t)at[left - 1];
    return first | middle << 8 * (left / 2) | last << 8 * (left - 1);
}

// The first of `left` bytes; what is behind them is 0.
static inline uint64_t eight_at(const char *at, size_t left) {
    uint64_t eight;
    if (left < sizeof eight) return eight_of_few(at, left);
    memcpy(&eight, at, sizeof eight);
    return le64toh(eight);
}

// The high bit of each that is no letter, up to the first that is not ASCII: added to 'a'
// or more the first number sets it, to more than 'z' the second. `eight` has small
// letters for capitals (eight_small).
static inline uint64_t eight_no_letters(uint64_t eight) {
    uint64_t from_a = eight + EIGHT * (0x80 - 'a'), past_z = eight + EIGHT * (0x7F - 'z');
    return (~(from_a ^ past_z) | eight) & EIGHT * 0x80;
}

// The high bit of each that is 0 (Hacker's Delight, 2nd edition, section 6-1).
static inline uint64_t eight_zeros(uint64_t eight) {
    const uint64_t low = EIGHT * 0x7F;
    return ~(((eight & low) + low) | eight | low);
}

// The first `count` of the eight, or all of them; what is behind them is 0.
static inline uint64_t eight_first(uint64_t eight, size_t count) {
    static const uint64_t FIRST[] = {
        0,          0xFF,         0xFFFF,         0xFFFFFF,
        0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
        UINT64_MAX};
    return eight & FIRST[count < sizeof eight ? count : sizeof eight];
}

// Capitals as small letters, and nothing else changed: the first number is high from 'A'
// on, the second behind 'Z'.
static inline uint64_t eight_lower(uint64_t eight) {
    uint64_t low = eight & EIGHT * 0x7F;
    uint64_t from_a = low + EIGHT * (0x80 - 'A'), past_z = low + EIGHT * (0x7F - 'Z');
    return eight + ((from_a & ~past_z & ~eight & EIGHT * 0x80) >> 2);
}

// Capitals as small letters; what is no letter becomes none.
static inline uint64_t eight_small(uint64_t eight) { return eight | EIGHT * ('a' - 'A'); }

// How many letters of ASCII stand at the beginning of so many bytes.
static inline size_t letters_at(const char *at, size_t left) {
    size_t count = 0;
    for (uint64_t ends = 0; !ends;) {
        ends = eight_no_letters(eight_small(eight_at(at + count, left - count)));
        count += ends ? (size_t)__builtin_ctzll(ends) / 8 : sizeof ends;
    }
    return count;
}

#endif
