// What a detector found, in the order in which it was said, to be looked up by place.
#ifndef DETECT_TIMELINE_H
#define DETECT_TIMELINE_H

#include "detect/kind.h"

typedef struct {
    const Evidence *items; // by turn, then start
    const uint32_t *ends;  // of each: the last end of it and those before it in its turn
    size_t len;
} Timeline;

// Empty for DETECTOR_NONE.
Timeline timeline_make(const DetectInput *in, uint32_t detector);
// Of all of them together.
Timeline timeline_of_all(const DetectInput *in, const DetectorRefs *detectors);
// The number of the first item that starts at or after `start` in `turn`, or in a later
// turn; `len` when there is none.
size_t timeline_find(const Timeline *timeline, uint32_t turn, uint32_t start);
// The first item said after `position`, or NULL.
const Evidence *timeline_after(const Timeline *timeline, const Evidence *position);
// The first item in `turn`, or NULL.
const Evidence *timeline_in(const Timeline *timeline, uint32_t turn);
// Whether an item overlaps [start, end) of `turn`.
bool timeline_overlaps(const Timeline *timeline, uint32_t turn, uint32_t start,
                       uint32_t end);

#endif
