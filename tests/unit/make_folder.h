// A folder of its own for each test, and files in it.
#ifndef TESTS_UNIT_MAKE_FOLDER_H
#define TESTS_UNIT_MAKE_FOLDER_H

#include "base/file.h"
#include "base/folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
    Arena arena;
    char path[64];
    unsigned folders; // made in it by folder_new
} Folder;

static inline int folder_setup(void **state) {
    Folder *folder = calloc(1, sizeof *folder);
    if (!folder) return -1;
    strcpy(folder->path, P_tmpdir "/callmark-unit-XXXXXX");
    *state = folder;
    return mkdtemp(folder->path) ? 0 : -1;
}

static inline int folder_teardown(void **state) {
    Folder *folder = *state;
    int result = path_remove(folder->path) ? 0 : -1;
    arena_free(&folder->arena);
    free(folder);
    return result;
}

// Another folder in it.
static inline Str folder_new(Folder *folder) {
    Str path = str_format(&folder->arena, "%s/%u", folder->path, folder->folders++);
    assert_true(folder_make(&folder->arena, path));
    return path;
}

static inline char *path_in(Folder *folder, const char *name) {
    Arena *arena = &folder->arena;
    return str_z(arena, path_join(arena, str_from(folder->path), str_from(name)));
}

static inline bool file_exists(Folder *folder, const char *name) {
    return access(path_in(folder, name), F_OK) == 0;
}

static inline Str file_text(Folder *folder, const char *name) {
    Str text;
    assert_true(file_read(&folder->arena, str_from(path_in(folder, name)), &text));
    return text;
}

static inline void file_make(Folder *folder, const char *name, const char *text) {
    FILE *file = fopen(path_in(folder, name), "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

#endif
