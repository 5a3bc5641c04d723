#include "load/expression.h"

#include "load/field.h"
#include "load/overlay.h"
#include "load/value.h"
#include "rubric/expression.h"

bool detector_read(Loader *load, const Node *value, void *into) {
    uint32_t *detector = into;
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    *detector = map_get(&load->numbers, value->text); // MAP_NONE is DETECTOR_NONE
    bool known = *detector != DETECTOR_NONE;
    if (known || dropped_refuse(load, value->text, value->place)) return known;
    if (load->pack_missing) return false;
    Diag *diag =
        diag_unknown(load, value, "detector", load->names.items, load->names.len);
    if (str_has(value->text, STR(" ")))
        diag->hint = STR("[a, b] is both, {any: [a, b]} either, {not: a} the contrary");
    return false;
}

bool detectors_read(Loader *load, const Node *value, void *into) {
    size_t count, good = 0;
    const Node *items = list_read(load, value, &count);
    for (size_t i = 0; i < count; i++) {
        uint32_t detector;
        if (!detector_read(load, &items[i], &detector)) continue;
        *vec_push(load->arena, (DetectorRefs *)into) = detector;
        good++;
    }
    return good > 0 && good == count;
}

static bool build(Loader *load, const Node *node, Expression *out);

static bool build_list(Loader *load, const Node *list, Expression *out) {
    size_t good = 0;
    const Node *items = list_read(load, list, &out->count);
    if (list->type == NODE_LIST && !list->count)
        diag_add(load->diags, DIAG_ERROR, list->place, "an empty list");
    out->of = arena_array(load->arena, Expression, out->count);
    for (size_t i = 0; i < out->count; i++) good += build(load, &items[i], &out->of[i]);
    return good > 0 && good == out->count;
}

static bool build_not(Loader *load, const Node *node, Expression *out) {
    out->of = arena_new(load->arena, Expression);
    out->count = 1;
    return build(load, node, out->of);
}

// The list stands beside at_least, in `of`; a map without it is refused by build_map.
static bool build_at_least(Loader *load, const Node *least, Expression *out) {
    if (!count_read(load, least, &out->least)) return false;
    if (out->least >= 1 && out->least <= out->count) return true;
    diag_add(load->diags, DIAG_ERROR, least->place,
             "at_least %u of %zu can never be decided", out->least, out->count);
    return false;
}

static const struct {
    Operator op;
    const char *name;
    bool (*build)(Loader *load, const Node *value, Expression *out);
} FORMS[] = {
    {OP_ALL, "all", build_list},
    {OP_ANY, "any", build_list},
    {OP_NOT, "not", build_not},
    {OP_AT_LEAST, "at_least", build_at_least},
};
enum { FORM_COUNT = sizeof FORMS / sizeof *FORMS };

static void refuse_others(Loader *load, const Node *map) {
    Texts names = {0};
    for (size_t i = 0; i < FORM_COUNT; i++)
        *vec_push(load->arena, &names) = str_from(FORMS[i].name);
    *vec_push(load->arena, &names) = STR("of");
    fields_refuse_others(load, map, &names);
}

static bool fail(Loader *load, Place place, const char *problem) {
    diag_add(load->diags, DIAG_ERROR, place, "%s", problem);
    return false;
}

static bool build_map(Loader *load, const Node *map, Expression *out) {
    const Node *of = node_get(map, "of");
    size_t errors = load->diags->errors;
    refuse_others(load, map);
    if (load->diags->errors > errors) return false;
    size_t form = 0;
    while (form < FORM_COUNT && !node_get(map, FORMS[form].name)) form++;
    bool counts = form < FORM_COUNT && FORMS[form].op == OP_AT_LEAST;
    if (form == FORM_COUNT)
        return fail(load, map->place, "expected all, any, not or at_least");
    if (counts && !of) return fail(load, map->place, "missing field 'of'");
    if (map->count > (counts ? 2 : 1))
        return fail(load, map->keys[1].place, "more than one operator");
    out->op = FORMS[form].op;
    if (counts && !build_list(load, of, out)) return false;
    return FORMS[form].build(load, node_get(map, FORMS[form].name), out);
}

static bool build(Loader *load, const Node *node, Expression *out) {
    switch (node->type) {
    case NODE_SCALAR:
        out->op = OP_DETECTOR;
        return detector_read(load, node, &out->detector);
    case NODE_LIST: out->op = OP_ALL; return build_list(load, node, out);
    case NODE_MAP: return build_map(load, node, out);
    }
    return false;
}

typedef struct {
    Arena *arena;
    DetectorRefs *of;
} Mentions;

static void mention(void *context, uint32_t detector) {
    const Mentions *mentions = context;
    *vec_push(mentions->arena, mentions->of) = detector;
}

bool expression_read(Loader *load, const Node *value, void *into) {
    Expression *expression = arena_new(load->arena, Expression);
    Mentions mentions = {load->arena, &expression->mentions};
    *(const Expression **)into = expression;
    bool good = build(load, value, expression);
    if (!good) return false;
    expression_each_detector(expression, mention, &mentions);
    expression_lay_steps(load->arena, expression);
    return true;
}
