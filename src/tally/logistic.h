// Logistic regression over signs that are there or not: how much each makes likelier what
// is to be found.
#ifndef TALLY_LOGISTIC_H
#define TALLY_LOGISTIC_H

#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

// The rows that have a sign, in ascending order.
typedef VEC(uint32_t) Rows;

typedef struct {
    size_t rows;
    const Rows *const *signs; // of each sign
    size_t sign_count;
    const bool *positive; // by row: what is to be found
    const bool *use;      // by row: the others are as if they were not there
} LogisticData;

// log odds = intercept + the slopes of the row's signs.
typedef struct {
    double intercept;
    double *slopes; // one a sign
} LogisticFit;

// Slopes of 0, and the intercept that fits best with them.
LogisticFit logistic_empty(Arena *arena, const LogisticData *data);
// The least `lasso` that keeps all slopes at 0.
double logistic_most(Arena *scratch, const LogisticData *data);
// Moves `fit` to where the sum of logarithmic losses + lasso * sum |slope| + ridge / 2 *
// sum slope^2 is least, by coordinate descent with bounded steps: A. Genkin, D. D. Lewis
// and D. Madigan, "Large-Scale Bayesian Logistic Regression for Text Categorization",
// Technometrics 49, 2007. From where `fit` is, so that a path of penalties is quick.
void logistic_fit(Arena *scratch, const LogisticData *data, double lasso, double ridge,
                  LogisticFit *fit);
// Of one row.
double logistic_share(double log_odds);

#endif
