#include "rubric/reference.h"

#include "detect/formula.h"
#include "detect/weigh.h"
#include "rubric/expression.h"

static void add_reference(Arena *arena, DetectorRefs *refs, uint32_t detector) {
    if (detector != DETECTOR_NONE) *vec_push(arena, refs) = detector;
}

static void add_terms(Arena *arena, DetectorRefs *refs, const Formula *formula) {
    vec_each(const FormulaStep, step, &formula->steps)
        if (step->type == STEP_DETECTOR) add_reference(arena, refs, step->detector);
}

// Those that one field names.
static void add_named(Arena *arena, DetectorRefs *refs, FieldType type,
                      const void *param) {
    if (type == FIELD_DETECTOR) {
        add_reference(arena, refs, *(const uint32_t *)param);
    } else if (type == FIELD_DETECTORS) {
        const DetectorRefs *several = param;
        vec_each(const uint32_t, one, several) add_reference(arena, refs, *one);
    } else if (type == FIELD_WINDOW) {
        const Window *window = param;
        if (window_refers(window)) add_reference(arena, refs, window->detector);
    } else if (type == FIELD_PHRASES) {
        const WeighedPhrases *phrases = param;
        vec_each(const WeighedPhrase, phrase, phrases)
            add_reference(arena, refs, phrase->detector);
    } else if (type == FIELD_FORMULA) {
        add_terms(arena, refs, param);
    }
}

static DetectorRefs find_references(Arena *arena, const Detector *detector) {
    DetectorRefs refs = {0};
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++)
        add_named(arena, &refs, spec->type, detector_param(detector, spec));
    return refs;
}

typedef enum { UNSEEN, OPEN, PLACED } VisitState;

// A walk along the references, on a stack of its own: a long chain must not end the
// program.
typedef struct {
    Arena *arena;
    Rubric *rubric;
    Diags *diags;
    VisitState *states;
    DetectorRefs *references; // of each detector, those not yet followed
    VEC(uint32_t) path;       // from the detector begun with to the one being looked at
} Walk;

static void visit(Walk *walk, uint32_t number) {
    Detector *detector = &walk->rubric->detectors.items[number];
    walk->states[number] = OPEN;
    detector->refs = find_references(walk->arena, detector);
    walk->references[number] = detector->refs;
    *vec_push(walk->arena, &walk->path) = number;
}

static void leave(Walk *walk, uint32_t number) {
    walk->states[number] = PLACED;
    walk->path.len--;
    *vec_push(walk->arena, &walk->rubric->order) = number;
}

// The path has come back to `number`, which is on it.
static void complain_of_ring(Walk *walk, uint32_t number) {
    const Detector *detectors = walk->rubric->detectors.items;
    Buf ring = {.arena = walk->arena};
    bool inside = false;
    vec_each(const uint32_t, step, &walk->path) {
        inside |= *step == number;
        if (inside) buf_format(&ring, "%.*s -> ", STR_ARG(detectors[*step].name));
    }
    diag_add(walk->diags, DIAG_ERROR, detectors[number].place,
             "detectors refer to each other in a ring: %.*s%.*s", STR_ARG(buf_str(&ring)),
             STR_ARG(detectors[number].name));
}

static void walk_from(Walk *walk, uint32_t start) {
    visit(walk, start);
    while (walk->path.len) {
        uint32_t number = walk->path.items[walk->path.len - 1];
        DetectorRefs *rest = &walk->references[number];
        if (!rest->len) {
            leave(walk, number);
            continue;
        }
        uint32_t next = rest->items[--rest->len];
        if (walk->states[next] == UNSEEN)
            visit(walk, next);
        else if (walk->states[next] == OPEN)
            complain_of_ring(walk, next);
    }
}

void detectors_order(Arena *arena, Rubric *rubric, Diags *diags) {
    size_t count = rubric->detectors.len;
    Walk walk = {.arena = arena,
                 .rubric = rubric,
                 .diags = diags,
                 .states = arena_array(arena, VisitState, count),
                 .references = arena_array(arena, DetectorRefs, count)};
    rubric->order.len = 0;
    for (uint32_t i = 0; i < count; i++)
        if (walk.states[i] == UNSEEN) walk_from(&walk, i);
}

// ---- Which of them decide something

typedef struct {
    Arena *arena;
    const Rubric *rubric;
    bool *used;
    DetectorRefs open; // used, and what they refer to not yet looked at
} Usage;

static void use(void *context, uint32_t detector) {
    Usage *usage = context;
    if (!usage->used[detector]) *vec_push(usage->arena, &usage->open) = detector;
    usage->used[detector] = true;
}

static void use_references(Usage *usage) {
    while (usage->open.len) {
        uint32_t number = usage->open.items[--usage->open.len];
        vec_each(const uint32_t, ref, &usage->rubric->detectors.items[number].refs)
            use(usage, *ref);
    }
}

bool *detectors_used(Arena *arena, const Rubric *rubric) {
    Usage usage = {.arena = arena,
                   .rubric = rubric,
                   .used = arena_array(arena, bool, rubric->detectors.len)};
    vec_each(const Criterion, criterion, &rubric->criteria)
        criterion_each_detector(criterion, use, &usage);
    vec_each(const Measure, measure, &rubric->measures)
        if (measure->of == OF_DETECTOR) use(&usage, measure->detector);
    use_references(&usage);
    return usage.used;
}

bool *criterion_uses(Arena *arena, const Rubric *rubric, const Criterion *criterion) {
    Usage usage = {.arena = arena,
                   .rubric = rubric,
                   .used = arena_array(arena, bool, rubric->detectors.len)};
    criterion_each_detector(criterion, use, &usage);
    use_references(&usage);
    return usage.used;
}

// ---- Where they look

static bool looks_at(const Detector *detector, WindowEdge edge) {
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        const void *param = (const char *)detector->params + spec->offset;
        if (spec->type == FIELD_WINDOW && ((const Window *)param)->edge == edge)
            return true;
    }
    return false;
}

bool criterion_at_edge(Arena *scratch, const Rubric *rubric, const Criterion *criterion,
                       WindowEdge edge) {
    const bool *used = criterion_uses(scratch, rubric, criterion);
    for (size_t i = 0; i < rubric->detectors.len; i++)
        if (used[i] && looks_at(&rubric->detectors.items[i], edge)) return true;
    return false;
}
