#include "tally/statistics.h"

#include "make_call.h"

#include <math.h>
#include <stdlib.h>

static void assert_near(double value, double wanted, double most) {
    if (!(fabs(value - wanted) <= most)) fail_msg("%.6f is not %.6f", value, wanted);
}

static void student_t_is_as_in_the_tables(void **state) {
    (void)state;
    static const struct {
        int64_t freedom;
        double t;
    } TABLE[] = {{1, 12.7062},  {2, 4.3027},    {3, 3.1824},      {4, 2.7764},
                 {5, 2.5706},   {6, 2.4469},    {7, 2.3646},      {8, 2.3060},
                 {9, 2.2622},   {10, 2.2281},   {12, 2.1788},     {15, 2.1314},
                 {20, 2.0860},  {30, 2.0423},   {60, 2.0003},     {100, 1.9840},
                 {120, 1.9799}, {1000, 1.9623}, {1000000, 1.9600}};
    for (size_t i = 0; i < COUNT(TABLE); i++)
        assert_near(student_t95(TABLE[i].freedom), TABLE[i].t, 0.0003);
}

static void student_t_falls(void **state) {
    (void)state;
    for (int64_t freedom = 1; freedom < 200; freedom++)
        assert_true(student_t95(freedom) > student_t95(freedom + 1));
}

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison
// of seven methods", Statistics in Medicine 17, 1998, table I, method 3.
static void shares_have_the_intervals_that_were_published(void **state) {
    (void)state;
    static const struct {
        uint64_t count, all;
        double low, high;
    } TABLE[] = {{81, 263, 0.2553, 0.3662},
                 {15, 148, 0.0624, 0.1605},
                 {0, 20, 0, 0.1611},
                 {1, 29, 0.0061, 0.1718}};
    for (size_t i = 0; i < COUNT(TABLE); i++) {
        Proportion share = proportion_of(TABLE[i].count, TABLE[i].all);
        assert_near(share.value, (double)TABLE[i].count / (double)TABLE[i].all, 1e-12);
        assert_near(share.low, TABLE[i].low, 0.00005);
        assert_near(share.high, TABLE[i].high, 0.00005);
        Proportion rest = proportion_of(TABLE[i].all - TABLE[i].count, TABLE[i].all);
        assert_near(rest.low, 1 - share.high, 1e-12);
        assert_near(rest.high, 1 - share.low, 1e-12);
    }
}

static void a_share_of_nothing_is_not_known(void **state) {
    (void)state;
    assert_false(proportion_of(0, 0).known);
    assert_true(proportion_of(0, 1).known);
}

static Sums sums_of(const int32_t *scores, size_t count) {
    Sums sums = {0};
    for (size_t i = 0; i < count; i++) sums_add(&sums, scores[i]);
    return sums;
}

static void no_score_has_no_mean(void **state) {
    (void)state;
    Estimate estimate = sums_estimate(&(Sums){0});
    assert_int_equal(estimate.count, 0);
    assert_false(estimate.has_mean || estimate.has_interval);
}

static void one_score_has_a_mean_but_no_interval(void **state) {
    (void)state;
    Sums sums = sums_of((const int32_t[]){78500}, 1);
    Estimate estimate = sums_estimate(&sums);
    assert_true(estimate.has_mean && !estimate.has_interval);
    assert_near(estimate.mean, 78.5, 1e-9);
}

// 60, 70, 80: mean 70, standard deviation 10, t of 2 degrees 4.3027, margin 24.841.
static void a_known_sample(void **state) {
    (void)state;
    Sums sums = sums_of((const int32_t[]){60000, 80000, 70000}, 3);
    Estimate estimate = sums_estimate(&sums);
    assert_int_equal(estimate.count, 3);
    assert_near(estimate.mean, 70, 1e-9);
    assert_near(estimate.spread, 10, 1e-9);
    assert_near(estimate.low, 70 - 24.841, 0.001);
    assert_near(estimate.high, 70 + 24.841, 0.001);
}

