// Principles and their criteria.
#include "rubric/load.h"

static bool read_critical_word(Loader *load, const Node *value, Critical *critical) {
    static const struct {
        const char *word;
        Critical is;
    } WORDS[] = {{"no", CRITICAL_NO},
                 {"false", CRITICAL_NO},
                 {"fail-call", CRITICAL_FAIL_CALL},
                 {"fail-principle", CRITICAL_FAIL_PRINCIPLE},
                 {"flag", CRITICAL_FLAG}};
    if (!expect_type(load, value, NODE_SCALAR)) return false;
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
    static const MapField CAP[] = {{"cap", read_score, offsetof(Criterion, cap), true},
                                   {0}};
    Criterion *criterion = into;
    if (value->type != NODE_MAP)
        return read_critical_word(load, value, &criterion->critical);
    criterion->critical = CRITICAL_CAP;
    return map_read(load, value, CAP, criterion);
}

static const MapField CRITERION[] = {
    {"id", read_name, offsetof(Criterion, id), true},
    {"ask", read_text, offsetof(Criterion, ask), false},
    {"when", read_expression, offsetof(Criterion, when), false},
    {"met", read_expression, offsetof(Criterion, met), false},
    {"partly", read_expression, offsetof(Criterion, partly), false},
    {"not_met", read_expression, offsetof(Criterion, not_met), false},
    {"weight", read_weight, offsetof(Criterion, weight), false},
    {"partly_credit", read_credit, offsetof(Criterion, partly_points), false},
    {"critical", read_critical, 0, false},
    {"tip", read_text, offsetof(Criterion, tip), false},
    {"say", read_text, offsetof(Criterion, say), false},
    {"source", read_texts, offsetof(Criterion, source), false},
    {"observable", read_bool, offsetof(Criterion, observable), false},
    {"reason", read_text, offsetof(Criterion, reason), false},
    {0},
};

// ---- What a criterion must have

static void refuse(Loader *load, const Criterion *criterion, const char *what) {
    diag_add(load->diags, DIAG_ERROR, criterion->place, "criterion '%.*s' %s",
             STR_ARG(criterion->id), what);
}

static void check_criterion(Loader *load, const Criterion *criterion) {
    bool met = criterion->met, reason = criterion->reason.len;
    bool decided = met || criterion->when || criterion->partly || criterion->not_met;
    bool observable = criterion->observable;
    if (observable && !met) refuse(load, criterion, "has no 'met'");
    if (observable && reason) refuse(load, criterion, "has a 'reason' but is observable");
    if (!observable && decided)
        refuse(load, criterion, "is not observable but has detectors");
    if (!observable && !reason)
        refuse(load, criterion, "is not observable but has no 'reason'");
}

// ---- Ids

// Of a principle or criterion: the place where it is named.
static Place place_of(const Node *node) {
    const Node *id = node_get(node, "id");
    return id ? id->place : node->place;
}

// Complains of an id that another `what` has.
static void check_id(Loader *load, const char *what, Ids *ids, Str id, Place place) {
    uint32_t end = (uint32_t)ids->places.len;
    if (!id.len) return;
    uint32_t first = map_add(load->arena, &ids->numbers, id, end);
    if (first == end) {
        *vec_push(load->arena, &ids->places) = place;
        return;
    }
    Diag *diag = diag_add(load->diags, DIAG_ERROR, place, "duplicate %s '%.*s'", what,
                          STR_ARG(id));
    diag->hint =
        str_format(load->arena, "first on line %u", ids->places.items[first].line);
}

// ---- Principles

static bool read_criterion(Loader *load, const Node *value) {
    Rubric *rubric = load->rubric;
    Criterion criterion = {.principle = (uint32_t)rubric->principles.len,
                           .weight = 1000,
                           .partly_points = rubric->score.partly_points,
                           .observable = true,
                           .place = place_of(value)};
    if (!map_read(load, value, CRITERION, &criterion)) return false;
    check_id(load, "criterion", &load->criterion_ids, criterion.id, criterion.place);
    check_criterion(load, &criterion);
    *vec_push(load->arena, &rubric->criteria) = criterion;
    return true;
}

static bool read_criteria(Loader *load, const Node *value, void *into) {
    Principle *principle = into;
    if (!expect_type(load, value, NODE_LIST)) return false;
    for (size_t i = 0; i < value->count; i++)
        principle->count += read_criterion(load, &value->items[i]);
    if (value->count) return principle->count == value->count;
    diag_add(load->diags, DIAG_ERROR, value->place, "principle '%.*s' has no criteria",
             STR_ARG(principle->id));
    return false;
}

static const MapField PRINCIPLE[] = {
    {"id", read_name, offsetof(Principle, id), true},
    {"title", read_text, offsetof(Principle, title), true},
    {"weight", read_weight, offsetof(Principle, weight), true},
    {"floor", read_score, offsetof(Principle, floor), false},
    {"source", read_texts, offsetof(Principle, source), false},
    {"about", read_text, offsetof(Principle, about), false},
    {"criteria", read_criteria, 0, true},
    {0},
};

static void check_criteria_weights(Loader *load, const Principle *principle) {
    const Criterion *criteria = load->rubric->criteria.items + principle->first;
    size_t observable = 0, weighty = 0;
    for (uint32_t i = 0; i < principle->count; i++) {
        observable += criteria[i].observable;
        weighty += criteria[i].observable && criteria[i].weight > 0;
    }
    if (observable && !weighty)
        diag_add(load->diags, DIAG_ERROR, principle->place,
                 "all criteria of '%.*s' have weight 0", STR_ARG(principle->id));
}

static bool read_principle(Loader *load, const Node *value) {
    Rubric *rubric = load->rubric;
    Principle principle = {.floor = NO_SCORE,
                           .place = place_of(value),
                           .first = (uint32_t)rubric->criteria.len};
    if (!map_read(load, value, PRINCIPLE, &principle)) return false;
    check_id(load, "principle", &load->principle_ids, principle.id, principle.place);
    check_criteria_weights(load, &principle);
    *vec_push(load->arena, &rubric->principles) = principle;
    return principle.weight > 0;
}

bool read_principles(Loader *load, const Node *value, void *into) {
    (void)into;
    size_t weighty = 0, errors = load->diags->errors;
    if (!expect_type(load, value, NODE_LIST)) return false;
    for (size_t i = 0; i < value->count; i++)
        weighty += read_principle(load, &value->items[i]);
    if (!weighty && load->diags->errors == errors)
        diag_add(load->diags, DIAG_ERROR, value->place,
                 value->count ? "all principles have weight 0" : "no principles");
    return weighty > 0;
}
