// Whole numbers in digits.
#ifndef BASE_DIGITS_H
#define BASE_DIGITS_H

#include <stdint.h>
#include <string.h>

enum { DIGITS_ROOM = 20 }; // as many as 2^64 - 1 has

extern const char DIGIT_PAIRS[201];              // "00" to "99"
char *digits_put_many(char *at, uint64_t value); // of three and more

// Writes the number at `at`; gives where its digits end, without a terminator. Here, for
// most numbers are small.
static inline char *digits_put(char *at, uint64_t value) {
    if (value >= 100) return digits_put_many(at, value);
    if (value < 10) return *at = (char)('0' + value), at + 1;
    memcpy(at, DIGIT_PAIRS + value * 2, 2);
    return at + 2;
}

#endif
