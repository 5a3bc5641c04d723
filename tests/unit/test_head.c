#include "match/head.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct {
    const char *regex, *text;
    uint32_t len;   // of the head
    uint32_t first; // where it fits first; the text's length for nowhere
    bool unicode;
} HeadCase;

static void a_head_is_as_long_as_its_places_are_known(void **state) {
    static const HeadCase CASES[] = {
        {.regex = "[a-z] [a-z] [a-z]", .text = "is: x y z", .len = 4, .first = 4},
        {.regex = "(?:[ab] [cd]|e f)[a-z]", .text = "a b E Fg", .len = 4, .first = 4},
        {.regex = "(?<!no )\\d{3,}(?!%)", .text = "12 or 345", .len = 3, .first = 6},
        {.regex = "\\d{2}|\\d:\\d", .text = "at 5:30", .len = 2, .first = 3},
        {.regex = "\\d", .text = "a \xD9\xA3", .len = 1, .first = 2, .unicode = true},
        {.regex = "[0-9]{5}", .text = "1234", .len = 4, .first = 0},
        {.regex = "[$\xC2\xA3]\\d\\d",
         .text = "at \xC2\xA3"
                 "10",
         .len = 1,
         .first = 3},
        {.regex = "(?:\\b){1000000000}\\d", .text = "x 1", .len = 1, .first = 2},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const HeadCase *row = &CASES[i];
        Regex regex = regex_parse(*state, str_from(row->regex), row->unicode);
        Head head = head_of(&regex);
        Str text = str_from(row->text);
        if (head.len != row->len || head_find(&head, text, 0) != row->first)
            fail_msg("'%s': %u places, first at %zu", row->regex, head.len,
                     head_find(&head, text, 0));
        assert_int_equal(head_fits(&head, text, 0), row->first == 0);
    }
}

static void a_head_that_tells_little_is_none(void **state) {
    static const char *const REGEXES[] = {
        "\\w+", ".*x", "(?:1|22)?3", "1*2", "(?:1|)2", "\\S\\S", "(1)?\\1 ", "\\K1", "",
    };
    for (size_t i = 0; i < sizeof REGEXES / sizeof *REGEXES; i++) {
        Regex regex = regex_parse(*state, str_from(REGEXES[i]), false);
        if (head_of(&regex).len) fail_msg("'%s' has a head", REGEXES[i]);
    }
}

static void a_head_without_places_fits_in_no_text(void **state) {
    (void)state;
    Head none = {0};
    assert_true(head_fits(&none, (Str){0}, 0));
    assert_int_equal(head_find(&none, (Str){0}, 0), 0);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_head_is_as_long_as_its_places_are_known, &arena),
        cmocka_unit_test_prestate(a_head_that_tells_little_is_none, &arena),
        cmocka_unit_test(a_head_without_places_fits_in_no_text),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
