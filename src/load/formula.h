// Formulas over what is known of a call (detect/formula.h).
#ifndef LOAD_FORMULA_H
#define LOAD_FORMULA_H

#include "load/loader.h"

FieldRead formula_read; // Formula

#endif
