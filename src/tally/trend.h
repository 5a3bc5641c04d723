// How scores went from week to week, and whether a period differs from the one before it.
//
// A week is one of ISO 8601 where the period's days are. Calls that another rubric marked
// are another line: two scores of different rubrics are never joined or subtracted.
//
// To draw a Trend: each point stands over its week; it is joined to the one before it
// when both have the same `line`. An estimate of a point's Sums has mean and interval.
#ifndef TALLY_TREND_H
#define TALLY_TREND_H

#include "base/period.h"
#include "tally/tally.h"

enum { TREND_WEEKS = 8 };

typedef struct {
    int64_t week;     // its number, see date.h
    uint32_t line;    // from 0, up by one where the rubric changes
    Sums score;       // of the calls with a score
    Sums *principles; // one a principle of the rubric; those of a line with another
                      // rubric are found by id
} TrendPoint;

// What became of a mean: this period's less that of the one before it, in score points.
typedef struct {
    bool known; // false: too few calls in either, or another rubric marked them
    double value, low, high; // with 95 % confidence
    int64_t before, after;   // scored calls in either period, known or not
} Change;

typedef struct {
    VEC(TrendPoint) points; // the last TREND_WEEKS weeks of the period and before it that
                            // have calls with a score, oldest first
    Change change;
    Change *principles; // one a principle of the rubric
} Trend;

typedef struct {
    Trend team;
    Trend *agents;   // one an agent of the tally
    Texts rubrics;   // what marked each line: "five-principles 3"
    bool has_before; // false: the period has none before it, and nothing is compared
} Trends;

// From when on calls are needed for the trend of a period, those of it and before it;
// NO_TIME: none from before it are.
int64_t trend_since(const Period *period);

// `tally` is of the period's calls, `earlier` are those before it.
void trends_make(Arena *arena, const Tally *tally, const Period *period,
                 const Scorecards *earlier, Trends *out);

// Whether it is more than chance.
static inline bool change_is_clear(const Change *change) {
    return change->known && (change->low > 0 || change->high < 0);
}

#endif
