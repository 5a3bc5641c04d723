// Files that were delivered before, and those that are not whole yet.
#ifndef STORE_DELIVERIES_H
#define STORE_DELIVERIES_H

#include "format/options.h"
#include "store/database.h"

// Of the table of arrivals, drops all that came of files that changed while they were
// read, and of those delivered before; notes the others. Gives the number of those known,
// and the path of the first of them, if any. Precondition: a transaction is open, and the
// table is there.
int64_t deliveries_sift(Database *database, Arena *arena, const InputFiles *inputs,
                        Str *first);

#endif
