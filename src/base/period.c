#include "base/period.h"

enum { DAY_MS = 86400000 };

// ---- Since and until

static bool read_bound(Str text, const Zone *zone, bool is_end, int64_t *epoch_ms) {
    DateParts parts;
    int64_t local;
    if (!date_parse_parts(text, &local, &parts)) return false;
    if (is_end && !parts.has_time) local += DAY_MS;
    *epoch_ms = parts.has_zone ? local : zone_epoch(zone, local);
    return true;
}

bool period_between(Str since, Str until, const Zone *zone, Period *period, Str *bad) {
    *period = PERIOD_ALL;
    period->zone = zone;
    *bad = since;
    if (since.len && !read_bound(since, zone, false, &period->since)) return false;
    *bad = until;
    if (until.len && !read_bound(until, zone, true, &period->until)) return false;
    if (since.len && until.len)
        period->before = period->since - (period->until - period->since);
    return period->since < period->until;
}

// ---- By name

static const char *const RELATIVE[] = {"week", "last-week", "month", "last-month", NULL};

bool period_is_relative(Str name) { return str_number_in(name, RELATIVE) >= 0; }

// From local times.
static Period between(const Zone *zone, int64_t before, int64_t since, int64_t until) {
    return (Period){.since = zone_epoch(zone, since),
                    .until = zone_epoch(zone, until),
                    .before = zone_epoch(zone, before),
                    .zone = zone};
}

static Period week_at(Arena *arena, const Zone *zone, int64_t week) {
    int64_t since = date_week_start(week);
    Period period =
        between(zone, date_week_start(week - 1), since, date_week_start(week + 1));
    period.label = date_format_week(arena, since);
    return period;
}

// Months are counted from year 0.
static int64_t month_start(int64_t month) {
    return date_days(month / 12, (int)(month % 12) + 1, 1) * DAY_MS;
}

static Period month_at(Arena *arena, const Zone *zone, int64_t month) {
    Period period =
        between(zone, month_start(month - 1), month_start(month), month_start(month + 1));
    period.label = str_slice(date_format_day(arena, month_start(month)), 0, 7);
    return period;
}

static int64_t month_of(int64_t local_ms) {
    int64_t year;
    int month, day;
    date_civil(local_ms, &year, &month, &day);
    return year * 12 + month - 1;
}

bool period_named(Arena *arena, Str name, const Zone *zone, int64_t day, Period *period) {
    int64_t start, today = day == NO_TIME ? 0 : zone_local(zone, day);
    int relative = str_number_in(name, RELATIVE);
    if (relative == 0 || relative == 1)
        *period = week_at(arena, zone, date_week(today) - relative);
    else if (relative > 0)
        *period = month_at(arena, zone, month_of(today) - (relative - 2));
    else if (date_parse_week(name, &start))
        *period = week_at(arena, zone, date_week(start));
    else if (name.len == 7 &&
             date_parse(str_format(arena, "%.*s-01", STR_ARG(name)), &start))
        *period = month_at(arena, zone, month_of(start));
    else
        return false;
    return true;
}
