#include "score/costs.h"

#include "base/file.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { SHOWN_BYTES = 60 }; // of a pattern

void costs_add(PatternCost *sum, const PatternCost *part) {
    sum->turns += part->turns;
    sum->tries += part->tries;
    sum->hits += part->hits;
    sum->gave_up += part->gave_up;
    sum->ns += part->ns;
}

static int compare(const void *a, const void *b) {
    const CostLine *one = a, *other = b;
    if (one->cost.ns != other->cost.ns) return one->cost.ns > other->cost.ns ? -1 : 1;
    return one->pattern < other->pattern ? -1 : 1;
}

CostLines costs_sort(Arena *arena, const PatternCost *costs, uint32_t count) {
    CostLines lines = {0};
    for (uint32_t p = 0; p < count; p++)
        *vec_push(arena, &lines) = (CostLine){costs[p], p};
    if (count) qsort(lines.items, count, sizeof *lines.items, compare);
    return lines;
}

void costs_put_head(Buf *out) {
    buf_format(out, "%9s %7s %9s %9s %9s  ", "ms", "share", "turns", "tries", "hits");
}

void cost_put(Buf *out, const Rubric *rubric, const CostLine *line, int64_t all_ns) {
    const PatternCost *cost = &line->cost;
    const PatternOrigin *origin = &rubric->origins.items[line->pattern];
    buf_format(out, "%9.3f %5.1f %% %9llu %9llu %9llu  %.*s:%u:%u %.*s: ",
               (double)cost->ns / 1e6,
               all_ns ? (double)cost->ns * 100 / (double)all_ns : 0,
               (unsigned long long)cost->turns, (unsigned long long)cost->tries,
               (unsigned long long)cost->hits, STR_ARG(path_base(origin->place.path)),
               origin->place.line, origin->place.col,
               STR_ARG(rubric->detectors.items[origin->detector].name));
    if (cost->gave_up)
        buf_format(out, "gave up on %llu turn%s: ", (unsigned long long)cost->gave_up,
                   cost->gave_up == 1 ? "" : "s");
}

static void put_words(Buf *out, Str regex) {
    Str shown = utf8_clip(regex, SHOWN_BYTES);
    buf_line(out, shown);
    buf_text(out, shown.len < regex.len ? "...\n" : "\n");
}

void costs_put(Buf *out, const Rubric *rubric, const PatternCost *costs, size_t most) {
    uint32_t count = patterns_count(rubric->patterns);
    CostLines lines = costs_sort(out->arena, costs, count);
    PatternCost all = {0};
    vec_each(const CostLine, line, &lines) costs_add(&all, &line->cost);
    buf_format(out, "tries   %9llu, in %.3f s\n", (unsigned long long)all.tries,
               (double)all.ns / 1e9);
    if (!all.turns) return;
    costs_put_head(out);
    buf_text(out, "pattern\n");
    for (size_t i = 0; i < count; i++) {
        const CostLine *line = &lines.items[i];
        if (i >= most && !line->cost.gave_up) continue;
        if (!line->cost.turns) continue;
        cost_put(out, rubric, line, all.ns);
        put_words(out, pattern_regex(rubric->patterns, line->pattern));
    }
}
