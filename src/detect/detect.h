// Runs all detectors of a rubric on one call.
#ifndef DETECT_DETECT_H
#define DETECT_DETECT_H

#include "detect/kind.h"

// Fills findings[0 .. detectors->len), each detector after those it refers to as `order`
// has them. `in` has call, folded, hits, detectors and scratch set.
void detectors_run(const Detectors *detectors, const uint32_t *order, size_t count,
                   DetectInput *in, Finding *findings);

#endif
