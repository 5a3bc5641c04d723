#include "check/why_not.h"

#include <string.h>

static bool holds(const Rubric *rubric, Finder *finder, uint32_t detector,
                  const Call *call, Arena *scratch) {
    CallFindings found =
        call_detect(finder, &rubric->detectors, &rubric->order, call, scratch);
    return found.findings[detector].known && found.findings[detector].holds;
}

// ---- Without one of its fields

// What can keep a detector from holding: fields that rule nothing out when they are zero.
static const struct {
    FieldType type;
    FieldPurpose purpose;
    size_t size;
    const char *text;
} RULES[] = {
    {FIELD_GUARD, PURPOSE_OWN, sizeof(uint32_t),
     "undone by a negation before it; 'negation: off' lets it stand"},
    {FIELD_PATTERNS, PURPOSE_UNDOES, sizeof(PatternRefs), "undone by 'unless'"},
    {FIELD_WINDOW, PURPOSE_OWN, sizeof(Window), "outside of the 'window'"},
    {FIELD_DISTANCE, PURPOSE_OWN, sizeof(Distance), "farther than 'within' allows"},
};
enum { RULE_COUNT = sizeof RULES / sizeof *RULES };

static bool holds_without(const Rubric *rubric, Finder *finder, uint32_t detector,
                          size_t rule, const Call *call, Arena *scratch) {
    Rubric changed = *rubric;
    Detector *detectors = arena_array(scratch, Detector, rubric->detectors.len);
    memcpy(detectors, rubric->detectors.items,
           rubric->detectors.len * sizeof *rubric->detectors.items);
    changed.detectors.items = detectors;
    const DetectorKind *kind = detectors[detector].kind;
    const FieldSpec *spec = field_for(kind, RULES[rule].type, RULES[rule].purpose);
    if (!spec) return false;
    char *params = arena_alloc(scratch, kind->params_size);
    memcpy(params, detectors[detector].params, kind->params_size);
    detectors[detector].params = params;
    memset(params + spec->offset, 0, RULES[rule].size);
    return holds(&changed, finder, detector, call, scratch);
}

// ---- Without whole words

static Patterns *loosen(Arena *arena, const Rubric *rubric) {
    Patterns *patterns = patterns_new(arena);
    for (uint32_t i = 0; i < patterns_count(rubric->patterns); i++) {
        uint32_t detector = rubric->origins.items[i].detector;
        PatternError error;
        PatternSpec spec = {.regex = pattern_regex(rubric->patterns, i),
                            .role = rubric->detectors.items[detector].role};
        patterns_add(patterns, &spec, &error);
    }
    patterns_seal(patterns);
    return patterns;
}

static bool holds_loosely(const Rubric *rubric, LoosePatterns *loose, uint32_t detector,
                          const Call *call, Arena *scratch) {
    if (!loose->patterns) {
        loose->patterns = loosen(&loose->arena, rubric);
        finder_open(&loose->finder, loose->patterns, true);
        loose->finder.passed = &rubric->passed;
    }
    return holds(rubric, &loose->finder, detector, call, scratch);
}

void loose_patterns_free(LoosePatterns *loose) {
    finder_close(&loose->finder);
    if (loose->patterns) patterns_free(loose->patterns);
    arena_free(&loose->arena);
}

Str why_not_explain(const Rubric *rubric, Finder *finder, LoosePatterns *loose,
                    uint32_t detector, const Call *call, Arena *scratch) {
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        if (holds_without(rubric, finder, detector, rule, call, scratch))
            return str_from(RULES[rule].text);
    if (holds_loosely(rubric, loose, detector, call, scratch))
        return STR("its words are parts of longer ones; 'whole_words: no' allows that");
    return (Str){0};
}
