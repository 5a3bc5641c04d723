#include "load/param.h"

#include "detect/fact_table.h"
#include "load/expression.h"
#include "load/field.h"
#include "load/find.h"
#include "load/formula.h"
#include "load/pattern.h"
#include "load/value.h"
#include "load/weigh.h"

enum { AMOUNT_MAX = 1000000 };

// The one field of a map such as `form`, which must be among `words`; its index, or -1
// after complaining.
static int read_single(Loader *load, const Node *value, const char *form,
                       const char *const *words) {
    Texts names = {0};
    if (value->type != NODE_MAP) {
        value_refuse(load, value, form, "");
        return -1;
    }
    for (size_t i = 0; words[i]; i++) *vec_push(load->arena, &names) = str_from(words[i]);
    fields_refuse_others(load, value, &names);
    if (value->count > 1)
        diag_add(load->diags, DIAG_ERROR, value->keys[1].place, "more than one field");
    if (!value->count) diag_add(load->diags, DIAG_ERROR, value->place, "missing field");
    return value->count == 1 ? str_number_in(value->keys[0].text, words) : -1;
}

// "3 turns", "30 s", "20 %": from the first or last of the call.
static bool read_amount(Loader *load, const Node *value, Unit *unit, int64_t *amount) {
    static const struct {
        const char *unit;
        Unit is;
    } UNITS[] = {{"turns", UNIT_TURNS}, {"turn", UNIT_TURNS}, {"%", UNIT_PERCENT}};
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    size_t digits = 0;
    while (digits < value->text.len && byte_is_digit(value->text.ptr[digits])) digits++;
    Str name = str_trim(str_slice(value->text, digits, value->text.len));
    bool number =
        str_to_int(str_slice(value->text, 0, digits), amount) && *amount <= AMOUNT_MAX;
    for (size_t i = 0; number && i < sizeof UNITS / sizeof *UNITS; i++) {
        *unit = UNITS[i].is;
        if (str_eq(name, str_from(UNITS[i].unit))) return true;
    }
    *unit = UNIT_MS;
    if (name.len && duration_parse(value->text, amount)) return true;
    return value_refuse(load, value, "turns, seconds or percent",
                        "'3 turns', '30 s' or '20 %'");
}

static bool read_window(Loader *load, const Node *value, void *into) {
    static const char *const EDGES[] = {// as WindowEdge has them
                                        "first",     "last", "before", "after",
                                        "answering", "next", NULL};
    Window *window = into;
    int edge = read_single(load, value, "a window such as {first: 3 turns}", EDGES);
    if (edge < 0) return false;
    window->edge = (WindowEdge)(WINDOW_FIRST + edge);
    bool counted = window->edge == WINDOW_FIRST || window->edge == WINDOW_LAST;
    return counted ? read_amount(load, value->items, &window->unit, &window->amount)
                   : detector_read(load, value->items, &window->detector);
}

static bool read_distance(Loader *load, const Node *value, void *into) {
    static const char *const UNITS[] = {"turns", "seconds", NULL};
    Distance *distance = into;
    int32_t thousandths;
    uint32_t turns;
    switch (read_single(load, value, "{turns: N} or {seconds: N}", UNITS)) {
    case 0:
        if (!count_read(load, value->items, &turns)) return false;
        *distance = (Distance){UNIT_TURNS, turns};
        return true;
    case 1: // thousandths of seconds are milliseconds
        if (!weight_read(load, value->items, &thousandths)) return false;
        *distance = (Distance){UNIT_MS, thousandths};
        return true;
    default: return false;
    }
}

static bool read_guard(Loader *load, const Node *value, void *into) {
    bool off = value->type == NODE_SCALAR &&
               str_number_in(value->text, WORD_LIST("off", "no")) >= 0;
    if (!off) return count_read(load, value, into);
    *(uint32_t *)into = 0;
    return true;
}

static const FactTable *table_of(const Detector *detector) {
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        if (spec->type == FIELD_TABLE)
            return *(const FactTable *const *)detector_param(detector, spec);
    }
    return NULL;
}

// The table of that path which a detector before this one has, or NULL.
static const FactTable *find_table(const Loader *load, Str path) {
    for (uint32_t i = 0; i < load->detector; i++) {
        const FactTable *table = table_of(&load->rubric->detectors.items[i]);
        if (table && str_eq(table->path, path)) return table;
    }
    return NULL;
}

// The table is one of the files of the rubric, so it is quoted from and part of its hash.
static bool read_table(Loader *load, const Node *value, void *into) {
    Str name;
    if (!text_read(load, value, &name) || !loader_may_name(load, value, name))
        return false;
    Str path = listed_find(load->arena, value->source->path, name, load->folders);
    const FactTable *known = find_table(load, path);
    if (!known) {
        const SourceFile *source = loader_open(load, path, value->place);
        if (!source) return false;
        FactTable *table = arena_new(load->arena, FactTable);
        *vec_push(load->arena, &load->rubric->files) = *source;
        fact_table_read(load->arena, path, table, load->diags);
        known = table;
    }
    *(const FactTable **)into = known;
    return !known->broken;
}

static FieldRead *const READERS[] = {
    [FIELD_TEXT] = text_read,
    [FIELD_TEXTS] = texts_read,
    [FIELD_BOOL] = bool_read,
    [FIELD_COUNT] = count_read,
    [FIELD_GUARD] = read_guard,
    [FIELD_CHOICE] = NULL, // its words are in the FieldSpec
    [FIELD_PATTERNS] = patterns_read,
    [FIELD_DETECTOR] = detector_read,
    [FIELD_DETECTORS] = detectors_read,
    [FIELD_DISTANCE] = read_distance,
    [FIELD_WINDOW] = read_window,
    [FIELD_QUANTITY] = quantity_read,
    [FIELD_FORMULA] = formula_read,
    [FIELD_TABLE] = read_table,
    [FIELD_PHRASES] = phrases_read,
};

void param_load(Loader *load, const FieldSpec *spec, const Node *value, void *params) {
    void *into = (char *)params + spec->offset;
    if (spec->type == FIELD_CHOICE)
        word_read(load, value, spec->name, spec->choices, into);
    else
        READERS[spec->type](load, value, into);
}
