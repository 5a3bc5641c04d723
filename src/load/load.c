#include "load/load.h"

#include "base/file.h"
#include "load/detector.h"
#include "load/field.h"
#include "load/file_hash.h"
#include "load/find.h"
#include "load/measure.h"
#include "load/node_image.h"
#include "load/overlay.h"
#include "load/pattern.h"
#include "load/principle.h"
#include "load/quality.h"
#include "load/score.h"
#include "load/value.h"
#include "load/yaml.h"
#include "rubric/foreign.h"
#include "rubric/prune.h"
#include "rubric/shares.h"

static bool read_covers(Loader *load, const Node *value, void *into) {
    Rubric *rubric = into;
    size_t count;
    const Node *items = list_read(load, value, &count);
    for (size_t i = 0; i < count; i++) {
        SourceName source = {.place = items[i].place};
        if (text_read(load, &items[i], &source.name))
            *vec_push(load->arena, &rubric->covers) = source;
    }
    return count > 0;
}

// ---- A file

static FieldRead read_use;

// Its own affair, and what it does to the detectors that are known before.
static const MapField FILE_FIELDS[] = {
    {"use", read_use, 0, .is = OPTIONAL},
    {"unicode", bool_read, offsetof(RubricFile, unicode), .is = OPTIONAL},
    {"fragments", fragments_keep, 0, .is = OPTIONAL},
    {"drop", drops_gather, 0, .is = OPTIONAL},
    {"detectors", detectors_gather, 0, .is = OPTIONAL},
    {"extend", extensions_gather, 0, .is = OPTIONAL},
    {0},
};
// Of the rubric's own file alone.
static const MapField HEAD_FIELDS[] = {
    {"rubric", name_read, offsetof(Rubric, id), .is = OPTIONAL},
    {"title", text_read, offsetof(Rubric, title), .is = OPTIONAL},
    {"version", text_read, offsetof(Rubric, version), .is = OPTIONAL},
    {"about", text_read, offsetof(Rubric, about), .is = OPTIONAL},
    {"covers", read_covers, 0, .is = OPTIONAL},
    {0},
};
// Of all files together, once the detectors are known.
static const MapField BODY_FIELDS[] = {
    {"language", text_read, offsetof(Rubric, language), .is = OPTIONAL},
    {"fillers", texts_read, offsetof(Rubric, passed.fillers), .is = OPTIONAL},
    {"repeatable", texts_read, offsetof(Rubric, passed.repeatable), .is = OPTIONAL},
    {"apostrophes", texts_read, offsetof(Rubric, passed.apostrophes), .is = OPTIONAL},
    {"bare", bool_read, offsetof(Rubric, passed.bare), .is = OPTIONAL},
    {"score", score_law_read, offsetof(Rubric, score), .is = ADDS},
    {"principles", principles_gather, 0, .is = ADDS},
    {0},
};
// Likewise, once the principles are.
static const MapField LAST_FIELDS[] = {
    {"measures", measures_read, 0, .is = ADDS},
    {0},
};

static void refuse_others(Loader *load, const Node *root) {
    Texts names = {0};
    fields_add_names(load->arena, &names, FILE_FIELDS);
    fields_add_names(load->arena, &names, HEAD_FIELDS);
    fields_add_names(load->arena, &names, BODY_FIELDS);
    fields_add_names(load->arena, &names, LAST_FIELDS);
    fields_refuse_others(load, root, &names);
}

// NULL after complaining, when there is no map in it.
static RubricFile *read_file(Loader *load, const SourceFile *source, bool is_used) {
    RubricFile *file = arena_new(load->arena, RubricFile);
    *file = (RubricFile){.source = source, .is_used = is_used};
    file->trusted = (load->to_mark || load->sought) && file_is_built_in(source);
    *vec_push(load->arena, &load->files) = file;
    *vec_push(load->arena, &load->rubric->files) = *source;
    file->from_image =
        file->trusted && node_image_read(&load->passing, source, &file->root);
    bool good =
        (file->from_image || yaml_parse(load->arena, source, &file->root, load->diags)) &&
        node_expect(load, &file->root, NODE_MAP);
    if (good) {
        const Node *root = &file->root;
        refuse_others(load, root);
        fields_read(load, &(Nodes){&root, 1, 1}, FILE_FIELDS, file);
        if (!file->trusted) fragments_of(load, file);
        *vec_push(load->arena, &load->roots) = root;
    }
    file->is_read = true;
    return good ? file : NULL;
}

// ---- The files it uses

static RubricFile *find_file(const Loader *load, Str path) {
    for (size_t i = 0; i < load->files.len; i++) {
        Str known = load->files.items[i]->source->path;
        if (str_eq(known, path) || file_same(load->arena, known, path))
            return load->files.items[i];
    }
    return NULL;
}

// `file` is being read, and so is all that came to be read because of it.
static void complain_of_ring(Loader *load, const RubricFile *file, Place place) {
    Buf ring = {.arena = load->arena};
    bool inside = false;
    vec_each(RubricFile *const, step, &load->files) {
        inside |= *step == file;
        if (inside && !(*step)->is_read)
            buf_format(&ring, "%.*s -> ", STR_ARG((*step)->source->path));
    }
    buf_put(&ring, file->source->path);
    diag_add(load->diags, DIAG_ERROR, place, "files use each other in a ring: %.*s",
             STR_ARG(buf_str(&ring)));
}

