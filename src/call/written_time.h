// What the text of a time may mean, before it is known how its writers write times.
//
// Some texts have two readings: "14:05" is a quarter of an hour into the call, or five
// past two; 03/04/2026 is in April or in March; "1,250" is a second and a quarter, or
// twelve hundred and fifty; a bare number is of any unit. Which one holds follows from
// the other times of its column or call (time_judge.h), and is kept as a TimeStyle.
#ifndef CALL_WRITTEN_TIME_H
#define CALL_WRITTEN_TIME_H

#include "base/date.h"

// Milliseconds from here on are since 1970, and below from a call's start (times.h).
#define EPOCH_FIRST_MS 100000000000

typedef enum {
    WRITTEN_NOTHING, // an empty text
    WRITTEN_NUMBER,
    WRITTEN_PAIR,     // "14:05": m:ss, else h:mm
    WRITTEN_CLOCK,    // "1:14:05", "14:05.250": from the call's start or from midnight
    WRITTEN_HALF_DAY, // "2:05 PM": from midnight
    WRITTEN_LENGTH,   // "PT4.5S", "1m 12s": from the call's start
    WRITTEN_DATE      // since 1970
} WrittenKind;

typedef struct {
    WrittenKind kind;
    // Milliseconds; of a date the reading with the day first. Of a number, the number
    // itself, a comma in it being that of a decimal. NO_TIME or NAN where a date or a
    // number cannot be read so.
    int64_t ms;
    double number;
    // The other reading: h:mm, the month first, a comma between thousands. The same as
    // the first where there is only one.
    int64_t other_ms;
    double other_number;
    bool timed, zoned; // of a date: has a time of day; says its zone
} WrittenTime;

// False when the text is no time.
bool written_time_parse(Str text, WrittenTime *time);

typedef enum { READ_UNSURE, READ_FIRST, READ_OTHER } TimeReading;

// How the times of a column, or of a call, are written.
typedef struct {
    double unit_ms;  // of a number; 0 = not said: seconds, or since 1970, by size
    int64_t zero_ms; // what a number counts from: NO_TIME, or the day 0 of spreadsheets
    bool of_day;     // numbers are parts of a day, from midnight
    bool unsure;     // of the unit
    bool judged;     // by other times
    TimeReading pairs, dates, commas;
} TimeStyle;

// What is taken when nothing tells otherwise: m:ss, the unit by size; of dates and of
// numbers with commas only those that can be read in one way.
TimeStyle time_style(double unit_ms);

typedef enum {
    TIME_READ,
    TIME_BAD,    // a time that no call has: before 1973, below 0, beyond the year 9999
    TIME_UNSURE, // two readings, and the style does not tell which
    TIME_AGAINST // not to be read as the style says
} TimeResult;

// The time as the style has it: from the call's start or from midnight, below
// EPOCH_FIRST_MS, or since 1970; NO_TIME of nothing, or with any result but TIME_READ.
TimeResult written_time_read(const WrittenTime *time, const TimeStyle *style,
                             int64_t *ms);

// The same of a number of digits and a point at most, as most times are; false of any
// other, and of one that is not to be read.
bool written_digits_read(Str text, const TimeStyle *style, int64_t *ms);

// What to say of a time that can be read in two ways.
typedef struct {
    const char *text, *hint;
} TimeDoubt;
TimeDoubt time_doubt(const WrittenTime *time);

#endif
