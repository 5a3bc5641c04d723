// In what an agent differs from the rest of the team by more than chance, criterion by
// criterion.
#ifndef TALLY_DIFFERENCE_H
#define TALLY_DIFFERENCE_H

#include "tally/tally.h"

typedef struct {
    uint32_t criterion;
    uint32_t decided, met;               // the agent's calls; those that met it in full
    uint32_t others_decided, others_met; // those of the rest of the team
    bool by_opening;                     // only calls that open alike are compared
    Proportion own;                      // the agent's share of met
    double others; // the others' share; by opening, what it would be, had their calls
                   // opened as the agent's did
    double chance; // that so few are met (so many, of those ahead), were the agent like
                   // the others
    double behind; // points of a decided call, of 0 to 1, fewer than the others', shrunk
                   // for few calls; negative: ahead
    double worth;  // of those behind: score points of an average call that are so lost
} Difference;
typedef VEC(Difference) Differences;

// Of the criteria that count, and are decided in at least the rubric's `min_calls`, those
// in which the agent is behind, the one worth most first, or those ahead, the one
// furthest ahead first. A difference is given where the agent's interval leaves out the
// share of the others and where it is no chance: the chance is the hypergeometric one,
// which is exact (R. A. Fisher, "The Logic of Inductive Inference", Journal of the Royal
// Statistical Society 98, 1935); of all criteria that are looked at together, one is
// called different by chance for at most 5 % of agents (S. Holm, "A Simple Sequentially
// Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6, 1979).
//
// What is asked of a call's first turns hangs on how the customer opens: a "hello" is
// greeted back, a question is answered. So there calls are compared with those of others
// that opened alike (opening.h), and the chance is that of all such draws together (N.
// Mantel and W. Haenszel, "Statistical Aspects of the Analysis of Data From Retrospective
// Studies of Disease", Journal of the National Cancer Institute 22, 1959).
Differences differences_behind(Arena *arena, const Tally *tally, const AgentTally *agent);
Differences differences_ahead(Arena *arena, const Tally *tally, const AgentTally *agent);

// Of `drawn` taken by chance from `all`, of which `good` are good: the chance that at
// most `most` are good.
double chance_at_most(uint32_t most, uint32_t drawn, uint32_t good, uint32_t all);

#endif
