// The same figures for every channel, team, queue or week.
#ifndef TALLY_GROUPS_H
#define TALLY_GROUPS_H

#include "base/zone.h"
#include "tally/tally.h"

typedef enum {
    GROUP_CHANNEL,
    GROUP_TEAM,
    GROUP_QUEUE,
    GROUP_WEEK,
    GROUP_KINDS
} GroupKind;

// Cards of one channel, team, queue or week; a call that agents share has one of each.
typedef struct {
    Str name;                            // "2026-W46" of a week; empty: not known
    VEC(const Scorecard *) cards;        // by start, then call id
    uint32_t assessed, below_floor, low; // with a score; with a floor's flag; in the
                                         // lowest band
    Sums score;
    Position position; // beside the mean of all calls, where `compared`
    bool compared;     // known, and with min_calls scores
    Estimate adjusted; // the mean, had all groups calls of the same agents with as many
                       // upset customers (see adjust.h); score points
} Group;
typedef VEC(Group) Groups;

// Weeks by name; others those with the lowest mean first, and those that are not compared
// last. Weeks are those of ISO 8601 in `zone`.
Groups groups_make(Arena *arena, const Tally *tally, const Zone *zone, GroupKind kind);
// How many of its calls are in a band.
uint32_t group_in_band(const Group *group, const Str *band);

#endif
