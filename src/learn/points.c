#include "learn/learned.h"

#include <math.h>
#include <stdlib.h>

enum { SCREENED_MOST = 400, POINTS_LARGEST = 6, INNER_FOLDS = 3 };

// ---- The candidates worth trying

typedef struct {
    double worth;
    uint32_t candidate;
} Screened;

static int compare(const void *a, const void *b) {
    const Screened *x = a, *y = b;
    if (x->worth != y->worth) return x->worth > y->worth ? -1 : 1;
    return (x->candidate > y->candidate) - (x->candidate < y->candidate);
}

// Chi-square of the candidate and what is to be found.
static double worth_of(const LearnData *data, const bool *use, const Candidate *candidate,
                       double turns, double positives) {
    double seen = 0, right = 0;
    vec_each(const uint32_t, row, &candidate->turns) {
        seen += use[*row];
        right += use[*row] && data->positive[*row];
    }
    if (seen < SUPPORT_TURNS || seen > turns - SUPPORT_TURNS) return 0;
    double apart = right * turns - seen * positives;
    return apart * apart * turns /
           (seen * (turns - seen) * positives * (turns - positives));
}

static uint32_t *screen(Arena *arena, const LearnData *data, const bool *use,
                        size_t *count) {
    double turns = 0, positives = 0;
    size_t all = data->candidates->len;
    for (size_t t = 0; t < data->set->turns.len; t++) {
        turns += use[t];
        positives += use[t] && data->positive[t];
    }
    Screened *list = arena_array(arena, Screened, all);
    for (uint32_t c = 0; c < all; c++)
        list[c] = (Screened){
            worth_of(data, use, &data->candidates->items[c], turns, positives), c};
    if (all) qsort(list, all, sizeof *list, compare);
    *count = 0;
    while (*count < all && *count < SCREENED_MOST && list[*count].worth > 0) ++*count;
    uint32_t *chosen = arena_array(arena, uint32_t, *count);
    for (size_t i = 0; i < *count; i++) chosen[i] = list[i].candidate;
    return chosen;
}

// ---- The path

static LogisticData make_problem(Arena *arena, const LearnData *data, const bool *use,
                                 const uint32_t *chosen, size_t count) {
    const Rows **signs = arena_array(arena, const Rows *, count);
    for (size_t i = 0; i < count; i++)
        signs[i] = &data->candidates->items[chosen[i]].turns;
    return (LogisticData){.rows = data->set->turns.len,
                          .signs = signs,
                          .sign_count = count,
                          .positive = data->positive,
                          .use = use};
}

static size_t count_moved(const LogisticFit *fit, size_t count) {
    size_t moved = 0;
    for (size_t i = 0; i < count; i++) moved += fit->slopes[i] != 0;
    return moved;
}

// The signs with a slope, in the order of `chosen`; where they are more than `most`,
// those with the largest. Takes the rest out of `chosen`.
static size_t keep_moved(Arena *arena, const LogisticFit *fit, uint32_t *chosen,
                         size_t count, uint32_t most) {
    Screened *list = arena_array(arena, Screened, count);
    for (uint32_t i = 0; i < count; i++) list[i] = (Screened){fabs(fit->slopes[i]), i};
    if (count) qsort(list, count, sizeof *list, compare);
    size_t left = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool largest = false;
        for (size_t k = 0; k < count && k < most; k++) largest |= list[k].candidate == i;
        if (largest && fit->slopes[i] != 0) chosen[left++] = chosen[i];
    }
    return left;
}

// The signs that a falling penalty lets in, up to `most`.
static size_t walk_path(Arena *arena, const LearnData *data, const bool *use,
                        uint32_t *chosen, size_t count, uint32_t most) {
    const double STEP = 0.85, LEAST = 0.02;
    LogisticData problem = make_problem(arena, data, use, chosen, count);
    LogisticFit fit = logistic_empty(arena, &problem);
    double first = logistic_most(arena, &problem), lasso = first;
    while (lasso > first * LEAST && count_moved(&fit, count) < most) {
        lasso *= STEP;
        logistic_fit(arena, &problem, lasso, 0, &fit);
    }
    return keep_moved(arena, &fit, chosen, count, most);
}

// ---- Whole points

