// What is in the image is what would be worked out without it: src/image.c.

#include "base/embedded.h"
#include "base/file.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static Str default_path(Arena *arena) {
    Str folder = EMBEDDED_FOLDER;
    return path_join(arena, folder, STR(RUBRIC_DEFAULT ".yaml"));
}

static void same_sieve(Arena *arena, const Patterns *patterns, Role role) {
    Buf made = {.arena = arena};
    Str kept = embedded_image(patterns_sieve_name(arena, patterns, role));
    patterns_put_sieve(arena, patterns, role, &made);
    assert_non_null(kept.ptr);
    assert_int_equal((uintptr_t)kept.ptr % EMBEDDED_EDGE, 0);
    assert_true(str_eq(kept, buf_str(&made)));
}

static void most_runs_find_their_sieves(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric rubric;
    assert_true(rubric_load_to_mark(&arena, default_path(&arena), NULL, &rubric, &diags));
    same_sieve(&arena, rubric.patterns, ROLE_AGENT);
    same_sieve(&arena, rubric.patterns, ROLE_CUSTOMER);
    rubric_free(&rubric);
    arena_free(&arena);
}

static void other_patterns_do_not(void **state) {
    (void)state;
    Arena arena = {0};
    Patterns *patterns = patterns_new(&arena);
    patterns_add_trusted(patterns, &(PatternSpec){.regex = STR("hello")});
    Str name = patterns_sieve_name(&arena, patterns, ROLE_AGENT);
    assert_true(name.len && !embedded_image(name).ptr);
    PatternError error;
    patterns_add(patterns, &(PatternSpec){.regex = STR("good morning")}, &error);
    assert_int_equal(patterns_sieve_name(&arena, patterns, ROLE_AGENT).len, 0);
    patterns_seal(patterns);
    patterns_free(patterns);
    arena_free(&arena);
}

// In the image fragments are written out; a rubric that is loaded as a whole writes them
// out anew.
static void same_regexes(Str path) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric marks, whole;
    assert_true(rubric_load_to_mark(&arena, path, NULL, &marks, &diags));
    assert_true(rubric_load(&arena, path, NULL, &whole, &diags));
    uint32_t count = patterns_count(whole.patterns);
    assert_int_equal(patterns_count(marks.patterns), count);
    for (uint32_t p = 0; p < count; p++)
        assert_true(
            str_eq(pattern_regex(marks.patterns, p), pattern_regex(whole.patterns, p)));
    rubric_free(&marks);
    rubric_free(&whole);
    arena_free(&arena);
}

static void patterns_come_with_their_fragments(void **state) {
    (void)state;
    Arena arena = {0};
    Str rest = {0}, folder = EMBEDDED_FOLDER;
    EmbeddedFile file;
    while (embedded_next(&rest, &file))
        if (!str_ends(file.name, STR(".quality.yaml")))
            same_regexes(path_join(&arena, folder, file.name));
    arena_free(&arena);
}

// Near misses are told by them.
static void who_looks_for_a_detector_knows_its_fragments(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric rubric;
    const Texts sought = {.items = (Str[]){STR("greeting")}, .len = 1};
    assert_true(rubric_load_to_find(&arena, default_path(&arena), NULL, &sought, &rubric,
                                    &diags));
    assert_true(rubric.origins.len > 0);
    size_t fragments = 0;
    vec_each(const PatternOrigin, origin, &rubric.origins) {
        const Expansion *expansion = &origin->expansion;
        bool has_some = !str_eq(expansion->written, expansion->regex);
        assert_int_equal(expansion->stretches.len > 0, has_some);
        fragments += has_some;
    }
    assert_true(fragments > 0);
    rubric_free(&rubric);
    arena_free(&arena);
}

static size_t count_examples(const Rubric *rubric) {
    size_t count = 0;
    vec_each(const Detector, detector, &rubric->detectors)
        count += detector->examples.len;
    return count;
}

static void who_marks_calls_has_no_examples_of_what_is_built_in(void **state) {
    (void)state;
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric marks, whole;
    assert_true(rubric_load_to_mark(&arena, default_path(&arena), NULL, &marks, &diags));
    assert_true(rubric_load(&arena, default_path(&arena), NULL, &whole, &diags));
    assert_int_equal(count_examples(&marks), 0);
    assert_true(count_examples(&whole) > 0);
    rubric_free(&marks);
    rubric_free(&whole);
    arena_free(&arena);
}

static void what_was_let_go_comes_again(void **state) {
    (void)state;
    Arena arena = {0};
    Str rest = {0};
    EmbeddedFile first, again;
    assert_true(embedded_next(&rest, &first));
    Str image = embedded_image(STR("atoms"));
    Str file = str_copy(&arena, first.bytes), copy = str_copy(&arena, image);
    embedded_let_go();
    rest = (Str){0};
    assert_true(embedded_next(&rest, &again));
    assert_true(str_eq(again.bytes, file));
    assert_true(image.len && str_eq(embedded_image(STR("atoms")), copy));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(most_runs_find_their_sieves),
        cmocka_unit_test(other_patterns_do_not),
        cmocka_unit_test(patterns_come_with_their_fragments),
        cmocka_unit_test(who_looks_for_a_detector_knows_its_fragments),
        cmocka_unit_test(who_marks_calls_has_no_examples_of_what_is_built_in),
        cmocka_unit_test(what_was_let_go_comes_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
