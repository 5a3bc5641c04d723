#include "call/fold_memo.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int setup(void **state) {
    *state = calloc(1, sizeof(Arena));
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    arena_free(*state);
    free(*state);
    return 0;
}

#define FOLD_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

static void assert_folds(Arena *arena, const char *text, const char *folded) {
    assert_string_equal(str_z(arena, text_fold(arena, str_from(text)).text), folded);
}

static void plain_text_is_not_copied(void **state) {
    Str text = STR("It's \"plain\" - one two, caf\u00e9 \U0001F600.");
    Folded folded = text_fold(*state, text);
    assert_ptr_equal(folded.text.ptr, text.ptr);
    assert_int_equal(folded.text.len, text.len);
    assert_int_equal(folded.step_count, 0);
    assert_int_equal(fold_start(&folded, 5), 5);
    assert_int_equal(fold_end(&folded, 5), 5);
    assert_int_equal(text_fold(*state, (Str){0}).text.len, 0);
}

static void white_space_becomes_one_space(void **state) {
    assert_folds(*state, "a  b", "a b");
    assert_folds(*state, "a\tb", "a b");
    assert_folds(*state, "a \r\n \tb", "a b");
    assert_folds(*state, "a\u00a0b\u3000 c", "a b c");
    assert_folds(*state, "a \u2009b", "a b");
    assert_folds(*state, "\n a  ", " a ");
}

static void curly_quotes_and_dashes_become_ascii(void **state) {
    assert_folds(*state, "I\u2019m \u2018so\u2019 \u201cglad\u201d", "I'm 'so' \"glad\"");
    assert_folds(*state,
                 "a\u2013b \u2014 c\u2011d \u2212"
                 "5",
                 "a-b - c-d -5");
}

static void assert_without(Arena *arena, const char *text, const char *folded) {
    PassedOver passed = {0};
    *vec_push(arena, &passed.fillers) = STR("um");
    *vec_push(arena, &passed.fillers) = STR("er");
    *vec_push(arena, &passed.repeatable) = STR("seven");
    *vec_push(arena, &passed.apostrophes) = STR("don't");
    *vec_push(arena, &passed.apostrophes) = STR("i'm");
    passed_over_seal(&passed);
    Str found = text_fold_without(arena, str_from(text), &passed).text;
    assert_string_equal(str_z(arena, found), folded);
}

static void fillers_go_with_their_comma(void **state) {
    assert_without(*state, "i'll um call", "i'll call");
    assert_without(*state, "Um, so, er... yes um", "so, yes");
    assert_without(*state, "\n yes um  please \n", "yes please");
    assert_without(*state, " ", "");
    assert_without(*state, "um um er we  do", "we do");
    assert_without(*state, "gum, ummah, um-hm, er's, \u00e9um",
                   "gum, ummah, um-hm, er's, \u00e9um");
    assert_without(*state, "UM", "UM");
    assert_without(*state, "I want um. Yes", "I want . Yes");
}

static void a_word_said_twice_counts_once(void **state) {
    assert_without(*state, "I I will the the the thing", "I will the thing");
    assert_without(*state, "so So it is is", "So it is");
    assert_without(*state, "no, no that, that", "no, no that, that");
    assert_without(*state, "seven seven 40 40 n n", "seven seven 40 40 n n");
    assert_without(*state, "in interest is island", "in interest is island");
}

static void what_a_tokenizer_cut_is_one_word_again(void **state) {
    assert_without(*state, "I do n't know what it 's for .",
                   "I don't know what it's for.");
    assert_without(*state, "We 'll see , you 're right !", "We'll see, you're right!");
    assert_without(*state, "the 'so ' and .5 or ' .", "the 'so ' and .5 or ' .");
}

static void an_apostrophe_that_was_left_out_is_there(void **state) {
    assert_without(*state, "dont, Dont um DONT", "don't, Don't DON'T");
    assert_without(*state, "im im im", "i'm");
    assert_without(*state, "im, im. im", "i'm, i'm. i'm");
    assert_without(*state, "don't don\u00b4t donts undont dot dim",
                   "don't don't donts undont dot dim");
}

// Words of so many bytes, no two of them the same, then `text`.
static const char *behind(Arena *arena, size_t bytes, const char *text) {
    char *all = arena_raw(arena, bytes + strlen(text) + 1);
    for (size_t i = 0; i < bytes; i++) {
        bool ends = i + 1 == bytes || (i % 7 == 6 && i + 2 < bytes);
        all[i] = ends ? ' ' : (char)('a' + (i + i / 7) % 26);
    }
    return memcpy(all + bytes, text, strlen(text) + 1), all;
}

