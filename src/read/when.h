// When things were said: the last look at a call's times, whatever format it came in.
#ifndef READ_WHEN_H
#define READ_WHEN_H

#include "format/call_task.h"

// Settles the times of the task's call (call/when.h); complains of those that are not to
// be relied on, and of ends before their starts, which cost the turn both.
void when_settle(CallTask *task);

#endif
