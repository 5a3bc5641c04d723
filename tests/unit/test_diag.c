#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const Place NOWHERE = {0};

static const char *rendered(Arena *arena, const Diag *diag) {
    Buf out = {.arena = arena};
    diag_put(&out, diag);
    return str_z(arena, buf_str(&out));
}

static void a_complaint_tells_place_level_text_and_hint(void **state) {
    Diag diag = {.level = DIAG_WARNING,
                 .place = {.path = STR("sales.yaml"), .line = 9, .col = 3},
                 .text = STR("unknown field 'any_of'"),
                 .hint = STR("did you mean 'any'?")};
    assert_string_equal(
        rendered(*state, &diag),
        "sales.yaml:9:3: warning: unknown field 'any_of' (did you mean 'any'?)\n");
}

static void what_is_not_known_of_a_place_is_left_out(void **state) {
    Diag diag = {.level = DIAG_ERROR, .text = STR("bad")};
    assert_string_equal(rendered(*state, &diag), "error: bad\n");
    diag.place.path = STR("a.csv");
    assert_string_equal(rendered(*state, &diag), "a.csv: error: bad\n");
    diag.place.line = 7;
    assert_string_equal(rendered(*state, &diag), "a.csv:7: error: bad\n");
    diag.place.path = STR("");
    assert_string_equal(rendered(*state, &diag), "7: error: bad\n");
}

static void every_level_has_its_name(void **state) {
    assert_string_equal(str_z(*state, diag_level_name(DIAG_NOTE)), "note");
    assert_string_equal(str_z(*state, diag_level_name(DIAG_WARNING)), "warning");
    assert_string_equal(str_z(*state, diag_level_name(DIAG_ERROR)), "error");
}

static void the_caret_stands_under_its_column(void **state) {
    static const struct {
        const char *source;
        uint32_t line, col, width;
        const char *below;
    } CASES[] = {
        {"key: value", 12, 1, 0, "   12 |   key: value\n      |   ^\n"},
        {"key: value", 12, 6, 1, "   12 |   key: value\n      |        ^\n"},
        {"key: value", 12, 6, 5, "   12 |   key: value\n      |        ^~~~~\n"},
        {"\tkey:\tvalue", 3, 7, 2, "    3 |   \tkey:\tvalue\n      |   \t    \t^~\n"},
        {"é€😀 x", 3, 5, 1, "    3 |   é€😀 x\n      |       ^\n"},
        {"caf\xe9 x", 3, 6, 1, "    3 |   caf\\xe9 x\n      |           ^\n"},
        {"é\tx", 3, 3, 1, "    3 |   é\tx\n      |    \t^\n"},
        {"é€", 3, 99, 1, "    3 |   é€\n      |     ^\n"},
        {"ab", 3, 3, 1, "    3 |   ab\n      |     ^\n"},
        {"ab", 3, 99, 1, "    3 |   ab\n      |     ^\n"},
        {"ab", 123456, 1, 1, "123456 |   ab\n      |   ^\n"},
        {"x", 1, 1, 900,
         "    1 |   x\n      |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Diag diag = {.place = {STR("a"), CASES[i].line, CASES[i].col, CASES[i].width},
                     .source = str_from(CASES[i].source)};
        assert_string_equal(strchr(rendered(*state, &diag), '\n') + 1, CASES[i].below);
    }
}

static void a_source_without_a_line_is_not_shown(void **state) {
    Diag diag = {.place = {.path = STR("a")}, .text = STR("bad"), .source = STR("line")};
    assert_string_equal(rendered(*state, &diag), "a: note: bad\n");
}

static void errors_and_warnings_are_counted(void **state) {
    Diags diags = {.arena = *state};
    diag_add(&diags, DIAG_ERROR, NOWHERE, "one");
    diag_add(&diags, DIAG_WARNING, NOWHERE, "two");
    diag_add(&diags, DIAG_NOTE, NOWHERE, "three");
    diag_add(&diags, DIAG_ERROR, NOWHERE, "four");
    assert_int_equal(diags.items.len, 4);
    assert_int_equal(diags.errors, 2);
    assert_int_equal(diags.warnings, 1);
}

static void a_complaint_added_can_be_filled_in(void **state) {
    Diags diags = {.arena = *state};
    Diag *diag = diag_add(&diags, DIAG_ERROR, NOWHERE, "bad '%s' at %d", "x", 7);
    diag->hint = STR("try y");
    assert_string_equal(rendered(*state, &diags.items.items[0]),
                        "error: bad 'x' at 7 (try y)\n");
}

