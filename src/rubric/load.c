// A rubric from its files: the packs it uses, then the rubric itself.
#include "rubric/load.h"

#include "base/file.h"
#include "call/digest.h"

#include <errno.h>
#include <string.h>

// ---- What any file may have, and a pack nothing else

static bool keep_node(Loader *load, const Node *value, void *into) {
    (void)load;
    *(const Node **)into = value;
    return true;
}

static const MapField FILE_FIELDS[] = {
    {"language", read_text, offsetof(RubricFile, language), false},
    {"about", read_text, offsetof(RubricFile, about), false},
    {"unicode", read_bool, offsetof(RubricFile, unicode), false},
    {"fragments", read_fragments, 0, false},
    {"detectors", keep_node, offsetof(RubricFile, detectors), false},
    {0},
};

const Page *open_page(Loader *load, Str path, Place place) {
    const Page *page = page_read(load->arena, path);
    if (page) return page;
    const char *reason = strerror(errno);
    Diag *diag =
        diag_add(load->diags, DIAG_ERROR, place, "cannot read '%.*s'", STR_ARG(path));
    diag->hint = str_copy(load->arena, str_from(reason));
    return NULL;
}

// NULL after complaining, when there is no map in it.
static RubricFile *parse_page(Loader *load, const Page *page) {
    RubricFile *file = arena_new(load->arena, RubricFile);
    file->page = page;
    *vec_push(load->arena, &load->rubric->pages) = *page;
    bool good = yaml_parse(load->arena, page, &file->root, load->diags) &&
                expect_type(load, &file->root, NODE_MAP);
    return good ? file : NULL;
}

// The rubric may use its packs' fragments, a pack only its own.
static void read_file(Loader *load, RubricFile *file) {
    if (!file->is_used) file->fragments = load->pack_fragments;
    load->file = file;
    load->pattern = (PatternSpec){0};
    fields_read(load, &file->root, FILE_FIELDS, file);
    if (file->detectors) number_detectors(load, file);
    vec_each(const Fragment, fragment, &file->fragments.items)
        if (file->is_used) fragment_add(load->arena, &load->pack_fragments, *fragment);
}

// ---- What only a rubric has

static void read_pack(Loader *load, const Node *value, Str rubric_path) {
    Str name;
    Texts names = {0};
    if (!read_text(load, value, &name)) return;
    Str path = path_beside(load->arena, rubric_path, name);
    const Page *page = open_page(load, path, value->place);
    RubricFile *pack = page ? parse_page(load, page) : NULL;
    load->pack_missing |= !pack;
    if (!pack) return;
    pack->is_used = true;
    fields_name(load->arena, &names, FILE_FIELDS);
    fields_refuse_others(load, &pack->root, &names);
    read_file(load, pack);
}

static bool read_use(Loader *load, const Node *value, void *into) {
    Rubric *rubric = into;
    size_t count, errors = load->diags->errors;
    const Node *items = read_list(load, value, &count);
    for (size_t i = 0; i < count; i++) read_pack(load, &items[i], rubric->path);
    return load->diags->errors == errors;
}

// Read before the detectors, and after them.
static const MapField HEAD_FIELDS[] = {
    {"rubric", read_name, offsetof(Rubric, id), true},
    {"title", read_text, offsetof(Rubric, title), false},
    {"version", read_text, offsetof(Rubric, version), false},
    {"use", read_use, 0, false},
    {0},
};
static const MapField BODY_FIELDS[] = {
    {"score", read_score_law, offsetof(Rubric, score), false},
    {"principles", read_principles, 0, true},
    {0},
};

static void refuse_others(Loader *load, const RubricFile *file) {
    Texts names = {0};
    fields_name(load->arena, &names, FILE_FIELDS);
    if (!load->rubric->is_pack) fields_name(load->arena, &names, HEAD_FIELDS);
    if (!load->rubric->is_pack) fields_name(load->arena, &names, BODY_FIELDS);
    fields_refuse_others(load, &file->root, &names);
}

// What a file without a name of its own is called.
static Str name_of_file(Str path) {
    Str name = path_base(path), end = STR(".yaml");
    return str_ends(name, end) ? str_slice(name, 0, name.len - end.len) : name;
}

static void read_rubric(Loader *load, RubricFile *file) {
    Rubric *rubric = load->rubric;
    rubric->is_pack =
        !node_get(&file->root, "rubric") && !node_get(&file->root, "principles");
    refuse_others(load, file);
    if (!rubric->is_pack) fields_read(load, &file->root, HEAD_FIELDS, rubric);
    read_file(load, file);
    load_detectors(load);
    if (!rubric->is_pack) fields_read(load, &file->root, BODY_FIELDS, rubric);
    rubric->language = file->language;
    rubric->about = file->about;
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

static Loader begin(Arena *arena, Str path, Rubric *rubric, Diags *diags) {
    *rubric = (Rubric){
        .path = path, .score = score_law_default(arena), .patterns = patterns_new(arena)};
    return (Loader){.arena = arena, .diags = diags, .rubric = rubric};
}

static bool load_page(Loader *load, const Page *page) {
    Diags *diags = load->diags;
    size_t errors = diags->errors, first = diags->items.len;
    RubricFile *file = parse_page(load, page);
    if (file) read_rubric(load, file);
    patterns_seal(load->rubric->patterns);
    hash_pages(load->rubric);
    if (diags->errors == errors) load_quality(load);
    pages_quote(&load->rubric->pages, diags, first);
    return diags->errors == errors;
}

bool rubric_load(Arena *arena, Str path, Rubric *rubric, Diags *diags) {
    Loader load = begin(arena, path, rubric, diags);
    const Page *page = open_page(&load, path, (Place){.path = path});
    return page && load_page(&load, page);
}

bool rubric_read(Arena *arena, Str path, Str text, Rubric *rubric, Diags *diags) {
    Loader load = begin(arena, path, rubric, diags);
    return load_page(&load, page_new(arena, path, text));
}

void rubric_free(Rubric *rubric) {
    patterns_free(rubric->patterns);
    rubric->patterns = NULL;
}
