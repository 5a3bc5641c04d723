// Means of agents as if all of them had the same mix of calls: of tasks (team, queue and
// channel) and of occasions (the customer was upset, or not).
#ifndef TALLY_ADJUST_H
#define TALLY_ADJUST_H

#include "score/scorecard.h"
#include "tally/statistics.h"

// An agent's calls of one kind.
typedef struct {
    uint32_t agent, kind;
    Sums scores;
} KindCalls;

typedef struct {
    Arena *arena;
    Map numbers;          // of kinds, by what makes them
    VEC(KindCalls) cells; // by agent
    VEC(uint32_t) latest; // of each kind, its last cell
    Map tasks[3];         // teams, queues and channels
    bool upset, calm;     // such calls occur
} Mix;

// Adds a call that has a score. Agents come in the order of their numbers, each with his
// calls in a given order: then the same bytes come of it.
void mix_add(Mix *mix, uint32_t agent, const Scorecard *card);
// The same for what else can be compared so: `agent` is the number of a unit, and `kind`
// says what sort of call it is.
void mix_add_kind(Mix *mix, uint32_t agent, Str kind, int32_t score);
// "team, queue, channel and upset customers": what the calls differ in; {0}: in nothing.
Str mix_words(Arena *arena, const Mix *mix);
// The means of `agents` agents, with intervals; nothing for those without calls.
//
// A score is the sum of what the agent and what the kind of call makes of it: F. Yates's
// method of fitting constants ("The Analysis of Multiple Classifications with Unequal
// Numbers in the Different Classes", Journal of the American Statistical Association 29,
// 1934), the least squares of two ways without interaction. The effects of kinds, over
// all calls, come to nothing: so an agent's own effect is his mean with the mix of all
// those whose calls can be compared with his, in that agents share kinds with each other.
// Those who share none are not compared.
//
// The interval is that of a population marginal mean (S. R. Searle, F. M. Speed and G. A.
// Milliken, "Population Marginal Means in the Linear Model: An Alternative to Least
// Squares Means", The American Statistician 34, 1980), by Student's t: the spread of what
// the sum leaves of scores, taken for the same with all agents, times the square root of
// 1 / calls + d' C d. There d is by how much the shares of kinds in his calls are other
// than in all calls, and C the variance of the effects of kinds by that of a call. There
// is none where nothing is left to tell the spread by.
Estimate *mix_adjusted(const Mix *mix, uint32_t agents);

#endif
