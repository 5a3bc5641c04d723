// Folders, made and removed.
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>

// mkdir -p; false with errno.
bool folder_make(Arena *arena, Str path);
// A file, or a folder with all that is in it; a link is not followed. False with errno.
// Asks for no memory.
bool path_remove(const char *path);

#endif