static void an_interval_stays_between_0_and_100(void **state) {
    (void)state;
    Sums sums = sums_of((const int32_t[]){0, 100000}, 2);
    Estimate estimate = sums_estimate(&sums);
    assert_near(estimate.low, 0, 0);
    assert_near(estimate.high, 100, 0);
}

// Of five alike, a share of 1 - 0.025^(1/5) = 52.2 % of calls may be otherwise.
static void scores_that_are_all_alike_are_not_certain(void **state) {
    (void)state;
    static const struct {
        int32_t score;
        double low, high;
    } TABLE[] = {{100000, 47.8, 100}, {0, 0, 52.2}, {60000, 28.7, 80.9}};
    for (size_t i = 0; i < COUNT(TABLE); i++) {
        int32_t score = TABLE[i].score;
        Sums sums = sums_of((const int32_t[]){score, score, score, score, score}, 5);
        Estimate estimate = sums_estimate(&sums);
        assert_near(estimate.spread, 0, 0);
        assert_near(estimate.low, TABLE[i].low, 0.05);
        assert_near(estimate.high, TABLE[i].high, 0.05);
    }
}

static void many_scores_that_are_all_alike_are_nearly_certain(void **state) {
    (void)state;
    Sums sums = {0};
    for (int i = 0; i < 100000; i++) sums_add(&sums, 66700);
    Estimate estimate = sums_estimate(&sums);
    assert_near(estimate.low, 66.7, 0.01);
    assert_near(estimate.high, 66.7, 0.01);
}

static void a_hundred_thousand_best_scores_do_not_overflow(void **state) {
    (void)state;
    Sums sums = {0};
    for (int i = 0; i < 100000; i++) sums_add(&sums, i % 2 ? 100000 : 99900);
    Estimate estimate = sums_estimate(&sums);
    assert_near(estimate.mean, 99.95, 1e-9);
    assert_near(estimate.spread, 0.05, 0.0001);
}

// ---- Random numbers

static uint64_t draw_bits(uint64_t *seed) {
    *seed ^= *seed << 13; // G. Marsaglia, "Xorshift RNGs", 2003
    *seed ^= *seed >> 7;
    return *seed ^= *seed << 17;
}

static double draw_unit(uint64_t *seed) {
    return (double)(draw_bits(seed) >> 11) * 0x1p-53;
}

static double draw_binomial(uint64_t *seed, int trials, double chance) {
    int count = 0;
    for (int i = 0; i < trials; i++) count += draw_unit(seed) < chance;
    return (double)count / trials;
}

static int compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Beta(k, n + 1 - k): the k-th smallest of n uniform numbers, n <= 16.
static double draw_beta(uint64_t *seed, int k, int n) {
    double units[16];
    for (int i = 0; i < n; i++) units[i] = draw_unit(seed);
    qsort(units, (size_t)n, sizeof *units, compare_doubles);
    return units[k - 1];
}

// ---- Do 95 % of the intervals hold the truth?

// A score from 0 to 1 of an agent whose mean is known.
typedef double Draw(uint64_t *seed);

static double twelve_criteria(uint64_t *seed) { return draw_binomial(seed, 12, 0.7); }
static double a_good_agent(uint64_t *seed) { return draw_binomial(seed, 12, 0.9); }
static double calls_that_differ(uint64_t *seed) {
    return draw_binomial(seed, 12, draw_beta(seed, 6, 7));
}
static double a_skewed_score(uint64_t *seed) { return draw_beta(seed, 8, 9); }
static double three_criteria(uint64_t *seed) { return draw_binomial(seed, 3, 0.8); }
static double a_wide_score(uint64_t *seed) {
    return draw_unit(seed) < 0.3 ? draw_beta(seed, 2, 5) : draw_beta(seed, 6, 9);
}
static double a_failed_call_in_twenty(uint64_t *seed) {
    return draw_unit(seed) < 0.05 ? 0 : draw_binomial(seed, 12, 0.8);
}
static double a_bad_call_in_ten(uint64_t *seed) {
    return draw_unit(seed) < 0.1 ? draw_unit(seed) / 2 : draw_beta(seed, 12, 15);
}
static double two_criteria(uint64_t *seed) { return draw_binomial(seed, 2, 0.9); }

