#include "base/buf.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define MARK         "\xEF\xBF\xBD"

static bool is_surrogate(uint32_t code) { return code >= 0xd800 && code <= 0xdfff; }

static void every_code_point_survives_encoding(void **state) {
    (void)state;
    for (uint32_t code = 0; code <= 0x10ffff; code++) {
        char bytes[4];
        uint32_t again = 0;
        Str text = {bytes, utf8_encode(bytes, code)};
        size_t size = utf8_decode(text, 0, &again);
        if (is_surrogate(code) ? size != 0 : size != text.len || again != code)
            fail_msg("U+%04X comes back as U+%04X, %zu bytes", code, again, size);
    }
}

static void the_length_grows_at_the_boundaries(void **state) {
    (void)state;
    static const struct {
        uint32_t code;
        const char *bytes;
    } CASES[] = {{0x7f, "\x7f"},
                 {0x80, "\xc2\x80"},
                 {0x7ff, "\xdf\xbf"},
                 {0x800, "\xe0\xa0\x80"},
                 {0xd7ff, "\xed\x9f\xbf"},
                 {0xe000, "\xee\x80\x80"},
                 {0xffff, "\xef\xbf\xbf"},
                 {0x10000, "\xf0\x90\x80\x80"},
                 {0x10ffff, "\xf4\x8f\xbf\xbf"}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        char bytes[4];
        size_t size = utf8_encode(bytes, CASES[i].code);
        assert_int_equal(size, strlen(CASES[i].bytes));
        assert_memory_equal(bytes, CASES[i].bytes, size);
    }
}

// The grammar of RFC 3629, section 4: bytes after the second are 80-BF.
static size_t grammar_size(const unsigned char *bytes, size_t len) {
    static const struct {
        unsigned char first, last, second_first, second_last;
        size_t size;
    } RULES[] = {{0x00, 0x7f, 0x00, 0xff, 1}, {0xc2, 0xdf, 0x80, 0xbf, 2},
                 {0xe0, 0xe0, 0xa0, 0xbf, 3}, {0xe1, 0xec, 0x80, 0xbf, 3},
                 {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3},
                 {0xf0, 0xf0, 0x90, 0xbf, 4}, {0xf1, 0xf3, 0x80, 0xbf, 4},
                 {0xf4, 0xf4, 0x80, 0x8f, 4}};
    size_t rule = 0;
    while (rule < COUNT(RULES) && bytes[0] > RULES[rule].last) rule++;
    if (rule == COUNT(RULES) || bytes[0] < RULES[rule].first) return 0;
    size_t size = RULES[rule].size;
    if (size > len) return 0;
    if (size > 1 &&
        (bytes[1] < RULES[rule].second_first || bytes[1] > RULES[rule].second_last))
        return 0;
    for (size_t i = 2; i < size; i++)
        if (bytes[i] < 0x80 || bytes[i] > 0xbf) return 0;
    return size;
}

static void check_against_grammar(const unsigned char *bytes) {
    for (size_t len = 1; len <= 4; len++) {
        Str text = {(const char *)bytes, len};
        size_t size = utf8_decode(text, 0, &(uint32_t){0});
        if (size != grammar_size(bytes, len))
            fail_msg("%02x %02x %02x %02x, the first %zu, are %zu bytes of UTF-8",
                     bytes[0], bytes[1], bytes[2], bytes[3], len, size);
    }
}

// All pairs of bytes, followed by bytes at the edges of their ranges.
static void decoding_follows_the_grammar(void **state) {
    (void)state;
    static const unsigned char EDGES[] = {0x00, 0x7f, 0x80, 0xbf, 0xc0, 0xff};
    for (unsigned pair = 0; pair < 0x10000; pair++)
        for (unsigned tail = 0; tail < 36; tail++)
            check_against_grammar((unsigned char[]){(unsigned char)(pair >> 8),
                                                    (unsigned char)pair, EDGES[tail / 6],
                                                    EDGES[tail % 6]});
}

