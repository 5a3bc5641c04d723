// Where the files of a rubric are: in a folder, or built into the program.
#ifndef LOAD_FIND_H
#define LOAD_FIND_H

#include "base/str.h"

// The quality file of a rubric or pack: NAME.quality.yaml beside NAME.yaml; {0} when its
// name does not end in ".yaml".
Str quality_path(Arena *arena, Str path);
// The file that a name on the command line means: itself if it has a '/' or ends in
// ".yaml", else NAME.yaml in the first of `folders` that holds it; {0} when none does.
Str rubric_find(Arena *arena, Str name, const Str *folders, size_t count);
// The file that `name` means in the file at `from`: one beside it, or an installed one. A
// rubric that was copied to be changed may name a pack that it left behind. {0} when
// there is none; `folders` may be NULL.
Str used_find(Arena *arena, Str from, Str name, const Texts *folders);

// A rubric that somebody sent must not read what lies elsewhere: whether a path in it
// leads down from its folder.
bool path_leads_down(Str name);
// The word list or table that `name` means in the file at `from`: beside that, or below
// one of `folders`, which may be NULL. A place where none is, when there is none.
Str listed_find(Arena *arena, Str from, Str name, const Texts *folders);

#endif
