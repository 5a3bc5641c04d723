// Ctrl-C and the other signals that end a program from outside (a terminal that hangs up,
// a limit of processor time) while unfinished files exist: they are removed, then the
// program dies by the signal, as its caller expects. No handler, so no state that a
// handler would need.
#ifndef BASE_INTERRUPT_H
#define BASE_INTERRUPT_H

#include "base/arena.h"

#include <stdbool.h>

// For work that looks up between its steps: holds those signals back until released.
// Threads started meanwhile hold them back too.
void interrupts_hold(void);
bool interrupts_pending(void);
// A pending signal strikes here.
void interrupts_release(void);

// For work that may block, such as a pipe being filtered: a thread waits for the signals
// and removes one file before it lets them strike.
typedef struct Guard Guard;
Guard *guard_start(Arena *arena, const char *path);
void guard_stop(Guard *guard);

#endif
