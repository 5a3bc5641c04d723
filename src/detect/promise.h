// Promises: what became of one shows in later calls of the same customer.
#ifndef DETECT_PROMISE_H
#define DETECT_PROMISE_H

#include "detect/kind.h"

// By what a later call tells whether a promise was kept, and how much later it may begin.
typedef struct {
    uint32_t kept_by, broken_by; // detectors; DETECTOR_NONE: none
    int64_t within_ms;
} PromiseOutcome;

// Fills *out for a detector that asks whether promises were kept, and by what that is to
// be told; false for any other.
bool promise_outcome(const Detector *detector, PromiseOutcome *out);

#endif
