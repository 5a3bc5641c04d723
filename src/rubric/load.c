// A rubric from its files: those it uses, then its own.
#include "rubric/load.h"

#include "base/file.h"
#include "input/digest.h"

#include <errno.h>
#include <string.h>

const Page *open_page(Loader *load, Str path, Place place) {
    const Page *page = page_read(load->arena, path);
    if (page) return page;
    const char *reason = strerror(errno);
    Diag *diag =
        diag_add(load->diags, DIAG_ERROR, place, "cannot read '%.*s'", STR_ARG(path));
    diag->hint = str_copy(load->arena, str_from(reason));
    return NULL;
}

const RubricFile *file_of(const Loader *load, const Node *node) {
    size_t i = 0;
    while (load->files.items[i]->page != node->page) i++;
    return load->files.items[i];
}

static bool read_covers(Loader *load, const Node *value, void *into) {
    Rubric *rubric = into;
    size_t count;
    const Node *items = read_list(load, value, &count);
    for (size_t i = 0; i < count; i++) {
        SourceName source = {.place = items[i].place};
        if (read_text(load, &items[i], &source.name))
            *vec_push(load->arena, &rubric->covers) = source;
    }
    return count > 0;
}

// ---- A file

static FieldRead read_use;

// Its own affair, and what it does to the detectors that are known before.
static const MapField FILE_FIELDS[] = {
    {"use", read_use, 0, OPTIONAL},
    {"unicode", read_bool, offsetof(RubricFile, unicode), OPTIONAL},
    {"fragments", read_fragments, 0, OPTIONAL},
    {"drop", gather_drops, 0, OPTIONAL},
    {"detectors", gather_detectors, 0, OPTIONAL},
    {"extend", gather_extensions, 0, OPTIONAL},
    {0},
};
// Of the rubric's own file alone.
static const MapField HEAD_FIELDS[] = {
    {"rubric", read_name, offsetof(Rubric, id), OPTIONAL},
    {"title", read_text, offsetof(Rubric, title), OPTIONAL},
    {"version", read_text, offsetof(Rubric, version), OPTIONAL},
    {"about", read_text, offsetof(Rubric, about), OPTIONAL},
    {"covers", read_covers, 0, OPTIONAL},
    {0},
};
// Of all files together, once the detectors are known.
static const MapField BODY_FIELDS[] = {
    {"language", read_text, offsetof(Rubric, language), OPTIONAL},
    {"score", read_score_law, offsetof(Rubric, score), ADDS},
    {"principles", gather_principles, 0, ADDS},
    {0},
};
// Likewise, once the principles are.
static const MapField LAST_FIELDS[] = {
    {"measures", read_measures, 0, ADDS},
    {0},
};

static void refuse_others(Loader *load, const Node *root) {
    Texts names = {0};
    fields_name(load->arena, &names, FILE_FIELDS);
    fields_name(load->arena, &names, HEAD_FIELDS);
    fields_name(load->arena, &names, BODY_FIELDS);
    fields_name(load->arena, &names, LAST_FIELDS);
    fields_refuse_others(load, root, &names);
}

// NULL after complaining, when there is no map in it.
static RubricFile *read_file(Loader *load, const Page *page, bool is_used) {
    RubricFile *file = arena_new(load->arena, RubricFile);
    *file = (RubricFile){.page = page, .is_used = is_used};
    *vec_push(load->arena, &load->files) = file;
    *vec_push(load->arena, &load->rubric->pages) = *page;
    bool good = yaml_parse(load->arena, page, &file->root, load->diags) &&
                expect_type(load, &file->root, NODE_MAP);
    if (good) {
        const Node *root = &file->root;
        refuse_others(load, root);
        fields_read(load, &(Nodes){&root, 1, 1}, FILE_FIELDS, file);
        *vec_push(load->arena, &load->roots) = root;
    }
    file->is_read = true;
    return good ? file : NULL;
}

// ---- The files it uses

