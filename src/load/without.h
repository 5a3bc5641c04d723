// What an overlay takes away from a detector: single entries of its lists.
#ifndef LOAD_WITHOUT_H
#define LOAD_WITHOUT_H

#include "load/loader.h"

// Takes these entries from all lists of the maps in which a detector of this kind is
// written so far; complains of one that is in none of them.
void without_apply(Loader *load, DetectorNode *detector, const DetectorKind *kind,
                   const Node *entries);
// Whether a field of a kind is a list: an overlay adds to it and takes from it.
bool field_is_list(const FieldSpec *spec);

#endif
