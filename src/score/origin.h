// Where quotes come from. Those of many calls have few origins, so each is made once.
#ifndef SCORE_ORIGIN_H
#define SCORE_ORIGIN_H

#include "rubric/rubric.h"
#include "score/scorecard.h"

typedef struct KnownOrigin KnownOrigin;
// Of one rubric, and one thread.
typedef struct {
    Arena *arena;
    const Detectors *detectors;
    const KnownOrigin **first; // by pattern, then by detector: the latest in a chain
    size_t patterns;           // how many there are
} KnownOrigins;

// Knows none. The arena is to outlive the cards whose quotes have them.
void origins_open(KnownOrigins *known, Arena *arena, const Rubric *rubric);
// That of what a detector found.
const Origin *origins_find(const KnownOrigins *known, const Evidence *evidence);

#endif
