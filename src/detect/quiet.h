// What most detectors come to in most calls: they find nothing, since none of the
// patterns may have hits that they rest on (kind.h), they or those that they refer to.
// Whatever else they refer to makes no difference then, and is not asked for.
#ifndef DETECT_QUIET_H
#define DETECT_QUIET_H

#include "detect/pattern_bits.h"
#include "match/match.h"

typedef struct {
    PatternSet patterns; // none: patterns alone do not tell
    uint8_t roles;       // a bit for each that has to speak
    bool holds;          // then
} Quiet;

// Whether it is so where these roles speak. `{0}` never is.
static inline bool quiet_told(const Quiet *quiet, uint32_t spoke, const HitList *hits) {
    if (!quiet->patterns.count || quiet->roles & ~spoke) return false;
    return !pattern_set_meets(&quiet->patterns, hits->possible);
}

#endif
