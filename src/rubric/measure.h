// Measures: averages with targets. A measure takes one number from each call, sums these
// up over the calls of a team, an agent or a channel, and says whether that reaches a
// target. It is no verdict on any one call.
#ifndef RUBRIC_MEASURE_H
#define RUBRIC_MEASURE_H

#include "detect/kind.h"

// The number that a call lacks.
#define NO_VALUE INT64_MIN

// Values are thousandths of their unit, so one second is 1000, and so is one turn.
typedef enum {
    UNIT_OF_SCORE,  // 0 to 100
    UNIT_OF_TIME,   // seconds
    UNIT_OF_NUMBER, // whatever is counted
} ValueUnit;

// What the number is of.
typedef enum {
    OF_SCORE,
    OF_COMPENSATORY,
    OF_PRINCIPLE, // its score
    OF_FIRST_REPLY,
    OF_MAX_REPLY,
    OF_DURATION,
    OF_TURNS,
    OF_AGENT_WORDS,
    OF_FIELD,    // a column beside the transcript
    OF_DETECTOR, // the value of its finding
} MeasureOf;

// How the numbers of many calls become one.
typedef enum {
    STAT_MEAN,
    STAT_MEDIAN,
    STAT_P90, // the nearest rank
    STAT_MAX,
    STAT_SPREAD, // standard deviation
    STAT_SHARE,  // of calls within the target, in percent
    STAT_GAP,    // the largest difference between the means of two channels
} Statistic;

// Whose calls are summed up together.
typedef enum { BY_ALL, BY_TEAM, BY_AGENT, BY_CHANNEL } MeasureBy;

// What a rubric calls them, by number; NULL is behind the last.
extern const char *const STATISTIC_NAMES[], *const MEASURE_BY_NAMES[];

// In the measure's unit, times in seconds.
typedef struct {
    double least, most; // -INFINITY and INFINITY where they are not given
    double share;       // of STAT_SHARE: percent of calls that must be within; else 0
} Target;

typedef struct {
    Str id, title, about, tip; // title: may be empty
    Texts source;
    Place place;
    MeasureOf of;
    Str of_text; // "field wait", as a record has it
    Str name;    // of the principle, field or detector
    uint32_t detector;
    ValueUnit unit;
    Statistic stat;
    MeasureBy by;
    Texts channels; // only calls of these; none: of any
    uint32_t min_calls;
    bool has_target;
    Target target;
} Measure;
typedef VEC(Measure) Measures;

#endif
