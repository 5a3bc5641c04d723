// Why a detector does not hold where it should: which of its rules stands in the way.
#ifndef CHECK_WHY_NOT_H
#define CHECK_WHY_NOT_H

#include "detect/detect.h"
#include "rubric/rubric.h"

// A rubric's patterns compiled again without `whole_words`, to see whether that was in
// the way. {0} has none yet: they are compiled when first needed.
typedef struct {
    Arena arena;
    Patterns *patterns;
    Finder finder;
} LoosePatterns;

// The rule of `detector` without which it would hold in `call`, as a hint for people; {0}
// when there is no single one. `finder` is of the rubric's own patterns; what is given
// lives as long as the program or, with what else is needed, in `scratch`.
Str why_not_explain(const Rubric *rubric, Finder *finder, LoosePatterns *loose,
                    uint32_t detector, const Call *call, Arena *scratch);
void loose_patterns_free(LoosePatterns *loose);

#endif
