// Measures: averages with targets.
#ifndef LOAD_MEASURE_H
#define LOAD_MEASURE_H

#include "load/loader.h"

FieldRead measures_read; // into: unused; once there are principles

#endif