// Words are looked at many at a time: what goes does so wherever it stands.
static void words_go_at_any_place(void **state) {
    Arena *arena = *state;
    static const char *const ALL[][2] = {
        {"x um y", "x y"},   {"x dont y", "x don't y"},    {"the the", "the"},
        {"do n't", "don't"}, {"it 's bye .", "it's bye."}, {"x  y", "x y"},
        {"x\ty", "x y"},     {"x \u2014 y", "x - y"},
    };
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++)
        for (size_t bytes = 2; bytes < 140; bytes++)
            assert_without(arena, behind(arena, bytes, ALL[i][0]),
                           behind(arena, bytes, ALL[i][1]));
}

static void what_is_in_or_behind_a_very_long_word_folds(void **state) {
#define TEN  "abcdefghij"
#define LONG TEN TEN TEN TEN TEN TEN TEN
    assert_without(*state, LONG "\u2014", LONG "-");
    assert_without(*state, "x " LONG "  um y", "x " LONG " y");
    assert_without(*state, "x " LONG " " LONG " y", "x " LONG " y");
}

static void words_without_their_apostrophe_keep_their_place(void **state) {
    PassedOver passed = {0};
    *vec_push((Arena *)*state, &passed.apostrophes) = STR("don't");
    passed_over_seal(&passed);
    Folded folded = text_fold_without(*state, STR("I dont know"), &passed);
    assert_string_equal(str_z(*state, folded.text), "I don't know");
    assert_int_equal(fold_start(&folded, 2), 2);
    assert_int_equal(fold_end(&folded, 5), 5);
    assert_int_equal(fold_end(&folded, 7), 6);
    assert_int_equal(fold_start(&folded, 8), 7);
    assert_int_equal(fold_end(&folded, 12), 11);
}

static void what_stands_behind_a_filler_keeps_its_place(void **state) {
    PassedOver passed = {0};
    *vec_push((Arena *)*state, &passed.fillers) = STR("um");
    passed_over_seal(&passed);
    Folded folded = text_fold_without(*state, STR("i um will"), &passed);
    assert_string_equal(str_z(*state, folded.text), "i will");
    assert_int_equal(fold_start(&folded, 2), 5);
    assert_int_equal(fold_end(&folded, 1), 1);
    assert_int_equal(fold_end(&folded, 6), 9);
}

static void invisible_characters_go(void **state) {
    assert_folds(*state, "so\u00adft \u200bzero\ufeff", "soft zero");
    assert_folds(*state, "a \u200b b", "a b");
    assert_folds(*state, "\u200b", "");
}

static void bad_bytes_stay(void **state) { assert_folds(*state, "a\xff  b", "a\xff b"); }

static void offsets_lead_back_to_what_was_written(void **state) {
    Str text = STR("I\u2019m   so\u00adrry");
    Folded folded = text_fold(*state, text);
    assert_int_equal(folded.text.len, strlen("I'm sorry"));
    assert_int_equal(fold_start(&folded, 0), 0);
    assert_int_equal(fold_end(&folded, 1), 1);   // I
    assert_int_equal(fold_start(&folded, 1), 1); // the quote
    assert_int_equal(fold_end(&folded, 2), 4);
    assert_int_equal(fold_start(&folded, 2), 4);  // m
    assert_int_equal(fold_start(&folded, 4), 8);  // s
    assert_int_equal(fold_end(&folded, 6), 10);   // o, before the soft hyphen
    assert_int_equal(fold_start(&folded, 6), 12); // r, after it
    assert_int_equal(fold_end(&folded, 9), text.len);
}

// Pieces that fold in different ways, some not at all.
static const char *const PIECES[] = {"a",      "b",      " ",      "\t",         "\n",
                                     "\u2019", "\u201c", "\u2014", "\u00ad",     "\u200b",
                                     "\u00a0", "\u00e9", "\u4e2d", "\U0001F600", "-"};
enum { PIECE_COUNT = sizeof PIECES / sizeof *PIECES };

static uint32_t next_random(uint32_t *seed) {
    return *seed = *seed * 1664525U + 1013904223U;
}

static Str random_text(Arena *arena, uint32_t *seed) {
    Buf text = {.arena = arena};
    for (uint32_t left = (next_random(seed) >> 16) % 40; left > 0; left--)
        buf_text(&text, PIECES[(next_random(seed) >> 16) % PIECE_COUNT]);
    return buf_str(&text);
}

