// Near misses: what the patterns of a rubric's detectors would find, had they one word
// less (match/relax.h).
#ifndef CHECK_RELAXED_H
#define CHECK_RELAXED_H

#include "rubric/rubric.h"

typedef struct {
    uint32_t detector, pattern; // of the rubric: those it comes from
    Str missing;                // the word that it is without, as it was written
} RelaxedPattern;

typedef struct {
    Rubric rubric;             // has patterns, and nothing else
    VEC(RelaxedPattern) items; // one a pattern
} RelaxedRubric;

// The patterns under `any`, those that a detector finds something by; NULL for kinds
// without.
const PatternRefs *detector_any(const Detector *detector);
// Relaxes these patterns of the detectors for which `wanted`, one a detector, is true.
// Release with rubric_free(&out->rubric); all else lives in `arena`.
void rubric_relax(Arena *arena, const Rubric *rubric, const bool *wanted,
                  RelaxedRubric *out);

#endif
