// A stretch of time that a report is about.
#ifndef BASE_PERIOD_H
#define BASE_PERIOD_H

#include "base/zone.h"

typedef struct {
    int64_t since, until; // half open, milliseconds since 1970; the bounds of int64_t
                          // where it is open: NO_TIME and FOREVER
    int64_t before;       // where the period before it begins, which ends at `since`; of
                          // weeks and months the one of the calendar, else one of the
                          // same length; NO_TIME when it is open
    Str label;            // "2026-W46", "2026-10"; empty when it was not asked for so
    const Zone *zone;     // where its days begin
} Period;

#define FOREVER    INT64_MAX
#define PERIOD_ALL ((Period){.since = NO_TIME, .until = FOREVER, .before = NO_TIME})

static inline bool period_is_all(const Period *period) {
    return period->since == NO_TIME && period->until == FOREVER;
}
static inline bool period_has(const Period *period, int64_t epoch_ms) {
    return period->since <= epoch_ms && epoch_ms < period->until;
}

// --since and --until, either of which may be empty: dates, or times of ISO 8601. A date
// is the whole of its day, a time `until` the first that is out. Days, and times without
// a zone, are those of `zone`. What is none gives false, with *bad.
bool period_between(Str since, Str until, const Zone *zone, Period *period, Str *bad);

// Whether it is "week", "month", "last-week" or "last-month", which count from a day.
bool period_is_relative(Str name);
// One of those, of `day` (any time of it); "2026-W46"; or "2026-10". False when it is
// none.
bool period_named(Arena *arena, Str name, const Zone *zone, int64_t day, Period *period);

#endif
