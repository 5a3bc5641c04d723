// Detectors by name, and expressions over them.
#ifndef LOAD_EXPRESSION_H
#define LOAD_EXPRESSION_H

#include "load/loader.h"

FieldRead detector_read;   // uint32_t
FieldRead detectors_read;  // DetectorRefs
FieldRead expression_read; // const Expression *

#endif
