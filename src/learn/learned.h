// The two ways to learn a detector: patterns added to those it has and exceptions to
// them, or phrases with points in its place.
#ifndef LEARN_LEARNED_H
#define LEARN_LEARNED_H

#include "learn/candidates.h"

typedef enum { LEARN_OVERLAY, LEARN_POINTS, LEARN_WAYS } LearnWay;

typedef struct {
    const LearnSet *set;
    const Candidates *candidates;
    const bool *positive, *found; // by turn, as LearnTurn has them
} LearnData;

// Of an overlay, points above 0 are for a pattern, below 0 for an exception.
typedef struct {
    uint32_t candidate;
    int32_t points;
} LearnedPhrase;

typedef struct {
    LearnWay way;
    VEC(LearnedPhrase) phrases;
    // Of points: a turn with `enough` is found; log odds = intercept + sum / scale.
    int32_t enough;
    double intercept, scale;
} Learned;

enum { PHRASES_MOST = 20, POSITIVES_A_PHRASE = 4 };
// So many phrases at most, learned from the turns that `use` has.
uint32_t phrases_most(const LearnData *data, const bool *use);

// Learns from the turns that `use` has: greedily, pattern by pattern, as long as F1 rises
// with precision shrunk by three pseudo-turns to the share of what is to be found.
Learned overlay_learn(Arena *arena, const LearnData *data, const bool *use);
// By a path of lasso penalties to at most phrases_most signs, a ridge fit of these, whole
// points, and the threshold that is best in inner folds; of several numbers of signs the
// least that is as good there.
Learned points_learn(Arena *arena, const LearnData *data, const bool *use);

// The `count` slopes of a fit as whole points, of which the largest is 6; what rounds to
// 0 is left out. The threshold is 1 still. `chosen` has the candidate of each slope.
Learned points_round(Arena *arena, const uint32_t *chosen, size_t count,
                     const LogisticFit *fit);

// By turn: what it finds, in all turns; of points, also the log odds (else 0).
void learned_find(const LearnData *data, const Learned *learned, bool *found,
                  double *log_odds);

// The log odds, of points, from which on a turn is found: between two sums of points.
double learned_threshold(const Learned *learned);

// By turn, the fold of `folds` it is in; whole groups, of about as many positives.
uint8_t *folds_make(Arena *arena, const LearnData *data, const bool *use, uint32_t folds);
// 2 tp / (found + positives); 0 without positives.
double f1_of(double true_positives, double found, double positives);

#endif
