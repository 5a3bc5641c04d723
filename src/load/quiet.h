// Which patterns tell that detectors come to what they mostly do (detect/quiet.h).
#ifndef LOAD_QUIET_H
#define LOAD_QUIET_H

#include "detect/kind.h"

// Notes it of all of `order`, which has each detector after those that it refers to.
void detectors_tell_quiet(Arena *arena, Detectors *detectors, const DetectorRefs *order);

#endif
