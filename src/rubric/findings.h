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

// What one thread keeps from call to call.
typedef struct {
    Arena arena;
    Matcher *matcher;
    Lexicons lexicons;
    Watch *watch; // counts the laps by Lap; NULL: they are not wanted
} Finder;

void finder_open(Finder *finder, const Patterns *patterns, bool use_sieve);
void finder_close(Finder *finder);

// Folds, matches and detects; all of it lives in `scratch`. `finder` is of the rubric's
// patterns.
CallFindings call_detect(const Rubric *rubric, Finder *finder, const Call *call,
                         Arena *scratch);

#endif
