#include "rubric/prune.h"

#include "rubric/foreign.h"
#include "rubric/reference.h"

// Those that refer to others come after them.
static bool *find_kept(Arena *arena, const Rubric *rubric) {
    bool *kept = detectors_used(arena, rubric);
    const bool *foreign = detectors_foreign(arena, rubric);
    for (size_t i = rubric->order.len; i-- > 0;) {
        uint32_t number = rubric->order.items[i];
        kept[number] |= foreign[number];
        if (!kept[number]) continue;
        vec_each(const uint32_t, ref, &rubric->detectors.items[number].refs)
            kept[*ref] = true;
    }
    return kept;
}

void detectors_prune(Arena *arena, Rubric *rubric) {
    const bool *kept = find_kept(arena, rubric);
    bool *wanted = arena_array(arena, bool, patterns_count(rubric->patterns));
    DetectorRefs order = {0};
    vec_each(const uint32_t, number, &rubric->order) {
        if (!kept[*number]) continue;
        *vec_push(arena, &order) = *number;
        vec_each(const WrittenPattern, own, &rubric->detectors.items[*number].patterns)
            wanted[own->pattern] = true;
    }
    rubric->order = order;
    for (uint32_t p = 0; p < patterns_count(rubric->patterns); p++)
        if (!wanted[p]) pattern_leave_out(rubric->patterns, p);
}
