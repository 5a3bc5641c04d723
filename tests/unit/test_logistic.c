#include "tally/logistic.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

// 25 rows: 10 with the sign, 8 of them positive; 15 without, 3 of them positive.
enum { ROWS = 25, SIGNED = 10 };
static bool positive_of(uint32_t row) {
    return row < SIGNED ? row < 8 : row < SIGNED + 3;
}

typedef struct {
    Arena arena;
    LogisticData data;
    Rows sign, other;
    const Rows *signs[2];
    bool positive[ROWS], use[ROWS];
} Problem;

static void make_problem(Problem *problem, size_t signs) {
    *problem = (Problem){0};
    for (uint32_t row = 0; row < ROWS; row++) {
        problem->positive[row] = positive_of(row);
        problem->use[row] = true;
        if (row < SIGNED) *vec_push(&problem->arena, &problem->sign) = row;
        if (row % 2) *vec_push(&problem->arena, &problem->other) = row;
    }
    problem->signs[0] = &problem->sign;
    problem->signs[1] = &problem->other;
    problem->data =
        (LogisticData){ROWS, problem->signs, signs, problem->positive, problem->use};
}

static void near(double a, double b) { assert_true(fabs(a - b) < 0.002); }

// Without a penalty the fit is the log odds: ln(3/12) without the sign, ln(8/2) with it.
static void test_log_odds(void **state) {
    (void)state;
    Problem problem;
    make_problem(&problem, 1);
    LogisticFit fit = logistic_empty(&problem.arena, &problem.data);
    logistic_fit(&problem.arena, &problem.data, 0, 0, &fit);
    near(fit.intercept, log(3.0 / 12));
    near(fit.slopes[0], log(8.0 / 2) - log(3.0 / 12));
    near(logistic_share(fit.intercept + fit.slopes[0]), 0.8);
    arena_free(&problem.arena);
}

// At slope 0 every row has the share 11/25; of the ten rows 8 are positive, so the loss
// falls by 8 - 10 * 11/25 = 3.6 a unit of slope.
static void test_most(void **state) {
    (void)state;
    Problem problem;
    make_problem(&problem, 1);
    LogisticFit fit = logistic_empty(&problem.arena, &problem.data);
    double most = logistic_most(&problem.arena, &problem.data);
    assert_true(fabs(most - 3.6) < 0.05);
    logistic_fit(&problem.arena, &problem.data, most * 1.05, 0, &fit);
    assert_true(fit.slopes[0] == 0);
    near(fit.intercept, log(11.0 / 14));
    logistic_fit(&problem.arena, &problem.data, most * 0.9, 0, &fit);
    assert_true(fit.slopes[0] > 0);
    arena_free(&problem.arena);
}

// Where it stands still the slopes of loss and penalty are the same: with ridge 1, what
// the sign's rows have too few is the slope itself.
static void test_ridge(void **state) {
    (void)state;
    Problem problem;
    make_problem(&problem, 2);
    LogisticFit fit = logistic_empty(&problem.arena, &problem.data);
    logistic_fit(&problem.arena, &problem.data, 0, 1, &fit);
    double lacks = 0;
    for (uint32_t row = 0; row < SIGNED; row++)
        lacks += positive_of(row) - logistic_share(fit.intercept + fit.slopes[0] +
                                                   (row % 2 ? fit.slopes[1] : 0));
    near(lacks, fit.slopes[0]);
    assert_true(fit.slopes[0] < log(16));
    arena_free(&problem.arena);
}

// Rows that are not used do not count: without its two wrong ones the sign says positive
// for sure, and only the ridge holds it, at what its eight rows lack to 1.
static void test_use(void **state) {
    (void)state;
    Problem problem;
    make_problem(&problem, 1);
    problem.use[8] = problem.use[9] = false;
    LogisticFit fit = logistic_empty(&problem.arena, &problem.data);
    logistic_fit(&problem.arena, &problem.data, 0, 1, &fit);
    near(8 * (1 - logistic_share(fit.intercept + fit.slopes[0])), fit.slopes[0]);
    near(logistic_share(fit.intercept) * 15 +
             logistic_share(fit.intercept + fit.slopes[0]) * 8,
         11);
    arena_free(&problem.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_log_odds),
        cmocka_unit_test(test_most),
        cmocka_unit_test(test_ridge),
        cmocka_unit_test(test_use),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
