// The program that make runs to write the image (base/embedded.h) on its output: what the
// built-in rubrics come to, so that callmark need not work it out at each start. It is
// built of callmark's own objects, so what it writes is what callmark would work out.

#include "base/embedded.h"
#include "base/file.h"
#include "load/load.h"
#include "load/node_image.h"
#include "load/yaml.h"

#include <stdio.h>

static void put_part(Str name, const Buf *part) {
    printf("%.*s %zu\n", STR_ARG(name), part->len);
    fwrite(part->ptr, 1, part->len, stdout);
}

// One that is not as it should be is left out, and complained of where it is used.
static void put_nodes(const EmbeddedFile *file) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Buf part = {.arena = &arena};
    Node root;
    const SourceFile *source = source_file_new(&arena, file->name, file->bytes);
    if (yaml_parse(&arena, source, &root, &diags) && !diags.items.len) {
        node_image_put(&part, &root);
        put_part(file->name, &part);
    }
    arena_free(&arena);
}

static void add_branches(Arena *arena, const EmbeddedFile *file, BranchImages *images) {
    Diags diags = {.arena = arena};
    Rubric rubric;
    Str path = path_join(arena, EMBEDDED_FOLDER, file->name);
    rubric_load_to_mark(arena, path, NULL, &rubric, &diags);
    patterns_add_to_image(arena, rubric.patterns, images);
    rubric_free(&rubric);
}

int main(void) {
    Arena arena = {0};
    Buf part = {.arena = &arena};
    Str rest = {0};
    EmbeddedFile file;
    BranchImages images = {0};
    while (embedded_next(&rest, &file))
        if (!str_ends(file.name, STR(".quality.yaml")))
            add_branches(&arena, &file, &images);
    if (!branch_image_end(&images, &part)) return 1;
    put_part(BRANCH_IMAGE, &part); // first, for it is looked for most often
    rest = (Str){0};
    while (embedded_next(&rest, &file)) put_nodes(&file);
    arena_free(&arena);
    return fflush(stdout) != 0;
}
