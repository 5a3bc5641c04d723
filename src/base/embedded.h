// Files that were put into the program when it was built: the rubrics that come with it.
// Their paths lie in a folder that is on no disk. Beside them stands the image: what was
// worked out of them then (src/image.c) and would take long at each start.
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include "base/str.h"

#define EMBEDDED_FOLDER STR("<built in>")

enum { EMBEDDED_EDGE = 64 }; // a line of the processor's cache begins there

typedef struct {
    Str name, bytes; // they last as long as the program
} EmbeddedFile;

// Takes the next file off `*rest`, which begins as {0}; false after the last.
bool embedded_next(Str *rest, EmbeddedFile *file);
// The bytes of the file at `path`, or {0}: no such file is empty.
Str embedded_bytes(Str path);
// Whether `bytes` are those of the file of that name, or a copy of them.
bool embedded_is(Str name, Str bytes);
// The part of the image that has this name, or {0}. Its address is a multiple of
// EMBEDDED_EDGE.
Str embedded_image(Str name);
// Gives the memory of what was read of them back to the system; what is looked at again
// comes again from the program's file.
void embedded_let_go(void);

#endif
