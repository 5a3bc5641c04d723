#include "load/detector.h"

#include "detect/kinds.h"
#include "load/field.h"
#include "load/param.h"
#include "load/ready.h"
#include "load/value.h"
#include "load/without.h"
#include "rubric/prune.h"
#include "rubric/reference.h"

#include <string.h>

typedef struct {
    Detector detector;
    bool whole_words, unicode;
} DetectorFields;

static bool read_kind(Loader *load, const Node *value, void *into) {
    const DetectorKind **kind = into;
    Texts names = {0};
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    *kind = detector_kind(value->text);
    if (*kind) return true;
    for (size_t i = 0; DETECTOR_KINDS[i]; i++)
        *vec_push(load->arena, &names) = str_from(DETECTOR_KINDS[i]->name);
    diag_unknown(load, value, "kind", names.items, names.len);
    return false;
}

static bool read_examples(Loader *load, const Node *value, ExampleType type, void *into) {
    Detector *detector = into;
    size_t count;
    if (load->files.items[0]->trusted) return true; // nobody tries them
    const Node *items = list_read(load, value, &count);
    vec_reserve(load->arena, &detector->examples, count);
    for (size_t i = 0; i < count; i++) {
        Example example = {.type = type, .place = items[i].place};
        if (text_read(load, &items[i], &example.text))
            *vec_push(load->arena, &detector->examples) = example;
    }
    return count > 0;
}

static bool read_match(Loader *load, const Node *value, void *into) {
    return read_examples(load, value, EXAMPLE_MATCH, into);
}

static bool read_no_match(Loader *load, const Node *value, void *into) {
    return read_examples(load, value, EXAMPLE_NO_MATCH, into);
}

static bool read_todo(Loader *load, const Node *value, void *into) {
    return read_examples(load, value, EXAMPLE_GAP, into);
}

static const MapField COMMON[] = {
    {"kind", read_kind, offsetof(DetectorFields, detector.kind), .is = OPTIONAL},
    {"role", role_read, offsetof(DetectorFields, detector.role), .is = OPTIONAL},
    {"about", text_read, offsetof(DetectorFields, detector.about), .is = OPTIONAL},
    {"false_alarms", text_read, offsetof(DetectorFields, detector.false_alarms),
     .is = OPTIONAL},
    {"match", read_match, offsetof(DetectorFields, detector), .is = ADDS},
    {"no_match", read_no_match, offsetof(DetectorFields, detector), .is = ADDS},
    {"todo_match", read_todo, offsetof(DetectorFields, detector), .is = ADDS},
    {"without", NULL, 0, .is = OPTIONAL}, // was taken away when the files were read
    {"whole_words", bool_read, offsetof(DetectorFields, whole_words), .is = OPTIONAL},
    {"unicode", bool_read, offsetof(DetectorFields, unicode), .is = OPTIONAL},
    {0},
};

static void refuse_others(Loader *load, const Node *body, const DetectorKind *kind) {
    Texts names = {0};
    if (loader_file(load, body)->trusted) return;
    fields_add_names(load->arena, &names, COMMON);
    for (const FieldSpec *spec = kind->fields; spec->name; spec++)
        *vec_push(load->arena, &names) = str_from(spec->name);
    fields_refuse_others(load, body, &names);
}

static void load_params(Loader *load, const DetectorNode *node,
                        const Detector *detector) {
    const DetectorKind *kind = detector->kind;
    size_t errors = load->diags->errors;
    vec_each(const Node *const, body, &node->bodies) refuse_others(load, *body, kind);
    for (const FieldSpec *spec = kind->fields; spec->name; spec++) {
        if (load->without_patterns && spec->type == FIELD_PATTERNS) continue;
        // A list is added to by what extends the detector, anything else replaced.
        Nodes values =
            field_values(load->arena, &node->bodies, spec->name, field_is_list(spec));
        load->field = spec->name;
        vec_each(const Node *, value, &values)
            param_load(load, spec, *value, detector->params);
        if (spec->required && !values.len)
            diag_add(load->diags, DIAG_ERROR, node->name->place, "missing field '%s'",
                     spec->name)
                ->hint = str_from(spec->summary);
    }
    bool good = load->diags->errors == errors && !load->without_patterns;
    const char *problem = good && kind->check ? kind->check(detector->params) : NULL;
    if (problem)
        diag_add(load->diags, DIAG_ERROR, node->name->place, "detector '%.*s' %s",
                 STR_ARG(detector->name), problem);
}

static void *new_params(Arena *arena, const DetectorKind *kind) {
    void *params = arena_alloc(arena, kind->params_size);
    if (kind->defaults) memcpy(params, kind->defaults, kind->params_size);
    return params;
}

