// Detectors: what all kinds have in common, then the fields of each one's kind.
#ifndef LOAD_DETECTOR_H
#define LOAD_DETECTOR_H

#include "load/loader.h"

// Reads and orders the detectors that have been numbered.
void detectors_load(Loader *load);

#endif
