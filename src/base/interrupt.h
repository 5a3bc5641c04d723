// Ctrl-C and the other signals that end a program from outside (a terminal that hangs up,
// a limit of processor time) while unfinished files exist: they are removed, then the
// program dies by the signal, as its caller expects. No handler, so no state that a
// handler would need.
#ifndef BASE_INTERRUPT_H
#define BASE_INTERRUPT_H

#include "base/arena.h"

#include <stdbool.h>

// A thread waits for the signals, and removes a file, or a folder with all that is in it,
// before it lets them strike. Until the release they strike nowhere else.
typedef struct Guard Guard;
Guard *guard_start(Arena *arena, const char *path);
// Nothing is removed any more, and signals are still held back.
void guard_stop(Guard *guard);
// A pending signal strikes here.
void interrupts_release(void);

#endif