Learned points_round(Arena *arena, const uint32_t *chosen, size_t count,
                     const LogisticFit *fit) {
    Learned learned = {.way = LEARN_POINTS, .enough = 1, .scale = 1};
    double largest = 0;
    for (size_t i = 0; i < count; i++) largest = fmax(largest, fabs(fit->slopes[i]));
    learned.intercept = fit->intercept;
    if (largest > 0) learned.scale = POINTS_LARGEST / largest;
    for (size_t i = 0; i < count; i++) {
        int32_t points = (int32_t)lround(fit->slopes[i] * learned.scale);
        if (points)
            *vec_push(arena, &learned.phrases) = (LearnedPhrase){chosen[i], points};
    }
    return learned;
}

static Learned fit_points(Arena *arena, const LearnData *data, const bool *use,
                          uint32_t most) {
    const double RIDGE = 1;
    size_t count;
    uint32_t allowed = phrases_most(data, use);
    uint32_t *chosen = screen(arena, data, use, &count);
    count = walk_path(arena, data, use, chosen, count, most < allowed ? most : allowed);
    LogisticData problem = make_problem(arena, data, use, chosen, count);
    LogisticFit fit = logistic_empty(arena, &problem);
    logistic_fit(arena, &problem, 0, RIDGE, &fit);
    return points_round(arena, chosen, count, &fit);
}

// ---- The threshold

typedef struct {
    double log_odds;
    bool positive;
} Judged;

static int by_odds(const void *a, const void *b) {
    const Judged *x = a, *y = b;
    return (x->log_odds < y->log_odds) - (x->log_odds > y->log_odds);
}

// A threshold, as log odds, and how good it is.
typedef struct {
    double log_odds, f1;
} Cut;

static Cut best_cut(Judged *judged, size_t count) {
    double positives = 0, right = 0;
    Cut best = {.f1 = -1};
    for (size_t i = 0; i < count; i++) positives += judged[i].positive;
    if (count) qsort(judged, count, sizeof *judged, by_odds);
    for (size_t i = 0; i < count && judged[i].log_odds > -INFINITY; i++) {
        right += judged[i].positive;
        double here = judged[i].log_odds;
        double next = i + 1 < count ? fmax(judged[i + 1].log_odds, here - 1) : here - 1;
        double f1 = f1_of(right, (double)i + 1, positives);
        if (next < here && f1 > best.f1) best = (Cut){(here + next) / 2, f1};
    }
    return best;
}

// Each turn judged by what the other folds teach. One without any point is never found:
// what takes points away can only make a turn less likely.
static Cut find_cut(Arena *arena, const LearnData *data, const bool *use, uint32_t most) {
    size_t count = data->set->turns.len, used = 0;
    uint8_t *folds = folds_make(arena, data, use, INNER_FOLDS);
    bool *rest = arena_array(arena, bool, count),
         *found = arena_array(arena, bool, count);
    double *log_odds = arena_array(arena, double, count);
    Judged *judged = arena_array(arena, Judged, count);
    for (uint32_t fold = 0; fold < INNER_FOLDS; fold++) {
        for (size_t t = 0; t < count; t++) rest[t] = use[t] && folds[t] != fold;
        Learned learned = fit_points(arena, data, rest, most);
        learned_find(data, &learned, found, log_odds);
        for (size_t t = 0; t < count; t++)
            if (use[t] && folds[t] == fold)
                judged[used++] =
                    (Judged){found[t] ? log_odds[t] : -INFINITY, data->positive[t]};
    }
    return best_cut(judged, used);
}

// The fewest phrases with which the threshold is as good as with any number.
static uint32_t find_size(Arena *arena, const LearnData *data, const bool *use,
                          Cut *cut) {
    static const uint32_t SIZES[] = {20, 15, 10, 6, 3};
    const double AS_GOOD = 0.005;
    double best = 0;
    uint32_t size = SIZES[0];
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        Cut tried = find_cut(arena, data, use, SIZES[i]);
        best = fmax(best, tried.f1);
        if (i > 0 && tried.f1 < best - AS_GOOD) continue;
        *cut = tried;
        size = SIZES[i];
    }
    return size;
}

Learned points_learn(Arena *arena, const LearnData *data, const bool *use) {
    Cut cut;
    uint32_t size = find_size(arena, data, use, &cut);
    Learned learned = fit_points(arena, data, use, size);
    double enough = ceil((cut.log_odds - learned.intercept) * learned.scale - 1e-9);
    int32_t most = 0;
    vec_each(const LearnedPhrase, phrase, &learned.phrases)
        most += phrase->points > 0 ? phrase->points : 0;
    learned.enough = (int32_t)fmax(1, fmin(enough, fmax(1, most)));
    return learned;
}
