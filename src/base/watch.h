// A stopwatch on the monotonic clock, with one sum for each stage of the work: what
// `--stats` tells the time of. What it tells may be said to a person; it reaches no other
// output, which depends on the input alone.
#ifndef BASE_WATCH_H
#define BASE_WATCH_H

#include <stddef.h>
#include <stdint.h>

// From the rubric and the file to the record.
typedef enum {
    LAP_LOAD,  // the rubric
    LAP_READ,  // the bytes of a file
    LAP_PARSE, // to calls
    LAP_FOLD,
    LAP_MATCH, // patterns: sieve and confirmation
    LAP_DETECT,
    LAP_SCORE,
    LAP_WRITE,
    LAP_COUNT
} Lap;

typedef struct {
    int64_t since;         // when the lap began, as watch_now has it
    int64_t ns[LAP_COUNT]; // all laps of one stage together
} Watch;

int64_t watch_now(void); // nanoseconds since some moment in the past

// NULL is a watch that is not wanted.
void watch_start(Watch *watch);
// Counts the time since the lap began to `stage`, and begins the next.
void watch_count(Watch *watch, Lap stage);
static inline void watch_lap(Watch *watch, Lap stage) {
    if (watch) watch_count(watch, stage);
}
void watch_add(Watch *sum, const Watch *part);

#endif
