#include "base/utf8.h"
#include "make_call.h"
#include "report/file_names.h"

#include <string.h>

typedef struct {
    const char *says, *name, *file;
} NameRow;

static NameRow ROWS[] = {
    {"a plain id stays", "A101", "A101"},
    {"dots and spaces inside stay", "d. okonjo.jr", "d. okonjo.jr"},
    {"letters of any writing stay", "Tomás Жук 王", "Tomás Жук 王"},
    {"pictures stay", "🙂", "🙂"},
    {"no name has a name", "", "unnamed"},
    {"blanks are no name", "  \t ", "unnamed"},
    {"dots alone are no name", "...", "_"},
    {"no way out of the folder", "../../etc/passwd", "_._.._etc_passwd"},
    {"no other separators", "a/b\\c:d", "a_b_c_d"},
    {"nothing a shell or Windows minds", "a*b?c\"d<e>f|g", "a_b_c_d_e_f_g"},
    {"no hidden files", ".profile", "_profile"},
    {"no dot or blank at the end", "a. .", "a"},
    {"no controls", "a\nb\x7f", "a_b_"},
    {"no separators of lines",
     "a\xe2\x80\xa8"
     "b",
     "a_b"},
    {"no invisible characters",
     "a\xe2\x80\x8b\xef\xbb\xbf"
     "b",
     "a__b"},
    {"bytes that are no text", "a\xff", "a_"},
    {"devices of Windows", "CON", "_CON"},
    {"devices in any case", "nUl", "_nUl"},
    {"devices with an extension", "aux.txt", "_aux.txt"},
    {"numbered devices", "com1", "_com1"},
    {"longer words are no devices", "console", "console"},
    {"com alone is no device", "com", "com"},
};

static void check_name(void **state) {
    const NameRow *row = *state;
    Arena arena = {0};
    Str name = str_from(row->name), out;
    file_names(&arena, &name, 1, &out);
    assert_string_equal(str_z(&arena, out), row->file);
    arena_free(&arena);
}

// The file names of `count` agents, joined.
static const char *names_of(Arena *arena, const char *const names[], size_t count) {
    Str in[8], out[8];
    Buf joined = {.arena = arena};
    for (size_t i = 0; i < count; i++) in[i] = str_from(names[i]);
    file_names(arena, in, count, out);
    for (size_t i = 0; i < count; i++) {
        if (i) buf_byte(&joined, ';');
        buf_put(&joined, out[i]);
    }
    buf_byte(&joined, '\0');
    return joined.ptr;
}

static void marks_that_turn_writing_round_are_replaced(void **state) {
    (void)state;
    Arena arena = {0};
    const char bytes[] = {'a', '\xe2', '\x80', '\xae', 'b'}; // U+202E
    Str name = {bytes, sizeof bytes}, out;
    file_names(&arena, &name, 1, &out);
    assert_true(str_eq(out, STR("a_b")));
    arena_free(&arena);
}

static void names_differ_where_case_is_ignored(void **state) {
    (void)state;
    Arena arena = {0};
    assert_string_equal(names_of(&arena, (const char *const[]){"Ann", "ANN", "ann"}, 3),
                        "Ann;ANN (2);ann (3)");
    assert_string_equal(names_of(&arena, (const char *const[]){"ÉMILE", "émile"}, 2),
                        "ÉMILE;émile (2)");
    assert_string_equal(
        names_of(&arena, (const char *const[]){"Иван", "иван", "ИВАН"}, 3),
        "Иван;иван (2);ИВАН (3)");
    assert_string_equal(names_of(&arena, (const char *const[]){"Łukasz", "łukasz"}, 2),
                        "Łukasz;łukasz (2)");
    assert_string_equal(names_of(&arena, (const char *const[]){"王", "李"}, 2), "王;李");
    arena_free(&arena);
}

static void made_names_do_not_take_given_ones(void **state) {
    (void)state;
    Arena arena = {0};
    assert_string_equal(
        names_of(&arena, (const char *const[]){"a/b", "a:b", "a_b (2)"}, 3),
        "a_b;a_b (2);a_b (2) (2)");
    arena_free(&arena);
}

static void long_names_are_cut_between_characters(void **state) {
    (void)state;
    Arena arena = {0};
    Buf buf = {.arena = &arena};
    for (int i = 0; i < 200; i++) buf_text(&buf, "é");
    Str names[] = {buf_str(&buf), buf_str(&buf)}, out[2];
    file_names(&arena, names, 2, out);
    assert_true(utf8_valid(out[0]) && out[0].len <= 100);
    assert_true(out[1].len <= 120);
    assert_false(str_eq(out[0], out[1]));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_that_turn_writing_round_are_replaced),
        cmocka_unit_test(names_differ_where_case_is_ignored),
        cmocka_unit_test(made_names_do_not_take_given_ones),
        cmocka_unit_test(long_names_are_cut_between_characters),
    };
    return RUN_ROWS(ROWS, check_name) + cmocka_run_group_tests(tests, NULL, NULL);
}
