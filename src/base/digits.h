// Whole numbers in digits.
#ifndef BASE_DIGITS_H
#define BASE_DIGITS_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

enum {
    DIGITS_ROOM = 20,   // as many as 2^64 - 1 has
    DIGITS_MANY = 10000 // numbers from here on have more than four
};

char *digits_put_many(char *at, uint64_t value); // from DIGITS_MANY on

// The digits of two numbers below 100, which stand in sixteen bits each, a byte each: the
// tens lower than the ones. What is that small is divided by ten so (Hacker's Delight,
// 2nd edition, chapter 10).
static inline uint64_t digits_of_pairs(uint64_t pairs) {
    uint64_t tens = (pairs * 103 >> 10) & UINT64_C(0xF000F000F000F);
    return tens | (pairs - 10 * tens) << 8;
}

// Writes the number at `at`, where there is room for its digits and for eight bytes;
// gives where they end, without a terminator. Here, for most numbers are small; and
// without a branch for how many digits there are, which cannot be foreseen.
static inline char *digits_put(char *at, uint64_t value) {
    if (value >= DIGITS_MANY) return digits_put_many(at, value);
    uint32_t small = (uint32_t)value, hundreds = small * 5243 >> 19;
    uint32_t digits =
        (uint32_t)digits_of_pairs(hundreds | (small - 100 * hundreds) << 16);
    unsigned zeros = (unsigned)__builtin_ctz(digits | 1U << 24) / 8;
    digits = htole32((digits | 0x30303030U) >> 8 * zeros);
    memcpy(at, &digits, sizeof digits);
    return at + sizeof digits - zeros;
}

#endif
