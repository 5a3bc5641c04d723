#include "load/overlay.h"

#include "detect/kinds.h"
#include "load/value.h"
#include "load/without.h"

Str name_before(Arena *arena, Str name) {
    return str_format(arena, "%.*s.before", STR_ARG(name));
}

static DetectorNode *find_node(Loader *load, Str name) {
    uint32_t number = map_get(&load->node_numbers, name);
    return number == MAP_NONE ? NULL : &load->nodes.items[number];
}

// What `body` says that a detector shall be without; of a kind that is unknown, nothing.
static void take_away(Loader *load, DetectorNode *node, const Node *body) {
    const Node *named = node_get(node->bodies.len ? node->bodies.items[0] : body, "kind");
    const Node *without = node_get(body, "without");
    const DetectorKind *kind = named ? detector_kind(named->text) : &KIND_PHRASE;
    if (without && kind) without_apply(load, node, kind, without);
}

// ---- Those that a file defines

static bool uses(const RubricFile *file, const RubricFile *other) {
    vec_each(RubricFile *const, used, &file->uses)
        if (*used == other || uses(*used, other)) return true;
    return false;
}

// A file may mean to replace what it knows; two that know nothing of each other do not.
static void warn_of_clash(Loader *load, const Node *name, const Node *old) {
    const RubricFile *file = loader_file(load, name), *other = loader_file(load, old);
    if (!file->is_used || uses(file, other)) return;
    diag_add(load->diags, DIAG_WARNING, name->place,
             "detector '%.*s' takes the place of the one in '%.*s'", STR_ARG(name->text),
             STR_ARG(other->source->path));
}

// Whether one of its weighed phrases is what a detector of this name found.
static bool finds(const Node *body, Str name) {
    const Node *phrases = node_get(body, "phrases");
    for (size_t i = 0; phrases && phrases->type == NODE_LIST && i < phrases->count; i++) {
        const Node *find = node_get(&phrases->items[i], "find");
        if (find && str_eq(find->text, name)) return true;
    }
    return false;
}

// A detector that gives way to one that still asks for it lives on as NAME.before.
static void keep_before(Loader *load, uint32_t number) {
    Node *name = arena_new(load->arena, Node);
    DetectorNode before = load->nodes.items[number];
    *name = *before.name;
    name->text = name_before(load->arena, name->text);
    before.name = name;
    map_add(load->arena, &load->node_numbers, name->text, (uint32_t)load->nodes.len);
    *vec_push(load->arena, &load->nodes) = before;
}

static void gather_detector(Loader *load, const Node *key, const Node *body) {
    Str name;
    if (!name_read(load, key, &name)) return;
    uint32_t end = (uint32_t)load->nodes.len;
    uint32_t number = map_add(load->arena, &load->node_numbers, name, end);
    if (number == end)
        vec_push(load->arena, &load->nodes);
    else if (!load->nodes.items[number].drop)
        warn_of_clash(load, key, load->nodes.items[number].name);
    if (number < end && finds(body, name)) keep_before(load, number);
    DetectorNode node = {.name = key};
    take_away(load, &node, body);
    *vec_push(load->arena, &node.bodies) = body;
    load->nodes.items[number] = node;
}

bool detectors_gather(Loader *load, const Node *value, void *into) {
    (void)into;
    if (!node_expect(load, value, NODE_MAP)) return false;
    for (size_t i = 0; i < value->count; i++)
        gather_detector(load, &value->keys[i], &value->items[i]);
    return true;
}

// ---- Those of other files that it extends or drops

// NULL after complaining.
static DetectorNode *known_node(Loader *load, const Node *name) {
    Texts names = {0};
    DetectorNode *node = find_node(load, name->text);
    if (node && !node->drop) return node;
    vec_each(const DetectorNode, known, &load->nodes)
        if (!known->drop) *vec_push(load->arena, &names) = known->name->text;
    if (!load->pack_missing) diag_unknown(load, name, "detector", names.items, names.len);
    return NULL;
}

static void extend(Loader *load, DetectorNode *node, const Node *name, const Node *body) {
    const Node *own = node_get(node->bodies.items[0], "kind");
    const Node *other = node_get(body, "kind");
    Str kind = own ? own->text : str_from(KIND_PHRASE.name);
    if (!node_expect(load, body, NODE_MAP)) return;
    if (other && !str_eq(other->text, kind)) {
        Diag *diag = diag_add(load->diags, DIAG_ERROR, other->place,
                              "detector '%.*s' is of kind '%.*s'", STR_ARG(name->text),
                              STR_ARG(kind));
        diag->hint = STR("under 'detectors' another can take its place");
        return;
    }
    take_away(load, node, body);
    *vec_push(load->arena, &node->bodies) = body;
    *vec_push(load->arena, &node->extended) = name->place;
}

bool extensions_gather(Loader *load, const Node *value, void *into) {
    (void)into;
    if (!node_expect(load, value, NODE_MAP)) return false;
    for (size_t i = 0; i < value->count; i++) {
        DetectorNode *node = known_node(load, &value->keys[i]);
        if (node) extend(load, node, &value->keys[i], &value->items[i]);
    }
    return true;
}

bool drops_gather(Loader *load, const Node *value, void *into) {
    size_t count;
    (void)into;
    const Node *items = list_read(load, value, &count);
    for (size_t i = 0; i < count; i++) {
        if (!node_expect(load, &items[i], NODE_SCALAR)) continue;
        DetectorNode *node = known_node(load, &items[i]);
        if (node) node->drop = &items[i];
    }
    return true;
}

bool dropped_refuse(Loader *load, Str name, Place place) {
    const DetectorNode *node = find_node(load, name);
    if (!node || !node->drop) return false;
    Diag *diag = diag_add(load->diags, DIAG_ERROR, node->drop->place,
                          "dropped detector '%.*s' is needed by %.*s", STR_ARG(name),
                          STR_ARG(load->referrer));
    diag->hint = str_format(load->arena, "%.*s:%u", STR_ARG(place.path), place.line);
    return true;
}

// ---- What is left

void detectors_number(Loader *load) {
    vec_each(const DetectorNode, node, &load->nodes) {
        if (node->drop) continue;
        Str name = node->name->text;
        map_add(load->arena, &load->numbers, name, (uint32_t)load->kept.len);
        *vec_push(load->arena, &load->kept) = node;
        *vec_push(load->arena, &load->names) = name;
    }
}
