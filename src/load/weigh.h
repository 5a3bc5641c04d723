// Phrases with points, of detectors of the kind `weigh`.
#ifndef LOAD_WEIGH_H
#define LOAD_WEIGH_H

#include "load/loader.h"

FieldRead phrases_read; // WeighedPhrases, which are added to

#endif
