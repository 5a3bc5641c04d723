#include "load/principle.h"

#include "load/expression.h"
#include "load/field.h"
#include "load/ids.h"
#include "load/other_rubric.h"
#include "load/value.h"

const char *const DECIDING_FIELDS[] = {"when",    "met",     "partly",
                                       "not_met", "unclear", NULL};

static bool read_critical_word(Loader *load, const Node *value, Critical *critical) {
    static const struct {
        const char *word;
        Critical is;
    } WORDS[] = {{"no", CRITICAL_NO},
                 {"false", CRITICAL_NO},
                 {"fail-call", CRITICAL_FAIL_CALL},
                 {"fail-principle", CRITICAL_FAIL_PRINCIPLE},
                 {"flag", CRITICAL_FLAG}};
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        *critical = WORDS[i].is;
        if (str_eq(value->text, str_from(WORDS[i].word))) return true;
    }
    Diag *diag = diag_add(load->diags, DIAG_ERROR, value->place,
                          "unknown critical '%.*s'", STR_ARG(value->text));
    diag->hint = STR("one of no, fail-call, fail-principle, flag or {cap: N}");
    return false;
}

static bool read_critical(Loader *load, const Node *value, void *into) {
    static const MapField CAP[] = {
        {"cap", score_read, offsetof(Criterion, cap), .is = REQUIRED}, {0}};
    Criterion *criterion = into;
    if (value->type != NODE_MAP)
        return read_critical_word(load, value, &criterion->critical);
    criterion->critical = CRITICAL_CAP;
    return map_read(load, value, CAP, criterion);
}

static bool read_reason(Loader *load, const Node *value, Unclear *unclear) {
    static const MapField REASON[] = {
        {"when", expression_read, offsetof(Unclear, when), .is = REQUIRED},
        {"why", text_read, offsetof(Unclear, why), .is = REQUIRED},
        {0}};
    bool told = value->type == NODE_MAP && node_get(value, "when");
    return told ? map_read(load, value, REASON, unclear)
                : expression_read(load, value, &unclear->when);
}

static bool read_unclear(Loader *load, const Node *value, void *into) {
    Criterion *criterion = into;
    size_t count = 1, good = 0;
    const Node *items = value->type == NODE_LIST ? list_read(load, value, &count) : value;
    for (size_t i = 0; i < count; i++) {
        Unclear unclear = {0};
        good += read_reason(load, &items[i], &unclear);
        *vec_push(load->arena, &criterion->unclear) = unclear;
    }
    return good == count;
}

static bool read_same(Loader *load, const Node *value, void *into) {
    Criterion *criterion = into;
    criterion->same_place = value->place;
    return text_read(load, value, &criterion->same_as);
}

static const MapField CRITERION[] = {
    {"id", name_read, offsetof(Criterion, id), .is = REQUIRED},
    {"ask", text_read, offsetof(Criterion, ask), .is = OPTIONAL},
    {"when", expression_read, offsetof(Criterion, when), .is = OPTIONAL},
    {"met", expression_read, offsetof(Criterion, met), .is = OPTIONAL},
    {"partly", expression_read, offsetof(Criterion, partly), .is = OPTIONAL},
    {"not_met", expression_read, offsetof(Criterion, not_met), .is = OPTIONAL},
    {"unclear", read_unclear, 0, .is = OPTIONAL},
    {"weight", weight_read, offsetof(Criterion, weight), .is = OPTIONAL},
    {"partly_credit", credit_read, offsetof(Criterion, partly_points), .is = OPTIONAL},
    {"critical", read_critical, 0, .is = OPTIONAL},
    {"tip", text_read, offsetof(Criterion, tip), .is = OPTIONAL},
    {"say", text_read, offsetof(Criterion, say), .is = OPTIONAL},
    {"source", texts_read, offsetof(Criterion, source), .is = ADDS},
    {"observable", bool_read, offsetof(Criterion, observable), .is = OPTIONAL},
    {"reason", text_read, offsetof(Criterion, reason), .is = OPTIONAL},
    {"same_as", read_same, 0, .is = OPTIONAL},
    {.name = "drop"}, // read by is_dropped, before all else
    {0},
};

// ---- What a criterion must have

static void refuse(Loader *load, const Criterion *criterion, const char *what) {
    diag_add(load->diags, DIAG_ERROR, criterion->place, "criterion '%.*s' %s",
             STR_ARG(criterion->id), what);
}

