// score --merge: parts put together, into records or into one part of more shards.
#ifndef CLI_MERGE_H
#define CLI_MERGE_H

#include "cli/options.h"

int merge_command(Arena *arena, const Settings *settings);

#endif
