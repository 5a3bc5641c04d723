// The image of branches may only save work: it says what the patterns would come to.
#include "base/embedded.h"
#include "base/file.h"
#include "load/load.h"
#include "match/pattern_set.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_same_text(Str one, Str other) { assert_true(str_eq(one, other)); }

// Of partners no more is known than where their text can stand.
static void assert_same_partners(const AtomList *one, const AtomList *other) {
    if (!one || !other) {
        assert_ptr_equal(one, other);
        return;
    }
    assert_int_equal(one->len, other->len);
    for (size_t i = 0; i < one->len; i++) {
        const Atom *a = &one->items[i], *b = &other->items[i];
        assert_same_text(a->text, b->text);
        assert_int_equal(a->edge_before, b->edge_before);
        assert_int_equal(a->edge_after, b->edge_after);
    }
}

static void assert_same_atom(const Atom *a, const Atom *b) {
    assert_same_text(a->text, b->text);
    assert_int_equal(a->least, b->least);
    assert_int_equal(a->most, b->most);
    assert_int_equal(a->edge_before, b->edge_before);
    assert_int_equal(a->edge_after, b->edge_after);
    assert_int_equal(a->at_top, b->at_top);
    assert_memory_equal(&a->first, &b->first, sizeof a->first);
    assert_memory_equal(&a->before, &b->before, sizeof a->before);
    assert_memory_equal(&a->after, &b->after, sizeof a->after);
    assert_int_equal(a->closed, b->closed);
    assert_int_equal(a->partners_behind, b->partners_behind);
    assert_same_partners(a->partners, b->partners);
}

static void assert_same_branch(const Branch *a, const Branch *b) {
    assert_same_text(a->regex, b->regex);
    assert_int_equal(a->atoms.whole, b->atoms.whole);
    assert_int_equal(a->atoms.at_top, b->atoms.at_top);
    assert_int_equal(a->atoms.list.len, b->atoms.list.len);
    for (size_t i = 0; i < a->atoms.list.len; i++)
        assert_same_atom(&a->atoms.list.items[i], &b->atoms.list.items[i]);
    assert_int_equal(a->head.len, b->head.len);
    assert_memory_equal(a->head.at, b->head.at, a->head.len * sizeof *a->head.at);
    assert_int_equal(a->track.len, b->track.len);
    if (a->track.len) assert_memory_equal(a->track.steps, b->track.steps, a->track.len);
}

static void check_pattern(const Pattern *pattern) {
    Arena arena = {0};
    BranchKey key = {pattern->spec.regex, pattern->spec.whole_words, pattern->unicode};
    Branches found = {0};
    assert_true(pattern->trusted);
    assert_true(
        branch_image_find(&arena, embedded_image(BRANCH_IMAGE), &key, false, &found));
    Branches made = regex_branches(&arena, key.regex, key.whole_words, key.unicode);
    assert_int_equal(found.len, made.len);
    for (size_t i = 0; i < made.len; i++)
        assert_same_branch(&found.items[i], &made.items[i]);
    arena_free(&arena);
}

static void check_rubric(const char *name) {
    Arena arena = {0};
    Diags diags = {.arena = &arena};
    Rubric rubric;
    Str path = path_join(&arena, EMBEDDED_FOLDER, str_from(name));
    assert_true(rubric_load_to_mark(&arena, path, NULL, &rubric, &diags));
    assert_true(patterns_count(rubric.patterns) > 0);
    vec_each(const Pattern, pattern, &rubric.patterns->items) check_pattern(pattern);
    rubric_free(&rubric);
    arena_free(&arena);
}

static void test_branches_are_those_of_the_patterns(void **state) {
    (void)state;
    check_rubric("five-principles.yaml");
    check_rubric("ten-principles.yaml");
}

static void test_another_pattern_is_not_in_the_image(void **state) {
    (void)state;
    Arena arena = {0};
    Branches branches;
    BranchKey key = {.regex = STR("nobody writes this pattern")};
    assert_false(
        branch_image_find(&arena, embedded_image(BRANCH_IMAGE), &key, false, &branches));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_branches_are_those_of_the_patterns),
        cmocka_unit_test(test_another_pattern_is_not_in_the_image),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
