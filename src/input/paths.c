#include "input/paths.h"

#include "input/stream.h"

#include <errno.h>
#include <fts.h>
#include <string.h>
#include <sys/stat.h>

static void complain(Str path, Str problem, Diags *diags) {
    Place place = {.path = str_copy(diags->arena, path)};
    diag_add(diags, DIAG_ERROR, place, "%.*s", STR_ARG(problem));
}

// Whether what stands in a folder that was named is hidden, or the one that is left out.
static bool is_skipped(const FTSENT *entry, const struct stat *left_out) {
    if (entry->fts_level == FTS_ROOTLEVEL) return false;
    return entry->fts_name[0] == '.' || (left_out && entry->fts_info == FTS_D &&
                                         entry->fts_statp->st_dev == left_out->st_dev &&
                                         entry->fts_statp->st_ino == left_out->st_ino);
}

static void add_entry(Paths *paths, Arena *arena, const FTSENT *entry, Diags *diags) {
    Str path = str_from(entry->fts_path);
    bool named = entry->fts_level == FTS_ROOTLEVEL; // by the user, so a pipe will do
    switch (entry->fts_info) {
    case FTS_F: *vec_push(arena, paths) = str_copy(arena, path); break;
    case FTS_DEFAULT:
        if (named) *vec_push(arena, paths) = str_copy(arena, path);
        break;
    case FTS_NS:
    case FTS_DNR:
    case FTS_ERR:
        complain(path, cannot_read(diags->arena, entry->fts_errno), diags);
        break;
    case FTS_SLNONE: complain(path, cannot_read(diags->arena, ENOENT), diags); break;
    case FTS_DC: complain(path, STR("folder within itself"), diags); break;
    default: break;
    }
}

static int by_name(const FTSENT **a, const FTSENT **b) {
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

void paths_add(Paths *paths, Arena *arena, Str path, Str left_out, Diags *diags) {
    char *const roots[] = {str_z(arena, path), NULL};
    size_t before = paths->len, errors = diags->errors;
    if (str_eq(path, STR("-"))) {
        *vec_push(arena, paths) = path;
        return;
    }
    FTS *walk = fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, by_name);
    if (!walk) {
        complain(path, cannot_read(diags->arena, errno), diags);
        return;
    }
    struct stat skipped = {0};
    bool skips = left_out.len && stat(str_z(arena, left_out), &skipped) == 0;
    for (FTSENT *entry; (entry = fts_read(walk));) {
        if (is_skipped(entry, skips ? &skipped : NULL))
            fts_set(walk, entry, FTS_SKIP);
        else
            add_entry(paths, arena, entry, diags);
    }
    fts_close(walk);
    if (paths->len == before && diags->errors == errors)
        complain(path, STR("no files in this folder"), diags);
}
