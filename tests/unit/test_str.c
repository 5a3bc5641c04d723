#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table)          (sizeof(table) / sizeof *(table))
#define EQUAL(arena, text, z) assert_string_equal(str_z((arena), (text)), (z))

static void text_from_null_is_empty(void **state) {
    (void)state;
    assert_int_equal(str_from(NULL).len, 0);
    assert_int_equal(str_from("").len, 0);
    assert_int_equal(str_from("abc").len, 3);
}

static void a_copy_outlives_its_source(void **state) {
    char source[] = "a\0b";
    Str copy = str_copy(*state, (Str){source, 3});
    memset(source, 'x', sizeof source);
    assert_int_equal(copy.len, 3);
    assert_memory_equal(copy.ptr, "a\0b", 3);
}

static void a_copy_of_nothing_is_empty_but_not_null(void **state) {
    Str copy = str_copy(*state, (Str){0});
    assert_int_equal(copy.len, 0);
    assert_non_null(copy.ptr);
}

static void str_z_ends_with_nul(void **state) {
    assert_string_equal(str_z(*state, (Str){"abcdef", 3}), "abc");
    assert_string_equal(str_z(*state, (Str){0}), "");
}

static void str_format_has_room_for_any_length(void **state) {
    Str text = str_format(*state, "%0*d|%.*s", 5000, 7, STR_ARG(STR("end")));
    assert_int_equal(text.len, 5004);
    assert_memory_equal(text.ptr + 4999, "7|end", 5);
    assert_int_equal(str_format(*state, "%.*s", STR_ARG((Str){0})).len, 0);
    text = str_format(*state, "%s %.*s|%u %zu", "a", 3, "b\0c", 4294967295U, text.len);
    assert_string_equal(text.ptr, "a b|4294967295 5004");
}

static void equal_means_the_same_bytes(void **state) {
    (void)state;
    assert_true(str_eq(STR("abc"), STR("abc")));
    assert_true(str_eq((Str){0}, STR("")));
    assert_true(str_eq(STR("a\0b"), STR("a\0b")));
    assert_false(str_eq(STR("a\0b"), STR("a\0c")));
    assert_false(str_eq(STR("abc"), STR("ab")));
    assert_false(str_eq(STR("ab"), STR("abc")));
    assert_false(str_eq(STR("abc"), STR("aBc")));
}

static void folded_equality_knows_ascii_letters_only(void **state) {
    (void)state;
    assert_true(str_eq_fold(STR("AZaz"), STR("azAZ")));
    assert_true(str_eq_fold((Str){0}, STR("")));
    assert_false(str_eq_fold(STR("abc"), STR("ab")));
    assert_false(str_eq_fold(STR("É"), STR("é")));
    assert_false(str_eq_fold(STR("@["), STR("`{"))); // the neighbours of A and Z
}

static void texts_are_ordered_by_byte(void **state) {
    (void)state;
    const Str ORDERED[] = {{"", 0},     {"\0", 1},   {"A", 1},   {"A\0", 2},
                           {"AA", 2},   {"B", 1},    {"a", 1},   {"ab", 2},
                           {"\x7f", 1}, {"\x80", 1}, {"\xff", 1}};
    for (size_t a = 0; a < COUNT(ORDERED); a++)
        for (size_t b = 0; b < COUNT(ORDERED); b++) {
            int order = str_cmp(ORDERED[a], ORDERED[b]);
            assert_int_equal((order > 0) - (order < 0), (a > b) - (a < b));
        }
}

static void a_text_starts_and_ends_with_its_parts(void **state) {
    (void)state;
    assert_true(str_starts(STR("abc"), STR("ab")) && str_ends(STR("abc"), STR("bc")));
    assert_true(str_starts(STR("abc"), STR("abc")) && str_ends(STR("abc"), STR("abc")));
    assert_true(str_starts((Str){0}, (Str){0}) && str_ends((Str){0}, STR("")));
    assert_false(str_starts(STR("abc"), STR("abcd")) ||
                 str_ends(STR("abc"), STR("aabc")));
    assert_false(str_starts(STR("abc"), STR("b")) || str_ends(STR("abc"), STR("b")));
    assert_true(str_eq(str_without(STR("tel:tel:"), STR("tel:")), STR("tel:")));
}

