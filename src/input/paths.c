#include "input/paths.h"

#include "base/file.h"
#include "input/stream.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

// The folders that lead to the one being read: a link back to one of them is a circle.
typedef struct Trail {
    const struct Trail *up;
    struct stat status;
} Trail;

typedef struct {
    Paths *paths;
    Arena *arena;
    Diags *diags;
    struct stat left_out; // the folder; all zero: none
    bool broken;
} Walk;

static void complain(const Walk *walk, Str path, Str problem) {
    Place place = {.path = str_copy(walk->diags->arena, path)};
    diag_add(walk->diags, DIAG_ERROR, place, "%.*s", STR_ARG(problem));
}

static void complain_of_error(Walk *walk, Str path) {
    walk->broken |= is_of_machine(errno);
    complain(walk, path, cannot_read(walk->diags->arena, errno));
}

static bool is_same(const struct stat *a, const struct stat *b) {
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool is_circle(const Trail *trail) {
    for (const Trail *up = trail->up; up; up = up->up)
        if (is_same(&up->status, &trail->status)) return true;
    return false;
}

static int by_bytes(const void *a, const void *b) {
    return str_cmp(*(const Str *)a, *(const Str *)b);
}

// The names in a folder that are not hidden, in order. False with errno when they could
// not be read to the end; then those that could are there.
static bool read_names(Walk *walk, Str folder, Paths *names) {
    DIR *stream = opendir(str_z(walk->arena, folder));
    if (!stream) return false;
    errno = 0; // readdir tells the end from an error by it alone
    for (struct dirent *entry; (entry = readdir(stream)); errno = 0)
        if (entry->d_name[0] != '.')
            *vec_push(walk->arena, names) =
                str_copy(walk->arena, str_from(entry->d_name));
    int error = errno;
    closedir(stream);
    if (names->len) qsort(names->items, names->len, sizeof *names->items, by_bytes);
    errno = error;
    return !error;
}

static void add_path(Walk *walk, Str path, const Trail *up);

static void add_folder(Walk *walk, Str folder, const Trail *trail) {
    Paths names = {0};
    if (is_circle(trail)) {
        complain(walk, folder, STR("folder within itself"));
        return;
    }
    if (!read_names(walk, folder, &names)) complain_of_error(walk, folder);
    vec_each(Str, name, &names)
        add_path(walk, path_join(walk->arena, folder, *name), trail);
}

static void add_path(Walk *walk, Str path, const Trail *up) {
    Trail trail = {.up = up};
    if (!file_status(walk->arena, path, &trail.status)) {
        complain_of_error(walk, path);
        return;
    }
    bool folder = S_ISDIR(trail.status.st_mode);
    bool named = !up; // by the user, so a pipe will do
    if (folder && (named || !is_same(&trail.status, &walk->left_out)))
        add_folder(walk, path, &trail);
    else if (!folder && (named || S_ISREG(trail.status.st_mode)))
        *vec_push(walk->arena, walk->paths) = path;
}

bool paths_add(Paths *paths, Arena *arena, Str path, Str left_out, Diags *diags) {
    Walk walk = {.paths = paths, .arena = arena, .diags = diags};
    size_t before = paths->len, errors = diags->errors;
    if (str_eq(path, STR("-"))) {
        *vec_push(arena, paths) = path;
        return true;
    }
    if (left_out.len && !file_status(arena, left_out, &walk.left_out) &&
        errno != ENOENT && errno != ENOTDIR)
        complain_of_error(&walk, left_out);
    add_path(&walk, str_copy(arena, path), NULL);
    if (paths->len == before && diags->errors == errors)
        complain(&walk, path, STR("no files in this folder"));
    return !walk.broken;
}