// The share of intervals, in percent, that hold the mean. Scores have one decimal.
static double coverage(Draw *draw, double mean, int calls) {
    enum { AGENTS = 4000 };
    uint64_t seed = 20;
    int held = 0;
    for (int agent = 0; agent < AGENTS; agent++) {
        Sums sums = {0};
        for (int call = 0; call < calls; call++)
            sums_add(&sums, (int32_t)lround(draw(&seed) * 1000) * 100);
        Estimate estimate = sums_estimate(&sums);
        held += estimate.low <= mean && mean <= estimate.high;
    }
    return 100.0 * held / AGENTS;
}

enum { SIZES = 5 };
static const int CALLS[SIZES] = {5, 10, 20, 50, 200};

typedef struct {
    const char *says;
    Draw *draw;
    double mean;         // of a score
    double least[SIZES]; // percent of the intervals, by number of calls
    double most;
} CoverageRow;

static CoverageRow COVERAGES[] = {
    {"twelve criteria", twelve_criteria, 70, {92, 93, 93, 93, 93}, 97},
    {"a good agent, often at 100", a_good_agent, 90, {92, 93, 93, 93, 93}, 97},
    {"calls that differ in difficulty", calls_that_differ, 75, {92, 93, 93, 93, 93}, 97},
    {"a skewed score", a_skewed_score, 80, {92, 93, 93, 93, 93}, 97},
    {"good calls and bad calls", a_wide_score, 52, {92, 93, 93, 93, 93}, 97},
    {"three criteria", three_criteria, 80, {92, 93, 93, 93, 93}, 98.5},
    // Not enough, and said so in the header: what has not happened yet cannot be seen.
    {"one call in ten is bad", a_bad_call_in_ten, 70, {87, 88, 90, 92, 93}, 97},
    {"one call in twenty fails", a_failed_call_in_twenty, 76, {87, 87, 86, 91, 93}, 97},
    // More than enough with few calls: those that are all alike leave much open.
    {"two criteria, nearly always met", two_criteria, 90, {93, 93, 92, 92, 93}, 100},
};

static void check_coverage(void **state) {
    const CoverageRow *row = *state;
    for (size_t i = 0; i < SIZES; i++) {
        double percent = coverage(row->draw, row->mean, CALLS[i]);
        if (percent < row->least[i] || percent > row->most)
            fail_msg("with %d calls %.1f %% of the intervals hold", CALLS[i], percent);
    }
}

// -10, 0, 10 and 40: mean 10, standard deviation 21.602, t of 3 degrees 3.1824, margin
// 34.374. Nothing keeps it above 0.
static void changes_may_be_negative(void **state) {
    (void)state;
    Sums sums = sums_of((const int32_t[]){-10000, 0, 10000, 40000}, 4);
    Estimate estimate = sums_change(&sums);
    assert_near(estimate.mean, 10, 1e-9);
    assert_near(estimate.spread, 21.602, 1e-3);
    assert_near(estimate.low, -24.374, 1e-3);
    assert_near(estimate.high, 44.374, 1e-3);
    sums = sums_of((const int32_t[]){-100000, -90000}, 2);
    assert_near(sums_change(&sums).low, -100, 1e-9);
}

static void values_are_estimated_like_scores(void **state) {
    (void)state;
    Estimate estimate =
        values_estimate((const int64_t[]){60000, 70000, 80000}, 3, (Bounds){0, 100});
    assert_near(estimate.mean, 70, 1e-9);
    assert_near(estimate.spread, 10, 1e-9);
    assert_near(estimate.low, 70 - 24.841, 0.001);
    assert_near(estimate.high, 70 + 24.841, 0.001);
}

