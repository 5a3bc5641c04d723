#include "check/why_not.h"

#include "load/ready.h"

#include <string.h>

// A detector that does not hold in a call, though it should.
typedef struct {
    const Rubric *rubric;
    uint32_t detector;
    const Call *call;
    Arena *scratch;
} Miss;

static bool holds(const Miss *miss, const Rubric *rubric, Finder *finder) {
    Findings *findings = call_detect(finder, &rubric->detectors, &rubric->order,
                                     miss->call, miss->scratch);
    const Finding *finding = findings_ask(findings, miss->detector);
    return finding->known && finding->holds;
}

// ---- With one of its fields otherwise

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

static const FieldSpec *field_of(const Miss *miss, size_t rule) {
    const Detector *detector = &miss->rubric->detectors.items[miss->detector];
    return field_for(detector->kind, RULES[rule].type, RULES[rule].purpose);
}

// Whether it holds when the field of a rule has another value.
static bool holds_with(const Miss *miss, Finder *finder, size_t rule, const void *value) {
    size_t count = miss->rubric->detectors.len;
    Rubric changed = *miss->rubric;
    Detector *detectors = arena_array(miss->scratch, Detector, count);
    memcpy(detectors, changed.detectors.items, count * sizeof *detectors);
    changed.detectors.items = detectors;
    Detector *detector = &detectors[miss->detector];
    char *params = arena_alloc(miss->scratch, detector->kind->params_size);
    memcpy(params, detector->params, detector->kind->params_size);
    memcpy(params + field_of(miss, rule)->offset, value, RULES[rule].size);
    detector->params = params;
    detectors_make_ready(miss->scratch, &changed.detectors, &changed.order);
    return holds(miss, &changed, finder);
}

static bool holds_without(const Miss *miss, Finder *finder, size_t rule) {
    if (!field_of(miss, rule)) return false;
    return holds_with(miss, finder, rule, arena_alloc(miss->scratch, RULES[rule].size));
}

// The one pattern of a rule without which it would hold, or NULL.
static const WrittenPattern *find_culprit(const Miss *miss, Finder *finder, size_t rule) {
    const Detector *detector = &miss->rubric->detectors.items[miss->detector];
    const PatternRefs *refs = detector_param(detector, field_of(miss, rule));
    for (size_t i = 0; i < refs->len; i++) {
        PatternRefs others = {0};
        vec_each(const PatternRef, ref, refs)
            if (ref != &refs->items[i])
                pattern_refs_add(miss->scratch, &others, ref->pattern, ref->regex);
        if (holds_with(miss, finder, rule, &others))
            return detector_pattern(detector, refs->items[i].pattern);
    }
    return NULL;
}

// A window in time, in an example that tells no times.
static bool lacks_times(const Miss *miss, size_t rule) {
    const Detector *detector = &miss->rubric->detectors.items[miss->detector];
    if (RULES[rule].type != FIELD_WINDOW) return false;
    const Window *window = detector_param(detector, field_of(miss, rule));
    return window->unit == UNIT_MS && miss->call->turns.len &&
           miss->call->turns.items[0].start_ms == NO_TIME;
}

static Str explain_rule(const Miss *miss, Finder *finder, size_t rule) {
    if (lacks_times(miss, rule))
        return STR("its 'window' is in time, and the example tells no times");
    bool patterns = RULES[rule].type == FIELD_PATTERNS;
    const WrittenPattern *culprit = patterns ? find_culprit(miss, finder, rule) : NULL;
    if (!culprit) return str_from(RULES[rule].text);
    return str_format(miss->scratch, "%s at %.*s", RULES[rule].text,
                      STR_ARG(place_words(miss->scratch, culprit->place)));
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

static bool holds_loosely(const Miss *miss, LoosePatterns *loose) {
    if (!loose->patterns) {
        loose->patterns = loosen(&loose->arena, miss->rubric);
        finder_open(&loose->finder, loose->patterns, true);
        loose->finder.passed = &miss->rubric->passed;
    }
    return holds(miss, miss->rubric, &loose->finder);
}

void loose_patterns_free(LoosePatterns *loose) {
    finder_close(&loose->finder);
    if (loose->patterns) patterns_free(loose->patterns);
    arena_free(&loose->arena);
}

Str why_not_explain(const Rubric *rubric, Finder *finder, LoosePatterns *loose,
                    uint32_t detector, const Call *call, Arena *scratch) {
    const Miss miss = {rubric, detector, call, scratch};
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        if (holds_without(&miss, finder, rule)) return explain_rule(&miss, finder, rule);
    if (holds_loosely(&miss, loose))
        return STR("its words are parts of longer ones; 'whole_words: no' allows that");
    return (Str){0};
}
