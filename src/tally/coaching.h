// What to talk about with an agent: what to keep, what to work on, which calls to hear
// together. Chosen from the scorecards alone, so it is the same whether the transcripts
// were read just now or the scorecards came from records. Every choice is total: ties go
// by the order of criteria in the rubric, then by the order of the agent's calls.
#ifndef TALLY_COACHING_H
#define TALLY_COACHING_H

#include "tally/gains.h"

// Words of a call that show a mark; quote is NULL when none were kept.
typedef struct {
    const Scorecard *card;
    const Mark *mark;
    const Quote *quote;
} Moment;

// A criterion the agent meets more than the team does, in the agent's own words.
typedef struct {
    uint32_t criterion;
    uint32_t decided, met; // the agent's calls with a verdict, and those that met it
    uint32_t team_decided, team_met; // likewise the team's
    Moment best;
} Strength;

// A criterion whose missed points cost the agent most.
typedef struct {
    uint32_t criterion;
    uint32_t decided, missed; // calls with a verdict; of them partly or not met
    uint32_t assessed;        // calls that `gain` is the mean over
    double gain;              // score points the mean of `compensatory` would rise
    Moment missed_moment;
} Opportunity;

enum { COACHING_POINTS = 2 };

typedef struct {
    Strength strengths[COACHING_POINTS];
    Opportunity opportunities[COACHING_POINTS];
    size_t strength_count, opportunity_count;
    const Scorecard *good, *difficult; // calls to hear together, or NULL
    Str good_reason, difficult_reason;
} Coaching;

void coaching_choose(Arena *arena, const Tally *tally, const AgentTally *agent,
                     Coaching *out);

// The criteria that do not count and were not met somewhere in the tally's calls: those
// that would fail, cap or flag a call first, then those missed most often.
typedef VEC(uint32_t) CriterionNumbers;
CriterionNumbers coaching_unproven(Arena *arena, const Rubric *rubric,
                                   const AgentTally *tally);

// The customer's and the agent's part of a moment, as far as it is known.
Str moment_customer(const Moment *moment);
Str moment_agent(const Moment *moment);

#endif
