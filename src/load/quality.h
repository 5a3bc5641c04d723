// Quality files: how often detectors were right, as 'callmark measure' wrote it.
#ifndef LOAD_QUALITY_H
#define LOAD_QUALITY_H

#include "load/loader.h"

// Reads the quality files beside the packs and the rubric, once all else is loaded.
void quality_load(Loader *load);

#endif
