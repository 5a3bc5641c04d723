// What most detectors come to in most calls: they find nothing, since none of the
// patterns may have hits that they rest on (kind.h), they or those that they refer to.
// Whatever else they refer to makes no difference then, and is not asked for.
#ifndef DETECT_QUIET_H
#define DETECT_QUIET_H

#include "match/match.h"

// Of the patterns from 64 * word on.
typedef struct {
    uint64_t bits;
    uint32_t word;
} PatternBits;

typedef struct {
    const PatternBits *patterns; // those of several words
    uint32_t count;              // 0: patterns alone do not tell
    uint8_t roles;               // a bit for each that has to speak
    bool holds;                  // then
} Quiet;

// Whether it is so where these roles speak. `{0}` never is.
static inline bool quiet_told(const Quiet *quiet, uint32_t spoke, const HitList *hits) {
    if (!quiet->count || quiet->roles & ~spoke) return false;
    for (uint32_t i = 0; i < quiet->count; i++)
        if (hits->possible[quiet->patterns[i].word] & quiet->patterns[i].bits)
            return false;
    return true;
}

#endif
