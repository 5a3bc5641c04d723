#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void an_empty_buf_is_an_empty_text(void **state) {
    Buf buf = {.arena = *state};
    buf_put(&buf, (Str){0});
    buf_text(&buf, "");
    assert_int_equal(buf_str(&buf).len, 0);
}

static void what_is_put_comes_out_in_order(void **state) {
    Buf buf = {.arena = *state};
    buf_text(&buf, "a");
    buf_byte(&buf, '\0');
    buf_put(&buf, STR("bc"));
    buf_int(&buf, -12);
    buf_format(&buf, "<%s>", "d");
    assert_int_equal(buf.len, 10);
    assert_memory_equal(buf.ptr, "a\0bc-12<d>", 10);
}

static void a_buf_grows_past_others_of_its_arena(void **state) {
    Buf left = {.arena = *state}, right = {.arena = *state};
    for (int i = 0; i < 20000; i++) {
        buf_byte(&left, (char)('a' + i % 26));
        buf_byte(&right, (char)('A' + i % 26));
    }
    assert_int_equal(left.len, 20000);
    for (int i = 0; i < 20000; i++) {
        assert_int_equal(left.ptr[i], 'a' + i % 26);
        assert_int_equal(right.ptr[i], 'A' + i % 26);
    }
}

static void what_is_cut_off_stays_while_more_is_put(void **state) {
    Buf buf = {.arena = *state};
    buf_room(&buf, 100);
    buf_text(&buf, "first");
    Str first = buf_cut(&buf);
    buf_text(&buf, "second");
    Str second = buf_cut(&buf);
    assert_ptr_equal(second.ptr, first.ptr + first.len);
    for (int i = 0; i < 200000; i++) buf_byte(&buf, 'x');
    assert_int_equal(buf_cut(&buf).len, 200000);
    buf_text(&buf, "last");
    assert_true(str_eq(first, STR("first")) && str_eq(second, STR("second")));
    assert_true(str_eq(buf_str(&buf), STR("last")));
}

static void a_formatted_text_may_have_any_length(void **state) {
    for (int length = 1; length < 300; length++) {
        Buf buf = {.arena = *state};
        buf_text(&buf, "before ");
        buf_format(&buf, "%0*d", length, 7);
        buf_text(&buf, " after");
        assert_int_equal(buf.len, 7 + length + 6);
        assert_memory_equal(buf.ptr + 7 + length - 1, "7 after", 7);
    }
}

static void the_smallest_and_the_largest_integer_are_written(void **state) {
    Buf buf = {.arena = *state};
    buf_int(&buf, INT64_MIN);
    buf_int(&buf, INT64_MAX);
    assert_string_equal(str_z(*state, buf_str(&buf)),
                        "-92233720368547758089223372036854775807");
}

static void numbers_are_filled_up_with_zeros(void **state) {
    Buf buf = {.arena = *state};
    buf_digits(&buf, 7, 3);
    buf_digits(&buf, 0, 1);
    buf_digits(&buf, 1234, 2);
    assert_string_equal(str_z(*state, buf_str(&buf)), "00701234");
}

// Wherever it stands: several characters are looked at in one go.
static void numbers_have_no_digit_too_many(void **state) {
    Arena *arena = *state;
    int64_t limit = 1;
    for (int digits = 1; digits < 19; digits++) {
        Buf buf = {.arena = arena};
        limit *= 10;
        buf_int(&buf, limit - 1);
        buf_byte(&buf, ' ');
        buf_int(&buf, limit);
        buf_byte(&buf, ' ');
        buf_int(&buf, -(limit / 10 * 3 + 7));
        Str expected = str_format(arena, "%lld %lld %lld", (long long)limit - 1,
                                  (long long)limit, -(long long)(limit / 10 * 3 + 7));
        assert_true(str_eq(buf_str(&buf), expected));
    }
}

static void escape_in(Arena *arena, size_t length) {
    for (int c = 0; c < 256; c++)
        for (size_t at = 0; at < length; at++) {
            char text[40];
            Buf whole = {.arena = arena}, parts = whole;
            memset(text, 'a', length);
            text[at] = (char)c;
            buf_json(&whole, (Str){text, length});
            for (size_t i = 0; i < length; i++) {
                Buf one = {.arena = arena};
                buf_json(&one, (Str){text + i, 1});
                buf_put(&parts, str_slice(buf_str(&one), 1, one.len - 1));
            }
            assert_true(
                str_eq(str_slice(buf_str(&whole), 1, whole.len - 1), buf_str(&parts)));
            bool escaped = c < 0x20 || c == '"' || c == '\\';
            assert_int_equal(whole.len == length + 2, !escaped);
            arena_reset(arena);
        }
}

// Wherever it stands: several characters are looked at in one go.
static void json_escapes_what_it_must_and_nothing_else(void **state) {
    static const size_t LENGTHS[] = {1, 2, 7, 8, 9, 15, 16, 17, 19, 31, 32, 33, 40};
    for (size_t i = 0; i < COUNT(LENGTHS); i++) escape_in(*state, LENGTHS[i]);
}

