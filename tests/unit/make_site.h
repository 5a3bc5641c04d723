// A folder with a site's rubric, site.yaml, and the files that it uses, for the tests of
// what becomes of them.
#ifndef TESTS_UNIT_MAKE_SITE_H
#define TESTS_UNIT_MAKE_SITE_H

#include "base/file.h"
#include "load/load.h"

#include <ftw.h>
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
    char folder[32];
    Diags diags;
    Rubric rubric;
} Fixture;

static inline int setup(void **state) {
    Fixture *in = test_calloc(1, sizeof(Fixture));
    snprintf(in->folder, sizeof in->folder, "overlay-XXXXXX");
    *state = in;
    return mkdtemp(in->folder) ? 0 : -1;
}

static inline int remove_one(const char *path, const struct stat *status, int type,
                             struct FTW *at) {
    (void)status, (void)type, (void)at;
    return remove(path);
}

static inline int teardown(void **state) {
    Fixture *in = *state;
    if (in->rubric.patterns) rubric_free(&in->rubric);
    arena_free(&in->arena);
    nftw(in->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    test_free(in);
    return 0;
}

static inline Str path_of(Fixture *in, const char *name) {
    return path_join(&in->arena, str_from(in->folder), str_from(name));
}

static inline void put(Fixture *in, const char *name, const char *text) {
    assert_true(
        file_write(&in->arena, str_z(&in->arena, path_of(in, name)), str_from(text)));
}

static inline bool load(Fixture *in, const char *text) {
    Texts folders = {0};
    if (in->rubric.patterns) rubric_free(&in->rubric);
    *vec_push(&in->arena, &folders) = str_from(in->folder);
    in->diags = (Diags){.arena = &in->arena};
    put(in, "site.yaml", text);
    bool good = rubric_load(&in->arena, path_of(in, "site.yaml"), &folders, &in->rubric,
                            &in->diags);
    vec_each(const Diag, diag, &in->diags.items)
        print_message("%u:%u: %.*s (%.*s)\n", diag->place.line, diag->place.col,
                      STR_ARG(diag->text), STR_ARG(diag->hint));
    return good;
}

static inline void assert_text(Str got, const char *expected) {
    assert_int_equal(got.len, strlen(expected));
    if (got.len) assert_memory_equal(got.ptr, expected, got.len);
}

static inline const Detector *find(const Fixture *in, const char *name) {
    vec_each(const Detector, detector, &in->rubric.detectors)
        if (str_eq(detector->name, str_from(name))) return detector;
    return NULL;
}

static inline void assert_complaint(const Fixture *in, const char *text) {
    assert_int_equal(in->diags.errors, 1);
    assert_text(in->diags.items.items[0].text, text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, setup, teardown)

#endif
