// What detectors read again and again, put together for them (ReadyDetector).
#ifndef LOAD_READY_H
#define LOAD_READY_H

#include "detect/kind.h"

// Makes it of all, as they are now. `order` has each detector after those that it refers
// to; of others nothing is told by patterns alone.
void detectors_make_ready(Arena *arena, Detectors *detectors, const DetectorRefs *order);

#endif