typedef struct {
    Str text;
    const char *written;
} TextCase;

static void check_texts(Arena *arena, const TextCase *cases, size_t count,
                        void put(Buf *, Str)) {
    for (size_t i = 0; i < count; i++) {
        Buf buf = {.arena = arena};
        put(&buf, cases[i].text);
        if (!str_eq(buf_str(&buf), str_from(cases[i].written)))
            fail_msg("'%.*s' is written as '%.*s', not as '%s'", STR_ARG(cases[i].text),
                     STR_ARG(buf_str(&buf)), cases[i].written);
    }
}

static void json_strings_are_escaped(void **state) {
    const TextCase CASES[] = {
        {{0}, "\"\""},
        {STR("plain"), "\"plain\""},
        {STR("a\"b\\c/d"), "\"a\\\"b\\\\c/d\""},
        {STR("\n\r\t"), "\"\\n\\r\\t\""},
        {STR("\b\f\x01\x1f"), "\"\\u0008\\u000c\\u0001\\u001f\""},
        {STR("a\0b"), "\"a\\u0000b\""},
        {STR(" ~\x7f"), "\" ~\x7f\""},
        {STR("é€😀"), "\"é€😀\""},
        {STR("\"\""), "\"\\\"\\\"\""},
    };
    check_texts(*state, CASES, COUNT(CASES), buf_json);
}

static void csv_cells_are_quoted_where_needed(void **state) {
    const TextCase CASES[] = {
        {{0}, ""},
        {STR("plain text"), "plain text"},
        {STR("a,b"), "\"a,b\""},
        {STR("a\"b"), "\"a\"\"b\""},
        {STR("\""), "\"\"\"\""},
        {STR("\"\""), "\"\"\"\"\"\""},
        {STR("a\nb"), "\"a\nb\""},
        {STR("a\rb"), "\"a\rb\""},
        {STR(" a"), "\" a\""},
        {STR("a "), "\"a \""},
        {STR("it's; so"), "it's; so"},
        {STR("é"), "é"},
    };
    check_texts(*state, CASES, COUNT(CASES), buf_csv);
}

static void csv_cells_are_never_formulas(void **state) {
    const TextCase CASES[] = {
        {STR("=1+2"), "'=1+2"},
        {STR("+cmd"), "'+cmd"},
        {STR("-cmd"), "'-cmd"},
        {STR("@SUM(A1)"), "'@SUM(A1)"},
        {STR("=\"a\""), "\"'=\"\"a\"\"\""},
        {STR("\t=1"), "\"'\t'=1\""},
        {STR("\r=1"), "\"'\r'=1\""},
        {STR("-"), "'-"},
        {STR("-5-5"), "'-5-5"},
        {STR("+1 555 0100"), "'+1 555 0100"},
        {STR("-inf"), "'-inf"},
        {STR("a=b"), "a=b"},
    };
    check_texts(*state, CASES, COUNT(CASES), buf_csv);
}

// Spreadsheets may split at semicolons and tabs, and see a line end where quotes are not
// at the start of what they take for a cell.
static void csv_cells_are_no_formulas_however_they_are_split(void **state) {
    const TextCase CASES[] = {
        {STR("x;=cmd"), "x;'=cmd"},
        {STR("x;-5"), "x;'-5"},
        {STR("x\t@SUM(1)"), "x\t'@SUM(1)"},
        {STR("a\n+1 one"), "\"a\n'+1 one\""},
        {STR("x;\"=cmd\""), "\"x;'\"\"=cmd\"\"\""},
        {STR(";;="), ";;'="},
        {STR("x; =cmd"), "x; =cmd"},
        {STR("a,=b"), "\"a,=b\""},
    };
    check_texts(*state, CASES, COUNT(CASES), buf_csv);
}

// A cell whose quotes, around it and doubled, are taken off.
static Str unquoted(Arena *arena, Str cell) {
    Buf out = {.arena = arena};
    if (!cell.len || cell.ptr[0] != '"') return cell;
    for (size_t at = 1; at + 1 < cell.len; at++) {
        buf_byte(&out, cell.ptr[at]);
        at += cell.ptr[at] == '"';
    }
    return buf_str(&out);
}

// Every text of up to six of what matters.
static void csv_marks_come_off_again(void **state) {
    static const char BYTES[] = {'\'', '"', ';', '=', '\t', '5', '-'};
    for (size_t number = 0; number < 117649; number++) { // 7 to the power of 6
        char text[6];
        Str given = {text, 0};
        for (size_t rest = number; rest; rest /= 7) text[given.len++] = BYTES[rest % 7];
        Buf cell = {.arena = *state};
        buf_csv(&cell, given);
        Str back = csv_unmark(*state, unquoted(*state, buf_str(&cell)));
        assert_int_equal(back.len, given.len);
        assert_memory_equal(back.ptr ? back.ptr : "", text, given.len);
        arena_reset(*state);
    }
}

