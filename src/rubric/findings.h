// What a rubric's detectors find in a call, and how they came to it.
#ifndef RUBRIC_FINDINGS_H
#define RUBRIC_FINDINGS_H

#include "call/lap.h"
#include "rubric/rubric.h"

typedef struct {
    Folded *folded; // one a turn
    HitList hits;
    Finding *findings; // one a detector
} CallFindings;

// Folds, matches and detects; all of it lives in `scratch`. `watch` counts the laps by
// Stage; NULL: they are not wanted.
CallFindings call_detect(const Rubric *rubric, Matcher *matcher, const Call *call,
                         Arena *scratch, Watch *watch);

#endif
