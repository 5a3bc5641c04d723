// Dates as people, spreadsheets and mail write them, which date_parse (date.h) is too
// strict for: "31/12/2025 14:05", "Dec 31, 2025 2:05 PM", "31. Dezember 2025 um 14:05",
// "2025-12-31 14:05:00 UTC", "Tue Oct 31 22:10:47 +0000 2017".
//
// Of three numbers the year is the one of four digits, and at the front or at the end; a
// year of two digits stands at the end, and is of this century. Which of the others is
// the day is sure where dots are between them (the day comes first), where the year does
// (the month follows) and where a month has its name; else both readings are given, as
// far as there is such a day.
//
// Zones that are known by name are those of RFC 822, section 5.1, UTC and Z, and of
// Europe, Japan and Australia those that mean one thing only.
#ifndef BASE_WRITTEN_DATE_H
#define BASE_WRITTEN_DATE_H

#include "base/date.h"

typedef struct {
    int64_t day_first, month_first; // milliseconds since 1970; NO_TIME = there is none
    bool timed;                     // has a time of day
    bool zoned;                     // says its zone; else it was read as UTC
} WrittenDate;

// False when the text is no date.
bool written_date_parse(Str s, WrittenDate *date);
// "2:05 PM", "02:05:10 a.m.": milliseconds from midnight.
bool half_day_parse(Str s, int64_t *ms);

#endif
