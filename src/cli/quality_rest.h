// A quality file has figures of two commands: 'measure' writes those of detectors,
// 'agree' those of criteria, and neither takes away the other's.
#ifndef CLI_QUALITY_REST_H
#define CLI_QUALITY_REST_H

#include "base/str.h"

// The sections of the quality file beside the rubric at `path`, as they stand, but for
// those named `source` and `figures`; {0} without any.
Str quality_rest(Arena *arena, Str path, Str source, Str figures);

#endif
