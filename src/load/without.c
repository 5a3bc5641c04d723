#include "load/without.h"

#include "detect/kinds.h"
#include "load/value.h"

// One entry that is to be taken away.
typedef struct {
    Arena *arena;
    const DetectorKind *kind;
    Str name;     // of the entry
    bool taken;   // it was there
    Texts others; // entries that stay
} Taking;

bool field_is_list(const FieldSpec *spec) {
    return spec->type == FIELD_TEXTS || spec->type == FIELD_PATTERNS ||
           spec->type == FIELD_DETECTORS || spec->type == FIELD_PHRASES;
}

// Patterns, other detectors and examples.
static bool is_list(const DetectorKind *kind, Str field) {
    for (const FieldSpec *spec = kind->fields; spec->name; spec++)
        if (str_eq(field, str_from(spec->name))) return field_is_list(spec);
    return str_number_in(field, WORD_LIST("match", "no_match", "todo_match")) >= 0;
}

static bool is_text(const Node *node, Str text) {
    return node->type == NODE_SCALAR && str_eq(str_trim(node->text), text);
}

// An entry is called as it is written; a phrase with points as what it looks at is, and a
// word list as its file.
static bool is_called(const Node *entry, Str name) {
    if (entry->type != NODE_MAP) return is_text(entry, name);
    for (size_t i = 0; i < entry->count; i++)
        if (!is_text(&entry->keys[i], STR("points")) && is_text(&entry->items[i], name))
            return true;
    return false;
}

// A lone text is a list of one.
static Node take_from(Taking *taking, const Node *list) {
    bool lone = list->type != NODE_LIST;
    const Node *entries = lone ? list : list->items;
    size_t count = lone ? 1 : list->count;
    Node rest = {.type = NODE_LIST, .place = list->place, .source = list->source};
    rest.items = arena_array(taking->arena, Node, count);
    for (size_t i = 0; i < count; i++) {
        bool called = is_called(&entries[i], taking->name);
        taking->taken |= called;
        if (called) continue;
        rest.items[rest.count++] = entries[i];
        *vec_push(taking->arena, &taking->others) = entries[i].text;
    }
    return rest;
}

// Another file may use the body as it is, so it is copied. What is no map is complained
// of elsewhere.
static const Node *take(Taking *taking, const Node *body) {
    if (body->type != NODE_MAP) return body;
    Node *copy = arena_new(taking->arena, Node);
    *copy = *body;
    copy->items = arena_array(taking->arena, Node, body->count);
    for (size_t i = 0; i < body->count; i++) {
        const Node *value = &body->items[i];
        bool list = is_list(taking->kind, body->keys[i].text);
        copy->items[i] = list ? take_from(taking, value) : *value;
    }
    return copy;
}

void without_apply(Loader *load, DetectorNode *detector, const DetectorKind *kind,
                   const Node *entries) {
    size_t count;
    const Node *items = list_read(load, entries, &count);
    for (size_t i = 0; i < count; i++) {
        Taking taking = {.arena = load->arena, .kind = kind};
        if (!text_read(load, &items[i], &taking.name)) continue;
        vec_each(const Node *, body, &detector->bodies) *body = take(&taking, *body);
        if (taking.taken) continue;
        Diag *diag = diag_add(load->diags, DIAG_ERROR, items[i].place,
                              "detector '%.*s' has no '%.*s' to take away",
                              STR_ARG(detector->name->text), STR_ARG(taking.name));
        diag->hint =
            diag_hint(load->arena, taking.name, taking.others.items, taking.others.len);
        if (!diag->hint.len) diag->hint = STR("write the entry just as it stands there");
    }
}