static void a_text_has_its_parts(void **state) {
    (void)state;
    assert_true(str_has(STR("abc"), STR("b")));
    assert_true(str_has(STR("a\0bc"), STR("\0b")));
    assert_true(str_has((Str){0}, STR("")));
    assert_false(str_has((Str){0}, STR("a")));
    assert_false(str_has(STR("abc"), STR("ac")));
    assert_false(str_has(STR("ab"), STR("abc")));
}

// The vectors are from the page that the header names.
static void a_word_is_found_in_a_list(void **state) {
    (void)state;
    assert_int_equal(str_number_in(STR("no"), WORD_LIST("yes", "no")), 1);
    assert_int_equal(str_number_in(STR("No"), WORD_LIST("yes", "no")), -1);
    assert_true(str_is_one_of(STR("No"), WORD_LIST("yes", "no")));
    assert_false(str_is_one_of(STR("n"), WORD_LIST("yes", "no")));
    assert_int_equal(str_start_in(STR("Re: hello"), WORD_LIST("fw:", "re:")), 1);
    assert_int_equal(str_start_in(STR("re"), WORD_LIST("fw:", "re:")), -1);
}

static void the_hash_is_fnv_1a(void **state) {
    (void)state;
    assert_true(str_hash((Str){0}) == 0xcbf29ce484222325U);
    assert_true(str_hash(STR("a")) == 0xaf63dc4c8601ec8cU);
    assert_true(str_hash(STR("foobar")) == 0x85944171f73967e8U);
}

static void a_slice_stays_within_the_text(void **state) {
    static const struct {
        size_t from, to;
        const char *slice;
    } CASES[] = {{0, 4, "text"},    {1, 3, "ex"},          {0, 0, ""},
                 {4, 4, ""},        {2, 99, "xt"},         {5, 99, ""},
                 {3, 1, ""},        {0, SIZE_MAX, "text"}, {3, 4, "t"},
                 {SIZE_MAX, 0, ""}, {4, SIZE_MAX, ""}};
    for (size_t i = 0; i < COUNT(CASES); i++)
        EQUAL(*state, str_slice(STR("text"), CASES[i].from, CASES[i].to), CASES[i].slice);
    assert_int_equal(str_slice((Str){0}, 0, 9).len, 0);
}

