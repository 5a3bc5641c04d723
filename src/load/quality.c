#include "load/quality.h"

#include "base/file.h"
#include "input/digest.h"
#include "load/criterion_quality.h"
#include "load/field.h"
#include "load/file_hash.h"
#include "load/find.h"
#include "load/value.h"
#include "rubric/proof.h"

static bool read_number(Loader *load, const Node *value, void *into) {
    int64_t number;
    if (!node_expect(load, value, NODE_SCALAR)) return false;
    bool good = str_to_int(value->text, &number) && number >= 0 && number <= INT32_MAX;
    if (good)
        *(uint32_t *)into = (uint32_t)number;
    else
        diag_add(load->diags, DIAG_ERROR, value->place,
                 "expected a whole number, found '%.*s'", STR_ARG(value->text));
    return good;
}

static const MapField DETECTOR[] = {
    {"labels", texts_read, offsetof(Quality, labels), .is = REQUIRED},
    {"turns", read_number, offsetof(Quality, turns), .is = REQUIRED},
    {"positives", read_number, offsetof(Quality, positives), .is = REQUIRED},
    {"found", read_number, offsetof(Quality, found), .is = REQUIRED},
    {"precision", share_read, offsetof(Quality, precision), .is = OPTIONAL},
    {"recall", share_read, offsetof(Quality, recall), .is = OPTIONAL},
    {"f1", share_read, offsetof(Quality, f1), .is = OPTIONAL},
    {0},
};

// The detector that a figure is about, or DETECTOR_NONE. A pack's figures are no use for
// a detector that the rubric put in the place of the pack's.
static uint32_t find_detector(Loader *load, const Node *name, Str pack) {
    uint32_t number = map_get(&load->numbers, name->text);
    bool dropped = map_get(&load->node_numbers, name->text) != MAP_NONE;
    if (number == MAP_NONE && dropped) return DETECTOR_NONE;
    if (number == MAP_NONE) {
        Diag *diag = diag_add(load->diags, DIAG_WARNING, name->place,
                              "unknown detector '%.*s'", STR_ARG(name->text));
        diag->hint =
            diag_hint(load->arena, name->text, load->names.items, load->names.len);
        return DETECTOR_NONE;
    }
    Str path = load->rubric->detectors.items[number].place.path;
    return !pack.len || str_eq(path, pack) ? number : DETECTOR_NONE;
}

// A pack's figures are of its detectors before another file extended them.
static bool is_extended(const Loader *load, uint32_t number, Str pack) {
    vec_each(const Place, place, &load->rubric->detectors.items[number].extended)
        if (pack.len && !str_eq(place->path, pack)) return true;
    return false;
}

static void read_figures(Loader *load, const Node *map, Str pack, bool outdated) {
    for (size_t i = 0; i < map->count; i++) {
        Quality *quality = arena_new(load->arena, Quality);
        uint32_t number = find_detector(load, &map->keys[i], pack);
        quality->outdated =
            outdated || (number != DETECTOR_NONE && is_extended(load, number, pack));
        if (map_read(load, &map->items[i], DETECTOR, quality) && number != DETECTOR_NONE)
            load->rubric->quality[number] = quality;
    }
}

// `pack` is empty for the rubric's own file, `present` the hash of what should have been
// measured.
static void read_beside(Loader *load, Str path, Str pack, Str present) {
    QualityFile file;
    if (!quality_open(load, path, &file)) return;
    if (file.detectors) {
        bool outdated = measured_outdated(load, &file, present);
        read_figures(load, file.detectors, pack, outdated);
    }
    if (file.criteria)
        criteria_quality_read(load, &file, pack, judged_outdated(load, &file, present));
}

static void hash_judged(Loader *load) {
    Digest *digest = digest_new();
    vec_each(const Str, text, &load->judged) digest_add(digest, *text);
    if (load->judged.len) digest_hex(digest, load->rubric->quality_hash);
    digest_free(digest);
}

// Most often a copy of a rubric that left its quality file behind.
static void complain_of_none(Loader *load, Proven proven) {
    const Rubric *rubric = load->rubric;
    Diag *diag = diag_add(load->diags, DIAG_WARNING, rubric->score.count_place,
                          "only %u of %u criteria count, since nobody has checked '%.*s'",
                          proven.criteria, proven.of, STR_ARG(rubric->id));
    diag->hint = str_format(
        load->arena,
        "'count: all' counts the others too; a copy of rubric NAME has its figures by "
        "'callmark list rubrics --show NAME.quality >%.*s'",
        STR_ARG(path_base(quality_path(load->arena, rubric->path))));
}

// A rubric of which too little is proven still marks, and judges nobody.
static void complain_of_few(Loader *load) {
    const ScoreLaw *law = &load->rubric->score;
    Proven proven = rubric_proven(load->rubric);
    if (law->count == COUNT_ALL || proven.criteria == proven.of) return;
    if (!load->judged.len)
        complain_of_none(load, proven);
    else if (proven.criteria < score_law_fewest(law))
        diag_add(
            load->diags, DIAG_WARNING, law->count_place,
            "only %u criteria count, fewer than the %u that a call must have decided",
            proven.criteria, score_law_fewest(law))
            ->hint =
            STR("'callmark agree -t yaml' proves more; 'count: all' counts what nobody "
                "has checked");
}

// The rubric's own file is asked last: its figures are of the detectors as they work in
// it.
void quality_load(Loader *load) {
    Rubric *rubric = load->rubric;
    rubric->quality = arena_array(load->arena, const Quality *, rubric->detectors.len);
    rubric->agreement =
        arena_array(load->arena, const CriterionQuality *, rubric->criteria.len);
    vec_each(RubricFile *const, file, &load->files) {
        Str path = (*file)->source->path;
        char hash[17];
        if (!(*file)->is_used) continue;
        file_hash(load, *file, hash);
        read_beside(load, path, path, str_from(hash));
    }
    read_beside(load, rubric->path, (Str){0}, str_from(rubric->hash));
    criteria_quality_share(load);
    hash_judged(load);
    rubric_prove(load->arena, rubric);
    complain_of_few(load);
}
