// Where in a call something was said, and how far apart two such places are.
#ifndef DETECT_POSITION_H
#define DETECT_POSITION_H

#include "detect/kind.h"

typedef enum { DISTANCE_FAR, DISTANCE_WITHIN, DISTANCE_UNKNOWN } Nearness;

// Where something begins, as one number: by turn, then by place in the turn.
static inline uint64_t position_of(const Evidence *evidence) {
    return (uint64_t)evidence->turn << 32 | evidence->start;
}
// Whether `a` was said before `b`.
static inline bool position_before(const Evidence *a, const Evidence *b) {
    return position_of(a) < position_of(b);
}
// The end of a turn, or its start when it has no end; NO_TIME when it has neither.
int64_t turn_end(const Turn *turn);

// Why DISTANCE_UNKNOWN is.
static inline Str position_untimed(void) {
    return STR("the call has no times to measure the distance by");
}

// A distance as it is to be measured in one call.
typedef struct {
    const Joined *joined;
    Distance within;
    const uint32_t *counts; // by turn: how many there are with it; where they are counted
} Ruler;

// By turn: how many turns of `role` (ROLE_UNKNOWN: of anybody) have begun with it, as a
// listener counts them: what one side says in a row is one, into however many lines or
// segments it was cut. System turns part nothing.
const uint32_t *turns_counted(Arena *scratch, const Call *call, Role role);
// The same of the call that detectors look at, counted once.
const uint32_t *turn_counts(const DetectInput *in, Role role);
// The last of these counts.
uint32_t turns_in_all(const Call *call, Role role);

// Turns are counted (turns_counted) after the earlier position's turn; time runs from the
// end of the earlier turn (its start, when it has no end) to the start of the later one,
// both as they were written.
Ruler ruler_make(const DetectInput *in, Distance within, Role role);
// Where `later` stands, in turns or milliseconds, and how far the distance reaches from
// `earlier`; NO_TIME when it is not known.
int64_t ruler_place(const Ruler *ruler, const Evidence *later);
int64_t ruler_reach(const Ruler *ruler, const Evidence *earlier);
static inline Nearness position_near(int64_t place, int64_t reach) {
    if (place == NO_TIME || reach == NO_TIME) return DISTANCE_UNKNOWN;
    return place <= reach ? DISTANCE_WITHIN : DISTANCE_FAR;
}
// Whether `later` comes within the distance after `earlier`.
Nearness position_within(const Ruler *ruler, const Evidence *earlier,
                         const Evidence *later);

// However far a distance reaches, no more turns of a side are looked at than so many, so
// that the work grows with the call and not with its square.
enum { TURNS_MOST = 250 };
// By turn: the next turn of `role` after it, or the number of all turns; told once.
const uint32_t *turns_after(const DetectInput *in, Role role);

// By turn, what is marked: the first so many, or those from a turn on.
const bool *turns_before(const DetectInput *in, uint32_t end);
const bool *turns_from(const DetectInput *in, uint32_t first);

#endif
