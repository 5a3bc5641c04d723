// The table of kinds: a new kind of detector is a file, its name in kind.h and a line
// here.
#ifndef DETECT_KINDS_H
#define DETECT_KINDS_H

#include "detect/kind.h"

extern const DetectorKind *const DETECTOR_KINDS[]; // ends with NULL
const DetectorKind *detector_kind(Str name);       // or NULL

#endif
