// What detectors find in a call, and how they came to it.
#ifndef DETECT_DETECT_H
#define DETECT_DETECT_H

#include "base/watch.h"
#include "detect/kind.h"
#include "match/matcher.h"

typedef struct {
    Folded *folded; // one a turn
    HitList hits;
    Finding *findings; // one a detector
} CallFindings;

// What one thread keeps from call to call.
typedef struct {
    Arena arena;
    Matcher *matcher;
    Str language; // that words are looked for in, as the rubric has it; empty = any
    const PassedOver *passed; // words that are, as the rubric has them; or NULL
    Lexicons lexicons;
    Watch *watch; // NULL: the times are not wanted
} Finder;

void finder_open(Finder *finder, const Patterns *patterns, bool use_sieve);
void finder_close(Finder *finder);

// Whether what a detector finds rests on words itself; one that only refers to others
// does when they do.
bool detector_rests_on_words(const Detector *detector);

// Folds, matches and detects; all of it lives in `scratch`. In a call that is in another
// language, words are not looked for, and what rests on them is not known. `finder` is of
// the detectors' patterns; `order` has the number of each detector after those of all it
// refers to.
CallFindings call_detect(Finder *finder, const Detectors *detectors,
                         const DetectorRefs *order, const Call *call, Arena *scratch);

#endif
