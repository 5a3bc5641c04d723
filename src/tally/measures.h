// The rubric's measures over many calls: their values and whether they reach their
// targets. Values are in their unit: score points, seconds, or a plain number; a share in
// percent.
#ifndef TALLY_MEASURES_H
#define TALLY_MEASURES_H

#include "score/scorecard.h"

typedef enum {
    REACHED_MET,
    REACHED_MISSED,
    REACHED_UNCERTAIN, // of a mean: its interval holds the target's edge, or is not known
    REACHED_TOO_FEW,   // fewer calls with a value than min_calls
    REACHED_NOT_JUDGED, // there is no target, or the agent is not known
} Reached;

// The calls of one team, agent or channel, or all.
typedef struct {
    Str name;              // of the team or channel, the agent's id; empty: not known
    uint32_t calls, known; // calls, and of them those that have the value
    bool has_value, has_interval;
    double value, low, high; // low and high: of a mean, with 95 % confidence
    Reached reached;
} MeasureGroup;

typedef struct {
    const Measure *measure;
    VEC(MeasureGroup) groups; // by name, byte order; of BY_ALL always one
} MeasureTally;
typedef VEC(MeasureTally) MeasureTallies;

// The same in any order of the cards. Calls that lack a value are left out. The channels
// of a gap are those with min_calls of values each.
void measures_make(Arena *arena, const Rubric *rubric, const Scorecards *cards,
                   MeasureTallies *out);

#endif
