#include "check/check.h"

#include "base/utf8.h"
#include "check/runaway.h"
#include "match/absent.h"
#include "rubric/expression.h"
#include "rubric/reference.h"
#include "rubric/verdict.h"

// ---- Patterns that run away

static void check_runaways(const Rubric *rubric, Diags *diags) {
    Arena scratch = {0}, arena = {0};
    PatternProbe *probe = pattern_probe_new(&arena, rubric->patterns);
    for (uint32_t i = 0; i < patterns_count(rubric->patterns); i++) {
        arena_reset(&scratch);
        Runaway found = pattern_runaway(rubric, probe, i, &scratch);
        if (found.length)
            diag_add(
                diags, DIAG_ERROR, rubric->origins.items[i].place,
                "pattern can run away: more than %d steps on %u characters '%.*s...'",
                PATTERN_STEPS, found.length, STR_ARG(found.text))
                ->hint = STR("is there a repetition inside another, as in (?:a+)+ ?");
    }
    pattern_probe_free(probe);
    arena_free(&arena);
    arena_free(&scratch);
}

// ---- Patterns that ask for marks

// Under `bare` no turn has any: who asks for a comma finds nothing, and would not know.
static void check_marks(const Rubric *rubric, Diags *diags) {
    enum { SHOWN = 60 };
    Arena scratch = {0};
    uint32_t count = rubric->passed.bare ? patterns_count(rubric->patterns) : 0;
    for (uint32_t i = 0; i < count; i++) {
        arena_reset(&scratch);
        PatternSpec spec = pattern_spec(rubric->patterns, i);
        Str absent = regex_absent(&scratch, spec.regex, spec.unicode);
        if (!absent.len) continue;
        Str shown = utf8_clip(absent, SHOWN);
        diag_add(diags, DIAG_WARNING, rubric->origins.items[i].place,
                 "no turn has the mark that '%.*s%s' asks for", STR_ARG(shown),
                 shown.len < absent.len ? "..." : "")
            ->hint = STR("patterns see what is said without its marks (bare: yes): "
                         "leave the mark out");
    }
    arena_free(&scratch);
}

// ---- Detectors without examples

static bool has_patterns(const Detector *detector) {
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        const void *param = detector_param(detector, spec);
        if (spec->type == FIELD_PHRASES) return true;
        if (spec->type == FIELD_PATTERNS && ((const PatternRefs *)param)->len)
            return true;
    }
    return false;
}

static bool has_example(const Detector *detector, ExampleType type) {
    vec_each(const Example, example, &detector->examples)
        if (example->type == type) return true;
    return false;
}

static void check_examples_given(const Rubric *rubric, Diags *diags) {
    static const struct {
        ExampleType type;
        const char *name;
    } WANTED[] = {{EXAMPLE_MATCH, "match"}, {EXAMPLE_NO_MATCH, "no_match"}};
    vec_each(const Detector, detector, &rubric->detectors)
        for (size_t i = 0; has_patterns(detector) && i < sizeof WANTED / sizeof *WANTED;
             i++)
            if (!has_example(detector, WANTED[i].type))
                diag_add(diags, DIAG_WARNING, detector->place,
                         "detector '%.*s' has no '%s' example", STR_ARG(detector->name),
                         WANTED[i].name);
}

// ---- Words for people

static void check_texts(const Rubric *rubric, Diags *diags) {
    static const struct {
        size_t offset;
        const char *name, *what;
        bool observable; // only what can be marked needs it
    } WANTED[] = {
        {offsetof(Criterion, ask), "ask", "the question it answers", false},
        {offsetof(Criterion, tip), "tip", "what an agent can do better", true},
        {offsetof(Criterion, say), "say", "words an agent can use", true},
    };
    vec_each(const Criterion, criterion, &rubric->criteria) {
        for (size_t i = 0; i < sizeof WANTED / sizeof *WANTED; i++) {
            const Str *text = (const Str *)((const char *)criterion + WANTED[i].offset);
            if (text->len || (WANTED[i].observable && !criterion->observable)) continue;
            diag_add(diags, DIAG_WARNING, criterion->place,
                     "criterion '%.*s' has no '%s'", STR_ARG(criterion->id),
                     WANTED[i].name)
                ->hint = str_from(WANTED[i].what);
        }
        if (!criterion->source.len &&
            !rubric->principles.items[criterion->principle].source.len)
            diag_add(diags, DIAG_NOTE, criterion->place,
                     "neither criterion '%.*s' nor its principle has a 'source'",
                     STR_ARG(criterion->id));
    }
}

static void check_measures(const Rubric *rubric, Diags *diags) {
    vec_each(const Measure, measure, &rubric->measures)
        if (!measure->source.len)
            diag_add(diags, DIAG_NOTE, measure->place, "measure '%.*s' has no 'source'",
                     STR_ARG(measure->id));
}

// ---- Detectors nobody uses

