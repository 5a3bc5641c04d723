// Text sixteen bytes at a time, which compilers for any processor look at together (GCC
// manual, "Using Vector Instructions through Built-in Functions").
#ifndef BASE_SIXTEEN_H
#define BASE_SIXTEEN_H

#include "base/eight.h"

#include <stdbool.h>

typedef signed char Sixteen __attribute__((vector_size(16)));

static inline Sixteen sixteen_at(const char *at) {
    Sixteen bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

// The first of `left` bytes; what is behind them is 0.
static inline Sixteen sixteen_few(const char *at, size_t left) {
    const size_t half = sizeof(uint64_t);
    Sixteen bytes;
    if (left >= sizeof bytes) return sixteen_at(at);
    uint64_t halves[] = {htole64(eight_at(at, left)), 0};
    if (left > half) halves[1] = htole64(eight_at(at + half, left - half));
    memcpy(&bytes, halves, sizeof bytes);
    return bytes;
}

// Whether any bit is set.
static inline bool sixteen_any(Sixteen bytes) {
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof halves);
    return halves[0] | halves[1];
}

// Which is the first that is not 0; 16: none is.
static inline size_t sixteen_index(Sixteen bytes) {
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof halves);
    if (halves[0]) return (size_t)__builtin_ctzll(le64toh(halves[0])) / 8;
    if (halves[1]) return 8 + (size_t)__builtin_ctzll(le64toh(halves[1])) / 8;
    return sizeof bytes;
}

// All bits of those from `first` to `last`.
static inline Sixteen sixteen_within(Sixteen bytes, char first, char last) {
    typedef uint8_t Unsigned __attribute__((vector_size(16)));
    return (Sixteen)((Unsigned)bytes - (uint8_t)first <= (uint8_t)(last - first));
}

#endif
