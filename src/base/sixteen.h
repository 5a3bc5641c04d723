// Text sixteen bytes at a time, which compilers for any processor look at together (GCC
// manual, "Using Vector Instructions through Built-in Functions").
#ifndef BASE_SIXTEEN_H
#define BASE_SIXTEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef signed char Sixteen __attribute__((vector_size(16)));

static inline Sixteen sixteen_at(const char *at) {
    Sixteen bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

// Whether any bit is set.
static inline bool sixteen_any(Sixteen bytes) {
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof halves);
    return halves[0] | halves[1];
}

#endif
