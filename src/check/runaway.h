// Patterns that can take time out of all proportion to the text (catastrophic
// backtracking), found by trying them.
#ifndef CHECK_RUNAWAY_H
#define CHECK_RUNAWAY_H

#include "rubric/rubric.h"

typedef struct {
    uint32_t length; // of the shortest text it was tried on and exceeded PATTERN_STEPS;
                     // 0: none
    Str text;        // how that text begins
} Runaway;

// Tries a pattern on texts made to lead it astray: what it looks for, repeated, and never
// quite complete. `probe` is of the rubric's patterns; `text` lives in `scratch`.
Runaway pattern_runaway(const Rubric *rubric, PatternProbe *probe, uint32_t pattern,
                        Arena *scratch);

#endif
