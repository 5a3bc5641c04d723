// Parts put together: their records one after the other, in the order of their shards, as
// one run would have written them. Memory does not grow with the parts, but by 15 bytes a
// call (format/seen.h), to notice one that is in two shards.
//
// Of such a call the first stays. What becomes of the parts does not depend on which are
// put together first, so any tree of merges gives the same bytes; where the two records
// of the call stand does, and is told, but not kept.
#ifndef SCORE_PART_MERGE_H
#define SCORE_PART_MERGE_H

#include "score/part_set.h"

// Takes whole lines; false ends the merge.
typedef bool MergePut(void *context, Str lines);

typedef struct {
    MergePut *put;
    void *context;
    uint64_t copies;       // calls that were there already, the same
    PartManifest manifest; // of the parts together; its sum is the caller's to count
    Diags told;            // what the manifest tells, with places
} PartMerge;

// Merges a set that part_set_check has approved of; *problem, in `arena`: why not to the
// end, as when a part changes meanwhile; empty when it is done, or `put` ended it. The
// manifest has what all of them tell, and the errors of the calls that two shards had and
// that differed.
void parts_merge(Arena *arena, const PartSet *set, PartMerge *merge, Str *problem);

#endif
