// The program that make runs to write the image (base/embedded.h) on its output: what the
// built-in rubrics come to, so that callmark need not work it out at each start. It is
// built of callmark's own objects, so what it writes is what callmark would work out.

#include "base/embedded.h"
#include "base/file.h"
#include "load/load.h"
#include "load/node_image.h"
#include "load/yaml.h"

#include <stdio.h>

typedef struct {
    Arena arena;
    Buf bytes; // the parts so far
    BranchImages branches;
} Image;

// Before its bytes stands a line with its name and their number, which has as many digits
// as make them begin at an edge.
static void put_part(Image *image, Str name, Str part) {
    Buf *out = &image->bytes;
    size_t line = out->len + name.len + sizeof " \n" - 1;
    int digits = 1;
    while ((line + (size_t)digits) % EMBEDDED_EDGE || digits < 8) digits++;
    buf_put(out, name);
    buf_byte(out, ' ');
    buf_digits(out, part.len, digits);
    buf_byte(out, '\n');
    buf_put(out, part);
}

// Those of a quality file stand for themselves.
static bool put_quality(Arena *arena, Str path, Buf *out) {
    Node root;
    Diags diags = {.arena = arena};
    const SourceFile *source = source_file_read(arena, path);
    bool good = yaml_parse(arena, source, &root, &diags) && !diags.items.len;
    if (good) node_image_put(out, &root, &(Fragments){0});
    return good;
}

// One that is not as it should be is left out, and complained of where it is used.
static void put_nodes(Image *image, const EmbeddedFile *file) {
    Arena arena = {0};
    Buf part = {.arena = &arena};
    Str path = path_join(&arena, EMBEDDED_FOLDER, file->name);
    bool is_quality = str_ends(file->name, STR(".quality.yaml"));
    if ((is_quality ? put_quality : rubric_put_nodes)(&arena, path, &part))
        put_part(image, file->name, buf_str(&part));
    arena_free(&arena);
}

static void put_lines(Image *image, const EmbeddedFile *file) {
    const SourceFile *source = source_file_new(&image->arena, file->name, file->bytes);
    Str lines = {(const char *)source->lines.items,
                 source->lines.len * sizeof *source->lines.items};
    put_part(image, source_lines_image(&image->arena, file->name), lines);
}

static void load(Arena *arena, Str name, Rubric *rubric) {
    Diags diags = {.arena = arena};
    Str path = path_join(arena, EMBEDDED_FOLDER, name);
    rubric_load_to_mark(arena, path, NULL, rubric, &diags);
}

static void add_branches(Image *image, const EmbeddedFile *file) {
    Rubric rubric;
    load(&image->arena, file->name, &rubric);
    patterns_add_to_image(&image->arena, rubric.patterns, &image->branches);
    rubric_free(&rubric);
}

static void put_sieve(Image *image, const Patterns *patterns, Role role) {
    Arena arena = {0};
    Buf part = {.arena = &arena};
    patterns_put_sieve(&arena, patterns, role, &part);
    put_part(image, patterns_sieve_name(&arena, patterns, role), buf_str(&part));
    arena_free(&arena);
}

// A sieve is large: only the rubric of most runs has its own here, for those who speak.
static void put_sieves(Image *image) {
    Rubric rubric;
    load(&image->arena, STR(RUBRIC_DEFAULT ".yaml"), &rubric);
    put_sieve(image, rubric.patterns, ROLE_AGENT);
    put_sieve(image, rubric.patterns, ROLE_CUSTOMER);
    rubric_free(&rubric);
}

int main(void) {
    Image image = {0};
    Buf branches = {.arena = &image.arena};
    Str rest = {0};
    EmbeddedFile file;
    image.bytes.arena = &image.arena;
    while (embedded_next(&rest, &file))
        if (!str_ends(file.name, STR(".quality.yaml"))) add_branches(&image, &file);
    if (!branch_image_end(&image.branches, &branches)) return 1;
    // First, for it is looked for most often.
    put_part(&image, BRANCH_IMAGE, buf_str(&branches));
    put_sieves(&image);
    rest = (Str){0};
    while (embedded_next(&rest, &file)) put_nodes(&image, &file);
    rest = (Str){0};
    while (embedded_next(&rest, &file)) put_lines(&image, &file);
    // Last, for few runs read it: what most read stands together.
    put_part(&image, BRANCH_ATOMS_IMAGE, buf_str(&image.branches.atoms));
    fwrite(image.bytes.ptr, 1, image.bytes.len, stdout);
    arena_free(&image.arena);
    return fflush(stdout) != 0;
}
