#include "detect/lexicon.h"

#include "base/eight.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const Str ENGLISH = {"english", 7}, GERMAN = {"german", 6};

static void assert_stem(Lexicon *lexicon, Str word, Str stem) {
    Str found = lexicon_look(lexicon, word).stem;
    if (!str_eq(found, stem)) fail_msg("'%.*s' is '%.*s'", STR_ARG(word), STR_ARG(found));
}

static void a_word_has_the_same_stem_each_time(void **state) {
    (void)state;
    Lexicons lexicons = {0};
    Lexicon *lexicon = lexicon_of(&lexicons, ENGLISH);
    for (int i = 0; i < 3; i++) {
        assert_stem(lexicon, STR("refunded"), STR("refund"));
        assert_stem(lexicon, STR("refunds"), STR("refund"));
    }
    lexicons_free(&lexicons);
}

static void a_stop_word_has_no_stem(void **state) {
    (void)state;
    Lexicons lexicons = {0};
    Lexicon *lexicon = lexicon_of(&lexicons, ENGLISH);
    for (int i = 0; i < 3; i++) {
        assert_stem(lexicon, STR("about"), (Str){0});
        assert_stem(lexicon, STR("About"), (Str){0});
    }
    lexicons_free(&lexicons);
}

static void a_number_in_words_is_known_as_one(void **state) {
    (void)state;
    Lexicons lexicons = {0};
    for (int i = 0; i < 3; i++) {
        assert_true(lexicon_look(lexicon_of(&lexicons, ENGLISH), STR("twice")).is_number);
        assert_false(
            lexicon_look(lexicon_of(&lexicons, ENGLISH), STR("about")).is_number);
        assert_false(lexicon_look(lexicon_of(&lexicons, GERMAN), STR("twice")).is_number);
    }
    lexicons_free(&lexicons);
}

static void a_small_number_is_the_same_in_words_and_digits(void **state) {
    (void)state;
    Lexicons lexicons = {0};
    Lexicon *lexicon = lexicon_of(&lexicons, ENGLISH);
    assert_stem(lexicon, STR("Three"), STR("3"));
    assert_stem(lexicon, STR("twelve"), STR("12"));
    assert_stem(lexicon, STR("third"), STR("third"));
    lexicons_free(&lexicons);
}

static void a_number_is_its_own_stem(void **state) {
    (void)state;
    Lexicons lexicons = {0};
    Lexicon *lexicon = lexicon_of(&lexicons, ENGLISH);
    for (int i = 0; i < 3; i++) {
        assert_stem(lexicon, STR("Twice"), STR("twice"));
        assert_stem(lexicon, STR("AB12ing"), STR("ab12ing"));
        assert_true(lexicon_look(lexicon, STR("AB12ing")).is_number);
    }
    lexicons_free(&lexicons);
}

static void words_of_one_stem_share_its_number(void **state) {
    (void)state;
    Lexicons lexicons = {0};
    Lexicon *lexicon = lexicon_of(&lexicons, ENGLISH);
    uint32_t number = lexicon_look(lexicon, STR("refunds")).number;
    assert_int_equal(lexicon_look(lexicon, STR("Refunded")).number, number);
    assert_int_not_equal(lexicon_look(lexicon, STR("parcel")).number, number);
    lexicons_free(&lexicons);
}

// Those of few bytes are known by some of these.
static void words_that_are_nearly_alike_are_told_apart(void **state) {
    (void)state;
    static const char *const WORDS[] = {
        "x",        "xx",      "xxx",       "xxxx",  "xyx",      "xyxy",      "abcde",
        "abcdbcde", "abcdcde", "abcddbcde", "xxxxx", "xxxxxxxx", "xxxxxxxxx", "\u00e9x"};
    Lexicons lexicons = {0};
    Lexicon *lexicon = lexicon_of(&lexicons, GERMAN);
    for (int i = 0; i < 2; i++)
        for (size_t w = 0; w < sizeof WORDS / sizeof *WORDS; w++)
            assert_int_equal(lexicon_number(lexicon, str_from(WORDS[w])), w);
    lexicons_free(&lexicons);
}