static void check_criterion(Loader *load, const Criterion *criterion) {
    bool met = criterion->met, reason = criterion->reason.len;
    bool decided = met || criterion->when || criterion->partly || criterion->not_met ||
                   criterion->unclear.len;
    bool observable = criterion->observable;
    if (!criterion->id.len) return;
    bool elsewhere = criterion->same_as.len; // what is wrong there was said
    if (observable && !met && !elsewhere) refuse(load, criterion, "has no 'met'");
    if (observable && reason) refuse(load, criterion, "has a 'reason' but is observable");
    if (!observable && decided)
        refuse(load, criterion, "is not observable but has detectors");
    if (!observable && !reason)
        refuse(load, criterion, "is not observable but has no 'reason'");
}

// ---- The maps of each principle or criterion

static const Node *id_of(const Node *map) { return node_get(map, "id"); }

// Among the first `known` groups, which other files have, the one of that id; or NULL.
static Nodes *find_group(const NodeGroups *groups, size_t known, const Node *id) {
    for (size_t i = 0; id && i < known; i++) {
        const Node *other = id_of(groups->items.items[i].items[0]);
        if (other && str_eq(other->text, id->text)) return &groups->items.items[i];
    }
    return NULL;
}

// An extension of something that no other file has lacks what a new one must have.
static bool refuse_extension(Loader *load, const char *what, const NodeGroups *groups,
                             size_t known, const Node *item) {
    Texts names = {0};
    bool is_new =
        node_get(item, "title") || node_get(item, "met") || node_get(item, "observable");
    if (!known || is_new || !id_of(item)) return false;
    for (size_t i = 0; i < known; i++)
        *vec_push(load->arena, &names) = id_of(groups->items.items[i].items[0])->text;
    diag_unknown(load, id_of(item), what, names.items, names.len);
    return true;
}

static bool gather(Loader *load, const char *what, const Node *list, NodeGroups *groups) {
    size_t known = groups->items.len;
    if (!node_expect(load, list, NODE_LIST)) return false;
    groups->list = list;
    for (size_t i = 0; i < list->count; i++) {
        const Node *item = &list->items[i];
        Nodes *group = find_group(groups, known, id_of(item));
        if (!group && refuse_extension(load, what, groups, known, item)) continue;
        if (!group) {
            group = vec_push(load->arena, &groups->items);
            *group = (Nodes){0};
        }
        *vec_push(load->arena, group) = item;
    }
    return true;
}

static bool is_dropped(Loader *load, const Nodes *maps) {
    static const MapField DROP[] = {{"drop", bool_read, 0, .is = OPTIONAL}, {0}};
    bool dropped = false;
    fields_read(load, maps, DROP, &dropped);
    return dropped;
}

// ---- Principles

static bool decides(const Node *map) {
    for (size_t f = 0; DECIDING_FIELDS[f]; f++)
        if (node_get(map, DECIDING_FIELDS[f])) return true;
    return false;
}

bool criterion_decides(const Nodes *maps) {
    for (size_t i = 0; i < maps->len; i++)
        if (decides(maps->items[i])) return true;
    return false;
}

// Whether a file after the first one says otherwise how it is decided.
static bool is_rewritten(const Nodes *maps) {
    for (size_t i = 1; i < maps->len; i++)
        if (decides(maps->items[i])) return true;
    return false;
}

// A criterion that says no more than `same_as` of how it is decided is decided so.
static void take_rules(Loader *load, const Nodes *maps, Criterion *criterion) {
    static const MapField RULES[] = {
        {"when", expression_read, offsetof(Criterion, when), .is = OPTIONAL},
        {"met", expression_read, offsetof(Criterion, met), .is = OPTIONAL},
        {"partly", expression_read, offsetof(Criterion, partly), .is = OPTIONAL},
        {"not_met", expression_read, offsetof(Criterion, not_met), .is = OPTIONAL},
        {"unclear", read_unclear, 0, .is = OPTIONAL},
        {0},
    };
    OtherCriterion other;
    if (!criterion->same_as.len ||
        !other_criterion(load, criterion->same_as, criterion->same_place, &other))
        return;
    if (!criterion_decides(maps))
        fields_read(load, &(Nodes){&other.node, 1, 1}, RULES, criterion);
}

