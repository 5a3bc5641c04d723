#include "match/sweep.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void sweeps_are_counted_by_what_they_pass_over(void **state) {
    (void)state;
    static const struct {
        const char *regex;
        uint32_t any, word;
    } ROWS[] = {
        {"sorry.*sorry.*bye(?! for)", 2, 0},
        {"no sweep {2} at all?", 0, 0},
        {"[^,]+,", 1, 0},
        {"\\w+\\s*\\d{2,}", 0, 3},
        {"[, ]+[\\w ]+", 1, 1},
        {"[a-z']*[a-z ]*", 1, 1},
        {".{0,300}.{2,301}", 1, 0},
        {"(?:a|b)+", 0, 0},
        {"\\.*\\\\*a\\++", 0, 3},
        {"[]x ]*[^]]*", 2, 0},
        {"[", 0, 0},
        {"\\", 0, 0},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        Sweeps sweeps = regex_sweeps(str_from(ROWS[i].regex));
        assert_int_equal(sweeps.any, ROWS[i].any);
        assert_int_equal(sweeps.word, ROWS[i].word);
    }
}

static void the_longest_run_is_of_blanks_or_of_none(void **state) {
    (void)state;
    assert_int_equal(text_longest_run(STR("")), 0);
    assert_int_equal(text_longest_run(STR("a")), 1);
    assert_int_equal(text_longest_run(STR("one three two")), 5);
    assert_int_equal(text_longest_run(STR("one \t  \ntwo")), 5);
    assert_int_equal(text_longest_run(STR("and last")), 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sweeps_are_counted_by_what_they_pass_over),
        cmocka_unit_test(the_longest_run_is_of_blanks_or_of_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
