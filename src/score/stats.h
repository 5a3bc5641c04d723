// What a run did and where its time went, for `--stats`.
#ifndef SCORE_STATS_H
#define SCORE_STATS_H

#include "base/buf.h"
#include "detect/detect.h"
#include "rubric/rubric.h"

typedef struct {
    Watch watch; // laps by Lap; sums over all threads
    uint64_t calls, turns;
    uint64_t bytes, text_bytes; // of the files; of the turns
    PatternCost *costs;         // one a pattern of the rubric
    uint32_t patterns;
} Stats;

// Makes room for the costs of the rubric's patterns.
void stats_open(Stats *stats, Arena *arena, const Rubric *rubric);
void stats_count(Stats *stats, const Call *call);
// Both are of the same rubric.
void stats_add(Stats *sum, const Stats *part);
// Tables for a person. `wall_ns` is what the clock on the wall says of the whole run.
void stats_put(Buf *out, const Stats *stats, const Rubric *rubric, int64_t wall_ns);

#endif
