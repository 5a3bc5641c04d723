// What to talk about with an agent: what to keep, what to work on, which calls to hear
// together. Chosen from the scorecards alone, so it is the same whether the transcripts
// were read just now or the scorecards came from records. Every choice is total: ties go
// by the order of criteria in the rubric, then by the order of the agent's calls.
#ifndef TALLY_COACHING_H
#define TALLY_COACHING_H

#include "tally/difference.h"
#include "tally/gains.h"
#include "tally/moment_choice.h"

// A criterion in which the agent is ahead of the others, in the agent's own words; of one
// that rests on no words the moment has no card.
typedef struct {
    Difference than;
    Moment best;
} Strength;

// A criterion in which the agent is behind the others, where it was missed, and where the
// agent did it (no card: nowhere with words to quote).
typedef struct {
    Difference than;
    Moment missed, best;
} WorkOn;

enum { COACHING_POINTS = 2 };

typedef struct {
    Strength strengths[COACHING_POINTS];
    WorkOn work_on[COACHING_POINTS]; // the first one is worth most
    size_t strength_count, work_on_count;
    // Calls to hear together, or NULL, of which at least half of the weight that counts
    // is decided: the best one that met and the worst one that missed what is to be
    // worked on. Without that the best and the worst of all.
    const Scorecard *good, *difficult;
} Coaching;

void coaching_choose(Arena *arena, const Tally *tally, const AgentTally *agent,
                     Coaching *out);

// The criteria that do not count and were not met somewhere in the tally's calls: those
// that would fail, cap or flag a call first, then those missed most often.
typedef VEC(uint32_t) CriterionNumbers;
CriterionNumbers coaching_unproven(Arena *arena, const Rubric *rubric,
                                   const AgentTally *tally);

#endif
