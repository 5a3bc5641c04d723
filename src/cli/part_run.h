// score -o DIR: what is made goes into a part (score/part_file.h), unless it is there.
#ifndef CLI_PART_RUN_H
#define CLI_PART_RUN_H

#include "cli/output.h"
#include "cli/setup.h"

typedef struct {
    Str folder;            // empty: the output is no folder
    PartManifest manifest; // of the part that is being made
    PartSum sum;
    Texts read; // all files that are read, for the fingerprint
    Fingerprint before;
} PartRun;

// Whether the settings name a folder to write to: one that is there, or a name that ends
// in '/'.
bool output_is_folder(Arena *arena, const Settings *settings);

// Readies the run, and gives the path to write to: settings->output, or that of the part.
// EX_OK, or the exit status (said on stderr). *done: the part is there already (said).
int part_run_open(PartRun *run, Setup *setup, Str *path, bool *done);
// Whether the inputs are what they were at the beginning: EX_OK, or EX_TEMPFAIL (said).
int part_run_check(const PartRun *run, const Setup *setup);
// Writes the manifest of the part, which is in its place; EX_OK, or the exit status. What
// was refused is told in the manifest, for whoever puts the parts together, so that it
// does not keep an engine from going on: EX_DATAERR in *status becomes EX_OK.
int part_run_close(PartRun *run, const Setup *setup, int *status);
void part_run_free(PartRun *run); // also one that was not opened

#endif