static bool read_criterion(Loader *load, const Nodes *maps) {
    Rubric *rubric = load->rubric;
    const Node *id = id_of(maps->items[0]);
    Criterion criterion = {.principle = (uint32_t)rubric->principles.len,
                           .weight = 1000,
                           .partly_points = rubric->score.partly_points,
                           .observable = true,
                           .place = id_place(maps->items[0])};
    load->referrer =
        str_format(load->arena, "criterion '%.*s'", STR_ARG(id ? id->text : STR("?")));
    if (!maps_read(load, maps, CRITERION, &criterion)) return false;
    criterion.rewritten = is_rewritten(maps);
    take_rules(load, maps, &criterion);
    ids_add(load, "criterion", &load->criterion_ids, criterion.id, criterion.place);
    check_criterion(load, &criterion);
    *vec_push(load->arena, &rubric->criteria) = criterion;
    *vec_push(load->arena, &load->criteria) = *maps;
    return true;
}

typedef struct {
    Principle principle;
    NodeGroups criteria;
} PrincipleFields;

static bool gather_criteria(Loader *load, const Node *value, void *into) {
    return gather(load, "criterion", value, into);
}

static const MapField PRINCIPLE[] = {
    {"id", name_read, offsetof(PrincipleFields, principle.id), .is = REQUIRED},
    {"title", text_read, offsetof(PrincipleFields, principle.title), .is = REQUIRED},
    {"weight", weight_read, offsetof(PrincipleFields, principle.weight), .is = REQUIRED},
    {"floor", score_read, offsetof(PrincipleFields, principle.floor), .is = OPTIONAL},
    {"source", texts_read, offsetof(PrincipleFields, principle.source), .is = ADDS},
    {"about", text_read, offsetof(PrincipleFields, principle.about), .is = OPTIONAL},
    {"criteria", gather_criteria, offsetof(PrincipleFields, criteria),
     .is = REQUIRED | ADDS},
    {.name = "drop"}, // read by is_dropped, before all else
    {0},
};

static void read_criteria(Loader *load, const NodeGroups *criteria,
                          Principle *principle) {
    size_t kept = 0;
    vec_each(const Nodes, maps, &criteria->items) {
        if (is_dropped(load, maps)) continue;
        principle->count += read_criterion(load, maps);
        kept++;
    }
    for (uint32_t i = 0; i < principle->count; i++)
        principle->observable |=
            load->rubric->criteria.items[principle->first + i].observable;
    if (criteria->list && !kept)
        diag_add(load->diags, DIAG_ERROR, criteria->list->place,
                 "principle '%.*s' has no criteria", STR_ARG(principle->id));
}

static void check_criteria_weights(Loader *load, const Principle *principle) {
    if (!principle->count) return;
    const Criterion *criteria = load->rubric->criteria.items + principle->first;
    size_t weighty = 0;
    for (uint32_t i = 0; i < principle->count; i++)
        weighty += criteria[i].observable && criteria[i].weight > 0;
    if (principle->observable && !weighty)
        diag_add(load->diags, DIAG_ERROR, principle->place,
                 "all criteria of '%.*s' have weight 0", STR_ARG(principle->id));
}

static bool read_principle(Loader *load, const Nodes *maps) {
    Rubric *rubric = load->rubric;
    PrincipleFields fields = {.principle = {.floor = NO_SCORE,
                                            .place = id_place(maps->items[0]),
                                            .first = (uint32_t)rubric->criteria.len}};
    Principle *principle = &fields.principle;
    if (!maps_read(load, maps, PRINCIPLE, &fields)) return false;
    ids_add(load, "principle", &load->principle_ids, principle->id, principle->place);
    read_criteria(load, &fields.criteria, principle);
    check_criteria_weights(load, principle);
    *vec_push(load->arena, &rubric->principles) = *principle;
    return principle->weight > 0;
}

bool principles_gather(Loader *load, const Node *value, void *into) {
    (void)into;
    return gather(load, "principle", value, &load->principles);
}

void principles_load(Loader *load) {
    const Node *list = load->principles.list;
    size_t weighty = 0, kept = 0, errors = load->diags->errors;
    vec_each(const Nodes, maps, &load->principles.items) {
        if (is_dropped(load, maps)) continue;
        weighty += read_principle(load, maps);
        kept++;
    }
    if (list && !weighty && load->diags->errors == errors)
        diag_add(load->diags, DIAG_ERROR, list->place,
                 kept ? "all principles have weight 0" : "no principles");
}