static bool is_boundary(Str text, size_t at) {
    return at == text.len || ((unsigned char)text.ptr[at] & 0xc0) != 0x80;
}

// Every span of folded characters leads to a span of whole characters that folds to it.
static void assert_spans(Arena *arena, const Folded *folded) {
    for (uint32_t from = 0; from < folded->text.len; from++) {
        for (uint32_t to = from + 1; to <= folded->text.len; to++) {
            if (!is_boundary(folded->text, from) || !is_boundary(folded->text, to))
                continue;
            uint32_t start = fold_start(folded, from), end = fold_end(folded, to);
            FoldSpan both = fold_span(folded, from, to);
            assert_int_equal(both.start, start);
            assert_int_equal(both.end, end);
            assert_true(start < end && end <= folded->original.len);
            assert_true(is_boundary(folded->original, start));
            assert_true(is_boundary(folded->original, end));
            Str again = text_fold(arena, str_slice(folded->original, start, end)).text;
            assert_true(str_eq(again, str_slice(folded->text, from, to)));
        }
    }
}

static void spans_lead_back_to_whole_characters(void **state) {
    uint32_t seed = 1;
    for (int i = 0; i < 3000; i++, arena_reset(*state)) {
        Folded folded = text_fold(*state, random_text(*state, &seed));
        assert_true(utf8_valid(folded.text));
        assert_false(str_has(folded.text, STR("  ")));
        assert_ptr_equal(text_fold(*state, folded.text).text.ptr, folded.text.ptr);
        assert_spans(*state, &folded);
    }
}

// ---- Texts that come again

static void assert_same_fold(const Folded *a, const Folded *b) {
    assert_true(str_eq(a->text, b->text) && str_eq(a->original, b->original));
    for (uint32_t at = 0; at <= a->text.len; at++) {
        assert_int_equal(fold_start(a, at), fold_start(b, at));
        assert_int_equal(fold_end(a, at), fold_end(b, at));
    }
}

// What is folded stays as it is until the memo is tidied, however many are.
static void what_comes_again_is_folded_once(void **state) {
    enum { ROUNDS = 9, TEXTS = 900 };
    FoldMemo *memo = fold_memo_new();
    PassedOver passed = {.bare = true};
    passed_over_seal(&passed);
    for (int round = 0; round < ROUNDS; round++) {
        uint32_t seed = (uint32_t)round / 3, known = 0;
        Folded *folded = arena_array(*state, Folded, TEXTS);
        fold_memo_tidy(memo);
        for (int i = 0; i < TEXTS; i++) {
            Str text = random_text(*state, &seed);
            folded[i] = text_fold_again(memo, *state, text, &passed);
            known += folded[i].original.ptr != text.ptr;
        }
        if (round == 2) assert_in_range(known, TEXTS / 2, TEXTS);
        for (int i = 0; i < TEXTS; i++) {
            Folded once = text_fold_without(*state, folded[i].original, &passed);
            assert_same_fold(&folded[i], &once);
        }
        arena_reset(*state);
    }
    fold_memo_free(memo);
}

static void a_long_text_is_folded_anew(void **state) {
    FoldMemo *memo = fold_memo_new();
    char text[300];
    memset(text, 'a', sizeof text);
    for (int i = 0; i < 4; i++) {
        Folded folded = text_fold_again(memo, *state, (Str){text, sizeof text}, NULL);
        assert_ptr_equal(folded.original.ptr, text);
    }
    fold_memo_free(memo);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FOLD_TEST(plain_text_is_not_copied),
        FOLD_TEST(white_space_becomes_one_space),
        FOLD_TEST(curly_quotes_and_dashes_become_ascii),
        FOLD_TEST(fillers_go_with_their_comma),
        FOLD_TEST(a_word_said_twice_counts_once),
        FOLD_TEST(what_a_tokenizer_cut_is_one_word_again),
        FOLD_TEST(an_apostrophe_that_was_left_out_is_there),
        FOLD_TEST(words_go_at_any_place),
        FOLD_TEST(words_without_their_apostrophe_keep_their_place),
        FOLD_TEST(what_is_in_or_behind_a_very_long_word_folds),
        FOLD_TEST(what_stands_behind_a_filler_keeps_its_place),
        FOLD_TEST(invisible_characters_go),
        FOLD_TEST(bad_bytes_stay),
        FOLD_TEST(offsets_lead_back_to_what_was_written),
        FOLD_TEST(spans_lead_back_to_whole_characters),
        FOLD_TEST(what_comes_again_is_folded_once),
        FOLD_TEST(a_long_text_is_folded_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
