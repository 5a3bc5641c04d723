#include "base/digits.h"

#include <string.h>

// Two digits at a time: dividing takes longer than all else.
static char *put_pair(char *at, uint64_t value) {
    static const char PAIRS[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    memcpy(at, PAIRS + value * 2, 2);
    return at + 2;
}

char *digits_put(char *at, uint64_t value) {
    if (value >= 100) return put_pair(digits_put(at, value / 100), value % 100);
    if (value >= 10) return put_pair(at, value);
    *at = (char)('0' + value);
    return at + 1;
}
