// How far criteria agree with readers, from quality files.
#ifndef LOAD_CRITERION_QUALITY_H
#define LOAD_CRITERION_QUALITY_H

#include "load/quality_file.h"

// Gives the criteria that the file at `pack` has first, or all of them for none, the
// figures of a quality file.
void criteria_quality_read(Loader *load, const QualityFile *file, Str pack,
                           bool outdated);
// Gives criteria without figures those of the criterion that they are the `same_as`, if
// both are decided in the same way by the same detectors.
void criteria_quality_share(Loader *load);

#endif
