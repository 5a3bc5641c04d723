#include "base/digits.h"

enum { EIGHT_DIGITS = 100000000 };

// Eight digits, the first one lowest.
static uint64_t digits_of_eight(uint32_t value) {
    uint64_t fours = value / DIGITS_MANY | (uint64_t)(value % DIGITS_MANY) << 32;
    uint64_t hundreds = (fours * 5243 >> 19) & UINT64_C(0x7F0000007F);
    return digits_of_pairs(hundreds | (fours - 100 * hundreds) << 16) |
           UINT64_C(0x3030303030303030);
}

char *digits_put_many(char *at, uint64_t value) {
    unsigned zeros = 0;
    uint64_t digits = digits_of_eight((uint32_t)(value % EIGHT_DIGITS));
    if (value >= EIGHT_DIGITS)
        at = digits_put(at, value / EIGHT_DIGITS);
    else
        zeros = (unsigned)__builtin_ctzll(digits ^ UINT64_C(0x3030303030303030)) / 8;
    digits = htole64(digits >> 8 * zeros);
    memcpy(at, &digits, sizeof digits);
    return at + sizeof digits - zeros;
}
