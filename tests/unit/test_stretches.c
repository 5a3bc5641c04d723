#include "text/stretches.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static Stretch stretch_number(uint32_t i) {
    return (Stretch){.bytes = i * 2654435761U >> i % 32, .lines = i % 300};
}

// More than a block of them, some taken before all are added.
static void they_come_in_the_order_in_which_they_were_added(void **state) {
    (void)state;
    enum { COUNT = 50000, AHEAD = 20000 };
    Stretches stretches = {0};
    Stretch stretch;
    uint32_t taken = 0;
    for (uint32_t i = 0; i < COUNT + AHEAD; i++) {
        if (i < COUNT) stretches_add(&stretches, stretch_number(i));
        if (i < AHEAD) continue;
        Stretch want = stretch_number(taken++);
        assert_true(stretches_take(&stretches, &stretch));
        assert_int_equal(stretch.bytes, want.bytes);
        assert_int_equal(stretch.lines, want.lines);
    }
    assert_false(stretches_take(&stretches, &stretch));
}

static void what_was_not_taken_is_freed(void **state) {
    (void)state;
    Stretches stretches = {0};
    Stretch stretch;
    for (uint32_t i = 0; i < 50000; i++) stretches_add(&stretches, stretch_number(i));
    stretches_free(&stretches);
    assert_false(stretches_take(&stretches, &stretch));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_come_in_the_order_in_which_they_were_added),
        cmocka_unit_test(what_was_not_taken_is_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
