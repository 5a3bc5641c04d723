#include "load/other_rubric.h"

#include "load/find.h"
#include "load/value.h"
#include "load/yaml.h"

// The files that it uses, as they were read for this rubric; false when this one lacks
// some of them.
static bool find_uses(Loader *load, RubricFile *file) {
    const Node *use = node_get(&file->root, "use");
    size_t count = 0;
    const Node *items = use ? list_read(load, use, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        Str path =
            used_find(load->arena, file->source->path, items[i].text, load->folders);
        vec_each(RubricFile *const, known, &load->files)
            if (str_eq((*known)->source->path, path))
                *vec_push(load->arena, &file->uses) = *known;
    }
    return file->uses.len == count;
}

// What it says decides marks here, so it is part of this rubric's hash.
static void open_other(Loader *load, OtherRubric *other, Place place) {
    Str name = str_format(load->arena, "%.*s.yaml", STR_ARG(other->name));
    Str path = used_find(load->arena, load->rubric->path, name, load->folders);
    const SourceFile *source = loader_open(load, path, place);
    if (!source || !yaml_parse(load->arena, source, &other->file.root, load->diags))
        return;
    *vec_push(load->arena, &load->rubric->files) = *source;
    other->file.source = source;
    other->complete = find_uses(load, &other->file);
}

static OtherRubric *find_other(Loader *load, Str name, Place place) {
    vec_each(OtherRubric *const, other, &load->others)
        if (str_eq((*other)->name, name)) return *other;
    OtherRubric *other = arena_new(load->arena, OtherRubric);
    *other = (OtherRubric){.name = name};
    *vec_push(load->arena, &load->others) = other;
    open_other(load, other, place);
    return other;
}

static const Node *find_criterion(const Node *root, Str id) {
    const Node *principles = node_get(root, "principles");
    for (size_t p = 0; principles && p < principles->count; p++) {
        const Node *criteria = node_get(&principles->items[p], "criteria");
        for (size_t c = 0; criteria && c < criteria->count; c++) {
            const Node *own = node_get(&criteria->items[c], "id");
            if (own && str_eq(own->text, id)) return &criteria->items[c];
        }
    }
    return NULL;
}

bool other_criterion(Loader *load, Str name, Place place, OtherCriterion *found) {
    size_t cut = str_index(name, 0, '/');
    *found = (OtherCriterion){0};
    if (!cut || cut + 1 >= name.len) {
        diag_add(load->diags, DIAG_ERROR, place,
                 "expected RUBRIC/CRITERION, found '%.*s'", STR_ARG(name));
        return false;
    }
    Str id = str_slice(name, cut + 1, name.len);
    found->rubric = find_other(load, str_slice(name, 0, cut), place);
    if (!found->rubric->file.source) return false;
    found->node = find_criterion(&found->rubric->file.root, id);
    if (!found->node)
        diag_add(load->diags, DIAG_ERROR, place, "rubric '%.*s' has no criterion '%.*s'",
                 STR_ARG(found->rubric->name), STR_ARG(id));
    return found->node;
}
