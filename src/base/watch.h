// A stopwatch on the monotonic clock. What it tells may be said to a person; it reaches
// no other output, which depends on the input alone.
#ifndef BASE_WATCH_H
#define BASE_WATCH_H

#include <stdint.h>

enum { WATCH_LAPS = 8 };

typedef struct {
    int64_t since;          // when the lap began
    int64_t ns[WATCH_LAPS]; // all laps of one kind together
} Watch;

int64_t watch_now(void); // nanoseconds

// NULL is a watch that is not wanted.
void watch_start(Watch *watch);
// Counts the time since the lap began to `kind`, and begins the next.
void watch_lap(Watch *watch, unsigned kind);
void watch_add(Watch *sum, const Watch *part);

#endif
