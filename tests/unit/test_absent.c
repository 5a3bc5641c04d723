#include "match/absent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
    const char *regex, *absent;
} TABLE[] = {
    {"okay, so", "okay, so"},
    {"(?:okay|ok), (?:so|then)", "(?:okay|ok), (?:so|then)"},
    {"thanks[.!]$", "thanks[.!]$"},
    {"no,$", "no,$"},
    {"(?:^|[.,] )so", "[.,] "},
    {"(?:^|(?<=and )|(?<=so, ))you", "(?<=so, )"},
    {"sorry(?: sir,)? (?:but|it)", ""}, // nobody knows what follows in the group
    // What may be left out, and what must not be there.
    {"okay,? so", ""},
    {"thanks[.!]*$", ""},
    {"thanks(?![.,] )", ""},
    {"(?:okay|ok)(?=[.,? ]|$)", ""},
    // Marks in a word or a number stay, and so do question marks.
    {"\\d+\\.\\d\\d", ""},
    {"1,000 euros", ""},
    {"10:30 then", ""},
    {"e\\.g", ""},
    {"is it\\? yes", ""},
    {"[?!] ", ""},
    // What is not understood asks for nothing.
    {"\\Qno, \\E", ""},
};

static void what_bare_text_never_has_is_told(void **state) {
    (void)state;
    Arena arena = {0};
    for (size_t i = 0; i < sizeof TABLE / sizeof *TABLE; i++) {
        Str absent = regex_absent(&arena, str_from(TABLE[i].regex), false);
        assert_string_equal(str_z(&arena, absent), TABLE[i].absent);
    }
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_bare_text_never_has_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
