// A call that several agents share, as each of them has it.
//
// Every agent has the turns that are theirs. A turn of the customer, or of somebody
// unknown, belongs to the agent who speaks next, who answers it; after the last agent, to
// that one. So the parts are a partition of what was said: no turn is in two of them.
#ifndef CALL_PART_H
#define CALL_PART_H

#include "call/call.h"

// How many agents share the call; 1 when there are not several.
uint32_t call_parts(const Call *call);
// The call as its `number`-th agent has it, from 1; itself when there are not several.
// Every turn keeps its number and its times, but those of other parts are the system's,
// without a word, and `elsewhere`. The wait for the answer is the first agent's. Lives in
// `arena`, and as long as `call`.
const Call *call_part(Arena *arena, const Call *call, uint32_t number);
// "agent 2 of 2, turns 14-31"; {0} of a whole call.
Str part_words(Arena *arena, const AgentPart *part);

#endif
