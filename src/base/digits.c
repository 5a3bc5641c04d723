#include "base/digits.h"

#include <endian.h>
#include <stddef.h>
#include <string.h>

// The last four digits, the first one lowest; two at a time, since dividing takes longer
// than all else.
static inline uint32_t four_digits(size_t value) {
    static const char PAIRS[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    uint16_t first, last;
    memcpy(&first, PAIRS + value / 100 * 2, sizeof first);
    memcpy(&last, PAIRS + value % 100 * 2, sizeof last);
    return le16toh(first) | (uint32_t)le16toh(last) << 16;
}

static inline char *put_last(char *at, uint32_t value, unsigned count) {
    uint32_t digits = htole32(four_digits(value) >> 8 * (4 - count));
    memcpy(at, &digits, sizeof digits);
    return at + count;
}

// Without a branch for how many digits a number below 10,000 has, which cannot be
// foreseen.
char *digits_put(char *at, uint64_t value) {
    const uint32_t more = 10000;
    if (value >= more)
        return put_last(digits_put(at, value / more), (uint32_t)(value % more), 4);
    uint32_t few = (uint32_t)value;
    return put_last(at, few, 1U + (few >= 10) + (few >= 100) + (few >= 1000));
}
