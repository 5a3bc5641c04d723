// Why a detector does not hold where it should: which of its rules stands in the way.
#ifndef CHECK_WHY_NOT_H
#define CHECK_WHY_NOT_H

#include "detect/detect.h"
#include "rubric/rubric.h"

// A rubric's patterns without regard to whole words; made when they are first needed.
// {0} is one that has none yet.
typedef struct {
    Arena arena;
    Patterns *patterns;
    Finder finder;
} LoosePatterns;

// In words, or {0} when no single rule does. `finder` is of the rubric's own patterns.
Str why_not_explain(const Rubric *rubric, Finder *finder, LoosePatterns *loose,
                    uint32_t detector, const Call *call, Arena *scratch);
void loose_patterns_free(LoosePatterns *loose);

#endif
