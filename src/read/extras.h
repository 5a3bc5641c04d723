// What is told of a call beside its transcript: in a row of --calls, in its file's name.
#ifndef READ_EXTRAS_H
#define READ_EXTRAS_H

#include "format/call_task.h"

// Fills in what the call of a task that has been read lacks: first from its row in
// --calls, then from the name of its file. What the transcript itself says stays; that it
// is told otherwise is said once a file and field. A call whose id was made of the file's
// name takes the id that --name-pattern finds there.
void extras_apply(CallTask *task);

#endif
