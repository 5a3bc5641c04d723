#include "score/stats.h"

#include "score/costs.h"

enum { COSTLIEST = 10 }; // patterns that are named

void stats_open(Stats *stats, Arena *arena, const Rubric *rubric) {
    stats->patterns = patterns_count(rubric->patterns);
    stats->costs = arena_array(arena, PatternCost, stats->patterns);
}

void stats_count(Stats *stats, const Call *call) {
    stats->calls += call->part.number <= 1;
    stats->turns += call->turns.len;
    vec_each(const Turn, turn, &call->turns) stats->text_bytes += turn->text.len;
}

void stats_add(Stats *sum, const Stats *part) {
    watch_add(&sum->watch, &part->watch);
    sum->calls += part->calls;
    sum->turns += part->turns;
    sum->bytes += part->bytes;
    sum->text_bytes += part->text_bytes;
    for (uint32_t p = 0; p < sum->patterns; p++)
        costs_add(&sum->costs[p], &part->costs[p]);
}

static double seconds(int64_t ns) { return (double)ns / 1e9; }

static double per_second(uint64_t bytes, int64_t ns) {
    return ns ? (double)bytes / 1e6 / seconds(ns) : 0;
}

static void put_times(Buf *out, const Stats *stats, int64_t wall_ns) {
    static const char *const NAMES[LAP_COUNT] = {"load",  "read",   "parse", "fold",
                                                 "match", "detect", "score", "write"};
    int64_t all = 0;
    for (Lap lap = 0; lap < LAP_COUNT; lap++) all += stats->watch.ns[lap];
    for (Lap lap = 0; lap < LAP_COUNT; lap++) {
        int64_t ns = stats->watch.ns[lap];
        buf_format(out, "%-7s %9.3f s %5.1f %%\n", NAMES[lap], seconds(ns),
                   all ? (double)ns * 100 / (double)all : 0);
    }
    buf_format(out, "%-7s %9.3f s, all threads together; %.3f s by the clock\n", "sum",
               seconds(all), seconds(wall_ns));
}

static uint64_t count_hits(const Stats *stats) {
    uint64_t hits = 0;
    for (uint32_t p = 0; p < stats->patterns; p++) hits += stats->costs[p].hits;
    return hits;
}

void stats_put(Buf *out, const Stats *stats, const Rubric *rubric, int64_t wall_ns) {
    put_times(out, stats, wall_ns);
    buf_format(out, "input   %9.1f MB, %.1f MB/s by the clock\n",
               (double)stats->bytes / 1e6, per_second(stats->bytes, wall_ns));
    buf_format(out,
               "turns   %9.1f MB, %.1f MB/s by the clock, %.1f MB/s while matching\n",
               (double)stats->text_bytes / 1e6, per_second(stats->text_bytes, wall_ns),
               per_second(stats->text_bytes, stats->watch.ns[LAP_MATCH]));
    buf_format(out, "counts  %9llu calls, %llu turns, %llu hits\n",
               (unsigned long long)stats->calls, (unsigned long long)stats->turns,
               (unsigned long long)count_hits(stats));
    costs_put(out, rubric, stats->costs, COSTLIEST);
}
