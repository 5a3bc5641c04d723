// What the means of agents can carry: a rank, or no more than above and below the team.
#ifndef TALLY_RANKING_H
#define TALLY_RANKING_H

#include "base/str.h"
#include "tally/statistics.h"

// Where the interval of an agent's mean lies beside the team's mean.
typedef enum { POSITION_ABOVE, POSITION_NOT_TOLD, POSITION_BELOW } Position;
Position position_of(const Estimate *own, double team);

typedef struct {
    Str agent; // empty: not known, so that the calls may be anybody's
    Sums score;

    bool compared;     // known, and with the calls that it takes
    Position position; // of the compared
    uint32_t rank, rank_best,
        rank_worst; // of the compared, where means carry ranks; or 0
    bool has_shrunken;
    double shrunken; // the mean, allowing for few calls; score points
} Standing;

typedef struct {
    Reliability reliability; // of the means of agents who are known
    bool has_ranks;          // it is RELIABILITY_OF_RANKS or more
    uint32_t *order;         // the agents as they are listed, by number
} Ranking;

// Fills `agents`, of which `agent` and `score` are given, in any order; those with fewer
// than `min_calls` scores, or two, are not compared.
//
// Allowing for few calls, of what sets an agent's mean apart from the team's that share
// is kept that is not luck with so many calls (reliability_at): T. L. Kelley's regressed
// estimate ("Fundamentals of Statistics", 1947), which is the best linear predictor of
// one-way random effects. Ranks are by this mean, each with those that it might be as
// well.
//
// Agents are listed from those to help downwards: by the mean allowing for few calls,
// lowest first; without ranks the ones below the team first and the ones above last,
// alike ones by id, so that the list is no ranking in disguise. Those who are not
// compared come at the end. Alike means share a rank.
Ranking ranking_make(Arena *arena, const Sums *team, uint32_t min_calls, Standing *agents,
                     size_t count);

#endif
