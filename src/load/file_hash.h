// What a rubric's hash, and that of a pack it uses, is made of.
#ifndef LOAD_FILE_HASH_H
#define LOAD_FILE_HASH_H

#include "load/loader.h"

// The hash that a file has as a rubric, 16 hexadecimal digits: of its bytes, those of the
// files it uses, and then those of the word lists, tables of facts and rubrics of
// `same_as` that any of these names, be it in a detector that is replaced or dropped
// elsewhere. So a pack has one hash by itself and in whatever uses it.
void file_hash(Loader *load, const RubricFile *file, char hash[17]);

#endif
