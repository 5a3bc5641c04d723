// The share of one run among several that read the same inputs, as a pure function of the
// inputs' order and sizes, so that no run has to know of another.
//
// The inputs lie end to end, in the order in which one run reads them. A shard has an
// even share of that line of bytes, and the calls that begin in it, so that what the
// shards write, one after the other, is what one run writes. Where calls begin in a file
// of CSV, or of one JSON document a line, is found by its reader; any other file,
// compressed ones and archives among them, is a whole, and belongs to the shard in which
// it begins.
//
// The reader goes through a divided file from its beginning up to its shard's end, and
// passes over what is before its own: only so can be told what is quoted in CSV, and what
// number a line has, for complaints and for calls without an id. That is a search for
// line ends and quotes, at many times the speed of marking.
//
// Offsets in a file are those of its text in UTF-8, without a byte order mark.
#ifndef INPUT_SHARD_H
#define INPUT_SHARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t index, count; // from 0, less than count; count 0: one run reads all
} Shard;

typedef struct {
    uint64_t from, to; // up to, but not with it; UINT64_MAX: to the end
} ByteRange;
#define ALL_BYTES ((ByteRange){0, UINT64_MAX})

// Sets own[i] to where those calls of file i begin that are the shard's; {0} when none
// are. A file weighs its size and one byte more, so that an empty one has a place too.
void shard_divide(Shard shard, const uint64_t *sizes, size_t count, ByteRange *own);

#endif
