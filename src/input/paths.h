// The files that the user's paths stand for.
#ifndef INPUT_PATHS_H
#define INPUT_PATHS_H

#include "base/diag.h"

typedef VEC(Str) Paths;

// Adds a file as it is, "-" as it is, and the files of a folder and its subfolders in
// byte order, without those whose names begin with a dot, and without the folder
// `left_out` (may be empty) when it is met on the way. What cannot be opened is
// complained of; false when that is the machine's fault (is_of_machine).
bool paths_add(Paths *paths, Arena *arena, Str path, Str left_out, Diags *diags);

#endif
