#include "base/again.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

// A hash of two places and, so that it is no other, a number.
static uint64_t hash_at(uint64_t first, uint64_t second, uint64_t number) {
    return first << (64 - AGAIN_BITS) | second << (64 - 2 * AGAIN_BITS) | number;
}

static int setup(void **state) {
    *state = calloc(1, sizeof(Again));
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    free(*state);
    return 0;
}

static void what_comes_once_has_no_place(void **state) {
    Again *again = *state;
    for (uint64_t i = 1; i < 100; i++) assert_null(again_meet(again, hash_at(7, i, i)));
}

static void what_comes_again_is_kept(void **state) {
    Again *again = *state;
    uint64_t hash = hash_at(1, 2, 3);
    assert_null(again_meet(again, hash));
    AgainPlace *place = again_meet(again, hash);
    assert_non_null(place);
    assert_null(place->kept);
    place->kept = "what was made of it";
    assert_null(again_meet(again, hash_at(1, 4, 5))); // would have the same place
    assert_ptr_equal(again_meet(again, hash), place);
    assert_string_equal(place->kept, "what was made of it");
}

static void what_comes_between_is_forgotten(void **state) {
    Again *again = *state;
    assert_null(again_meet(again, hash_at(1, 2, 3)));
    assert_null(again_meet(again, hash_at(1, 2, 4)));
    assert_null(again_meet(again, hash_at(1, 2, 3)));
}

static void a_place_that_is_taken_leaves_another(void **state) {
    Again *again = *state;
    for (uint64_t number = 1; number <= 2; number++) {
        uint64_t hash = hash_at(1, 2, number);
        assert_null(again_meet(again, hash));
        AgainPlace *place = again_meet(again, hash);
        assert_non_null(place);
        place->kept = "it";
    }
    for (int time = 0; time < 3; time++) assert_null(again_meet(again, hash_at(1, 2, 3)));
    assert_non_null(again_meet(again, hash_at(1, 2, 1)));
    assert_non_null(again_meet(again, hash_at(1, 2, 2)));
}

#define AGAIN_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        AGAIN_TEST(what_comes_once_has_no_place),
        AGAIN_TEST(what_comes_again_is_kept),
        AGAIN_TEST(what_comes_between_is_forgotten),
        AGAIN_TEST(a_place_that_is_taken_leaves_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
