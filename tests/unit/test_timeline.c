#include "detect/timeline.h"

#include "make_call.h"

// What detector 0 found, in the order in which it was found: turn, start, end.
static Timeline make_timeline(Arena *arena, const uint32_t (*found)[3], size_t count) {
    Finding *finding = arena_new(arena, Finding);
    DetectInput in = {.findings = finding, .scratch = arena};
    for (size_t i = 0; i < count; i++)
        finding_add(&in, finding, found[i][0], found[i][1], found[i][2]);
    return timeline_make(&in, 0);
}

// As an echo has it: first what was said, then how it came back.
static const uint32_t FOUND[][3] = {
    {1, 0, 9}, {4, 0, 5}, {2, 3, 6}, {2, 1, 8}, {4, 7, 9}};

static void what_was_found_is_put_in_the_order_in_which_it_was_said(void **state) {
    Timeline timeline = make_timeline(*state, FOUND, COUNT(FOUND));
    static const uint32_t SAID[][2] = {{1, 0}, {2, 1}, {2, 3}, {4, 0}, {4, 7}};
    assert_int_equal(timeline.len, COUNT(SAID));
    for (size_t i = 0; i < COUNT(SAID); i++) {
        assert_int_equal(timeline.items[i].turn, SAID[i][0]);
        assert_int_equal(timeline.items[i].start, SAID[i][1]);
    }
}

static void the_first_after_a_moment_is_not_the_moment_itself(void **state) {
    Timeline timeline = make_timeline(*state, FOUND, COUNT(FOUND));
    assert_int_equal(timeline_after(&timeline, &(Evidence){.turn = 0})->turn, 1);
    assert_int_equal(timeline_after(&timeline, &(Evidence){.turn = 2, .start = 1})->start,
                     3);
    assert_int_equal(timeline_after(&timeline, &(Evidence){.turn = 2, .start = 3})->turn,
                     4);
    assert_null(timeline_after(&timeline, &(Evidence){.turn = 4, .start = 7}));
}

static void a_turn_is_looked_up_by_its_number(void **state) {
    Timeline timeline = make_timeline(*state, FOUND, COUNT(FOUND));
    assert_int_equal(timeline_in(&timeline, 2)->start, 1);
    assert_null(timeline_in(&timeline, 3));
    assert_null(timeline_in(&timeline, 5));
}

static void an_item_overlaps_even_where_a_later_one_ends_before_it(void **state) {
    Timeline timeline = make_timeline(*state, FOUND, COUNT(FOUND));
    assert_true(timeline_overlaps(&timeline, 2, 7, 20));
    assert_false(timeline_overlaps(&timeline, 2, 8, 20));
    assert_false(timeline_overlaps(&timeline, 2, 0, 1));
    assert_false(timeline_overlaps(&timeline, 3, 0, UINT32_MAX));
    assert_false(timeline_overlaps(&timeline, 4, 5, 7));
}

static void no_detector_found_nothing(void **state) {
    DetectInput in = {.scratch = *state};
    Timeline timeline = timeline_make(&in, DETECTOR_NONE);
    assert_null(timeline_in(&timeline, 0));
    assert_null(timeline_after(&timeline, &(Evidence){0}));
    assert_false(timeline_overlaps(&timeline, 0, 0, UINT32_MAX));
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(what_was_found_is_put_in_the_order_in_which_it_was_said,
                                  &arena),
        cmocka_unit_test_prestate(the_first_after_a_moment_is_not_the_moment_itself,
                                  &arena),
        cmocka_unit_test_prestate(a_turn_is_looked_up_by_its_number, &arena),
        cmocka_unit_test_prestate(an_item_overlaps_even_where_a_later_one_ends_before_it,
                                  &arena),
        cmocka_unit_test_prestate(no_detector_found_nothing, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
