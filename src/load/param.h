// The parameters of detectors: one reader for each type of field a kind may have.
#ifndef LOAD_PARAM_H
#define LOAD_PARAM_H

#include "load/loader.h"

// Reads the value of a field into the parameters of its kind.
void param_load(Loader *load, const FieldSpec *spec, const Node *value, void *params);

#endif