static void a_short_word_is_found_by_its_bytes(void **state) {
    (void)state;
    Lexicons lexicons = {0};
    Lexicon *lexicon = lexicon_of(&lexicons, ENGLISH);
    assert_int_equal(lexicon_short(lexicon, eight_at("Parcels", 7))->bytes, 0);
    uint32_t number = lexicon_number(lexicon, STR("Parcels"));
    const ShortWord *word = lexicon_short(lexicon, eight_at("Parcels", 7));
    assert_int_equal(word->number, number);
    assert_int_equal(word->stem, lexicon_look(lexicon, STR("parcel")).number);
    assert_int_equal(lexicon_short(lexicon, eight_at("the", 3))->stem, MAP_NONE);
    assert_int_not_equal(lexicon_number(lexicon, (Str){"the\0", 4}),
                         lexicon_number(lexicon, STR("the")));
    lexicons_free(&lexicons);
}

static void words_of_a_list_have_its_bit(void **state) {
    (void)state;
    enum { LISTS = 70 };
    Str words[] = {STR("Order"), STR("parcel")};
    Texts lists[LISTS], none = {0};
    Lexicons lexicons = {0};
    Lexicon *lexicon = lexicon_of(&lexicons, ENGLISH);
    for (size_t i = 0; i < LISTS; i++) {
        lists[i] = (Texts){&words[i % 2], 1, 1};
        uint64_t bit = lexicon_ignore(lexicon, &lists[i]);
        assert_int_equal(bit, i < 64 ? UINT64_C(1) << i : 0);
        assert_int_equal(lexicon_ignore(lexicon, &lists[i]), bit);
    }
    assert_int_equal(lexicon_ignore(lexicon, &none), 0);
    assert_int_equal(lexicon_look(lexicon, STR("order")).ignored, 0x5555555555555555);
    assert_int_equal(lexicon_look(lexicon, STR("PARCEL")).ignored, 0xaaaaaaaaaaaaaaaa);
    lexicons_free(&lexicons);
}

static void each_language_has_its_own_words(void **state) {
    (void)state;
    Lexicons lexicons = {0};
    for (int i = 0; i < 2; i++) {
        assert_stem(lexicon_of(&lexicons, ENGLISH), STR("was"), (Str){0});
        assert_stem(lexicon_of(&lexicons, GERMAN), STR("was"), STR("was"));
    }
    assert_int_equal(lexicons.items.len, 2);
    lexicons_free(&lexicons);
}

// More words than anybody uses, a text's worth at a time.
static void it_forgets_what_is_too_much(void **state) {
    (void)state;
    enum { TEXTS = 100, WORDS = 1000 };
    Lexicons lexicons = {0};
    Arena arena = {0};
    size_t most = 0;
    for (int text = 0; text < TEXTS; text++) {
        Lexicon *lexicon = lexicon_of(&lexicons, ENGLISH);
        for (int i = 0; i < WORDS; i++) {
            Str word = str_format(&arena, "x%dq%d", text, i);
            assert_stem(lexicon, word, word);
        }
        assert_stem(lexicon, STR("refunded"), STR("refund"));
        if (lexicon->words.len > most) most = lexicon->words.len;
    }
    assert_in_range(most, WORDS, TEXTS * WORDS / 2);
    arena_free(&arena);
    lexicons_free(&lexicons);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_has_the_same_stem_each_time),
        cmocka_unit_test(a_stop_word_has_no_stem),
        cmocka_unit_test(a_number_in_words_is_known_as_one),
        cmocka_unit_test(a_small_number_is_the_same_in_words_and_digits),
        cmocka_unit_test(a_number_is_its_own_stem),
        cmocka_unit_test(words_of_one_stem_share_its_number),
        cmocka_unit_test(words_that_are_nearly_alike_are_told_apart),
        cmocka_unit_test(a_short_word_is_found_by_its_bytes),
        cmocka_unit_test(words_of_a_list_have_its_bit),
        cmocka_unit_test(each_language_has_its_own_words),
        cmocka_unit_test(it_forgets_what_is_too_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
