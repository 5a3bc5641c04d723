// Points in time as milliseconds since 1970-01-01T00:00:00Z, lengths as milliseconds.
// Proleptic Gregorian calendar; a time without a zone is read as UTC. What is parsed is
// the whole text: false, and nothing set that counts, when it is none of what is said.
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/buf.h"

#define NO_TIME INT64_MIN

// "2020-05-13T13:14:57Z", also with ' ' for T, fractions, "+02:00", or a date alone.
bool date_parse(Str s, int64_t *epoch_ms);
// What of that a text says beside the point in time.
typedef struct {
    bool has_time, has_zone; // a date alone has neither
} DateParts;
bool date_parse_parts(Str s, int64_t *epoch_ms, DateParts *parts);
// "2020-05-13T13:14:57Z", with ".123" where the milliseconds are not zero.
void date_put(Buf *out, int64_t epoch_ms);
Str date_format(Arena *arena, int64_t epoch_ms);
Str date_format_day(Arena *arena, int64_t epoch_ms);  // "2020-05-13"
Str date_format_week(Arena *arena, int64_t epoch_ms); // "2020-W20", of ISO 8601
// "2020-W20": when its Monday begins.
bool date_parse_week(Str s, int64_t *epoch_ms);
// Weeks by number: 0 is that of 1970-01-01, which ISO 8601 calls 1970-W01.
int64_t date_week(int64_t epoch_ms);
int64_t date_week_start(int64_t week); // milliseconds
// Days since 1970-01-01 of a civil date (H. Hinnant, "chrono-Compatible Low-Level Date
// Algorithms": days_from_civil).
int64_t date_days(int64_t year, int month, int day);
// The way back: month 1 to 12, day 1 to 31.
void date_civil(int64_t epoch_ms, int64_t *year, int *month, int *day);

// "hh:mm:ss", "mm:ss", either with a fraction after '.' or ','.
bool clock_parse(Str s, int64_t *ms);
// "m:ss" or "h:mm:ss": what a coach reads.
Str clock_format(Arena *arena, int64_t ms);
// "500 ms", "30 s", "2 min", "1 h", "1 d"; a bare number is seconds.
bool duration_parse(Str s, int64_t *ms);

#endif
