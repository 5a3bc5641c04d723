// The files of one folder that appear together. All are made in DIR/.next; then each
// takes the place of its forerunner, or none does. The manifest goes first and comes
// last: a folder without one is half old, half new, because the machine died or the disk
// could not put things back, and the next report mends it.
#ifndef REPORT_OUTPUTS_H
#define REPORT_OUTPUTS_H

#include "base/file.h"
#include "base/interrupt.h"

#define MANIFEST "manifest.json"

// A file that was made and the one that it replaces; either may be missing.
typedef struct {
    const char *made, *place;
} Swap;

typedef struct {
    Arena *arena;
    Str folder, next; // where the files will stand, and where they are made
    Texts names;      // as seen from the folder, in the order in which they are placed
    Texts before;     // those of the report that stands there now
    const char *next_path, *folder_path, *spare;
    VEC(Swap) swaps; // the old manifest's first, the new one's last
} Outputs;

// The outputs of a folder that is there, none yet.
Outputs outputs_in(Arena *arena, Str folder);
// Finds what stands there now; false with errno and *unread, what cannot be read.
bool outputs_find(Outputs *outputs, Str *unread);
// Makes an empty place for new files, which the guard then minds; false with errno.
// Nobody else may be at it (folder_lock).
bool outputs_begin(Outputs *outputs, Guard *guard);
// Where an output is made, and where it, or what is in its place, stands.
Str outputs_made(const Outputs *outputs, Str name);
Str outputs_place(const Outputs *outputs, Str name);
// Takes note of an output; the manifest is the last.
void outputs_add(Outputs *outputs, Str name);
// Syncs all, and gets ready to commit, which asks for no memory: nothing must end the
// program then. False with errno.
bool outputs_finish(Outputs *outputs);
// Puts all in their places, and takes away files of the report before that are not among
// them, but none that no report makes. False with errno when one of them failed; then all
// are where they were.
bool outputs_commit(const Outputs *outputs);
// Removes all that is not in its place; false with errno. Asks for no memory.
bool outputs_end(const Outputs *outputs);

// Holds DIR/.lock until the descriptor is closed; -1 with errno, EWOULDBLOCK when another
// process still holds it after `seconds`.
int folder_lock(Arena *arena, Str folder, unsigned seconds);

#endif
