// Where in a call something was said, and how far apart two such places are.
#ifndef DETECT_MOMENT_H
#define DETECT_MOMENT_H

#include "detect/kind.h"

typedef enum { DISTANCE_FAR, DISTANCE_WITHIN, DISTANCE_UNKNOWN } Nearness;

// Whether `a` was said before `b`: by turn, then by place in the turn.
bool moment_before(const Evidence *a, const Evidence *b);
// Whether `later` comes within `distance` after `earlier`. Turns are counted among those
// of `role` (ROLE_UNKNOWN: all) after the earlier one's turn; time runs from the end of
// the earlier turn (its start, when it has no end) to the start of the later one.
Nearness moment_within(const Call *call, const Evidence *earlier, const Evidence *later,
                       Distance distance, Role role);
// The end of a turn, or its start when it has no end; NO_TIME when it has neither.
int64_t moment_end(const Turn *turn);

// Why DISTANCE_UNKNOWN is.
static inline Str moment_untimed(void) {
    return STR("the call has no times to measure the distance by");
}

#endif