static void trimming_takes_ascii_white_space_off_both_ends(void **state) {
    static const char *const CASES[][2] = {
        {"", ""},
        {" \t\r\n\v\f ", ""},
        {"a", "a"},
        {"  a", "a"},
        {"a\n", "a"},
        {"\ta b\r\n", "a b"},
        {"\xC2\xA0", "\xC2\xA0"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        EQUAL(*state, str_trim(str_from(CASES[i][0])), CASES[i][1]);
    assert_int_equal(str_trim((Str){0}).len, 0);
}

static void a_list_falls_into_its_parts(void **state) {
    static const char *const CASES[][2] = {
        {"a", "(a)"},    {"a,b", "(a)(b)"}, {"a,,b", "(a)()(b)"}, {",a", "()(a)"},
        {"a,", "(a)()"}, {",", "()()"},     {"", "()"},           {"ab;c", "(ab;c)"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Str rest = str_from(CASES[i][0]), part, seen = {0};
        while (str_next(&rest, ',', &part))
            seen = str_format(*state, "%.*s(%.*s)", STR_ARG(seen), STR_ARG(part));
        EQUAL(*state, seen, CASES[i][1]);
    }
}

static void no_text_has_no_parts(void **state) {
    (void)state;
    assert_false(str_next(&(Str){0}, ',', &(Str){0}));
}

static void the_index_is_of_the_first_byte_from_there_on(void **state) {
    (void)state;
    Str text = STR("a\0ba");
    assert_int_equal(str_index(text, 0, 'a'), 0);
    assert_int_equal(str_index(text, 1, 'a'), 3);
    assert_int_equal(str_index(text, 0, '\0'), 1);
    assert_int_equal(str_index(text, 2, '\0'), 4);
    assert_int_equal(str_index(text, 4, 'a'), 4);
    assert_int_equal(str_index(text, 99, 'a'), 4);
    assert_int_equal(str_index((Str){0}, 0, 'a'), 0);
}

static void lower_case_is_for_ascii_letters_only(void **state) {
    EQUAL(*state, str_lower(*state, STR("AbZ@[É1")), "abz@[É1");
    assert_int_equal(str_lower(*state, (Str){0}).len, 0);
}

static void whole_numbers_are_read_whole(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t value;
    } CASES[] = {{"0", 0},
                 {"7", 7},
                 {"-7", -7},
                 {"+7", 7},
                 {"007", 7},
                 {"-0", 0},
                 {"999999999999999999", 999999999999999999}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        int64_t value = -1;
        if (!str_to_int(str_from(CASES[i].text), &value) || value != CASES[i].value)
            fail_msg("'%s' is read as %lld", CASES[i].text, (long long)value);
    }
}

static void what_is_no_whole_number_is_refused(void **state) {
    (void)state;
    const Str CASES[] = {
        STR(""),
        STR(" 7"),
        STR("7 "),
        STR("\n7"),
        STR("+"),
        STR("-"),
        STR("--7"),
        STR("+-7"),
        STR("- 7"),
        STR("0x7"),
        STR("7e1"),
        STR("7.0"),
        STR("."),
        STR("seven"),
        STR("7\0"),
        STR("\0"),
        STR("\0"
            "7"),
        STR("1,000"),
        STR("٣"),
        {0},
        STR("9999999999999999999"),
        STR("99999999999999999999999999999999999999999999999999"
            "99999999999999999999999999999999999999999999999999"),
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        if (str_to_int(CASES[i], &(int64_t){0}))
            fail_msg("'%.*s' (case %zu) is read as a number", STR_ARG(CASES[i]), i);
}

static void decimal_numbers_are_read_whole(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double value;
    } CASES[] = {{"0", 0},       {"2.5", 2.5}, {"-2.5", -2.5}, {"+2.5", 2.5},
                 {".5", 0.5},    {"-.5", -.5}, {"5.", 5},      {"1e3", 1000},
                 {"1E-3", .001}, {"00.50", .5}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        double value = -1;
        if (!str_to_double(str_from(CASES[i].text), &value) || value != CASES[i].value)
            fail_msg("'%s' is read as %g", CASES[i].text, value);
    }
}

static void what_is_no_finite_decimal_number_is_refused(void **state) {
    (void)state;
    const Str CASES[] = {
        STR(""),
        STR("."),
        STR("-"),
        STR("+."),
        STR("inf"),
        STR("-inf"),
        STR("+INF"),
        STR("nan"),
        STR("-nan"),
        STR("+NaN(1)"),
        STR("infinity"),
        STR("0x10"),
        STR("-0X1p3"),
        STR("1e999"),
        STR("-1e999"),
        STR("1e"),
        STR("1 "),
        STR(" 1"),
        STR("1,5"),
        STR("1.2.3"),
        STR("1\0"),
        STR("\0"),
        STR("1f"),
        {0},
        STR("1111111111111111111111111111111111111111111111111111111111111111"),
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        if (str_to_double(CASES[i], &(double){0}))
            fail_msg("'%.*s' (case %zu) is read as a number", STR_ARG(CASES[i]), i);
}

static void the_nearest_name_is_what_was_meant(void **state) {
    const Str NAMES[] = {STR("any"),  STR("all"),    STR("within"), STR("role"),
                         STR("name"), STR("weight"), STR("id")};
    static const char *const CASES[][2] = {
        {"any", "any"},
        {"ANY", "any"},
        {"weigth", "weight"},
        {"witin", "within"},
        {"wihtin", "within"},
        {"any_of", "any"},
        {"roles", "role"},
        {"nmae", "name"},
        {"weights", "weight"},
        {"wieght", "weight"},
        {"xyzzy", ""},
        {"", ""},
        {"q", ""},
        {"completely", ""},
        {"di", "id"},
        {"zz", ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Str nearest = str_nearest(str_from(CASES[i][0]), NAMES, COUNT(NAMES));
        if (!str_eq(nearest, str_from(CASES[i][1])))
            fail_msg("'%s' is taken for '%s'", CASES[i][0], str_z(*state, nearest));
    }
}

static void a_swap_is_nearer_than_two_changes(void **state) {
    const Str NAMES[] = {STR("xbay"), STR("abxy")};
    EQUAL(*state, str_nearest(STR("baxy"), NAMES, 2), "abxy");
}

static void of_equally_near_names_the_first_is_meant(void **state) {
    const Str NAMES[] = {STR("cart"), STR("card"), STR("care")};
    EQUAL(*state, str_nearest(STR("carx"), NAMES, 3), "cart");
}

static void very_long_words_and_names_are_never_near(void **state) {
    (void)state;
    Str longest = STR("0123456789012345678901234567890123456789");
    Str longer = STR("01234567890123456789012345678901234567890");
    assert_int_equal(str_nearest(longest, &longest, 1).len, 40);
    assert_int_equal(str_nearest(longer, &longest, 1).len, 0);
    assert_int_equal(str_nearest(longest, &longer, 1).len, 0);
    assert_int_equal(str_nearest(STR("any"), NULL, 0).len, 0);
}

static void bytes_have_classes(void **state) {
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        bool digit = byte >= '0' && byte <= '9';
        bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        bool space = byte && memchr(" \t\n\v\f\r", byte, 6);
        assert_int_equal(byte_is_digit((char)byte), digit);
        assert_int_equal(byte_is_space((char)byte), space);
        assert_int_equal(byte_is_word((char)byte),
                         digit || letter || byte == '_' || byte >= 0x80);
    }
}

// As the C library has it, which takes its time.
static void plain_decimals_are_the_nearest_doubles(void **state) {
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        char text[40];
        double value = 0;
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        int length = snprintf(text, sizeof text, "%llu",
                              (unsigned long long)(seed >> (seed % 50)));
        if (seed >> 63) text[(seed >> 40) % (unsigned)length] = '.';
        if (strcmp(text, ".") == 0) continue;
        assert_true(str_to_double(str_from(text), &value));
        if (value != strtod(text, NULL)) fail_msg("%s is read as %.17g", text, value);
    }
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_from_null_is_empty),
        cmocka_unit_test_prestate(a_copy_outlives_its_source, &arena),
        cmocka_unit_test_prestate(a_copy_of_nothing_is_empty_but_not_null, &arena),
        cmocka_unit_test_prestate(str_z_ends_with_nul, &arena),
        cmocka_unit_test_prestate(str_format_has_room_for_any_length, &arena),
        cmocka_unit_test(equal_means_the_same_bytes),
        cmocka_unit_test(folded_equality_knows_ascii_letters_only),
        cmocka_unit_test(texts_are_ordered_by_byte),
        cmocka_unit_test(a_text_starts_and_ends_with_its_parts),
        cmocka_unit_test(a_text_has_its_parts),
        cmocka_unit_test(a_word_is_found_in_a_list),
        cmocka_unit_test(the_hash_is_fnv_1a),
        cmocka_unit_test_prestate(a_slice_stays_within_the_text, &arena),
        cmocka_unit_test_prestate(trimming_takes_ascii_white_space_off_both_ends, &arena),
        cmocka_unit_test_prestate(a_list_falls_into_its_parts, &arena),
        cmocka_unit_test(no_text_has_no_parts),
        cmocka_unit_test(the_index_is_of_the_first_byte_from_there_on),
        cmocka_unit_test_prestate(lower_case_is_for_ascii_letters_only, &arena),
        cmocka_unit_test(whole_numbers_are_read_whole),
        cmocka_unit_test(what_is_no_whole_number_is_refused),
        cmocka_unit_test(decimal_numbers_are_read_whole),
        cmocka_unit_test(what_is_no_finite_decimal_number_is_refused),
        cmocka_unit_test(plain_decimals_are_the_nearest_doubles),
        cmocka_unit_test_prestate(the_nearest_name_is_what_was_meant, &arena),
        cmocka_unit_test_prestate(a_swap_is_nearer_than_two_changes, &arena),
        cmocka_unit_test_prestate(of_equally_near_names_the_first_is_meant, &arena),
        cmocka_unit_test(very_long_words_and_names_are_never_near),
        cmocka_unit_test(bytes_have_classes),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
