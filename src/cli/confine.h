// The program holds itself to the files that its command line names.
#ifndef CLI_CONFINE_H
#define CLI_CONFINE_H

#include "cli/options.h"

// From now on may be read: inputs, tables and rubrics that are named, with the folders
// they stand in where more belongs to them, and what is installed. May be written: the
// folder of what is written, and of the store. Nothing where the kernel has no sandbox.
void confine(Arena *arena, const Command *command, const Settings *settings);

#endif