// Two values: t is 12.7062, the margin 12.7062 * sqrt(2) * 10^6 / sqrt(2).
static void values_without_bounds_may_be_any(void **state) {
    (void)state;
    const Bounds none = {-INFINITY, INFINITY};
    const int64_t values[] = {0, INT64_C(2000000000)};
    Estimate estimate = values_estimate(values, 2, none);
    assert_near(estimate.mean, 1e6, 0);
    assert_near(estimate.low, 1e6 - 12.7062e6, 1);
    assert_near(estimate.high, 1e6 + 12.7062e6, 1);
    estimate = values_estimate((const int64_t[]){5000, 5000}, 2, none);
    assert_near(estimate.low, 5, 0);
    assert_near(estimate.high, 5, 0);
    estimate = values_estimate((const int64_t[]){100000, 100000}, 2, (Bounds){0, 100});
    assert_near(estimate.low, 100 * sqrt(0.025), 0.001); // Clopper and Pearson
    assert_false(values_estimate(NULL, 0, none).has_mean);
}

static Sums sums_of_two(int32_t a, int32_t b) {
    Sums sums = {0};
    sums_add(&sums, a * 1000);
    sums_add(&sums, b * 1000);
    return sums;
}

// Means 70, 90 and 50: between 2 * (400 + 400) / 2 = 800, within 3 * 200 / 3 = 200. So
// ICC (800 - 200) / (800 + 200), of two calls 1 - 200 / 800, and 0.7 * 0.4 / (0.6 * 0.3)
// = 1.6 calls for 0.7. F (2, 3) has 16.04 above it in 2.5 %, F (3, 2) 39.17.
static void reliability_by_hand(void **state) {
    (void)state;
    const Sums agents[] = {sums_of_two(60, 80), sums_of_two(80, 100),
                           sums_of_two(40, 60)};
    Reliability found = reliability_of(agents, 3);
    assert_true(found.known);
    assert_near(found.icc, 0.6, 1e-9);
    assert_near(found.calls, 2, 1e-9);
    assert_near(found.value, 0.75, 1e-9);
    assert_near(found.needed, 2, 0);
    assert_near(found.low, 0, 1e-9); // 1 - 16.04 / 4 is below
    assert_near(found.high, 1 - 1 / (4 * 39.17), 0.005);
}

static void agents_who_differ_by_chance_need_endless_calls(void **state) {
    (void)state;
    const Sums agents[] = {sums_of_two(60, 80), sums_of_two(80, 60)};
    Reliability found = reliability_of(agents, 2);
    assert_near(found.value, 0, 0);
    assert_true(isinf(found.needed));
    assert_false(reliability_of(agents, 1).known);
    assert_false(reliability_of(NULL, 0).known);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(student_t_is_as_in_the_tables),
        cmocka_unit_test(student_t_falls),
        cmocka_unit_test(shares_have_the_intervals_that_were_published),
        cmocka_unit_test(a_share_of_nothing_is_not_known),
        cmocka_unit_test(no_score_has_no_mean),
        cmocka_unit_test(one_score_has_a_mean_but_no_interval),
        cmocka_unit_test(a_known_sample),
        cmocka_unit_test(an_interval_stays_between_0_and_100),
        cmocka_unit_test(scores_that_are_all_alike_are_not_certain),
        cmocka_unit_test(many_scores_that_are_all_alike_are_nearly_certain),
        cmocka_unit_test(a_hundred_thousand_best_scores_do_not_overflow),
        cmocka_unit_test(changes_may_be_negative),
        cmocka_unit_test(values_are_estimated_like_scores),
        cmocka_unit_test(values_without_bounds_may_be_any),
        cmocka_unit_test(reliability_by_hand),
        cmocka_unit_test(agents_who_differ_by_chance_need_endless_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) +
           RUN_ROWS(COVERAGES, check_coverage);
}
