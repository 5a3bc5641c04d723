// Libraries that few runs need. They are not linked but loaded when they are first asked
// for: with all that they need in turn, loading them would take longer than the rest of a
// run with one call. Their headers declare the functions, of which the one file that
// includes them lists those that it calls:
//
//     #define FUNCTIONS(F) F(archive_read_new) F(archive_read_free)
//     typedef struct { FUNCTIONS(LIBRARY_POINTER) } Functions;
//     static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME) NULL};
//     Functions functions;
//     library_load(LIBRARY_FILE, NAMES, &functions);
//     functions.archive_read_new();
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#define LIBRARY_POINTER(name) __typeof__(name) *name;
#define LIBRARY_NAME(name)    #name,

// Fills a struct of pointers to functions, in the order of their names, behind which
// stands NULL. `file` is the library's, which make tells the one file as LIBRARY_FILE.
// Any thread, and again at no cost to speak of; a library stays loaded. Ends the program
// when it cannot be loaded (memory.h).
void library_load(const char *file, const char *const *names, void *functions);

#endif
