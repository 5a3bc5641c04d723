// How scores went from week to week, and whether a period differs from the one before it.
//
// A week is one of ISO 8601 where the period's days are. Calls that another rubric
// marked, or by other quality figures, are of another line: two scores of different
// rubrics are never joined or subtracted.
//
// To draw a Trend: each point stands over its week, with the mean and interval that
// sums_estimate makes of its Sums; it is joined to the point before it when both have the
// same `line`. Weeks without a call have no point: the line goes on over them.
#ifndef TALLY_TREND_H
#define TALLY_TREND_H

#include "base/period.h"
#include "tally/tally.h"

enum { TREND_WEEKS = 8 };

typedef struct {
    int64_t week;     // its number, see date.h
    uint32_t line;    // its number among the Trends' `rubrics`
    Sums score;       // of the calls with a score
    Sums *principles; // one a principle of the tally's rubric, by id
} TrendPoint;

// What became of a mean: this period's less that of the one before it, in score points.
// `low` and `high` bound it with 95 % confidence.
typedef struct {
    bool known; // false: there are too few calls in either
    double value, low, high;
    int64_t before, after; // calls in either that have a score, known or not
} Change;

// The same calls by another version of the rubric and by this one; a call with a score by
// both counts.
typedef struct {
    Str name, hash; // of the other version: "five-principles 2"
    Sums by_it, by_this;
    Sums change; // by this one less by the other, call by call
} VersionChange;

typedef struct {
    VEC(TrendPoint) points; // by week; where a week has two, by line
    Change change;
    Change *principles;          // one a principle of the rubric
    VEC(VersionChange) versions; // see versions.h
} Trend;

// Of the last TREND_WEEKS weeks up to the newest call.
typedef struct {
    Trend team;
    Trend *agents; // one an agent of the tally
    Texts rubrics; // who marked each line, in the order of their first calls:
                   // "five-principles 3"
} Trends;

// From when on calls are needed beside those of the period, for its trend and its change;
// NO_TIME: none are.
int64_t trend_since(const Period *period);

// `tally` is of the period's `cards`, `earlier` are those from before it.
void trends_make(Arena *arena, const Tally *tally, const Period *period,
                 const Scorecards *cards, const Scorecards *earlier, Trends *out);

// The change from one mean to another, known from `least` calls in each on.
Change change_between(const Sums *before, const Sums *after, int64_t least);
// Whether it is more than chance: the interval leaves out zero.
bool change_is_clear(const Change *change);

#endif
