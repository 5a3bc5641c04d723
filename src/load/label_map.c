#include "load/label_map.h"

#include "load/expression.h"
#include "load/field.h"
#include "load/value.h"
#include "load/yaml.h"

static void add_rule(Arena *arena, LabelMap *map, LabelRule rule) {
    uint32_t end = (uint32_t)map->rules.len;
    if (map_add(arena, &map->numbers, rule.label, end) != end) return;
    *vec_push(arena, &map->rules) = rule;
}

static bool read_rule(Loader *load, const Node *value, LabelRule *rule) {
    static const MapField FIELDS[] = {
        {"detectors", detectors_read, offsetof(LabelRule, detectors), .is = REQUIRED},
        {"role", role_read, offsetof(LabelRule, role), .is = OPTIONAL},
        {0},
    };
    if (value->type != NODE_MAP) return detectors_read(load, value, &rule->detectors);
    return map_read(load, value, FIELDS, rule);
}

static bool read_rules(Loader *load, const Node *value, void *into) {
    LabelMap *map = into;
    if (!node_expect(load, value, NODE_MAP)) return false;
    for (size_t i = 0; i < value->count; i++) {
        const Node *name = &value->keys[i];
        LabelRule rule = {.label = str_trim(name->text), .place = name->place};
        if (read_rule(load, &value->items[i], &rule)) add_rule(load->arena, map, rule);
    }
    if (!value->count) diag_add(load->diags, DIAG_ERROR, value->place, "no labels");
    return value->count > 0;
}

static Loader begin(Arena *arena, const Rubric *rubric, Diags *diags) {
    Loader load = {.arena = arena, .diags = diags};
    vec_each(const Detector, detector, &rubric->detectors) {
        map_add(arena, &load.numbers, detector->name, (uint32_t)load.names.len);
        *vec_push(arena, &load.names) = detector->name;
    }
    return load;
}

bool label_map_load(Arena *arena, Str path, const Rubric *rubric, LabelMap *map,
                    Diags *diags) {
    static const MapField FIELDS[] = {{"labels", read_rules, 0, .is = REQUIRED}, {0}};
    Loader load = begin(arena, rubric, diags);
    size_t errors = diags->errors, first = diags->items.len;
    Node *root = arena_new(arena, Node);
    *map = (LabelMap){0};
    const SourceFile *source = loader_open(&load, path, (Place){.path = path});
    if (!source) return false;
    *vec_push(arena, &map->files) = *source;
    if (yaml_parse(arena, source, root, diags)) map_read(&load, root, FIELDS, map);
    source_files_quote(&map->files, diags, first);
    return diags->errors == errors;
}

LabelMap label_map_by_name(Arena *arena, const Rubric *rubric) {
    LabelMap map = {0};
    for (uint32_t i = 0; i < rubric->detectors.len; i++) {
        const Detector *detector = &rubric->detectors.items[i];
        LabelRule rule = {.label = detector->name, .place = detector->place};
        *vec_push(arena, &rule.detectors) = i;
        add_rule(arena, &map, rule);
    }
    return map;
}
