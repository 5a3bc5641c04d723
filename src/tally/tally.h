// Many scorecards -> agents and the team, with their uncertainty.
#ifndef TALLY_TALLY_H
#define TALLY_TALLY_H

#include "tally/measures.h"
#include "tally/opening.h"
#include "tally/ranking.h"
#include "tally/relation.h"
#include "tally/stock.h"

typedef struct {
    Str name;
    uint32_t calls;
} TeamCalls;

// One agent's calls, or (without agent) the whole team's.
typedef struct {
    Str agent, name, team;        // team: of the agent's latest call
    VEC(TeamCalls) teams;         // all that are known of the calls, most calls first
    VEC(const Scorecard *) cards; // by start, then call id; one for each agent of a call
    // Of the team, each call once: assessed when a card of it has a score, else too
    // little to judge when one is.
    uint32_t calls, assessed, too_little;
    uint64_t judged, judged_of; // criteria of the cards with a score, as in Scorecard
    int64_t first_at, last_at;  // starts of the earliest and latest call, or NO_TIME
    Sums score, compensatory;
    Sums *principles;                                 // one a principle of the rubric
    uint32_t (*verdicts)[VERDICT_COUNT];              // one row a criterion of the rubric
    uint32_t (*opened)[OPENING_COUNT][VERDICT_COUNT]; // the same by how calls opened
    uint32_t *bands;                                  // cards in each band of the rubric
    uint32_t below_floor; // assessed calls with a floor:... flag
    int64_t floor_loss;   // what floors took off their scores, thousandths
    uint32_t flagged;     // calls with any flag

    // Of agents only.
    const Standing *standing;
    Estimate adjusted; // the mean with the mix of calls of all, see adjust.h
} AgentTally;
typedef VEC(AgentTally) AgentTallies;

typedef struct {
    const Rubric *rubric;
    AgentTally team;         // all calls
    AgentTallies agents;     // by agent id, byte order
    Ranking ranking;         // of the agents
    Str adjusted_for;        // what calls differ in, see mix_words
    Relations relations;     // with outcomes
    MeasureTallies measures; // one a measure of the rubric
    Map stock;               // phrases that are no agent's own, see stock.h
} Tally;

// Adds up scorecards that were marked by `rubric`. Cards are kept by reference.
void tally_make(Arena *arena, const Rubric *rubric, const Scorecards *cards, Tally *out);

// Whether a principle of the call is below its floor.
bool card_below_floor(const Scorecard *card);

// Of a row of `verdicts`: how many calls were decided.
uint32_t verdicts_decided(const uint32_t verdicts[VERDICT_COUNT]);

// The rubric's number of a criterion or principle by id, or UINT32_MAX.
uint32_t criterion_index(const Rubric *rubric, Str id);
uint32_t principle_index(const Rubric *rubric, Str id);

#endif
