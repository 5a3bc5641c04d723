// Detectors: what all kinds have in common, then the fields of each one's kind.
#include "detect/kinds.h"
#include "rubric/load.h"
#include "rubric/reference.h"

#include <string.h>

typedef struct {
    Detector detector;
    bool whole_words, unicode;
} Draft;

static bool read_kind(Loader *load, const Node *value, void *into) {
    const DetectorKind **kind = into;
    Texts names = {0};
    if (!expect_type(load, value, NODE_SCALAR)) return false;
    *kind = detector_kind(value->text);
    if (*kind) return true;
    for (size_t i = 0; DETECTOR_KINDS[i]; i++)
        *vec_push(load->arena, &names) = str_from(DETECTOR_KINDS[i]->name);
    complain_unknown(load, value, "kind", names.items, names.len);
    return false;
}

static bool read_examples(Loader *load, const Node *value, ExampleType type, void *into) {
    Detector *detector = into;
    size_t count;
    const Node *items = read_list(load, value, &count);
    for (size_t i = 0; i < count; i++) {
        Example example = {.type = type, .place = items[i].place};
        if (read_text(load, &items[i], &example.text))
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
    {"kind", read_kind, offsetof(Draft, detector.kind), false},
    {"role", read_role, offsetof(Draft, detector.role), false},
    {"about", read_text, offsetof(Draft, detector.about), false},
    {"false_alarms", read_text, offsetof(Draft, detector.false_alarms), false},
    {"match", read_match, offsetof(Draft, detector), false},
    {"no_match", read_no_match, offsetof(Draft, detector), false},
    {"todo_match", read_todo, offsetof(Draft, detector), false},
    {"whole_words", read_bool, offsetof(Draft, whole_words), false},
    {"unicode", read_bool, offsetof(Draft, unicode), false},
    {0},
};

static void refuse_others(Loader *load, const Node *body, const DetectorKind *kind) {
    Texts names = {0};
    fields_name(load->arena, &names, COMMON);
    for (const FieldSpec *spec = kind->fields; spec->name; spec++)
        *vec_push(load->arena, &names) = str_from(spec->name);
    fields_refuse_others(load, body, &names);
}

static void load_params(Loader *load, const DetectorNode *node,
                        const Detector *detector) {
    const DetectorKind *kind = detector->kind;
    size_t errors = load->diags->errors;
    refuse_others(load, node->body, kind);
    for (const FieldSpec *spec = kind->fields; spec->name; spec++) {
        const Node *value = node_get(node->body, spec->name);
        if (value)
            load_param(load, spec, value, detector->params);
        else if (spec->required)
            diag_add(load->diags, DIAG_ERROR, node->name->place, "missing field '%s'",
                     spec->name);
    }
    bool good = load->diags->errors == errors;
    const char *problem = good && kind->check ? kind->check(detector->params) : NULL;
    if (problem)
        diag_add(load->diags, DIAG_ERROR, node->name->place, "detector '%.*s' %s",
                 STR_ARG(detector->name), problem);
}

static void *new_params(Arena *arena, const DetectorKind *kind) {
    void *params = arena_alloc(arena, kind->params_size);
    if (kind->params_size) memcpy(params, kind->defaults, kind->params_size);
    return params;
}

// A detector whose body or kind is wrong is kept as a phrase without patterns, so that
// what refers to it is not called unknown.
static Detector load_one(Loader *load, uint32_t number) {
    const DetectorNode *node = &load->nodes.items[number];
    Draft draft = {.whole_words = true, .unicode = node->file->unicode};
    Detector *detector = &draft.detector;
    *detector = (Detector){.name = node->name->text,
                           .place = node->name->place,
                           .kind = &KIND_PHRASE,
                           .from_pack = node->file->is_used};
    bool is_map = expect_type(load, node->body, NODE_MAP);
    if (is_map) fields_read(load, node->body, COMMON, &draft);
    bool is_kind = detector->kind;
    if (!is_kind) detector->kind = &KIND_PHRASE;
    detector->params = new_params(load->arena, detector->kind);
    load->detector = number;
    load->pattern = (PatternSpec){.role = detector->role,
                                  .whole_words = draft.whole_words,
                                  .unicode = draft.unicode};
    if (is_map && is_kind) load_params(load, node, detector);
    return *detector;
}

// An answer is given by the role of what it answers with, unless it says otherwise. In
// the order of reference, since that may itself be an answer.
static void inherit_role(Loader *load, uint32_t number) {
    Detector *detectors = load->rubric->detectors.items, *detector = &detectors[number];
    if (node_get(load->nodes.items[number].body, "role")) return;
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        if (spec->type != FIELD_DETECTOR || strcmp(spec->name, "with") != 0) continue;
        uint32_t with;
        memcpy(&with, (const char *)detector->params + spec->offset, sizeof with);
        if (with != DETECTOR_NONE) detector->role = detectors[with].role;
    }
}

static void number_one(Loader *load, DetectorNode node) {
    Str name;
    if (!read_name(load, node.name, &name)) return;
    uint32_t end = (uint32_t)load->nodes.len;
    uint32_t number = map_add(load->arena, &load->numbers, name, end);
    if (number == end) {
        vec_push(load->arena, &load->nodes);
        *vec_push(load->arena, &load->names) = name;
    } else if (node.file->is_used) {
        Str other = load->nodes.items[number].file->page->path;
        diag_add(load->diags, DIAG_WARNING, node.name->place,
                 "detector '%.*s' takes the place of the one in '%.*s'", STR_ARG(name),
                 STR_ARG(other));
    }
    load->nodes.items[number] = node;
}

void number_detectors(Loader *load, const RubricFile *file) {
    const Node *map = file->detectors;
    if (!expect_type(load, map, NODE_MAP)) return;
    for (size_t i = 0; i < map->count; i++)
        number_one(load, (DetectorNode){&map->keys[i], &map->items[i], file});
}

void load_detectors(Loader *load) {
    Rubric *rubric = load->rubric;
    for (uint32_t i = 0; i < load->nodes.len; i++) {
        load->file = load->nodes.items[i].file;
        *vec_push(load->arena, &rubric->detectors) = load_one(load, i);
    }
    detectors_order(load->arena, rubric, load->diags);
    vec_each(const uint32_t, number, &rubric->order) inherit_role(load, *number);
}
