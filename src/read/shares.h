// How large the inputs are, and what of each this run reads.
#ifndef READ_SHARES_H
#define READ_SHARES_H

#include "format/options.h"

// Sets `own` of all files, and gives their bytes in `total`: 0 when these are not known,
// as of a pipe, or not all are read. A file that another shard reads counts as opened.
// False with complaints when some cannot be divided into shards.
bool shares_settle(Arena *run, Shard shard, InputFiles *files, uint64_t *total,
                   Diags *diags);

#endif
