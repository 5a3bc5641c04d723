// Time zones by the system's tz database: what the clocks of a place show.
//
// Local time is in milliseconds too, as if its clocks stood at Greenwich: date.h says
// its date. `{0}` and NULL are UTC.
#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include "base/date.h"

// From `from` on, the clocks are `offset` ahead of UTC; milliseconds.
typedef struct {
    int64_t from, offset;
} ZoneSpan;

typedef struct {
    Str name;
    VEC(ZoneSpan) spans; // in order; the first is also of all that is before it
} Zone;

// "UTC", "Europe/Berlin" or "+02:00"; false when the system knows no zone of that name.
// Looked for in $TZDIR, else in /usr/share/zoneinfo. Of changes of the clocks those are
// known that the file lists one by one (Debian's: up to 2037); the rule behind them,
// which `zic -b slim` leaves more to, is not read.
bool zone_open(Arena *arena, Str name, Zone *zone);

int64_t zone_local(const Zone *zone, int64_t epoch_ms);
// The point in time at which the clocks show `local_ms`: of two the first; of none, when
// they were put forward, the moment of that.
int64_t zone_epoch(const Zone *zone, int64_t local_ms);

#endif
