#include "base/digits.h"

const char DIGIT_PAIRS[201] = "00010203040506070809101112131415161718192021222324"
                              "25262728293031323334353637383940414243444546474849"
                              "50515253545556575859606162636465666768697071727374"
                              "75767778798081828384858687888990919293949596979899";

// Two digits at a time: dividing takes longer than all else.
char *digits_put_many(char *at, uint64_t value) {
    at = digits_put(at, value / 100);
    memcpy(at, DIGIT_PAIRS + value % 100 * 2, 2);
    return at + 2;
}
