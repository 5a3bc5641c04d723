#include "check/relaxed.h"

#include "match/relax.h"

const PatternRefs *detector_any(const Detector *detector) {
    const FieldSpec *spec = field_for(detector->kind, FIELD_PATTERNS, PURPOSE_FINDS);
    return spec ? detector_param(detector, spec) : NULL;
}

// A variant can be too long for PCRE2 where the pattern just was not; then it is left
// out.
static void relax_pattern(Arena *arena, const Rubric *rubric, uint32_t detector,
                          uint32_t pattern, RelaxedRubric *out) {
    PatternSpec spec = pattern_spec(rubric->patterns, pattern);
    const PatternOrigin *origin = &rubric->origins.items[pattern];
    RelaxedList variants = regex_relax(arena, spec.regex);
    vec_each(const Relaxed, variant, &variants) {
        PatternError error;
        spec.regex = variant->regex;
        if (patterns_add(out->rubric.patterns, &spec, &error) == PATTERN_NONE) continue;
        Str missing = expansion_written(&origin->expansion, variant->start, variant->end);
        *vec_push(arena, &out->items) = (RelaxedPattern){detector, pattern, missing};
    }
}

void rubric_relax(Arena *arena, const Rubric *rubric, const bool *wanted,
                  RelaxedRubric *out) {
    // Its words stand where the rubric's do: what is found by one is placed by the other.
    *out = (RelaxedRubric){.rubric = {.language = rubric->language,
                                      .passed = rubric->passed,
                                      .patterns = patterns_new(arena)}};
    for (uint32_t d = 0; d < rubric->detectors.len; d++) {
        const PatternRefs *any = detector_any(&rubric->detectors.items[d]);
        if (!wanted[d] || !any) continue;
        vec_each(const PatternRef, ref, any)
            relax_pattern(arena, rubric, d, ref->pattern, out);
    }
    patterns_seal(out->rubric.patterns);
}
