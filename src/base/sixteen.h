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

// The high bits, that of the first byte lowest. Where no instruction gives them, each
// half's are brought together by a product in which they meet nowhere else.
static inline uint32_t sixteen_bits(Sixteen bytes) {
#ifdef __SSE2__
    typedef char Chars __attribute__((vector_size(16)));
    return (uint32_t)__builtin_ia32_pmovmskb128((Chars)bytes);
#else
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof halves);
    for (int i = 0; i < 2; i++)
        halves[i] =
            (le64toh(halves[i]) >> 7 & EIGHT) * UINT64_C(0x0102040810204080) >> 56;
    return (uint32_t)(halves[0] | halves[1] << 8);
#endif
}

// Whether any byte of all or no bits has them.
static inline bool sixteen_any(Sixteen bytes) { return sixteen_bits(bytes); }

// Which is the first such byte that has them; 16: none has.
static inline size_t sixteen_index(Sixteen bytes) {
    return (size_t)__builtin_ctz(sixteen_bits(bytes) | 1U << sizeof bytes);
}

// All bits of those from `first` to `last`.
static inline Sixteen sixteen_within(Sixteen bytes, char first, char last) {
    typedef uint8_t Unsigned __attribute__((vector_size(16)));
    return (Sixteen)((Unsigned)bytes - (uint8_t)first <= (uint8_t)(last - first));
}

// What there is among 64 bytes at most: two kinds, a bit for each byte; and of all bytes
// some bits, put together.
enum { KINDS_BYTES = 64 };
typedef struct {
    Sixteen one, other, some;
} SixteenKinds;
typedef struct {
    uint64_t one, other;
    Sixteen some;
} Kinds;

static inline void kinds_add(Kinds *kinds, SixteenKinds sixteen, size_t at) {
    kinds->one |= (uint64_t)sixteen_bits(sixteen.one) << at;
    kinds->other |= (uint64_t)sixteen_bits(sixteen.other) << at;
    kinds->some |= sixteen.some;
}

// Of the first 64 of `left` bytes, which are one at least, as `tell` has it of sixteen,
// by the high bits. The last ones are in part some that were looked at before; of less
// than sixteen, what is behind them is 0.
static inline Kinds kinds_at(const char *at, size_t left,
                             SixteenKinds (*tell)(Sixteen bytes)) {
    enum { STEP = sizeof(Sixteen) };
    Kinds kinds = {0};
    size_t count = left < KINDS_BYTES ? left : KINDS_BYTES;
    size_t last = count < STEP ? 0 : count - STEP;
    for (size_t i = 0; i < last; i += STEP)
        kinds_add(&kinds, tell(sixteen_at(at + i)), i);
    Sixteen bytes = count < STEP ? sixteen_few(at, count) : sixteen_at(at + last);
    kinds_add(&kinds, tell(bytes), last);
    return kinds;
}

#endif
