// Where in a call a detector's finds count.
#ifndef DETECT_WINDOW_H
#define DETECT_WINDOW_H

#include "detect/kind.h"

// A window as it lies in this call.
typedef struct {
    const Window *window;
    uint32_t from, to;       // of turns or percent: the turns in it
    int64_t from_ms, to_ms;  // of time: their starts
    const bool *is_answered; // by turn: it answers one where the detector found something
} WindowArea;

typedef enum { OUTSIDE, INSIDE, CANNOT_SAY } Placement;

// For any window but WINDOW_NONE.
WindowArea window_measure(const DetectInput *in, const Window *window);
// By turn: whether it answers one in which the detector of the finding found something. A
// turn, or a stretch of turns of one side, answers when it comes right after turns of the
// other side.
const bool *turns_answering(Arena *scratch, const Call *call, const Finding *finding);
// Whether a hit lies in it.
Placement window_place(const DetectInput *in, const WindowArea *area, const Hit *hit);

#endif
