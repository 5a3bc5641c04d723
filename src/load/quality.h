// How often detectors are right and how far criteria agree with readers, as quality files
// say.
#ifndef LOAD_QUALITY_H
#define LOAD_QUALITY_H

#include "load/loader.h"

// Reads the quality files beside the packs and the rubric, once all else is loaded, and
// settles which criteria count.
void quality_load(Loader *load);

#endif
