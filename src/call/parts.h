// Files that are parts of one conversation: Genesys Cloud writes one for each
// communication, so that a call that was passed on is several files.
#ifndef CALL_PARTS_H
#define CALL_PARTS_H

#include "call/read.h"

// Chains the files that name the same conversation, by a look at the head of each: sets
// next_part of each but the last, and is_part of each but the first.
void parts_find(InputFiles *files);

#endif
