// What happens when there is no more memory: one answer, wherever it was wanted.
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

// Tells the guard of unfinished files that the program must end. Only while there is a
// guard is it held back; memory_begin() sees to it that the caller of the program does
// not hold it back.
#define MEMORY_SIGNAL SIGRTMAX
void memory_begin(void);

// Says so and ends the program with EX_TEMPFAIL. Unfinished files go first: where a guard
// (base/interrupt.h) minds some, it ends the program. Asks for no memory. malloc(),
// calloc() and realloc() end here too, in whatever library, but for programs that a
// sanitizer watches.
_Noreturn void out_of_memory(void);
// Likewise when `error`, an errno, says that there was none for now.
void end_without_memory(int error);
// Likewise when a file was not to be opened because `error`, an errno, says that the
// process or the machine has too many open: that is no fault of the file's, and passes.
void end_without_files(int error);
// Likewise, with a message of its own, a line, for what else is the machine's fault.
_Noreturn void end_for_now(const char *message);

#endif