static void what_is_not_utf_8_is_told(void **state) {
    (void)state;
    const Str CASES[] = {
        STR("\x80"),
        STR("\xbf"),
        STR("\xc3"),
        STR("a\xc3"),
        STR("\xe2\x82"),
        STR("\xf0\x9f\x98"),
        STR("\xc0\x80"),
        STR("\xc1\xbf"),
        STR("\xe0\x80\x80"),
        STR("\xe0\x9f\xbf"),
        STR("\xf0\x80\x80\x80"),
        STR("\xf0\x8f\xbf\xbf"),
        STR("\xed\xa0\x80"),
        STR("\xed\xbf\xbf"),
        STR("\xf4\x90\x80\x80"),
        STR("\xf5\x80\x80\x80"),
        STR("\xfe"),
        STR("\xff"),
        STR("\xc3\xc3\xa9"),
        STR("12345678\xff"),
        STR("1234567\xff"
            "12345678"),
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        if (utf8_valid(CASES[i])) fail_msg("case %zu passes for UTF-8", i);
}

static void what_is_utf_8_is_accepted(void **state) {
    (void)state;
    assert_true(utf8_valid((Str){0}));
    assert_true(utf8_valid(STR("plain ASCII, longer than a machine word")));
    assert_true(utf8_valid(STR("a\0b")));
    assert_true(utf8_valid(STR("1234567é12345678€1234😀")));
}

static void a_nul_and_what_is_not_ascii_are_not_plain(void **state) {
    (void)state;
    static const char BAD[] = {'\0', '\x80', '\xff'};
    char bytes[20];
    memset(bytes, 'a', sizeof bytes);
    for (size_t len = 0; len <= sizeof bytes; len++) {
        assert_true(utf8_plain((Str){bytes, len}));
        for (size_t i = 0; i < len * COUNT(BAD); i++) {
            bytes[i / COUNT(BAD)] = BAD[i % COUNT(BAD)];
            assert_false(utf8_plain((Str){bytes, len}));
            bytes[i / COUNT(BAD)] = '\x01';
            assert_true(utf8_plain((Str){bytes, len}));
        }
    }
}

static void capitals_of_ascii_alone_become_small(void **state) {
    char bytes[0x103];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)i;
    Str small = str_lower(*state, (Str){bytes, sizeof bytes});
    assert_int_equal(small.len, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        assert_int_equal(small.ptr[i], byte_lower(bytes[i]));
}

// The last bytes of any length count.
static void every_byte_tells_whether_a_text_is_ascii(void **state) {
    (void)state;
    char bytes[20];
    for (size_t len = 0; len <= sizeof bytes; len++) {
        memset(bytes, 'a', sizeof bytes);
        assert_true(str_is_ascii((Str){bytes, len}));
        for (size_t at = 0; at < len; at++) {
            bytes[at] = '\x80';
            assert_false(str_is_ascii((Str){bytes, len}));
            bytes[at] = 'a';
        }
    }
}

static void good_text_is_not_copied_for_repair(void **state) {
    Str text = STR("good: é€😀");
    size_t repaired = 0;
    assert_ptr_equal(utf8_repair(*state, text, &repaired).ptr, text.ptr);
    assert_int_equal(repaired, 0);
}

static void each_bad_byte_and_each_nul_is_replaced(void **state) {
    const struct {
        Str text;
        const char *good;
        size_t repaired;
    } CASES[] = {
        {STR(""), "", 0},
        {STR("\xff"), MARK, 1},
        {STR("a\xff"
             "b"),
         "a" MARK "b", 1},
        {STR("\xff\xfe"), MARK MARK, 2},
        {STR("\xe2\x82"), MARK MARK, 2},
        {STR("\xe2\x82"
             "a"),
         MARK MARK "a", 2},
        {STR("\xc3\xc3\xa9"), MARK "é", 1},
        {STR("\xed\xa0\x80"), MARK MARK MARK, 3},
        {STR("\0"), MARK, 1},
        {STR("a\0é\0"), "a" MARK "é" MARK, 2},
        {STR("\xc3\0\xa9"), MARK MARK MARK, 3},
        {STR("caf\xe9"), "caf" MARK, 1},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        size_t repaired = 100;
        Str good = utf8_repair(*state, CASES[i].text, &repaired);
        assert_string_equal(str_z(*state, good), CASES[i].good);
        assert_int_equal(repaired, 100 + CASES[i].repaired);
    }
}

static uint32_t next_random(uint32_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

// Bytes that make something like UTF-8 now and then.
static Str random_bytes(char bytes[40], uint32_t *seed) {
    static const char SOME[] = "ab\0\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xed\xa0\xc0\xff";
    size_t len = next_random(seed) % 40;
    for (size_t i = 0; i < len; i++)
        bytes[i] = SOME[next_random(seed) % (sizeof SOME - 1)];
    return (Str){bytes, len};
}

static void whatever_is_repaired_is_valid_and_stays_as_it_is(void **state) {
    uint32_t seed = 7;
    for (int round = 0; round < 20000; round++) {
        char bytes[40];
        size_t repaired = 0, again = 0;
        Str text = random_bytes(bytes, &seed),
            good = utf8_repair(*state, text, &repaired);
        assert_true(utf8_valid(good));
        assert_int_equal(good.len, text.len + 2 * repaired);
        assert_ptr_equal(utf8_repair(*state, good, &again).ptr, good.ptr);
        assert_int_equal(again, 0);
        arena_reset(*state);
    }
}

static void check_repair_time(Arena *arena, const char *unit) {
    Buf buf = {.arena = arena};
    for (int i = 0; i < 1000000; i++) buf_put(&buf, (Str){unit, 2});
    clock_t start = clock();
    size_t repaired = 0;
    utf8_repair(arena, buf_str(&buf), &repaired);
    assert_int_equal(repaired, 1000000);
    assert_in_range((clock() - start) / CLOCKS_PER_SEC, 0, 2);
}

static void the_time_of_a_repair_grows_with_the_length_only(void **state) {
    check_repair_time(*state, "a"); // every other byte is NUL
    check_repair_time(*state, "a\xff");
}

static void characters_are_counted_not_bytes(void **state) {
    (void)state;
    assert_int_equal(utf8_count((Str){0}), 0);
    assert_int_equal(utf8_count(STR("abc")), 3);
    assert_int_equal(utf8_count(STR("é€😀")), 3);
    assert_int_equal(utf8_count(STR("e\xCC\x81")), 2);
    assert_int_equal(utf8_count(STR("\xC3\xA9 is one, and so is \xE2\x82\xAC\x7F")), 22);
    assert_int_equal(utf8_count(STR("\x80\x80\x80\x80\x80\x80\x80\x80\xBF")), 0);
}

static void a_clipped_text_ends_between_characters(void **state) {
    static const struct {
        const char *text;
        size_t max;
        const char *clipped;
    } CASES[] = {{"", 0, ""},       {"", 5, ""},       {"abc", 0, ""}, {"abc", 2, "ab"},
                 {"abc", 3, "abc"}, {"abc", 9, "abc"}, {"aé", 1, "a"}, {"aé", 2, "a"},
                 {"aé", 3, "aé"},   {"€", 1, ""},      {"€", 2, ""},   {"€", 3, "€"},
                 {"😀a", 3, ""},     {"😀a", 4, "😀"},    {"éé", 3, "é"}};
    for (size_t i = 0; i < COUNT(CASES); i++)
        assert_string_equal(
            str_z(*state, utf8_clip(str_from(CASES[i].text), CASES[i].max)),
            CASES[i].clipped);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_survives_encoding),
        cmocka_unit_test(the_length_grows_at_the_boundaries),
        cmocka_unit_test(decoding_follows_the_grammar),
        cmocka_unit_test(what_is_not_utf_8_is_told),
        cmocka_unit_test(what_is_utf_8_is_accepted),
        cmocka_unit_test_prestate(capitals_of_ascii_alone_become_small, &arena),
        cmocka_unit_test(every_byte_tells_whether_a_text_is_ascii),
        cmocka_unit_test(a_nul_and_what_is_not_ascii_are_not_plain),
        cmocka_unit_test_prestate(good_text_is_not_copied_for_repair, &arena),
        cmocka_unit_test_prestate(each_bad_byte_and_each_nul_is_replaced, &arena),
        cmocka_unit_test_prestate(whatever_is_repaired_is_valid_and_stays_as_it_is,
                                  &arena),
        cmocka_unit_test_prestate(the_time_of_a_repair_grows_with_the_length_only,
                                  &arena),
        cmocka_unit_test(characters_are_counted_not_bytes),
        cmocka_unit_test_prestate(a_clipped_text_ends_between_characters, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
