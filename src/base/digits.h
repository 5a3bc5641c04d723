// Whole numbers in digits.
#ifndef BASE_DIGITS_H
#define BASE_DIGITS_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

enum {
    DIGITS_ROOM = 21, // a byte more than 2^64 - 1 has
    DIGITS_MANY = 1000
};

// The three digits of each number below DIGITS_MANY, a byte each, the first one lowest;
// the fourth byte tells how many bits of them are zeros that it would not be written
// with.
extern const uint32_t DIGITS_OF[DIGITS_MANY];

// Writes the three at `at`, where there is room for a fourth byte; gives where they end.
static inline char *digits_put_three(char *at, uint32_t value) {
    uint32_t digits = htole32(DIGITS_OF[value]);
    memcpy(at, &digits, sizeof digits);
    return at + 3;
}

char *digits_put_many(char *at, uint64_t value); // from DIGITS_MANY on

// Writes the number at `at`, where there is room for its digits and for a byte more;
// gives where they end, without a terminator. Here, for most numbers are small; and
// without a branch for how many digits there are, which cannot be foreseen.
static inline char *digits_put(char *at, uint64_t value) {
    if (value >= DIGITS_MANY) return digits_put_many(at, value);
    uint32_t three = DIGITS_OF[value], zeros = three >> 24;
    uint32_t digits = htole32(three >> zeros);
    memcpy(at, &digits, sizeof digits);
    return at + 3 - zeros / 8;
}

#endif
