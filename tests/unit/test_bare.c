#include "base/buf.h"
#include "call/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct {
    const char *what, *text, *bare;
} CASES[] = {
    {"marks behind words go", "So, that's it. Thanks; bye!", "So that's it thanks bye"},
    {"question marks stay", "Really?! Is it (still) so?", "Really? is it still so?"},
    {"quotes go", "He said \"no\", \u201cno\u201d and 'no 'twas",
     "He said no no and no twas"},
    {"what is inside of words stays", "at 6:30, $5.20. e.g.x don't -5 a-b",
     "at 6:30 $5.20 e.g.x don't -5 a-b"},
    {"dashes between spaces go", "yes - no \u2013 maybe", "yes no maybe"},
    {"trailing dots part words", "wait\u2026what... And so", "wait what and so"},
    {"names keep their capitals", "Thanks, Dana. Regrettably Dana is out",
     "Thanks Dana regrettably Dana is out"},
    {"redaction marks stay as they are", "I am #NAME#. [CARD_NUMBER], X",
     "I am #NAME# [CARD_NUMBER] x"},
    {"blanks at the ends go with the marks", " (so) ", "so"},
    {"nothing is left of marks alone", "...", ""},
};

static Folded bare(Arena *arena, const char *text) {
    PassedOver passed = {.bare = true};
    passed_over_seal(&passed);
    return text_fold_without(arena, str_from(text), &passed);
}

static void marks_between_words_go(void **state) {
    (void)state;
    Arena arena = {0};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        print_message("%s\n", CASES[i].what);
        assert_string_equal(str_z(&arena, bare(&arena, CASES[i].text).text),
                            CASES[i].bare);
    }
    arena_free(&arena);
}

static void words_keep_their_place(void **state) {
    (void)state;
    Arena arena = {0};
    Folded folded = bare(&arena, "Oh,  no! (It) broke.");
    assert_string_equal(str_z(&arena, folded.text), "Oh no it broke");
    static const uint32_t PLACES[][4] = {
        {0, 2, 0, 2}, {3, 5, 5, 7}, {6, 8, 10, 12}, {9, 14, 14, 19}};
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++) {
        assert_int_equal(fold_start(&folded, PLACES[i][0]), PLACES[i][2]);
        assert_int_equal(fold_end(&folded, PLACES[i][1]), PLACES[i][3]);
    }
    arena_free(&arena);
}

// Bare of marks, what is said twice is said again, and fillers have no commas.
static void the_rest_is_folded_as_it_is_said(void **state) {
    (void)state;
    Arena arena = {0};
    PassedOver passed = {.bare = true};
    *vec_push(&arena, &passed.fillers) = STR("um");
    *vec_push(&arena, &passed.repeatable) = STR("one");
    *vec_push(&arena, &passed.apostrophes) = STR("don't");
    passed_over_seal(&passed);
    Folded folded =
        text_fold_without(&arena, STR("No, no, um, I dont. One, one."), &passed);
    assert_string_equal(str_z(&arena, folded.text), "no I don't one one");
    assert_int_equal(fold_start(&folded, 0), 4);
    assert_int_equal(fold_start(&folded, 5), 14);
    assert_int_equal(fold_end(&folded, 10), 18);
    arena_free(&arena);
}

static const char *const PIECES[] = {
    " ",    " ",   " ",    " ",      "so",   "So",       "one", "um",        "Um,",
    "dont", "n't", "'s",   "I",      "Dana", "wondered", ".",   ",",         "?",
    "!",    ":",   "\"",   "'",      "(",    ")",        "-",   "\u2013",    "\u2026",
    "\t",   "  ",  "\xff", "\u00e9", "X",    "XXXX",     "#",   "[ADDRESS]", "5"};
enum { PIECE_COUNT = sizeof PIECES / sizeof *PIECES };

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 16;
}

static Str random_text(Arena *arena, uint32_t *seed) {
    Buf text = {.arena = arena};
    buf_text(&text, "Well ");
    for (uint32_t left = next_random(seed) % 20; left > 0; left--)
        buf_text(&text, PIECES[next_random(seed) % PIECE_COUNT]);
    return buf_str(&text);
}

// Bytes are read eight at a time, from wherever words and marks happen to stand.
static void what_stands_before_moves_a_text_and_no_more(void **state) {
    (void)state;
    Arena keep = {0}, arena = {0};
    PassedOver passed = {.bare = true};
    uint32_t seed = 1;
    *vec_push(&keep, &passed.fillers) = STR("um");
    *vec_push(&keep, &passed.repeatable) = STR("one");
    *vec_push(&keep, &passed.apostrophes) = STR("don't");
    passed_over_seal(&passed);
    for (size_t i = 0; i < 2000; i++, arena_reset(&arena)) {
        Str before = str_slice(STR("zzzzzzzz "), i % 8, 9);
        Str text = random_text(&arena, &seed);
        Str both = str_format(&arena, "%.*s%.*s", STR_ARG(before), STR_ARG(text));
        Folded alone = text_fold_without(&arena, text, &passed);
        Folded moved = text_fold_without(&arena, both, &passed);
        uint32_t by = (uint32_t)before.len;
        assert_true(str_eq(str_slice(moved.text, by, moved.text.len), alone.text));
        for (uint32_t at = 0; at < alone.text.len; at++) {
            assert_int_equal(fold_start(&moved, by + at), by + fold_start(&alone, at));
            assert_int_equal(fold_end(&moved, by + at + 1),
                             by + fold_end(&alone, at + 1));
        }
    }
    arena_free(&arena);
    arena_free(&keep);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_between_words_go),
        cmocka_unit_test(words_keep_their_place),
        cmocka_unit_test(the_rest_is_folded_as_it_is_said),
        cmocka_unit_test(what_stands_before_moves_a_text_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
