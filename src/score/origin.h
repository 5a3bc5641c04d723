// Where quotes come from. Those of many calls have few origins, so each is made once.
#ifndef SCORE_ORIGIN_H
#define SCORE_ORIGIN_H

#include "rubric/rubric.h"
#include "score/scorecard.h"

// By the detector that found the words, which one it had them from, and what matched.
// With the beginning of the origin, which is all that a record needs, it is in one line
// of the cache.
typedef struct KnownOrigin KnownOrigin;
struct KnownOrigin {
    const KnownOrigin *next; // of the same pattern
    const WeighedPhrase *phrase;
    uint32_t detector, by;
    Origin origin;
};
// Of one rubric, and one thread.
typedef struct {
    Arena *arena;
    const Detectors *detectors;
    const KnownOrigin **first; // by pattern, then by detector: the latest in a chain
    size_t patterns;           // how many there are
} KnownOrigins;

// Knows none. The arena is to outlive the cards whose quotes have them.
void origins_open(KnownOrigins *known, Arena *arena, const Rubric *rubric);
// One that is not known yet.
const Origin *origins_add(const KnownOrigins *known, const Evidence *evidence);

static inline bool origin_is_of(const KnownOrigin *known, const Evidence *evidence) {
    return known->detector == evidence->detector && known->by == evidence->by &&
           known->phrase == evidence->phrase;
}
// Those of one pattern, of which several detectors may have found something; behind them,
// those of no single pattern by their detector.
static inline const KnownOrigin **origins_of(const KnownOrigins *known,
                                             const Evidence *evidence) {
    bool single = evidence->pattern != PATTERN_NONE;
    return &known->first[single ? evidence->pattern
                                : known->patterns + evidence->detector];
}
// That of what a detector found.
static inline const Origin *origins_find(const KnownOrigins *known,
                                         const Evidence *evidence) {
    const KnownOrigin *found = *origins_of(known, evidence);
    while (found && !origin_is_of(found, evidence)) found = found->next;
    if (!found) return origins_add(known, evidence);
    __builtin_prefetch(found->origin.opens.ptr); // for the record
    return &found->origin;
}

#endif
