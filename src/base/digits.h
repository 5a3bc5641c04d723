// Whole numbers in digits.
#ifndef BASE_DIGITS_H
#define BASE_DIGITS_H

#include <stdint.h>

enum { DIGITS_MOST = 20 }; // as many as 2^64 - 1 has

// Writes the number at `at`; gives where its digits end, without a terminator.
char *digits_put(char *at, uint64_t value);

#endif