// The file that `name` means in `file`: one beside it, or an installed rubric. A rubric
// that was copied to be changed may name a pack that it left behind.
static Str find_used(Loader *load, const RubricFile *file, Str name) {
    Str beside = path_beside(load->arena, file->page->path, name);
    if (!load->folders || str_has(name, STR("/"))) return beside;
    Str end = STR(".yaml"), stem = name;
    if (str_ends(name, end)) {
        if (page_exists(load->arena, beside)) return beside;
        stem = str_slice(name, 0, name.len - end.len);
    }
    Str found = rubric_find(load->arena, stem, load->folders->items, load->folders->len);
    return found.len || stem.len == name.len ? found : beside;
}

static RubricFile *find_file(const Loader *load, Str path) {
    for (size_t i = 0; i < load->files.len; i++) {
        Str known = load->files.items[i]->page->path;
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
            buf_format(&ring, "%.*s -> ", STR_ARG((*step)->page->path));
    }
    buf_put(&ring, file->page->path);
    diag_add(load->diags, DIAG_ERROR, place, "files use each other in a ring: %.*s",
             STR_ARG(buf_str(&ring)));
}

static RubricFile *open_used(Loader *load, const RubricFile *user, const Node *value) {
    Str name;
    if (!read_text(load, value, &name)) return NULL;
    Str path = find_used(load, user, name);
    if (!path.len) {
        Diag *diag = diag_add(load->diags, DIAG_ERROR, value->place, "no rubric '%.*s'",
                              STR_ARG(name));
        diag->hint = STR("the name of a file ends in .yaml; 'callmark list rubrics' has "
                         "those that are installed");
        return NULL;
    }
    RubricFile *known = find_file(load, path);
    if (known && !known->is_read) complain_of_ring(load, known, value->place);
    if (known) return known->is_read ? known : NULL;
    const Page *page = open_page(load, path, value->place);
    return page ? read_file(load, page, true) : NULL;
}

static bool read_use(Loader *load, const Node *value, void *into) {
    RubricFile *file = into;
    size_t count, good = 0;
    const Node *items = read_list(load, value, &count);
    for (size_t i = 0; i < count; i++) {
        const RubricFile *used = open_used(load, file, &items[i]);
        load->pack_missing |= !used;
        if (!used) continue;
        *vec_push(load->arena, &file->uses) = used;
        vec_each(const Fragment, fragment, &used->fragments.items)
            fragment_add(load->arena, &file->fragments, *fragment);
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
    number_detectors(load);
    load_detectors(load);
    fields_read(load, &load->roots, BODY_FIELDS, rubric);
    load_principles(load);
    fields_read(load, &load->roots, LAST_FIELDS, rubric);
    if (!rubric->id.len) rubric->id = name_of_file(rubric->path);
    if (!rubric->title.len) rubric->title = rubric->id;
    score_law_settle(&rubric->score);
}

static void hash_pages(Rubric *rubric) {
    Digest *digest = digest_new();
    vec_each(const Page, page, &rubric->pages) digest_add(digest, page->text);
    digest_hex(digest, rubric->hash);
    digest_free(digest);
}

static Loader begin(Arena *arena, Str path, const Texts *folders, Rubric *rubric,
                    Diags *diags) {
    *rubric = (Rubric){
        .path = path, .score = score_law_default(arena), .patterns = patterns_new(arena)};
    return (Loader){.arena = arena, .diags = diags, .rubric = rubric, .folders = folders};
}

static bool load_page(Loader *load, const Page *page) {
    Diags *diags = load->diags;
    size_t errors = diags->errors, first = diags->items.len;
    const RubricFile *file = read_file(load, page, false);
    if (file) read_rubric(load, file);
    patterns_seal(load->rubric->patterns);
    hash_pages(load->rubric);
    if (diags->errors == errors) load_quality(load);
    pages_quote(&load->rubric->pages, diags, first);
    return diags->errors == errors;
}

bool rubric_load(Arena *arena, Str path, const Texts *folders, Rubric *rubric,
                 Diags *diags) {
    Loader load = begin(arena, path, folders, rubric, diags);
    const Page *page = open_page(&load, path, (Place){.path = path});
    return page && load_page(&load, page);
}

bool rubric_read(Arena *arena, Str path, Str text, Rubric *rubric, Diags *diags) {
    Loader load = begin(arena, path, NULL, rubric, diags);
    return load_page(&load, page_new(arena, path, text));
}

void rubric_free(Rubric *rubric) {
    patterns_free(rubric->patterns);
    rubric->patterns = NULL;
}
