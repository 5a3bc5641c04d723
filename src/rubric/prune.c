#include "rubric/prune.h"

#include "detect/weigh.h"
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
        DetectorRefs refs = detector_references(arena, &rubric->detectors.items[number]);
        vec_each(const uint32_t, ref, &refs) kept[*ref] = true;
    }
    return kept;
}

static void want_all(bool *wanted, const PatternRefs *refs) {
    vec_each(const PatternRef, ref, refs) wanted[ref->pattern] = true;
}

static void want_patterns(bool *wanted, const Detector *detector) {
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        const void *param = detector_param(detector, spec);
        if (spec->type == FIELD_PATTERNS) want_all(wanted, param);
        if (spec->type != FIELD_PHRASES) continue;
        const WeighedPhrases *phrases = param;
        vec_each(const WeighedPhrase, phrase, phrases) want_all(wanted, &phrase->say);
    }
}

void detectors_prune(Arena *arena, Rubric *rubric) {
    const bool *kept = find_kept(arena, rubric);
    bool *wanted = arena_array(arena, bool, patterns_count(rubric->patterns));
    DetectorRefs order = {0};
    vec_each(const uint32_t, number, &rubric->order) {
        if (!kept[*number]) continue;
        *vec_push(arena, &order) = *number;
        want_patterns(wanted, &rubric->detectors.items[*number]);
    }
    rubric->order = order;
    for (uint32_t p = 0; p < patterns_count(rubric->patterns); p++)
        if (!wanted[p]) pattern_leave_out(rubric->patterns, p);
}
