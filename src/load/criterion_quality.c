#include "load/criterion_quality.h"

#include "load/field.h"
#include "load/file_hash.h"
#include "load/other_rubric.h"
#include "load/principle.h"
#include "load/value.h"
#include "rubric/reference.h"

static CriterionQuality *read_figures(Loader *load, const Node *node,
                                      const QualitySource *judged, bool outdated) {
    static const MapField FIELDS[] = {
        {"calls", count_read, offsetof(CriterionQuality, calls), .is = REQUIRED},
        {"occasions", count_read, offsetof(CriterionQuality, occasions), .is = REQUIRED},
        {.name = "seen"}, // for people
        {"kappa", kappa_read, offsetof(CriterionQuality, kappa), .is = OPTIONAL},
        {.name = "readers_kappa"}, // for people
        {.name = "readers_alpha"}, // for people
        {"decided", count_read, offsetof(CriterionQuality, decided), .is = REQUIRED},
        {"shared", count_read, offsetof(CriterionQuality, shared), .is = REQUIRED},
        {"accusations", count_read, offsetof(CriterionQuality, accusations),
         .is = REQUIRED},
        {"false_accusations", count_read, offsetof(CriterionQuality, false_accusations),
         .is = REQUIRED},
        {"false_share", share_read, offsetof(CriterionQuality, false_share),
         .is = OPTIONAL},
        {0},
    };
    CriterionQuality *quality = arena_new(load->arena, CriterionQuality);
    Readers *readers = arena_new(load->arena, Readers);
    *readers = judged->readers;
    *quality = (CriterionQuality){.readers = readers, .outdated = outdated};
    return map_read(load, node, FIELDS, quality) ? quality : NULL;
}

// ---- A rubric's own

// A pack's figures are of its detectors before another file extended them.
static bool is_extended(Loader *load, const Criterion *criterion, Str pack) {
    const Rubric *rubric = load->rubric;
    const bool *used = criterion_uses(load->arena, rubric, criterion);
    for (size_t d = 0; d < rubric->detectors.len; d++)
        if (used[d])
            vec_each(const Place, place, &rubric->detectors.items[d].extended)
                if (pack.len && !str_eq(place->path, pack)) return true;
    return false;
}

static void complain_of_name(Loader *load, const Node *name) {
    Texts ids = {0};
    vec_each(const Criterion, criterion, &load->rubric->criteria)
        *vec_push(load->arena, &ids) = criterion->id;
    Diag *diag = diag_add(load->diags, DIAG_WARNING, name->place,
                          "unknown criterion '%.*s'", STR_ARG(name->text));
    diag->hint = diag_hint(load->arena, name->text, ids.items, ids.len);
}

void criteria_quality_read(Loader *load, const QualityFile *file, Str pack,
                           bool outdated) {
    const Node *map = file->criteria;
    for (size_t i = 0; i < map->count; i++) {
        uint32_t number = map_get(&load->criterion_ids.numbers, map->keys[i].text);
        CriterionQuality *quality =
            read_figures(load, &map->items[i], &file->judged, outdated);
        if (number == MAP_NONE && !pack.len) complain_of_name(load, &map->keys[i]);
        if (number == MAP_NONE || !quality) continue;
        const Criterion *criterion = &load->rubric->criteria.items[number];
        bool own = !pack.len || str_eq(criterion->place.path, pack);
        if (!own || (pack.len && criterion->rewritten)) continue;
        quality->outdated |= is_extended(load, criterion, pack);
        load->rubric->agreement[number] = quality;
    }
}

// ---- Those of the same question in another rubric

static bool is_equal(const Node *a, const Node *b) {
    if (!a || !b) return a == b;
    if (a->type != b->type || a->count != b->count || !str_eq(a->text, b->text))
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!is_equal(&a->items[i], &b->items[i]) ||
            (a->type == NODE_MAP && !is_equal(&a->keys[i], &b->keys[i])))
            return false;
    return true;
}

