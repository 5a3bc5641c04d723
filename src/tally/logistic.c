#include "tally/logistic.h"

#include <math.h>

double logistic_share(double log_odds) { return 1 / (1 + exp(-log_odds)); }

LogisticFit logistic_empty(Arena *arena, const LogisticData *data) {
    double all = 0, positive = 0;
    for (size_t i = 0; i < data->rows; i++) {
        all += data->use[i];
        positive += data->use[i] && data->positive[i];
    }
    // Half a row of each, so that it is finite where there is one kind only.
    return (LogisticFit){.intercept = log((positive + 0.5) / (all - positive + 0.5)),
                         .slopes = arena_array(arena, double, data->sign_count)};
}

// A fit on its way.
typedef struct {
    const LogisticData *data;
    double lasso, ridge;
    LogisticFit *fit;
    double *log_odds; // by row
    double *reach;    // by sign, the intercept last: the longest step it may take
    double moved;     // the longest step of this round
} Descent;

static void sum_row(const Descent *descent, uint32_t row, double *slope, double *bend) {
    if (!descent->data->use[row]) return;
    double share = logistic_share(descent->log_odds[row]);
    *slope += share - descent->data->positive[row];
    *bend += share * (1 - share);
}

static double clamp(double x, double most) { return fmax(-most, fmin(most, x)); }

// A step of Newton's for one coefficient at `at`. The penalty pulls it to 0, and holds it
// there where the slope of the loss is less than it.
static double step_of(const Descent *descent, double at, double slope, double bend,
                      bool free) {
    double lasso = free ? 0 : descent->lasso, ridge = free ? 0 : descent->ridge;
    double down = slope + ridge * at, curve = bend + ridge + 1e-9;
    double wanted = at - down / curve, pull = lasso / curve;
    double shrunk = wanted > pull ? wanted - pull : wanted < -pull ? wanted + pull : 0;
    return shrunk - at;
}

static double bounded(Descent *descent, size_t number, double step) {
    double *reach = &descent->reach[number];
    step = clamp(step, *reach);
    *reach = fmax(2 * fabs(step), *reach / 2);
    descent->moved = fmax(descent->moved, fabs(step));
    return step;
}

static void move_intercept(Descent *descent) {
    const LogisticData *data = descent->data;
    double slope = 0, bend = 0;
    for (uint32_t i = 0; i < data->rows; i++) sum_row(descent, i, &slope, &bend);
    double step = bounded(descent, data->sign_count,
                          step_of(descent, descent->fit->intercept, slope, bend, true));
    descent->fit->intercept += step;
    for (size_t i = 0; i < data->rows; i++) descent->log_odds[i] += step;
}

static void move_slope(Descent *descent, size_t sign) {
    const Rows *rows = descent->data->signs[sign];
    double *at = &descent->fit->slopes[sign], slope = 0, bend = 0;
    vec_each(const uint32_t, row, rows) sum_row(descent, *row, &slope, &bend);
    double step = step_of(descent, *at, slope, bend, false);
    if (step == 0) return;
    step = bounded(descent, sign, step);
    *at += step;
    vec_each(const uint32_t, row, rows) descent->log_odds[*row] += step;
}

static void move_all(Descent *descent, bool only_moved) {
    descent->moved = 0;
    move_intercept(descent);
    for (size_t s = 0; s < descent->data->sign_count; s++)
        if (!only_moved || descent->fit->slopes[s] != 0) move_slope(descent, s);
}

static Descent begin(Arena *scratch, const LogisticData *data, LogisticFit *fit) {
    Descent descent = {.data = data,
                       .fit = fit,
                       .log_odds = arena_array(scratch, double, data->rows),
                       .reach = arena_array(scratch, double, data->sign_count + 1)};
    for (size_t i = 0; i < data->rows; i++) descent.log_odds[i] = fit->intercept;
    for (size_t s = 0; s <= data->sign_count; s++) descent.reach[s] = 1;
    for (size_t s = 0; s < data->sign_count; s++)
        vec_each(const uint32_t, row, data->signs[s])
            descent.log_odds[*row] += fit->slopes[s];
    return descent;
}

double logistic_most(Arena *scratch, const LogisticData *data) {
    LogisticFit empty = logistic_empty(scratch, data);
    Descent descent = begin(scratch, data, &empty);
    double most = 0;
    for (size_t s = 0; s < data->sign_count; s++) {
        double slope = 0, bend = 0;
        vec_each(const uint32_t, row, data->signs[s])
            sum_row(&descent, *row, &slope, &bend);
        most = fmax(most, fabs(slope));
    }
    return most;
}

void logistic_fit(Arena *scratch, const LogisticData *data, double lasso, double ridge,
                  LogisticFit *fit) {
    enum { ROUNDS = 50, TURNS = 200 };
    const double STILL = 1e-4;
    Descent descent = begin(scratch, data, fit);
    descent.lasso = lasso;
    descent.ridge = ridge;
    for (int round = 0; round < ROUNDS; round++) {
        move_all(&descent, false);
        if (descent.moved < STILL) return;
        for (int turn = 0; turn < TURNS && descent.moved >= STILL; turn++)
            move_all(&descent, true);
    }
}
