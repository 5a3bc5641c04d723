// Folders of parts (score/part_file.h) among the inputs of a report.
#ifndef CLI_PART_INPUTS_H
#define CLI_PART_INPUTS_H

#include "cli/setup.h"
#include "score/part_set.h"

typedef struct {
    VEC(PartSet) sets; // one for each folder: the parts of one run
    bool failed;       // a folder could not be read to its end (said)
    Str incomplete;    // what is missing of them, in a sentence; empty: nothing
} PartInputs;

// Adds the parts of the folder at `path`; false when it is none that holds parts.
bool part_inputs_add(Arena *arena, PartInputs *inputs, Str path);
// Checks them, and adds their files to `records` in the order of their shards, and to
// setup->diags what was refused when they were made. EX_OK; EX_DATAERR when not all of
// them can be used, EX_NOINPUT when not all can be read (said on stderr).
int part_inputs_open(Setup *setup, PartInputs *inputs, Texts *records);
// Adds what was refused when the parts were made to the account of their files, which are
// the last of `files`.
void part_inputs_count(const PartInputs *inputs, InputFiles *files);

#endif
