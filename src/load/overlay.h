// Which detectors there are, and in which maps they are written, once every file has
// defined, extended and dropped some. The names of a file that is read later take the
// place of those that were there.
#ifndef LOAD_OVERLAY_H
#define LOAD_OVERLAY_H

#include "load/loader.h"

FieldRead detectors_gather;  // into: unused
FieldRead extensions_gather; // likewise
FieldRead drops_gather;      // likewise
// What a detector is called that gave way to one that still asks for it.
Str name_before(Arena *arena, Str name);
// Numbers what has not been dropped.
void detectors_number(Loader *load);
// Whether the name at `place` is of a dropped detector; complains of that.
bool dropped_refuse(Loader *load, Str name, Place place);

#endif
