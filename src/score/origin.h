// Where quotes come from. Those of many calls have few origins, so each is made once.
#ifndef SCORE_ORIGIN_H
#define SCORE_ORIGIN_H

#include "score/scorecard.h"

typedef struct KnownOrigin KnownOrigin;
// Of one rubric, and one thread: `KnownOrigins known = {.arena = arena};` is empty. The
// arena is to outlive the cards whose quotes have them.
typedef struct {
    Arena *arena;
    const KnownOrigin **slots; // a hash table, half of them free at least
    uint32_t bits, count;      // 1 << bits slots, but none while bits is 0
} KnownOrigins;

// That of what a detector found.
const Origin *origins_find(KnownOrigins *known, const Detectors *detectors,
                           const Evidence *evidence);

#endif
