// Ctrl-C and the other signals that end a program from outside (a terminal that hangs up,
// a limit of processor time) while unfinished files exist: they are removed, then the
// program dies by the signal, as its caller expects. Want of memory is answered likewise
// (memory.h). No handler, so no state that a handler would need.
#ifndef BASE_INTERRUPT_H
#define BASE_INTERRUPT_H

#include "base/arena.h"

#include <stdbool.h>

// Until the release the signals strike nowhere; then those that came meanwhile do.
void interrupts_hold(void);
void interrupts_release(void);

// A thread waits for the signals, which it holds back, and removes what is unfinished
// before it lets them strike. It is started before that is made: between the making and
// a guard that comes later there would be room for a signal.
typedef struct Guard Guard;
typedef enum {
    GUARD_ALL,
    GUARD_MEMORY // minds want of memory alone: signals wait for the release
} GuardType;
Guard *guard_start(Arena *arena, GuardType type);
// Nothing is removed any more, and signals are still held back.
void guard_stop(Guard *guard);
// What is unfinished is made, or becomes what it is to be, with the lock held: in no
// time, and without asking for memory. From then on `path`, a file or a folder with all
// that is in it, is unfinished; NULL: nothing. errno stays.
void guard_lock(Guard *guard);
void guard_unlock(Guard *guard, const char *path);

#endif
