// Lists of alternatives in a track (STEP_EITHER, STEP_TRY), for track_make.c.
#ifndef MATCH_TRACK_LIST_H
#define MATCH_TRACK_LIST_H

#include "match/track_node.h"
#include "match/track_write.h"

// An alternative, what it can begin with, and where its steps stand.
typedef struct {
    const RegexNode *sequence;
    uint64_t kinds;
    Str text;         // that it begins with, which stands in its list
    size_t from, end; // where the rest is, 0: there is none; the place of its STEP_GO,
                      // that of what stands behind all
} Part;
typedef VEC(Part) Parts;

// The alternatives of a group, in the place of one that is such a group those of that.
void add_parts(Writer *writer, const RegexNode *either, Parts *parts);

// Lists on their way: they are written before the parts, and settled behind them.
typedef struct {
    size_t places, from, end; // of the kinds, of the lists, and what is behind these
} Lists;
// STEP_EITHER.
Lists put_lists(Writer *writer, const Parts *parts);
// One list, of all parts.
Lists put_list_of_all(Writer *writer, const Parts *parts);
// Behind all parts is here.
void settle_lists(Writer *writer, const Parts *parts, const Lists *lists);

#endif
