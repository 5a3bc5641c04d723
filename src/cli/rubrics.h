// The rubrics that can be named on the command line: of folders, and built in.
#ifndef CLI_RUBRICS_H
#define CLI_RUBRICS_H

#include "cli/options.h"

// The folders where bare names of rubrics are looked up, in this order: --rubric-dir,
// $CALLMARK_RUBRICS, the installed one, EMBEDDED_FOLDER.
Texts rubric_folders(Arena *arena, const Settings *settings);
// The names of the rubrics and packs in a folder, in byte order; none when it cannot be
// read.
Texts rubric_names(Arena *arena, Str folder);
// The file of a rubric named on the command line; {0} when there is none (said on
// stderr).
Str rubric_file(Arena *arena, const Settings *settings, Str name);
// What a rubric is opened for.
typedef enum {
    RUBRIC_WHOLE,
    RUBRIC_OR_PACK, // whole, and a pack will do
    RUBRIC_TO_MARK, // rubric_load_to_mark
    RUBRIC_TO_FIND, // rubric_load_to_find, where settings->detectors names some
} RubricUse;
// Loads a rubric; EX_OK, or EX_CONFIG with its mistakes on stderr.
int rubric_open(Arena *arena, const Settings *settings, Str name, RubricUse purpose,
                Rubric *rubric);
// Warns of each of its files that was found in one of `folders` and has an older
// `version:` than the one that is built in.
void rubric_compare_versions(const Rubric *rubric, const Texts *folders, Diags *diags);

#endif
