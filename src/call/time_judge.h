// How a column or a call writes its times, judged by what its times would mean.
//
// People speak two to four words a second (J. Yuan, M. Liberman, C. Cieri, "Towards an
// integrated understanding of speaking rate in conversation", Interspeech 2006: 196
// words a minute in telephone talk) and type slower; in writing minutes may pass between
// two messages. So the time from one start to the next, or from a start to its end, over
// the words in it tells units apart that differ by a factor of sixty or a thousand. The
// measure is the median, in seconds per word, over the first few thousand turns that have
// words.
//
//   Numbers. Up to SLOWEST seconds a word they are seconds. Beyond, where the turns have
//   ends or most calls would last longer than a day, they are milliseconds or, beyond
//   again, microseconds; else it stays unsure, since messages may be that far apart.
//   Below QUICKEST they are days, if all are in the range of spreadsheets' dates (20,000
//   is 1954, 80,000 is 2119), or parts of a day, if all are below 1; else unsure. Numbers
//   that are moments since 1970 (times.h) need no judging.
//
//   Pairs, "14:05". m:ss when one is past 24 or a call begins in its first minute, h:mm
//   when a fifth of the turns would be spoken faster than FAST_WORDS a second (a second
//   is allowed for, since fractions are cut off), or when none of three or more calls
//   begins before 7:00. m:ss as well when nobody would be too fast and either most calls
//   begin before 7:00 or twenty turns were looked at. What three parts
//   stand beside, "59:58", "1:00:04", goes with the nearer. Else unsure.
//
//   Dates. One number above 12 tells days from months for the whole column; so do two
//   turns of one call that are a day apart at most in one reading and two in the other.
//   Where both orders were seen nothing is sure.
//
//   Commas. One that thousands cannot have tells decimals, and the other way round; so
//   do times that go up in one reading only.
#ifndef CALL_TIME_JUDGE_H
#define CALL_TIME_JUDGE_H

#include "call/written_time.h"

enum {
    PACE_STEPS = 96,  // half powers of two, from 2^-24 to 2^24 seconds a word
    PACED_MOST = 4096 // turns
};

typedef struct {
    // Of numbers.
    uint64_t numbers, moments, fractions;
    double least, most;
    uint64_t paces[PACE_STEPS], with_ends, paced;
    uint64_t calls, long_calls;
    // Of pairs; clocks are what has three parts.
    uint64_t pairs, past_day, timed, too_fast;
    uint64_t from_zero, early, pair_calls; // by their first turn
    uint64_t near_minutes, near_hours;
    // Of dates and commas.
    uint64_t day_first, month_first, decimals, thousands;
    // Of the call at hand.
    WrittenTime before; // the start of the turn before
    uint32_t words;     // of that turn
    double call_least, call_most;
    bool begun, counted;
} TimeJudge;

// The next call begins. `TimeJudge judge = {0};` has seen nothing.
void time_judge_begin(TimeJudge *judge);
// Whether the words of the next turn tell anything.
bool time_judge_wants_words(const TimeJudge *judge);
// The next turn of the call, with so many words; 0 where they are not wanted.
void time_judge_add(TimeJudge *judge, const WrittenTime *start, const WrittenTime *end,
                    uint32_t words);
// `unit_ms`: of numbers, where it is known; else 0.
TimeStyle time_judge_style(const TimeJudge *judge, double unit_ms);

#endif
