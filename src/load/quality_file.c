#include "load/quality_file.h"

#include "load/field.h"
#include "load/find.h"
#include "load/value.h"
#include "load/yaml.h"

static bool keep_node(Loader *load, const Node *value, void *into) {
    *(const Node **)into = value;
    return node_expect(load, value, NODE_MAP);
}

static bool read_measured(Loader *load, const Node *value, void *into) {
    static const MapField FIELDS[] = {
        {.name = "rubric"}, // for people
        {"hash", text_read, offsetof(QualitySource, hash), .is = OPTIONAL},
        {.name = "files"},     // for people
        {.name = "part"},      // for people
        {.name = "dialogues"}, // for people
        {.name = "turns"},     // for people
        {0},
    };
    ((QualitySource *)into)->node = value;
    return map_read(load, value, FIELDS, into);
}

static bool read_judged(Loader *load, const Node *value, void *into) {
    static const char *const KINDS[] = {"human", "automated", NULL}; // as ReadersKind
    static const MapField FIELDS[] = {
        {.name = "rubric"}, // for people
        {"hash", text_read, offsetof(QualitySource, hash), .is = OPTIONAL},
        {.name = "files"}, // for people
        {.name = "part"},  // for people
        {.name = "calls"}, // for people
        {"readers", NULL, offsetof(QualitySource, readers.kind), .is = REQUIRED,
         .choices = KINDS},
        {"count", count_read, offsetof(QualitySource, readers.count), .is = REQUIRED},
        {"unread", bool_read, offsetof(QualitySource, readers.unread), .is = OPTIONAL},
        {0},
    };
    ((QualitySource *)into)->node = value;
    return map_read(load, value, FIELDS, into);
}

// ---- Whether it is of this version

static bool is_outdated(Loader *load, const QualitySource *source, Str present,
                        const char *what, const char *command) {
    if (!source->hash.len || str_eq(source->hash, present)) return false;
    Diag *diag =
        diag_add(load->diags, DIAG_WARNING, node_get(source->node, "hash")->place,
                 "%s: '%.*s', not '%.*s'", what, STR_ARG(source->hash), STR_ARG(present));
    diag->hint = str_format(load->arena, "run 'callmark %s' again", command);
    return true;
}

bool measured_outdated(Loader *load, const QualityFile *file, Str present) {
    return is_outdated(load, &file->measured, present,
                       "measured with another version of the detectors", "measure");
}

bool judged_outdated(Loader *load, const QualityFile *file, Str present) {
    return is_outdated(load, &file->judged, present,
                       "judged with another version of the rubric", "agree");
}

static bool check_content(Loader *load, const Node *root, const QualityFile *file) {
    if (!file->detectors && !file->criteria)
        diag_add(load->diags, DIAG_ERROR, root->place,
                 "neither 'detectors' nor 'criteria' in it");
    if (file->criteria && !file->judged.node)
        diag_add(load->diags, DIAG_ERROR, root->place, "missing field 'judged'");
    return file->detectors || (file->criteria && file->judged.node);
}

bool quality_open(Loader *load, Str path, QualityFile *file) {
    static const MapField FIELDS[] = {
        {"measured", read_measured, offsetof(QualityFile, measured), .is = OPTIONAL},
        {"detectors", keep_node, offsetof(QualityFile, detectors), .is = OPTIONAL},
        {"judged", read_judged, offsetof(QualityFile, judged), .is = OPTIONAL},
        {"criteria", keep_node, offsetof(QualityFile, criteria), .is = OPTIONAL},
        {0},
    };
    *file = (QualityFile){0};
    Str beside = quality_path(load->arena, path);
    if (!beside.len || !source_file_exists(load->arena, beside)) return false;
    const SourceFile *source = loader_open(load, beside, (Place){.path = beside});
    Node *root = arena_new(load->arena, Node);
    if (!source) return false;
    *vec_push(load->arena, &load->rubric->files) = *source;
    bool good = yaml_parse(load->arena, source, root, load->diags) &&
                map_read(load, root, FIELDS, file) && check_content(load, root, file);
    if (good && file->criteria) *vec_push(load->arena, &load->judged) = source->text;
    return good;
}
