// The parts of one run (score/part_file.h), brought together from where they were made.
#ifndef SCORE_PART_SET_H
#define SCORE_PART_SET_H

#include "score/part_file.h"

typedef struct {
    Str folder;
    PartManifest manifest; // after part_set_check; before, its shards alone
    bool whole;            // its bytes are there, as its manifest tells
} Part;

typedef struct {
    VEC(Part) parts;          // after part_set_check: all whole, by their shards
    VEC(PartManifest) absent; // the shards that --allow-missing does without
} PartSet;

// Whether a folder holds the file of a part, or of its manifest; false with errno when it
// cannot be read, else with errno 0.
bool parts_are_in(Str folder);
// Adds the parts of a folder, or the one whose file is at `path`; false when there is
// none, with errno 0, or the folder cannot be read to its end, with errno.
bool part_set_add(Arena *arena, PartSet *set, Str path);

typedef struct {
    bool all;           // from the first shard to the last; else there may be no gaps
    bool allow_missing; // parts that are missing, short or damaged are doubts, not errors
} PartDemand;

// Reads the manifests and all bytes, and complains of each part that is missing, short,
// damaged, of another run or there twice. False when there was an error; else the set has
// what is to be used.
bool part_set_check(Arena *arena, PartSet *set, PartDemand demand, Diags *diags);

// What the manifests tell was refused or doubtful, each of it once: a file that cannot be
// read is told of by every shard that should have some of it.
void part_set_problems(const PartSet *set, Diags *diags);

#endif
