#include "base/digits.h"

// A number by its digits: its hundreds, tens and ones.
#define NUMBER(h, t, o) \
    (('0' + (h)) | ('0' + (t)) << 8 | ('0' + (o)) << 16 | ((h) ? 0 : (t) ? 8 : 16) << 24)
#define TEN(h, t)                                                                        \
    NUMBER(h, t, 0), NUMBER(h, t, 1), NUMBER(h, t, 2), NUMBER(h, t, 3), NUMBER(h, t, 4), \
        NUMBER(h, t, 5), NUMBER(h, t, 6), NUMBER(h, t, 7), NUMBER(h, t, 8),              \
        NUMBER(h, t, 9)
#define HUNDRED(h)                                                               \
    TEN(h, 0), TEN(h, 1), TEN(h, 2), TEN(h, 3), TEN(h, 4), TEN(h, 5), TEN(h, 6), \
        TEN(h, 7), TEN(h, 8), TEN(h, 9)

const uint32_t DIGITS_OF[DIGITS_MANY] = {HUNDRED(0), HUNDRED(1), HUNDRED(2), HUNDRED(3),
                                         HUNDRED(4), HUNDRED(5), HUNDRED(6), HUNDRED(7),
                                         HUNDRED(8), HUNDRED(9)};

char *digits_put_many(char *at, uint64_t value) {
    at = digits_put(at, value / DIGITS_MANY);
    return digits_put_three(at, (uint32_t)(value % DIGITS_MANY));
}
