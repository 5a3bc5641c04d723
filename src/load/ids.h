// The ids of principles, criteria and measures.
#ifndef LOAD_IDS_H
#define LOAD_IDS_H

#include "load/loader.h"

// Where a thing is named; its own place when it has no id.
Place id_place(const Node *thing);
// Adds an id, which may be empty; complains when another `what` has it.
void ids_add(Loader *load, const char *what, Ids *ids, Str id, Place place);

#endif
