// Points in time as transcripts write them. All turns of a call are either counted from
// its start or from 1970; a call's length never reaches 10^11 ms (three years), and no
// call is from before 10^11 ms after 1970 (March 1973), so the number itself tells which.
#ifndef CALL_TIMES_H
#define CALL_TIMES_H

#include "call/call.h"
#include "call/written_time.h"

// Reads a time; false when the text is none.
typedef bool TimeParse(Str text, double unit_ms, int64_t *ms);
// Milliseconds from the call's start (below EPOCH_FIRST_MS) or since 1970, of a text that
// stands alone: any that written_time.h knows, as far as it has one reading. "14:05" is a
// quarter of an hour; a number is of `unit_ms` milliseconds each or, when that is 0, of
// seconds, or since 1970 in seconds, ms, us or ns, told apart by size. An empty text is
// NO_TIME; false when the text is no time, or its date may be in two months.
TimeParse time_parse;
// A point in time as file names have it, in UTC: 8, 12 or 14 digits with '-', '_', ':',
// '.', 'T' or blanks among them, "20250219_060122", "2025-02-19T06-01-22".
bool moment_parse_digits(Str text, int64_t *epoch_ms);
// A length of time: a number (of seconds, or `unit_ms`), "hh:mm:ss" or "45 s".
bool length_parse(Str text, double unit_ms, int64_t *ms);

// Makes turn times that are since 1970 relative: to started_at, when it is known and not
// later than any of them (nor of another zone, as when only one of both says its own),
// else to the earliest, which also becomes an unknown started_at.
void times_settle(Call *call);

#endif
