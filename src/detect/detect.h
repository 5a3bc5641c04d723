// From a call to what can be found in it.
#ifndef DETECT_DETECT_H
#define DETECT_DETECT_H

#include "call/fold_memo.h"
#include "detect/findings.h"
#include "match/matcher.h"

// What one thread keeps from call to call.
typedef struct {
    Arena arena;
    Matcher *matcher;
    Str language; // that words are looked for in, as the rubric has it; empty = any
    const PassedOver *passed; // words that are, as the rubric has them; or NULL
    FoldMemo *folds;
    Lexicons lexicons;
    Watch *watch;    // NULL: the times are not wanted
    bool as_written; // each turn is looked at as it was written, joined to none
    bool eager; // all detectors run before any is asked for: the same answers, for tests
} Finder;

void finder_open(Finder *finder, const Patterns *patterns, bool use_sieve);
void finder_close(Finder *finder);

// Folds and matches; all of it, and what is found later, lives in `scratch`. In a call
// that is in another language, words are not looked for, and what rests on them is not
// known. `finder` is of the detectors' patterns; `order` has the number of each detector
// after those of all it refers to.
Findings *call_detect(Finder *finder, const Detectors *detectors,
                      const DetectorRefs *order, const Call *call, Arena *scratch);

#endif
