// Files that were delivered before, and those that are not whole yet.
#ifndef STORE_DELIVERIES_H
#define STORE_DELIVERIES_H

#include "store/store.h"

// Drops, of what was gathered, all that came of files that changed while they were read,
// and of those delivered before; notes the others, and tells of the known ones.
// Precondition: a transaction is open, and something was gathered.
void deliveries_sift(Store *store, const InputFiles *inputs, StoreChanges *changes);

#endif
