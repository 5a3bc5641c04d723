// Where each call was first seen, by the hash of its id, in 15 bytes a call: a file of a
// gigabyte holds half a million calls, and should not take more memory than a small one.
#ifndef FORMAT_SEEN_H
#define FORMAT_SEEN_H

#include "base/str.h"
#include "base/vec.h"

typedef struct {
    uint32_t file, line; // line 0 = not seen
    uint32_t digest;     // of the call, as it was noted
} SeenPlace;

typedef struct SeenBlock SeenBlock;
typedef struct {
    Arena arena;
    SeenBlock **buckets;  // NULL = empty
    VEC(SeenPlace) files; // `line`: of all lines, where those of this file begin
    uint32_t last;        // line in use, of all lines
} Seen;

// Two ids are taken for one when 60 bits of their hashes agree: one chance in ten million
// among half a million.
SeenPlace seen_find(const Seen *seen, Str id);
// Precondition: the id is not there yet; line > 0; files come one after the other. Lines
// are counted on from file to file in 32 bits: those past 2^32 - 1 are given as that one.
void seen_add(Seen *seen, Str id, SeenPlace place);

#endif
