// The files of one folder that appear together: each is completed beside its place as
// ".NAME.part", then all are renamed.
#ifndef REPORT_OUTPUTS_H
#define REPORT_OUTPUTS_H

#include "base/file.h"

typedef struct {
    Arena *arena;
    Str folder;
    Texts names; // as seen from the folder, in the order in which they will be renamed
} Outputs;

// Takes note of an output and gives the path where it will stand.
Str outputs_add(Outputs *outputs, Str name);
// Syncs all, then renames all; false with errno when one of them failed.
bool outputs_commit(const Outputs *outputs);
// Removes all that is unfinished.
void outputs_abandon(const Outputs *outputs);
// Removes what a run that died left unfinished in the folder, whatever it was going to
// be.
void outputs_sweep(const Outputs *outputs);
// Removes the files of `before` that are not among the outputs. Names that lead out of
// the folder, or that no report makes, are left alone.
void outputs_prune(const Outputs *outputs, const Texts *before);

// Holds DIR/.lock until the descriptor is closed; -1 with errno, EWOULDBLOCK when another
// process still holds it after `seconds`.
int folder_lock(Arena *arena, Str folder, unsigned seconds);

#endif
