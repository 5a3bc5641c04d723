// Where in a call a detector's finds count.
#ifndef DETECT_WINDOW_H
#define DETECT_WINDOW_H

#include "detect/kind.h"

// A window as it lies in this call.
typedef struct {
    const Window *window;
    const bool *turns;      // by turn: false where nothing can lie in it, so that nothing
                            // need be looked for; NULL: it may lie in all of them
    int64_t from_ms, to_ms; // of time: their starts
    bool is_empty; // nothing can lie in it: what it is measured from is not there
    bool of_turns; // whatever is in `turns` lies in it
} WindowArea;

typedef enum { OUTSIDE, INSIDE, CANNOT_SAY } Placement;

// Fills an area that is nought but for its window, which has an edge.
void window_measure(const DetectInput *in, WindowArea *area);
// By turn: whether the detector of the finding found something in the turns of the other
// side right before (WINDOW_ANSWERING) or right after it (WINDOW_NEXT). What one side
// says in a row is one stretch: all of it answers all of the stretch before.
const bool *turns_beside(Arena *scratch, const Call *call, const Finding *finding,
                         WindowEdge edge);
// Whether a hit lies in it.
Placement window_place(const DetectInput *in, const WindowArea *area, const Hit *hit);

#endif
