// Which of the centre's people speaks: the agents of a call's turns.
#ifndef READ_AGENTS_H
#define READ_AGENTS_H

#include "format/call_task.h"

// For a call whose roles are settled. Each turn of an agent is his of whom the transcript
// tells with the turn, else his whom --agents knows by the label, else his whom other
// turns of the same label are, else the call's own agent's, whose name the label is;
// several labels are several people. Then a call of one agent has him as its own, without
// a list, and a call of several has them listed in the order in which they first speak,
// and every turn of an agent has a number. What cannot be told is noted and complained
// of.
void agents_settle(CallTask *task);

#endif
