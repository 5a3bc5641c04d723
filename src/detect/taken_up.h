// How much of a turn was in the last turn of anybody else before it.
#ifndef DETECT_TAKEN_UP_H
#define DETECT_TAKEN_UP_H

#include "detect/kind.h"

typedef struct {
    uint32_t shared, all; // of its different content words; details count (content.h)
    uint32_t start, end;  // the first word shared, in the text as written
} TakenUp;

// One a turn; `language` is one that stemmer_knows.
const TakenUp *turns_taken_up(const DetectInput *in, Str language);

#endif
