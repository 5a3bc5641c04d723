// Where in a call a detector's finds count.
#ifndef DETECT_WINDOW_H
#define DETECT_WINDOW_H

#include "detect/kind.h"

// A window as it lies in this call.
typedef struct {
    const Window *window;
    uint32_t from, to;      // of all but times: the turns that it can lie in
    int64_t from_ms, to_ms; // of time: their starts
    const bool *is_beside;  // of answering and next, by turn: see turns_beside
    bool is_empty; // nothing can lie in it: what it is measured from is not there
} WindowArea;

typedef enum { OUTSIDE, INSIDE, CANNOT_SAY } Placement;

WindowArea window_measure(const DetectInput *in, const Window *window);
// By turn: whether the detector of the finding found something in the turns of the other
// side right before (WINDOW_ANSWERING) or right after it (WINDOW_NEXT). What one side
// says in a row is one stretch: all of it answers all of the stretch before.
const bool *turns_beside(Arena *scratch, const Call *call, const Finding *finding,
                         WindowEdge edge);
// By turn: false where no hit can lie in it, so that none need be looked for; NULL when
// it may lie in all.
const bool *window_turns(const DetectInput *in, const WindowArea *area);
// Whether a hit lies in it.
Placement window_place(const DetectInput *in, const WindowArea *area, const Hit *hit);

#endif
