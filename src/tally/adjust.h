// Means of agents as if all of them had the same mix of calls: of tasks (team, queue and
// channel) and of occasions (the customer was upset, or not).
#ifndef TALLY_ADJUST_H
#define TALLY_ADJUST_H

#include "score/scorecard.h"

// An agent's calls of one kind; scores in thousandths.
typedef struct {
    uint32_t agent, kind;
    int64_t calls, sum;
} KindCalls;

typedef struct {
    Arena *arena;
    Map numbers;          // of kinds, by what makes them
    VEC(KindCalls) cells; // by agent
    size_t first;         // of the last agent's
    Map tasks[3];         // teams, queues and channels
    bool upset, calm;     // such calls occur
} Mix;

// Adds a call that has a score. Agents come in the order of their numbers, each with his
// calls in a given order: then the same bytes come of it.
void mix_add(Mix *mix, uint32_t agent, const Scorecard *card);
// "team, queue, channel and upset customers": what the calls differ in; {0}: in nothing.
Str mix_words(Arena *arena, const Mix *mix);
// The means of `agents` agents, in score points; nothing for those without calls.
//
// A score is the sum of what the agent and what the kind of call makes of it: F. Yates's
// method of fitting constants ("The Analysis of Multiple Classifications with Unequal
// Numbers in the Different Classes", Journal of the American Statistical Association 29,
// 1934), the least squares of two ways without interaction. The effects of kinds, over
// all calls, come to nothing: so an agent's own effect is his mean with the mix of all
// those whose calls can be compared with his, in that agents share kinds with each other.
// Those who share none are not compared.
double *mix_adjusted(const Mix *mix, uint32_t agents);

#endif
