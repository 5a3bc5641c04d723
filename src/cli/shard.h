// --shard: which of several runs this is, that read the same inputs and share the calls.
#ifndef CLI_SHARD_H
#define CLI_SHARD_H

#include "base/str.h"
#include "input/shard.h"

// Reads "3/12", or "env/12": there the number comes from the one variable that is set of
// those in which engines tell a task its number, and some count from 1. False when it is
// none, said on stderr.
bool shard_parse(Str text, Shard *shard);

#endif