static void a_copy_outlives_the_texts_it_was_made_from(void **state) {
    char texts[] = "path text hint source call";
    Diags diags = {.arena = *state};
    Diag diag = {.level = DIAG_ERROR,
                 .place = {{texts, 4}, 1, 2, 1},
                 .text = {texts + 5, 4},
                 .hint = {texts + 10, 4},
                 .source = {texts + 15, 6},
                 .call = {texts + 22, 4}};
    diag_copy(&diags, &diag);
    memset(texts, 'x', sizeof texts);
    assert_string_equal(rendered(*state, diags.items.items),
                        "path:1:2: error: text (hint)\n    1 |   source\n      |    ^\n");
    assert_string_equal(str_z(*state, diags.items.items->call), "call");
    assert_int_equal(diags.errors, 1);
}

static void complaints_are_sorted_by_path_line_and_column(void **state) {
    static const char *const ORDERED[] = {"a",     "a:1", "a:1:1", "a:1:2",
                                          "a:2:1", "aa",  "b",     "b:1:10"};
    Diags diags = {.arena = *state};
    diag_add(&diags, DIAG_NOTE, (Place){STR("b"), 1, 10, 0}, "b:1:10");
    diag_add(&diags, DIAG_NOTE, (Place){STR("a"), 2, 1, 0}, "a:2:1");
    diag_add(&diags, DIAG_NOTE, (Place){STR("aa"), 0, 0, 0}, "aa");
    diag_add(&diags, DIAG_NOTE, (Place){STR("a"), 1, 2, 0}, "a:1:2");
    diag_add(&diags, DIAG_NOTE, (Place){STR("b"), 0, 0, 0}, "b");
    diag_add(&diags, DIAG_NOTE, (Place){STR("a"), 1, 1, 0}, "a:1:1");
    diag_add(&diags, DIAG_NOTE, (Place){STR("a"), 0, 0, 0}, "a");
    diag_add(&diags, DIAG_NOTE, (Place){STR("a"), 1, 0, 0}, "a:1");
    diag_sort(&diags);
    for (size_t i = 0; i < 8; i++)
        assert_string_equal(str_z(*state, diags.items.items[i].text), ORDERED[i]);
}

static void complaints_of_one_place_keep_their_order(void **state) {
    Diags diags = {.arena = *state};
    for (unsigned i = 0; i < 300; i++)
        diag_add(&diags, DIAG_NOTE, (Place){STR("a"), i * 7 % 3, 1, i}, "x");
    diag_sort(&diags);
    for (size_t i = 1; i < 300; i++) {
        Place before = diags.items.items[i - 1].place, place = diags.items.items[i].place;
        assert_true(before.line < place.line ||
                    (before.line == place.line && before.width < place.width));
    }
}

static void sorting_nothing_is_fine(void **state) {
    Diags diags = {.arena = *state};
    diag_sort(&diags);
    assert_int_equal(diags.items.len, 0);
}

static void a_hint_names_the_nearest_candidate_or_none(void **state) {
    const Str NAMES[] = {STR("within"), STR("any")};
    assert_string_equal(str_z(*state, diag_hint(*state, STR("witin"), NAMES, 2)),
                        "did you mean 'within'?");
    assert_int_equal(diag_hint(*state, STR("colour"), NAMES, 2).len, 0);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_complaint_tells_place_level_text_and_hint, &arena),
        cmocka_unit_test_prestate(what_is_not_known_of_a_place_is_left_out, &arena),
        cmocka_unit_test_prestate(every_level_has_its_name, &arena),
        cmocka_unit_test_prestate(the_caret_stands_under_its_column, &arena),
        cmocka_unit_test_prestate(a_source_without_a_line_is_not_shown, &arena),
        cmocka_unit_test_prestate(errors_and_warnings_are_counted, &arena),
        cmocka_unit_test_prestate(a_complaint_added_can_be_filled_in, &arena),
        cmocka_unit_test_prestate(a_copy_outlives_the_texts_it_was_made_from, &arena),
        cmocka_unit_test_prestate(complaints_are_sorted_by_path_line_and_column, &arena),
        cmocka_unit_test_prestate(complaints_of_one_place_keep_their_order, &arena),
        cmocka_unit_test_prestate(sorting_nothing_is_fine, &arena),
        cmocka_unit_test_prestate(a_hint_names_the_nearest_candidate_or_none, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
