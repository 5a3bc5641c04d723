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
    PatternBits first;       // of most there are no more
    const PatternBits *more; // those of other words
    uint32_t count;          // of words; 0: patterns alone do not tell
    uint8_t roles;           // a bit for each that has to speak
    bool holds;              // then
} Quiet;

static inline bool bits_possible(const PatternBits *patterns, const HitList *hits) {
    return hits->possible[patterns->word] & patterns->bits;
}
// Whether it is so where these roles speak. `{0}` never is.
static inline bool quiet_told(const Quiet *quiet, uint32_t spoke, const HitList *hits) {
    if (!quiet->count || quiet->roles & ~spoke) return false;
    if (bits_possible(&quiet->first, hits)) return false;
    for (uint32_t i = 1; i < quiet->count; i++)
        if (bits_possible(&quiet->more[i - 1], hits)) return false;
    return true;
}

#endif
