#include "tally/statistics.h"

#include <math.h>

#define NORMAL_95 1.959963985 // the quantile of the normal distribution, two-sided

void sums_add(Sums *sums, int32_t score) {
    sums->count++;
    sums->sum += score;
    sums->squares += (int64_t)score * score;
}

// Up to five degrees of freedom by table; from six on the Cornish-Fisher expansion of t
// about the normal quantile (Abramowitz and Stegun, Handbook of Mathematical Functions,
// 26.7.5), to four terms: off by under 0.01 %.
double student_t95(int64_t freedom) {
    static const double EXACT[] = {12.7062, 4.3027, 3.1824, 2.7764, 2.5706};
    if (freedom <= 5) return EXACT[freedom < 1 ? 0 : freedom - 1];
    double z = NORMAL_95, n = (double)freedom;
    double z2 = z * z, z3 = z2 * z, z5 = z3 * z2, z7 = z5 * z2, z9 = z7 * z2;
    double g1 = (z3 + z) / 4;
    double g2 = (5 * z5 + 16 * z3 + 3 * z) / 96;
    double g3 = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384;
    double g4 = (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / 92160;
    return z + g1 / n + g2 / (n * n) + g3 / (n * n * n) + g4 / (n * n * n * n);
}

// By Cauchy and Schwarz, n times the sum of squares is the square of the sum only then.
static bool all_alike(const Sums *sums) {
    return sums->sum % sums->count == 0 &&
           sums->squares == sums->sum / sums->count * sums->sum;
}

// The share of calls that may be otherwise though none of `count` was: the upper limit of
// C. J. Clopper and E. S. Pearson, "The Use of Confidence or Fiducial Limits Illustrated
// in the Case of the Binomial", Biometrika 26, 1934, for no event.
static double hidden_share(int64_t count) { return 1 - pow(0.025, 1 / (double)count); }

static void bound_mean(Estimate *estimate, bool alike, Bounds bounds) {
    double n = (double)estimate->count, mean = estimate->mean;
    double margin = student_t95(estimate->count - 1) * estimate->spread / sqrt(n);
    estimate->has_interval = true;
    estimate->low = fmax(bounds.least, mean - margin);
    estimate->high = fmin(bounds.most, mean + margin);
    if (!alike || isinf(bounds.least) || isinf(bounds.most)) return;
    double hidden = hidden_share(estimate->count);
    estimate->low -= hidden * (mean - bounds.least);
    estimate->high += hidden * (bounds.most - mean);
}

static Estimate estimate_between(const Sums *sums, Bounds bounds) {
    Estimate estimate = {.count = sums->count, .has_mean = sums->count > 0};
    if (!estimate.has_mean) return estimate;
    double n = (double)sums->count, sum = (double)sums->sum;
    estimate.mean = sum / n / 1000;
    if (sums->count < 2) return estimate;
    double squares = (double)sums->squares - sum * sum / n;
    estimate.spread = sqrt(squares > 0 ? squares / (n - 1) : 0) / 1000;
    bound_mean(&estimate, all_alike(sums), bounds);
    return estimate;
}

Estimate sums_estimate(const Sums *sums) {
    return estimate_between(sums, (Bounds){0, 100});
}

Estimate sums_change(const Sums *sums) {
    return estimate_between(sums, (Bounds){-100, 100});
}

// In two passes, for the squares of times do not fit 64 bits; the order, and with it
// every bit of the sum, is given.
Estimate values_estimate(const int64_t *values, size_t count, Bounds bounds) {
    Estimate estimate = {.count = (int64_t)count, .has_mean = count > 0};
    int64_t sum = 0;
    double squares = 0;
    for (size_t i = 0; i < count; i++) sum += values[i];
    if (count > 0) estimate.mean = (double)sum / (double)count / 1000;
    if (count < 2) return estimate;
    for (size_t i = 0; i < count; i++) {
        double distance = (double)values[i] / 1000 - estimate.mean;
        squares += distance * distance;
    }
    estimate.spread = sqrt(squares / (double)(count - 1));
    bound_mean(&estimate, values[0] == values[count - 1], bounds);
    return estimate;
}

// At no or all of them one bound is exact, whatever rounding makes of it.
Proportion proportion_of(uint64_t count, uint64_t all) {
    if (!all) return (Proportion){0};
    double n = (double)all, share = (double)count / n, z2 = NORMAL_95 * NORMAL_95;
    double middle = share + z2 / (2 * n);
    double margin = NORMAL_95 * sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    return (Proportion){
        .known = true,
        .value = share,
        .low = count ? (middle - margin) / (1 + z2 / n) : 0,
        .high = count < all ? (middle + margin) / (1 + z2 / n) : 1,
    };
}

// ---- Reliability

// The upper 2.5 % point of F by the cube-root approximation of E. Paulson, "An
// Approximate Normalization of the Analysis of Variance Distribution", Annals of
// Mathematical Statistics 13, 1942; within 1 % from ten degrees of freedom below on.
static double f_upper(double numerator, double denominator) {
    double a = 2 / (9 * numerator), b = 2 / (9 * denominator), z = NORMAL_95;
    double rest = (1 - b) * (1 - b) - z * z * b;
    if (rest <= 0) return INFINITY;
    double root = sqrt((1 - b) * (1 - b) * a + (1 - a) * (1 - a) * b - z * z * a * b);
    return pow(((1 - a) * (1 - b) + z * root) / rest, 3);
}

typedef struct {
    double agents, calls, squared_calls;
    double total, within, between; // sums of scores, and of squares
} Variance;

static Variance analyse(const Sums *agents, size_t count) {
    Variance found = {0};
    for (size_t i = 0; i < count; i++) {
        double n = (double)agents[i].count, sum = (double)agents[i].sum / 1000;
        if (n < 1) continue;
        found.agents++;
        found.calls += n;
        found.squared_calls += n * n;
        found.total += sum;
        found.between += sum * sum / n;
        found.within += fmax(0, (double)agents[i].squares / 1e6 - sum * sum / n);
    }
    if (found.calls > 0) found.between -= found.total * found.total / found.calls;
    return found;
}

static double at_least_0(double x) { return x > 0 ? x : 0; }

// The prophecy formula, solved for the number of calls.
static double calls_needed(double icc, double reliability) {
    return reliability * (1 - icc) / (icc * (1 - reliability));
}

Reliability reliability_of(const Sums *agents, size_t count) {
    Variance found = analyse(agents, count);
    double above = found.agents - 1, below = found.calls - found.agents;
    if (above < 1 || below < 1 || !(found.within > 0)) return (Reliability){0};
    double between = found.between / above, within = found.within / below;
    double calls = (found.calls - found.squared_calls / found.calls) / above;
    double ratio = between / within;
    double icc = at_least_0((ratio - 1) / (ratio + calls - 1));
    return (Reliability){
        .known = true,
        .icc = icc,
        .calls = calls,
        .value = at_least_0(1 - 1 / ratio),
        .low = at_least_0(1 - f_upper(above, below) / ratio),
        .high = at_least_0(1 - 1 / (ratio * f_upper(below, above))),
        .needed =
            icc > 0 ? ceil(calls_needed(icc, RELIABILITY_OF_RANKS) - 1e-9) : INFINITY,
    };
}

double reliability_at(const Reliability *found, double calls) {
    return calls * found->icc / (1 + (calls - 1) * found->icc);
}
