#include "load/quality.h"

#include "base/file.h"
#include "input/digest.h"
#include "load/field.h"
#include "load/find.h"
#include "load/value.h"
#include "load/yaml.h"

// Where and by what it was measured.
typedef struct {
    Str rubric, hash, part;
    Texts files;
    uint32_t dialogues, turns;
} QualitySource;

typedef struct {
    QualitySource measured;
    const Node *detectors;
} QualityFile;

// ---- Values

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

static bool read_share(Loader *load, const Node *value, void *into) {
    Share *share = into;
    int32_t *const parts[] = {&share->value, &share->low, &share->high};
    size_t good = 0;
    if (!node_expect(load, value, NODE_LIST)) return false;
    for (size_t i = 0; i < 3 && value->count == 3; i++)
        good += credit_read(load, &value->items[i], parts[i]);
    bool ordered = share->low <= share->value && share->value <= share->high;
    share->known = good == 3 && ordered;
    if (value->count != 3 || (good == 3 && !ordered))
        diag_add(load->diags, DIAG_ERROR, value->place,
                 "expected three numbers: the share, its lowest and its highest");
    return share->known;
}

static bool keep_node(Loader *load, const Node *value, void *into) {
    *(const Node **)into = value;
    return node_expect(load, value, NODE_MAP);
}

static bool read_measured(Loader *load, const Node *value, void *into) {
    static const MapField FIELDS[] = {
        {"rubric", text_read, offsetof(QualitySource, rubric), OPTIONAL},
        {"hash", text_read, offsetof(QualitySource, hash), OPTIONAL},
        {"files", texts_read, offsetof(QualitySource, files), OPTIONAL},
        {"part", text_read, offsetof(QualitySource, part), OPTIONAL},
        {"dialogues", read_number, offsetof(QualitySource, dialogues), OPTIONAL},
        {"turns", read_number, offsetof(QualitySource, turns), OPTIONAL},
        {0},
    };
    return map_read(load, value, FIELDS, into);
}

static const MapField DETECTOR[] = {
    {"labels", texts_read, offsetof(Quality, labels), REQUIRED},
    {"turns", read_number, offsetof(Quality, turns), REQUIRED},
    {"positives", read_number, offsetof(Quality, positives), REQUIRED},
    {"found", read_number, offsetof(Quality, found), REQUIRED},
    {"precision", read_share, offsetof(Quality, precision), OPTIONAL},
    {"recall", read_share, offsetof(Quality, recall), OPTIONAL},
    {"f1", read_share, offsetof(Quality, f1), OPTIONAL},
    {0},
};

// ---- The file

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

static bool is_outdated(Loader *load, const Node *root, Str measured, Str present) {
    if (!measured.len || str_eq(measured, present)) return false;
    const Node *place = node_get(node_get(root, "measured"), "hash");
    Diag *diag =
        diag_add(load->diags, DIAG_WARNING, place->place,
                 "measured with another version of the detectors: '%.*s', not '%.*s'",
                 STR_ARG(measured), STR_ARG(present));
    diag->hint = STR("run 'callmark measure' again");
    return true;
}

// `pack` is empty for the rubric's own file, `present` the hash of what should have been
// measured.
static void read_beside(Loader *load, Str path, Str pack, Str present) {
    static const MapField FIELDS[] = {
        {"measured", read_measured, offsetof(QualityFile, measured), OPTIONAL},
        {"detectors", keep_node, offsetof(QualityFile, detectors), REQUIRED},
        {0},
    };
    Str beside = quality_path(load->arena, path);
    if (!beside.len || !source_file_exists(load->arena, beside)) return;
    const SourceFile *source = loader_open(load, beside, (Place){.path = beside});
    Node *root = arena_new(load->arena, Node);
    if (!source) return;
    *vec_push(load->arena, &load->rubric->files) = *source;
    QualityFile file = {0};
    if (!yaml_parse(load->arena, source, root, load->diags) ||
        !map_read(load, root, FIELDS, &file) || !file.detectors)
        return;
    bool outdated = is_outdated(load, root, file.measured.hash, present);
    read_figures(load, file.detectors, pack, outdated);
}

// The file's bytes, then those of the files it uses: what its hash is as a rubric.
static void digest_file(Digest *digest, const RubricFile *file, const RubricFile **done,
                        size_t *count) {
    for (size_t i = 0; i < *count; i++)
        if (done[i] == file) return;
    done[(*count)++] = file;
    digest_add(digest, file->source->text);
    vec_each(const RubricFile *const, used, &file->uses)
        digest_file(digest, *used, done, count);
}

static Str hash_of(Loader *load, const RubricFile *file) {
    char hash[17];
    size_t count = 0;
    const RubricFile **done =
        arena_array(load->arena, const RubricFile *, load->files.len);
    Digest *digest = digest_new();
    digest_file(digest, file, done, &count);
    digest_hex(digest, hash);
    digest_free(digest);
    return str_copy(load->arena, str_from(hash));
}

// The rubric's own file is asked last: its figures are of the detectors as they work in
// it.
void quality_load(Loader *load) {
    Rubric *rubric = load->rubric;
    rubric->quality = arena_array(load->arena, const Quality *, rubric->detectors.len);
    vec_each(RubricFile *const, file, &load->files) {
        Str path = (*file)->source->path;
        if ((*file)->is_used) read_beside(load, path, path, hash_of(load, *file));
    }
    read_beside(load, rubric->path, (Str){0}, str_from(rubric->hash));
}
