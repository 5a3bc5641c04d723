// Means with their uncertainty. Sums are integers, so that calls in any order give the
// same bytes; only the last step uses floating point.
#ifndef TALLY_STATISTICS_H
#define TALLY_STATISTICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Of scores in thousandths (100.0 = 100000). 2^63 holds the squares of 900 million
// scores.
typedef struct {
    int64_t count, sum, squares;
} Sums;

void sums_add(Sums *sums, int32_t score);

// In score points (0-100). `low` and `high` bound the mean with 95 % confidence; they and
// `spread` (standard deviation, n - 1) need two values. By Student's t, which holds for
// scores as calls have them; where some in a hundred calls fail altogether it holds the
// mean in 87 to 93 % of cases, up to 50 calls. Scores that are all alike say nothing of
// the spread: then the bounds are what is possible with those calls unseen that 2.5 % of
// samples of this size would not show.
typedef struct {
    int64_t count;
    double mean, spread, low, high;
    bool has_mean, has_interval;
} Estimate;
Estimate sums_estimate(const Sums *sums);
// The same of changes from one score to another, which lie between -100 and 100.
Estimate sums_change(const Sums *sums);

// A share of 0 to 1. `low` and `high` bound it with 95 % confidence.
typedef struct {
    bool known; // false: there was nothing to take a share of
    double value, low, high;
} Proportion;
// `count` of `all`, with the interval of E. B. Wilson, "Probable Inference, the Law of
// Succession, and Statistical Inference", Journal of the American Statistical Association
// 22, 1927.
Proportion proportion_of(uint64_t count, uint64_t all);

// What a value can be, in its unit; -INFINITY and INFINITY are no bounds.
typedef struct {
    double least, most;
} Bounds;
// The same of `count` values in thousandths of any unit, in ascending order. What has no
// bounds and is all alike has an interval of no width.
Estimate values_estimate(const int64_t *values, size_t count, Bounds bounds);

// From here on means carry a rank: J. C. Nunnally's "modest reliability" ("Psychometric
// Theory", 1978).
#define RELIABILITY_OF_RANKS 0.7

// The share of the spread between agents' means that is not luck. `value` is of a mean
// over `calls` calls, as many as agents have (unequal numbers as the analysis of variance
// weighs them); `low` and `high` bound it with 95 % confidence. `needed` calls make it
// RELIABILITY_OF_RANKS; INFINITY where agents differ no more than by chance.
typedef struct {
    bool known; // false: fewer than two agents, or no spread within any
    double icc; // of a single call
    double calls, value, low, high, needed;
} Reliability;
// By one-way random effects (P. E. Shrout and J. L. Fleiss, "Intraclass Correlations",
// Psychological Bulletin 86, 1979: ICC(1,1), ICC(1,k) and their intervals) and the
// prophecy formula of C. Spearman and W. Brown (both British Journal of Psychology 3,
// 1910). One of Sums an agent.
Reliability reliability_of(const Sums *agents, size_t count);
// Of a mean over so many calls, by the same formula; `found` is known.
double reliability_at(const Reliability *found, double calls);

// The quantile of Student's t for a two-sided 95 % interval, `freedom` >= 1 degrees.
double student_t95(int64_t freedom);

#endif
