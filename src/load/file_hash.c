#include "load/file_hash.h"

#include "base/file.h"
#include "input/digest.h"
#include "load/find.h"

typedef struct {
    Loader *load;
    Digest *digest;
    VEC(const RubricFile *) files; // in the order of `use:`
    Map seen;                      // what they name, by path
} Hashing;

static void add_files(Hashing *hashing, const RubricFile *file) {
    vec_each(const RubricFile *const, known, &hashing->files)
        if (*known == file) return;
    *vec_push(hashing->load->arena, &hashing->files) = file;
    digest_add(hashing->digest, file->source->text);
    vec_each(RubricFile *const, used, &file->uses) add_files(hashing, *used);
}

// ---- What they name

// The file that the value of a key names, or {0}.
static Str named_path(const Loader *load, const Node *key, const Node *value) {
    Str from = key->source->path, name = value->text;
    if (value->type != NODE_SCALAR) return (Str){0};
    if (str_eq(key->text, STR("words")) || str_eq(key->text, STR("table")))
        return path_leads_down(name) ? listed_find(load->arena, from, name, load->folders)
                                     : (Str){0};
    if (!str_eq(key->text, STR("same_as"))) return (Str){0};
    Str rubric = str_slice(name, 0, str_index(name, 0, '/'));
    return used_find(load->arena, from,
                     str_format(load->arena, "%.*s.yaml", STR_ARG(rubric)),
                     load->folders);
}

// Most are read already; not that of a detector which the rubric replaces or drops.
static const SourceFile *find_source(const Loader *load, Str path) {
    vec_each(const SourceFile, file, &load->rubric->files)
        if (str_eq(file->path, path)) return file;
    return file_is_regular(load->arena, path) ? source_file_read(load->arena, path)
                                              : NULL;
}

// What stands under such a key and is no file, as a fragment of that name, adds nothing.
static void add_named(Hashing *hashing, const Node *key, const Node *value) {
    Str path = named_path(hashing->load, key, value);
    uint32_t next = (uint32_t)hashing->seen.len;
    if (!path.len || map_add(hashing->load->arena, &hashing->seen, path, next) != next)
        return;
    const SourceFile *source = find_source(hashing->load, path);
    if (source) digest_add(hashing->digest, source->text);
}

static void add_all_named(Hashing *hashing, const Node *node) {
    for (size_t i = 0; i < node->count; i++) {
        if (node->type == NODE_MAP) add_named(hashing, &node->keys[i], &node->items[i]);
        add_all_named(hashing, &node->items[i]);
    }
}

void file_hash(Loader *load, const RubricFile *file, char hash[17]) {
    Hashing hashing = {.load = load, .digest = digest_new()};
    add_files(&hashing, file);
    for (size_t i = 0; i < hashing.files.len; i++)
        map_add(load->arena, &hashing.seen, hashing.files.items[i]->source->path, 0);
    for (size_t i = 0; i < hashing.files.len; i++)
        add_all_named(&hashing, &hashing.files.items[i]->root);
    digest_hex(hashing.digest, hash);
    digest_free(hashing.digest);
}
