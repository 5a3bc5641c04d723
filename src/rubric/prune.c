#include "rubric/prune.h"

#include "rubric/foreign.h"
#include "rubric/reference.h"

// Those that refer to others come after them.
static void keep_references(const Rubric *rubric, bool *kept) {
    for (size_t i = rubric->order.len; i-- > 0;) {
        uint32_t number = rubric->order.items[i];
        if (!kept[number]) continue;
        vec_each(const uint32_t, ref, &rubric->detectors.items[number].refs)
            kept[*ref] = true;
    }
}

// `kept`, one a detector: those that stay whatever refers to them.
static void prune(Arena *arena, Rubric *rubric, bool *kept) {
    bool *wanted = arena_array(arena, bool, patterns_count(rubric->patterns));
    DetectorRefs order = {0};
    keep_references(rubric, kept);
    vec_each(const uint32_t, number, &rubric->order) {
        if (!kept[*number]) continue;
        *vec_push(arena, &order) = *number;
        vec_each(const WrittenPattern, own, &rubric->detectors.items[*number].patterns)
            wanted[own->pattern] = true;
    }
    rubric->order = order;
    rubric_note_detectors(arena, rubric);
    for (uint32_t p = 0; p < patterns_count(rubric->patterns); p++)
        if (!wanted[p]) pattern_leave_out(rubric->patterns, p);
}

void prune_to_mark(Arena *arena, Rubric *rubric) {
    bool *kept = detectors_used(arena, rubric);
    const bool *foreign = detectors_foreign(arena, rubric);
    for (size_t i = 0; i < rubric->detectors.len; i++) kept[i] |= foreign[i];
    prune(arena, rubric, kept);
}

bool *detectors_sought(Arena *arena, const Rubric *rubric, const Texts *names) {
    bool *sought = arena_array(arena, bool, rubric->detectors.len);
    for (size_t i = 0; i < rubric->detectors.len; i++)
        sought[i] = str_is_in(rubric->detectors.items[i].name, names->items, names->len);
    keep_references(rubric, sought);
    return sought;
}

void prune_to_find(Arena *arena, Rubric *rubric, const Texts *names) {
    prune(arena, rubric, detectors_sought(arena, rubric, names));
}
