// Calls of one agent for a person to listen to, so that the machine's marks are checked
// without listening to all: some by chance, of which any figure holds for all calls, and
// those where a second opinion is worth most.
#ifndef TALLY_SAMPLING_H
#define TALLY_SAMPLING_H

#include "tally/tally.h"

typedef enum {
    SAMPLE_RANDOM,    // by chance, each call that has a score alike
    SAMPLE_UNCERTAIN, // of whose score most is in doubt, see card_doubt
    SAMPLE_LOWEST,    // the lowest scores of calls that were judged well
    SAMPLE_UNPROVEN,  // by chance, with a mark that does not count
    SAMPLE_REASONS
} SampleReason;

typedef struct {
    SampleReason reason;
    const Scorecard *card;
    const Mark *mark; // the one to judge; NULL: all of the call's
    uint32_t of;      // of SAMPLE_RANDOM: the number of calls that one was drawn from
    uint32_t drawn;   // and how many were drawn; else 0
} SampledCall;
typedef VEC(SampledCall) SampledCalls;

// At most `each` calls for each reason; a call stands under its first reason only. They
// depend on the calls and on `seed`, and not on the order in which the calls came. What
// is drawn by chance is drawn first, so that each call has the same probability.
SampledCalls sample_agent(Arena *arena, const Rubric *rubric, const AgentTally *agent,
                          uint64_t seed, uint32_t each);
Str sample_reason_name(SampleReason reason); // "random"

#endif