// Whether a file has something under this name of its own, or does something to it.
static bool is_touched(const Node *root, const char *list, Str name) {
    const Node *names = node_get(root, list);
    for (size_t i = 0; names && i < names->count; i++)
        if (str_eq((names->type == NODE_MAP ? names->keys : names->items)[i].text, name))
            return true;
    return names && str_eq(names->text, name);
}

static bool is_among(const RubricFile *file, Str path) {
    if (str_eq(file->source->path, path)) return true;
    vec_each(RubricFile *const, used, &file->uses)
        if (is_among(*used, path)) return true;
    return false;
}

static bool is_same_detector(const Detector *detector, const OtherRubric *other) {
    static const char *const LISTS[] = {"detectors", "extend", "drop"};
    const Node *root = &other->file.root;
    bool own = str_eq(detector->place.path, other->file.source->path);
    for (size_t i = 0; !own && i < sizeof LISTS / sizeof *LISTS; i++)
        if (is_touched(root, LISTS[i], detector->name)) return false;
    return !detector->extended.len && is_among(&other->file, detector->place.path);
}

static Str other_rule(Loader *load, uint32_t number, const Node *criterion) {
    const Nodes *maps = &load->criteria.items[number];
    for (const char *const *field = DECIDING_FIELDS; *field; field++) {
        Nodes own = field_values(load->arena, maps, *field, false);
        if (!is_equal(own.len ? own.items[0] : NULL, node_get(criterion, *field)))
            return str_format(load->arena, "another '%s'", *field);
    }
    return (Str){0};
}

// What makes the two be decided otherwise, or {0}. One that has no rules of its own has
// the other's.
static Str difference(Loader *load, uint32_t number, const OtherCriterion *same) {
    const Rubric *rubric = load->rubric;
    Str rule = criterion_decides(&load->criteria.items[number])
                   ? other_rule(load, number, same->node)
                   : (Str){0};
    if (rule.len) return rule;
    const bool *used =
        criterion_uses(load->arena, rubric, &rubric->criteria.items[number]);
    for (size_t d = 0; d < rubric->detectors.len; d++)
        if (used[d] && !is_same_detector(&rubric->detectors.items[d], same->rubric))
            return str_format(load->arena, "another detector '%.*s'",
                              STR_ARG(rubric->detectors.items[d].name));
    return (Str){0};
}

// Figures of another rubric's criterion, where it is decided alike; NULL where there are
// none.
static CriterionQuality *shared(Loader *load, uint32_t number) {
    Criterion *criterion = &load->rubric->criteria.items[number];
    OtherCriterion same;
    if (!other_criterion(load, criterion->same_as, criterion->same_place, &same))
        return NULL;
    const OtherRubric *other = same.rubric;
    Str differs = difference(load, number, &same);
    if (differs.len) {
        diag_add(load->diags, DIAG_WARNING, criterion->same_place,
                 "not decided as '%.*s' is, so it does not share its figures: %.*s",
                 STR_ARG(criterion->same_as), STR_ARG(differs));
        criterion->uncounted = str_format(load->arena, "it is not decided as %.*s is",
                                          STR_ARG(criterion->same_as));
        return NULL;
    }
    const Node *id = node_get(same.node, "id");
    const Node *figures = other->quality.criteria ? node_get(other->quality.criteria,
                                                             str_z(load->arena, id->text))
                                                  : NULL;
    return figures ? read_figures(load, figures, &other->quality.judged, other->outdated)
                   : NULL;
}

static void open_quality(Loader *load, OtherRubric *other) {
    if (!other->file.source ||
        !quality_open(load, other->file.source->path, &other->quality))
        return;
    char hash[17];
    file_hash(load, &other->file, hash);
    other->outdated = other->quality.criteria && other->complete &&
                      judged_outdated(load, &other->quality, str_from(hash));
}

void criteria_quality_share(Loader *load) {
    Rubric *rubric = load->rubric;
    vec_each(OtherRubric *const, other, &load->others) open_quality(load, *other);
    for (uint32_t i = 0; i < rubric->criteria.len; i++)
        if (rubric->criteria.items[i].same_as.len && !rubric->agreement[i])
            rubric->agreement[i] = shared(load, i);
}