static RubricFile *open_used(Loader *load, const RubricFile *user, const Node *value) {
    Str name;
    if (!text_read(load, value, &name) || !loader_may_name(load, value, name))
        return NULL;
    Str path = used_find(load->arena, user->source->path, name, load->folders);
    // Complaints quote the lines of a rubric, so no other file may be taken for one.
    if (!str_ends(path, STR(".yaml"))) {
        Diag *diag = diag_add(load->diags, DIAG_ERROR, value->place, "no rubric '%.*s'",
                              STR_ARG(name));
        diag->hint = STR("the name of a file ends in .yaml; 'callmark list rubrics' has "
                         "those that are installed");
        return NULL;
    }
    RubricFile *known = find_file(load, path);
    if (known && !known->is_read) complain_of_ring(load, known, value->place);
    if (known) return known->is_read ? known : NULL;
    const SourceFile *source = loader_open(load, path, value->place);
    return source ? read_file(load, source, true) : NULL;
}

static bool read_use(Loader *load, const Node *value, void *into) {
    RubricFile *file = into;
    size_t count, good = 0;
    const Node *items = list_read(load, value, &count);
    for (size_t i = 0; i < count; i++) {
        RubricFile *used = open_used(load, file, &items[i]);
        load->pack_missing |= !used;
        if (!used) continue;
        *vec_push(load->arena, &file->uses) = used;
        file->trusted &= used->trusted;
        good++;
    }
    return good == count;
}

// ---- The rubric

static void require(Loader *load, const Node *root, bool given, const char *name) {
    if (!given && !load->pack_missing)
        diag_add(load->diags, DIAG_ERROR, root->place, "missing field '%s'", name);
}

// What a file without a name of its own is called.
static Str name_of_file(Str path) {
    Str name = path_base(path), end = STR(".yaml");
    return str_ends(name, end) ? str_slice(name, 0, name.len - end.len) : name;
}

static void read_rubric(Loader *load, const RubricFile *file) {
    Rubric *rubric = load->rubric;
    const Node *root = &file->root;
    bool named = node_get(root, "rubric");
    bool marks = field_values(load->arena, &load->roots, "principles", false).len;
    rubric->is_pack = !named && !marks;
    if (!rubric->is_pack) require(load, root, named, "rubric");
    if (!rubric->is_pack) require(load, root, marks, "principles");
    fields_read(load, &(Nodes){&root, 1, 1}, HEAD_FIELDS, rubric);
    detectors_number(load);
    detectors_load(load);
    fields_read(load, &load->roots, BODY_FIELDS, rubric);
    principles_load(load);
    fields_read(load, &load->roots, LAST_FIELDS, rubric);
    passed_over_seal(&rubric->passed);
    if (!rubric->id.len) rubric->id = name_of_file(rubric->path);
    if (!rubric->title.len) rubric->title = rubric->id;
    score_law_settle(&rubric->score);
    if (load->diags->errors) return;
    rubric_share(rubric);
    score_law_check(load);
}

static Loader begin(Arena *arena, Str path, const Texts *folders, Rubric *rubric,
                    Diags *diags) {
    *rubric = (Rubric){
        .path = path, .score = score_law_default(arena), .patterns = patterns_new(arena)};
    return (Loader){.arena = arena, .diags = diags, .rubric = rubric, .folders = folders};
}

static void leave_out(Loader *load) {
    if (load->to_mark) prune_to_mark(load->arena, load->rubric);
    if (load->sought) prune_to_find(load->arena, load->rubric, load->sought);
}

static bool load_file(Loader *load, const SourceFile *source) {
    Diags *diags = load->diags;
    size_t errors = diags->errors, first = diags->items.len;
    const RubricFile *file = read_file(load, source, false);
    if (file) read_rubric(load, file);
    if (diags->errors == errors) leave_out(load);
    patterns_seal(load->rubric->patterns);
    if (diags->errors == errors) {
        file_hash(load, file, load->rubric->hash);
        quality_load(load);
    }
    source_files_quote(&load->rubric->files, diags, first);
    arena_free(&load->passing);
    return diags->errors == errors;
}

static bool load_path(Loader *load, Str path) {
    const SourceFile *source = loader_open(load, path, (Place){.path = path});
    return source && load_file(load, source);
}

bool rubric_load(Arena *arena, Str path, const Texts *folders, Rubric *rubric,
                 Diags *diags) {
    Loader load = begin(arena, path, folders, rubric, diags);
    return load_path(&load, path);
}

bool rubric_load_to_mark(Arena *arena, Str path, const Texts *folders, Rubric *rubric,
                         Diags *diags) {
    Loader load = begin(arena, path, folders, rubric, diags);
    load.to_mark = true;
    return load_path(&load, path);
}

bool rubric_load_to_find(Arena *arena, Str path, const Texts *folders,
                         const Texts *detectors, Rubric *rubric, Diags *diags) {
    Loader load = begin(arena, path, folders, rubric, diags);
    load.sought = detectors;
    return load_path(&load, path);
}

bool rubric_read(Arena *arena, Str path, Str text, Rubric *rubric, Diags *diags) {
    Loader load = begin(arena, path, NULL, rubric, diags);
    return load_file(&load, source_file_new(arena, path, text));
}

bool rubric_put_nodes(Arena *arena, Str path, Buf *out) {
    Rubric rubric;
    Diags diags = {.arena = arena};
    Loader load = begin(arena, path, NULL, &rubric, &diags);
    const SourceFile *source = loader_open(&load, path, (Place){.path = path});
    RubricFile *file = source ? read_file(&load, source, false) : NULL;
    bool good = file && !diags.items.len;
    if (good) node_image_put(out, &file->root, fragments_of(&load, file));
    arena_free(&load.passing);
    rubric_free(&rubric);
    return good;
}