static void check_use(Arena *arena, const Rubric *rubric, Diags *diags) {
    const bool *used = detectors_used(arena, rubric);
    for (size_t i = 0; i < rubric->detectors.len; i++) {
        const Detector *detector = &rubric->detectors.items[i];
        if (!used[i] && !detector->from_pack)
            diag_add(diags, DIAG_WARNING, detector->place,
                     "detector '%.*s' is never used", STR_ARG(detector->name));
    }
}

// ---- What the source names

// "S2 principle 1" begins "S2 principle 1, Speed", and not "S2 principle 10".
static bool begins(Str source, Str name) {
    return str_starts(source, name) &&
           (source.len == name.len || !byte_is_word(source.ptr[name.len]));
}

static bool any_begins(const Texts *sources, Str name) {
    vec_each(const Str, source, sources)
        if (begins(*source, name)) return true;
    return false;
}

static bool is_covered(const Rubric *rubric, Str name) {
    vec_each(const Principle, principle, &rubric->principles)
        if (any_begins(&principle->source, name)) return true;
    vec_each(const Criterion, criterion, &rubric->criteria)
        if (any_begins(&criterion->source, name)) return true;
    return false;
}

static void check_covers(const Rubric *rubric, Diags *diags) {
    vec_each(const SourceName, source, &rubric->covers) {
        if (is_covered(rubric, source->name)) continue;
        Diag *diag = diag_add(diags, DIAG_ERROR, source->place,
                              "nothing has the source '%.*s'", STR_ARG(source->name));
        diag->hint = STR("what no transcript shows is a criterion with 'observable: no'");
    }
}

// ---- Criteria that cannot be decided

enum { FEW = 12 }; // detectors whose every combination is tried

typedef struct {
    uint32_t detectors[FEW];
    size_t count; // FEW + 1: too many
} Distinct;

static void distinguish(void *context, uint32_t detector) {
    Distinct *distinct = context;
    for (size_t i = 0; i < distinct->count && i < FEW; i++)
        if (distinct->detectors[i] == detector) return;
    if (distinct->count < FEW) distinct->detectors[distinct->count] = detector;
    if (distinct->count <= FEW) distinct->count++;
}

// The outcomes that some combination of findings leads to, one bit each.
static unsigned possible_outcomes(const Criterion *criterion, const Distinct *distinct,
                                  Findings *findings) {
    unsigned outcomes = 0;
    for (uint32_t mask = 0; mask < 1U << distinct->count; mask++) {
        for (size_t i = 0; i < distinct->count; i++)
            findings->items[distinct->detectors[i]] =
                (Finding){.known = true, .holds = mask >> i & 1};
        outcomes |= 1U << criterion_decide(criterion, findings).verdict;
    }
    return outcomes;
}

static const char *explain(unsigned outcomes) {
    static const struct {
        unsigned outcomes;
        const char *text;
    } TABLE[] = {
        {0, "never applies"},
        {1U << VERDICT_NOT_MET, "can never be met"},
        {1U << VERDICT_MET, "is always met"},
        {1U << VERDICT_PARTLY, "is always partly met"},
        {1U << VERDICT_NOT_ASSESSABLE, "can never be met"},
        {1U << VERDICT_NOT_MET | 1U << VERDICT_NOT_ASSESSABLE, "can never be met"},
    };
    for (size_t i = 0; i < sizeof TABLE / sizeof *TABLE; i++)
        if ((outcomes & ~(1U << VERDICT_NOT_APPLICABLE)) == TABLE[i].outcomes)
            return TABLE[i].text;
    return NULL;
}

static void check_criteria(Arena *arena, const Rubric *rubric, Diags *diags) {
    size_t count = rubric->detectors.len;
    Findings findings = findings_given(arena, arena_array(arena, Finding, count), count);
    vec_each(const Criterion, criterion, &rubric->criteria) {
        Distinct distinct = {0};
        criterion_each_detector(criterion, distinguish, &distinct);
        if (!criterion->observable || distinct.count > FEW) continue;
        const char *text = explain(possible_outcomes(criterion, &distinct, &findings));
        if (text)
            diag_add(diags, DIAG_WARNING, criterion->place, "criterion '%.*s' %s",
                     STR_ARG(criterion->id), text);
    }
}

ExampleCounts rubric_check(Arena *arena, const Rubric *rubric, Diags *diags) {
    size_t first = diags->items.len;
    ExampleCounts counts = examples_check(rubric, diags);
    check_runaways(rubric, diags);
    check_marks(rubric, diags);
    check_examples_given(rubric, diags);
    check_texts(rubric, diags);
    check_measures(rubric, diags);
    if (!rubric->is_pack) check_use(arena, rubric, diags);
    check_covers(rubric, diags);
    check_criteria(arena, rubric, diags);
    source_files_quote(&rubric->files, diags, first);
    return counts;
}
