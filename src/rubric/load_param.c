// The parameters of detectors: one reader for each type of field a kind may have.
#include "base/file.h"
#include "detect/fact_table.h"
#include "rubric/load.h"

enum { AMOUNT_MAX = 1000000 };

static bool refuse(Loader *load, const Node *value, const char *expected,
                   const char *hint) {
    Diag *diag = diag_add(load->diags, DIAG_ERROR, value->place,
                          "expected %s, found '%.*s'", expected, STR_ARG(value->text));
    diag->hint = str_from(hint);
    return false;
}

// The one field of a map such as `form`, which must be among `words`; its index, or -1
// after complaining.
static int read_single(Loader *load, const Node *value, const char *form,
                       const char *const *words) {
    Texts names = {0};
    if (value->type != NODE_MAP) {
        refuse(load, value, form, "");
        return -1;
    }
    for (size_t i = 0; words[i]; i++) *vec_push(load->arena, &names) = str_from(words[i]);
    fields_refuse_others(load, value, &names);
    if (value->count > 1)
        diag_add(load->diags, DIAG_ERROR, value->keys[1].place, "more than one field");
    for (size_t i = 0; value->count == 1 && i < names.len; i++)
        if (str_eq(value->keys[0].text, names.items[i])) return (int)i;
    if (!value->count) diag_add(load->diags, DIAG_ERROR, value->place, "missing field");
    return -1;
}

// "3 turns", "30 s", "20 %": from the first or last of the call.
static bool read_amount(Loader *load, const Node *value, Unit *unit, int64_t *amount) {
    static const struct {
        const char *unit;
        Unit is;
    } UNITS[] = {{"turns", UNIT_TURNS}, {"turn", UNIT_TURNS}, {"%", UNIT_PERCENT}};
    if (!expect_type(load, value, NODE_SCALAR)) return false;
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
    return refuse(load, value, "turns, seconds or percent",
                  "'3 turns', '30 s' or '20 %'");
}

static bool read_window(Loader *load, const Node *value, void *into) {
    static const char *const EDGES[] = {"first", "last",      "before",
                                        "after", "answering", NULL};
    static const WindowEdge IS[] = {WINDOW_FIRST, WINDOW_LAST, WINDOW_BEFORE,
                                    WINDOW_AFTER, WINDOW_ANSWERING};
    Window *window = into;
    int edge = read_single(load, value, "a window such as {first: 3 turns}", EDGES);
    if (edge < 0) return false;
    window->edge = IS[edge];
    bool counted = window->edge == WINDOW_FIRST || window->edge == WINDOW_LAST;
    return counted ? read_amount(load, value->items, &window->unit, &window->amount)
                   : read_detector(load, value->items, &window->detector);
}

static bool read_distance(Loader *load, const Node *value, void *into) {
    static const char *const UNITS[] = {"turns", "seconds", NULL};
    Distance *distance = into;
    int32_t thousandths;
    uint32_t turns;
    switch (read_single(load, value, "{turns: N} or {seconds: N}", UNITS)) {
    case 0:
        if (!read_count(load, value->items, &turns)) return false;
        *distance = (Distance){UNIT_TURNS, turns};
        return true;
    case 1: // thousandths of seconds are milliseconds
        if (!read_weight(load, value->items, &thousandths)) return false;
        *distance = (Distance){UNIT_MS, thousandths};
        return true;
    default: return false;
    }
}

bool read_quantity(Loader *load, const Node *value, void *into) {
    Quantity *quantity = into;
    int64_t ms;
    if (!expect_type(load, value, NODE_SCALAR)) return false;
    *quantity = (Quantity){.given = true};
    if (str_to_double(value->text, &quantity->value)) return true;
    quantity->duration = duration_parse(value->text, &ms);
    if (!quantity->duration)
        return refuse(load, value, "a number or a duration", "'3', '30 s' or '2 min'");
    quantity->value = (double)ms;
    return true;
}

static bool read_guard(Loader *load, const Node *value, void *into) {
    bool off = value->type == NODE_SCALAR &&
               (str_eq(value->text, STR("off")) || str_eq(value->text, STR("no")));
    if (!off) return read_count(load, value, into);
    *(uint32_t *)into = 0;
    return true;
}

static const FactTable *table_of(const Detector *detector) {
    for (const FieldSpec *spec = detector->kind->fields; spec->name; spec++) {
        const void *param = (const char *)detector->params + spec->offset;
        if (spec->type == FIELD_TABLE) return *(const FactTable *const *)param;
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

// The table is a page of the rubric, so it is quoted from and part of its hash.
static bool read_table(Loader *load, const Node *value, void *into) {
    Str name;
    if (!read_text(load, value, &name)) return false;
    Str path = path_beside(load->arena, value->page->path, name);
    const FactTable *known = find_table(load, path);
    if (!known) {
        const Page *page = open_page(load, path, value->place);
        if (!page) return false;
        FactTable *table = arena_new(load->arena, FactTable);
        *vec_push(load->arena, &load->rubric->pages) = *page;
        fact_table_read(load->arena, path, table, load->diags);
        known = table;
    }
    *(const FactTable **)into = known;
    return !known->broken;
}

static FieldRead *const READERS[] = {
    [FIELD_TEXT] = read_text,
    [FIELD_TEXTS] = read_texts,
    [FIELD_BOOL] = read_bool,
    [FIELD_COUNT] = read_count,
    [FIELD_GUARD] = read_guard,
    [FIELD_CHOICE] = NULL, // its words are in the FieldSpec
    [FIELD_PATTERNS] = read_patterns,
    [FIELD_DETECTOR] = read_detector,
    [FIELD_DETECTORS] = read_detectors,
    [FIELD_DISTANCE] = read_distance,
    [FIELD_WINDOW] = read_window,
    [FIELD_QUANTITY] = read_quantity,
    [FIELD_FORMULA] = read_formula,
    [FIELD_TABLE] = read_table,
};

void load_param(Loader *load, const FieldSpec *spec, const Node *value, void *params) {
    void *into = (char *)params + spec->offset;
    if (spec->type == FIELD_CHOICE)
        read_word(load, value, spec->name, spec->choices, into);
    else
        READERS[spec->type](load, value, into);
}