// What stands where a detector should may be a field that lost its indentation, or
// patterns without their field.
static bool expect_body(Loader *load, const Node *name, const Node *body) {
    Texts fields = {0};
    if (node_expect(load, body, NODE_MAP)) return true;
    fields_add_names(load->arena, &fields, COMMON);
    for (const FieldSpec *spec = KIND_PHRASE.fields; spec->name; spec++)
        *vec_push(load->arena, &fields) = str_from(spec->name);
    bool is_field = str_is_in(name->text, fields.items, fields.len);
    load->diags->items.items[load->diags->items.len - 1].hint =
        is_field ? STR("a field of a detector is indented farther than its name")
                 : STR("patterns stand in a field of their own: {any: [...]}");
    return false;
}

// "not found: " and its name as people read it.
static Str missed_words(Arena *arena, Str name) {
    Buf words = {.arena = arena};
    buf_text(&words, "not found: ");
    buf_put(&words, name);
    for (size_t i = 0; i < words.len; i++)
        if (words.ptr[i] == '-') words.ptr[i] = ' ';
    return buf_str(&words);
}

// A detector whose body or kind is wrong is kept as a phrase without patterns, so that
// what refers to it is not called unknown.
static Detector load_one(Loader *load, uint32_t number) {
    const DetectorNode *node = load->kept.items[number];
    const RubricFile *file = loader_file(load, node->name);
    DetectorFields fields = {.whole_words = true, .unicode = file->unicode};
    Detector *detector = &fields.detector;
    Str name = node->name->text, missed = missed_words(load->arena, name);
    *detector = (Detector){.name = name,
                           .words = str_slice(missed, missed.len - name.len, missed.len),
                           .missed = missed,
                           .place = node->name->place,
                           .kind = &KIND_PHRASE,
                           .from_pack = file->is_used};
    bool is_map = expect_body(load, node->name, node->bodies.items[0]);
    vec_each(const Place, place, &node->extended)
        *vec_push(load->arena, &detector->extended) = *place;
    if (is_map) fields_read(load, &node->bodies, COMMON, &fields);
    bool is_kind = detector->kind;
    if (!is_kind) detector->kind = &KIND_PHRASE;
    detector->params = new_params(load->arena, detector->kind);
    load->detector = number;
    load->referrer = str_format(load->arena, "detector '%.*s'", STR_ARG(detector->name));
    load->pattern = (PatternSpec){.role = detector->role,
                                  .whole_words = fields.whole_words,
                                  .unicode = fields.unicode};
    load->written = (WrittenPatterns){0};
    if (is_map && is_kind) load_params(load, node, detector);
    detector->patterns = load->written;
    if (detector->kind->leads) detector->leads = detector->kind->leads(detector->params);
    return *detector;
}

// An answer is given by the role of what it answers with, unless it says otherwise. In
// the order of reference, since that may itself be an answer.
static void inherit_role(Loader *load, uint32_t number) {
    Detector *detectors = load->rubric->detectors.items, *detector = &detectors[number];
    const Nodes *bodies = &load->kept.items[number]->bodies;
    if (field_values(load->arena, bodies, "role", false).len) return;
    const FieldSpec *spec = field_for(detector->kind, FIELD_DETECTOR, PURPOSE_ANSWERS);
    if (!spec) return;
    uint32_t with = *(const uint32_t *)detector_param(detector, spec);
    if (with != DETECTOR_NONE) detector->role = detectors[with].role;
}

// Reads the patterns of those that are looked for: to what others refer need not be
// known.
static void load_sought(Loader *load) {
    Detector *detectors = load->rubric->detectors.items;
    const bool *sought = detectors_sought(load->arena, load->rubric, load->sought);
    load->without_patterns = false;
    for (uint32_t i = 0; i < load->rubric->detectors.len; i++) {
        DetectorRefs refs = detectors[i].refs;
        if (!sought[i]) continue;
        detectors[i] = load_one(load, i);
        detectors[i].refs = refs;
    }
}

void detectors_load(Loader *load) {
    Rubric *rubric = load->rubric;
    load->without_patterns = load->sought && load->files.items[0]->trusted;
    vec_reserve(load->arena, &rubric->detectors, load->kept.len);
    for (uint32_t i = 0; i < load->kept.len; i++)
        *vec_push(load->arena, &rubric->detectors) = load_one(load, i);
    detectors_order(load->arena, rubric, load->diags);
    if (load->without_patterns) load_sought(load);
    rubric_note_detectors(load->arena, rubric);
    vec_each(const uint32_t, number, &rubric->order) inherit_role(load, *number);
    detectors_make_ready(load->arena, &rubric->detectors, &rubric->order);
}
