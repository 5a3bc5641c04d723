// What detectors find in one call: each runs once, when it is first asked for.
#ifndef DETECT_FINDINGS_H
#define DETECT_FINDINGS_H

#include "detect/kind.h"

// One that waits for those that it refers to.
typedef struct {
    uint32_t detector, next; // next: the first of them that was not asked for
} OpenDetector;

// Whether a detector ran, and then whether it has something to quote.
enum { RAN_NOT, RAN_FOR_NOTHING, RAN_AND_FOUND };

typedef struct {
    DetectInput in;            // what all of them look at
    Str foreign;               // why nothing can be said of words; empty = it can
    Finding *items;            // by detector, of those that ran
    uint8_t *ran;              // by detector: if not RAN_NOT, its finding is there
    VEC(OpenDetector) waiting; // for the one that runs, or those before them
} Findings;

// None has run. All of it, and what is found, lives in in->scratch.
Findings *findings_new(const DetectInput *in);
// Findings that are known beforehand: `items` has one a detector.
Findings findings_given(Arena *arena, Finding *items, size_t count);
// Runs a detector, after those that it refers to, as far as it needs them.
void findings_run(Findings *findings, uint32_t number);
// Takes what most come to, which is told before they run and without any other.
static inline bool findings_quiet(Findings *findings, uint32_t detector) {
    const Quiet *quiet = &findings->in.detectors->ready[detector].quiet;
    const HitList *hits = findings->in.hits;
    if (!quiet_told(quiet, findings->in.spoke, hits)) return false;
    if (hits->gave_up.len || findings->foreign.len) return false;
    findings->items[detector] = (Finding){.known = true, .holds = quiet->holds};
    findings->ran[detector] = RAN_FOR_NOTHING;
    return true;
}
// Fetches what asking for a detector looks at first: it will be asked for soon.
static inline void findings_expect(const Findings *findings, uint32_t detector) {
    if (!findings->ran[detector])
        __builtin_prefetch(&findings->in.detectors->ready[detector]);
}
// What a detector finds; runs it, unless that has been done.
static inline const Finding *findings_ask(Findings *findings, uint32_t detector) {
    if (!findings->ran[detector] && !findings_quiet(findings, detector))
        findings_run(findings, detector);
    return &findings->items[detector];
}
// Likewise, and says why: few are asked for that.
const Finding *findings_explain(Findings *findings, uint32_t number);
// Runs all of `order`, which has each detector after those it refers to, before any is
// asked for: the same answers.
void findings_run_all(Findings *findings, const DetectorRefs *order);

#endif
