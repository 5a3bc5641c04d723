// Which of the centre's people speaks: the agents of a call's turns.
#ifndef READ_AGENTS_H
#define READ_AGENTS_H

#include "format/call_task.h"

// Finds out whose each turn of an agent is, once the roles are settled. What tells first
// holds:
//   - the transcript says with the turn who speaks;
//   - --agents has a row for the turn's label;
//   - another turn with the same label has been found out;
//   - the label is the name of the call's own agent.
// Else each label is another person. Then a call of one agent has that one as its own, in
// call->agent, and an empty list; a call of several lists them in call->agents, in the
// order in which they first speak, and turn->agent of all their turns is a number in it.
// What cannot be told is noted among the call's problems and complained of.
void agents_settle(CallTask *task);

#endif