static void csv_numbers_are_kept(void **state) {
    const TextCase CASES[] = {
        {STR("-5"), "-5"},   {STR("+5"), "+5"},     {STR("-5.25"), "-5.25"},
        {STR("-.5"), "-.5"}, {STR("-1e3"), "-1e3"}, {STR("0"), "0"},
    };
    check_texts(*state, CASES, COUNT(CASES), buf_csv);
}

typedef struct {
    int64_t thousandths;
    int digits;
    const char *written;
} DecimalCase;

static void decimals_are_rounded_half_away_from_zero(void **state) {
    static const DecimalCase CASES[] = {
        {0, 0, "0"},           {0, 3, "0.000"},
        {1, 3, "0.001"},       {1, 2, "0.00"},
        {4, 2, "0.00"},        {5, 2, "0.01"},
        {1500, 0, "2"},        {1499, 0, "1"},
        {2500, 0, "3"},        {12345, 3, "12.345"},
        {12345, 2, "12.35"},   {12344, 2, "12.34"},
        {12345, 1, "12.3"},    {12345, 0, "12"},
        {99950, 1, "100.0"},   {99949, 1, "99.9"},
        {999500, 0, "1000"},   {999995, 2, "1000.00"},
        {-1500, 0, "-2"},      {-12345, 2, "-12.35"},
        {-99950, 1, "-100.0"}, {-5, 2, "-0.01"},
        {-40, 1, "0.0"},       {-1, 0, "0"},
        {-1, 3, "-0.001"},     {1050, 2, "1.05"},
        {1005, 3, "1.005"},    {1000000000000000, 1, "1000000000000.0"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Buf buf = {.arena = *state};
        buf_decimal(&buf, CASES[i].thousandths, CASES[i].digits);
        assert_string_equal(str_z(*state, buf_str(&buf)), CASES[i].written);
    }
}

static void trimmed_decimals_have_as_few_places_as_say_it_exactly(void **state) {
    static const DecimalCase CASES[] = {
        {0, 0, "0"},         {3000, 0, "3"},     {2500, 0, "2.5"},   {2050, 0, "2.05"},
        {2005, 0, "2.005"},  {-500, 0, "-0.5"},  {100000, 0, "100"}, {-1, 0, "-0.001"},
        {10010, 0, "10.01"}, {-20000, 0, "-20"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Buf buf = {.arena = *state};
        buf_trimmed(&buf, CASES[i].thousandths);
        assert_string_equal(str_z(*state, buf_str(&buf)), CASES[i].written);
    }
}

static void what_a_terminal_obeys_is_shown(void **state) {
    Arena *arena = *state;
    static const struct {
        const char *text, *shown;
    } CASES[] = {
        {"two\nlines\r", "two lines "},
        {"a\tb", "a\tb"},
        {"\033[2J\007\177", "\\x1b[2J\\x07\\x7f"},
        {"\xC2\x9B"
         "31m",
         "\\x9b31m"},
        {"\xE2\x80\xAE"
         "evil\xE2\x80\xAC",
         "\\u202eevil\\u202c"},
        {"caf\xC3\xA9 \xF0\x9F\x98\x80", "caf\xC3\xA9 \xF0\x9F\x98\x80"},
        {"bad \xE9 byte", "bad \\xe9 byte"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Buf buf = {.arena = arena};
        buf_line(&buf, str_from(CASES[i].text));
        assert_string_equal(str_z(arena, buf_str(&buf)), CASES[i].shown);
    }
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(what_a_terminal_obeys_is_shown, &arena),
        cmocka_unit_test_prestate(an_empty_buf_is_an_empty_text, &arena),
        cmocka_unit_test_prestate(what_is_put_comes_out_in_order, &arena),
        cmocka_unit_test_prestate(a_buf_grows_past_others_of_its_arena, &arena),
        cmocka_unit_test_prestate(what_is_cut_off_stays_while_more_is_put, &arena),
        cmocka_unit_test_prestate(a_formatted_text_may_have_any_length, &arena),
        cmocka_unit_test_prestate(the_smallest_and_the_largest_integer_are_written,
                                  &arena),
        cmocka_unit_test_prestate(numbers_are_filled_up_with_zeros, &arena),
        cmocka_unit_test_prestate(numbers_have_no_digit_too_many, &arena),
        cmocka_unit_test_prestate(json_strings_are_escaped, &arena),
        cmocka_unit_test_prestate(json_escapes_what_it_must_and_nothing_else, &arena),
        cmocka_unit_test_prestate(csv_cells_are_quoted_where_needed, &arena),
        cmocka_unit_test_prestate(csv_cells_are_never_formulas, &arena),
        cmocka_unit_test_prestate(csv_cells_are_no_formulas_however_they_are_split,
                                  &arena),
        cmocka_unit_test_prestate(csv_marks_come_off_again, &arena),
        cmocka_unit_test_prestate(csv_numbers_are_kept, &arena),
        cmocka_unit_test_prestate(decimals_are_rounded_half_away_from_zero, &arena),
        cmocka_unit_test_prestate(trimmed_decimals_have_as_few_places_as_say_it_exactly,
                                  &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
