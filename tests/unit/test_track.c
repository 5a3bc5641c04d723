// What a track tells of a match without PCRE2. That it tells nothing wrong is seen in
// test_sieve.c, where random patterns are searched for with and without it.
#include "match/track.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { NONE = -1, UNSURE = -2 };

// The end of the match at the start of `text`.
static int walk(const char *regex, bool whole_words, const char *text) {
    Arena arena = {0};
    Str all = str_from(text);
    size_t end = 0;
    Regex parsed = regex_parse(&arena, str_from(regex), false);
    Track track = track_of(&arena, &parsed, whole_words);
    TrackResult result = track_try(track.steps, all, str_is_ascii(all), 0, &end);
    arena_free(&arena);
    return result == TRACK_FOUND ? (int)end : result == TRACK_NONE ? NONE : UNSURE;
}

static void the_first_way_through_is_the_match(void **state) {
    (void)state;
    assert_int_equal(walk("thank(?:s| you)", false, "Thank you so much"), 9);
    assert_int_equal(walk("a|ab", false, "ab"), 1);
    assert_int_equal(walk("(?:a|ab)c", false, "abc"), 3);
    assert_int_equal(walk("\\w+ \\d{2}", false, "room 1234"), 7);
    assert_int_equal(walk("a.*b", false, "a b b\nb"), 5);
    assert_int_equal(walk("a.*?b", false, "a b b"), 3);
    assert_int_equal(walk("(?:x ?){2,3}", false, "x x x x"), 6);
    assert_int_equal(walk("(?:x ?){2,3}?", false, "x x x x"), 4);
    assert_int_equal(walk("no[^,]", false, "no, yes"), NONE);
}

static void choices_are_taken_up_again_in_their_order(void **state) {
    (void)state;
    assert_int_equal(walk("(?:(?:no|not)|none?) (?:a|an)pple", false, "not apple"), 9);
    assert_int_equal(walk("(?:(?:in|into)|i)\\w? \\w", false, "into a"), 6);
    assert_int_equal(walk("(?:a b|a|b)*c", false, "a bbac"), 6);
    assert_int_equal(walk("(?:\\w+ ){0,3}(?:\\w+ )?you\\b", false, "a b c you, you"), 9);
    assert_int_equal(walk("(?:ab?,? ?){2,}?b", false, "a, ab b"), 7);
    assert_int_equal(walk("(?:\\w{2,3}?){2}", false, "abcdefg"), 4);
    assert_int_equal(walk("[ab]+?b{2,}c", false, "abbbc"), 5);
    assert_int_equal(walk("(?:x(?:yz)?)+yzw", false, "XYZxyzyzw"), 9);
    assert_int_equal(walk("(?:x(?:yz){0,1}?)+yzw", false, "xyzxyzyzw"), 9);
    assert_int_equal(walk("[\\w.]+@x_y\\.[`{]", false, "a.b@X_Y.{"), 9);
    assert_int_equal(walk("[\\w.]+@x", false, "a.b`x"), NONE);
    assert_int_equal(walk("(?:a[bB]|k)\\d*7", false, "AB177"), 5);
    assert_int_equal(walk("(?:to|at|too|tool|ten|t)o?l?x", false, "toolx"), 5);
    assert_int_equal(walk("(?:tool|ten|to|[st]|tot)olx", false, "toolx"), 5);
    assert_int_equal(walk("(?:tool|ten|to|[st]|tot)oolx", false, "toolx"), 5);
}

static void assertions_are_told_in_ascii(void **state) {
    (void)state;
    assert_int_equal(walk("no(?! problem)", false, "no problem"), NONE);
    assert_int_equal(walk("no(?! problem)", false, "no way"), 2);
    assert_int_equal(walk("no(?= (?:way|chance))", false, "No chance"), 2);
    assert_int_equal(walk("\\w+(?<!ing)$", false, "going"), NONE);
    assert_int_equal(walk("\\w+(?<!ing)$", false, "gone\n"), 4);
    assert_int_equal(walk("\\w+?(?<=o|ne)", false, "gone"), 2);
    assert_int_equal(walk("a(?:\\w(?<!ab|(?:x|y)c|d))+", false, "aacxcc"), 4);
    assert_int_equal(walk("\\w+ (?<=a |bc )(?=(?:x|y)(?!z))\\w", false, "bc yx"), 4);
    assert_int_equal(walk("\\w+ (?<=a |bc )(?=(?:x|y)(?!z))\\w", false, "bc yz"), NONE);
    assert_int_equal(walk("(?!(?:a|ab)c)\\w+", false, "abc"), NONE);
    assert_int_equal(walk("[\\w. ]+?(?<!no\\. |7 |so )(?<!if )x", false,
                          "no. x So X 7 x iF x, x of x"),
                     NONE);
    assert_int_equal(
        walk("[\\w. ]+?(?<!no\\. |so |a@)(?<!@)(?<!if )x", false, "no. x So x iF x of X"),
        20);
    assert_int_equal(walk("(?:no|yes)(?:$|[ ,.])", false, "yes"), 3);
    assert_int_equal(walk("a(?: \\w+)*?(?=\\?|$) ?.", false, "a b cd? e"), 7);
    assert_int_equal(walk("(?:(?=a)b|(?=c)d|e)", false, "b"), NONE);
    assert_int_equal(walk("(?:(?=a)b|(?=c)d)", false, "b"), NONE);
    assert_int_equal(walk("\\w*(?=b)(?:a|bc)", false, "abc"), 3);
    assert_int_equal(walk("^car\\b", false, "carpet"), NONE);
    assert_int_equal(walk("car", true, "carpet"), NONE);
    assert_int_equal(walk("car", true, "car, pet"), 3);
}

static void letters_are_told_apart_where_case_matters(void **state) {
    (void)state;
    assert_int_equal(walk("(?-i:No) way", false, "No Way"), 6);
    assert_int_equal(walk("(?-i:No) way", false, "no way"), NONE);
    assert_int_equal(walk("(?-i:Mr (?:[A-Z]\\w+ ?)+)", false, "Mr Ann Lee ok"), 11);
    assert_int_equal(walk("(?-i:[A-Z][^A-Z ]+)[^a]", false, "AnnE a"), 4);
    assert_int_equal(walk("(?-i:[A-Z]{2}\\W)", false, "Ab."), NONE);
    assert_int_equal(walk("(?-i:a|A|I'm)\\w*b", false, "Aab"), 3);
    assert_int_equal(walk("(?!(?-i:x))[xy]+", false, "XY"), 2);
    assert_int_equal(walk("(?!(?-i:x))[xy]+", false, "xy"), NONE);
    assert_int_equal(walk("(?-i:[\\d_x-z]+)", false, "1_zX"), 3);
    assert_int_equal(walk("(?-i:x)?[^a]+", false, "xyAb"), 2);
}

static void what_is_not_told_exactly_is_left_to_pcre2(void **state) {
    (void)state;
    assert_int_equal(walk("(?s:No)", false, "no"), UNSURE);
    assert_int_equal(walk("(?-i:N(?i)o)", false, "NO"), UNSURE);
    assert_int_equal(walk("(?-i)No", false, "no"), UNSURE);
    assert_int_equal(walk("(\\w)\\1", false, "oo"), UNSURE);
    assert_int_equal(walk("(?<name>\\w+)", false, "Ann"), UNSURE);
    assert_int_equal(walk("(?>a|ab)c", false, "abc"), UNSURE);
    assert_int_equal(walk("[^\\h]+", false, "a"), UNSURE);
    assert_int_equal(walk("\\w+(?! \xC3\xA9t\xC3\xA9)", false, "un \xC3\xA9t\xC3\xA9"),
                     UNSURE);
    assert_int_equal(walk("(?:\\w+ ?)+\\?", false, "aaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
                     UNSURE);
}

static void where_nothing_can_match_that_is_told_even_so(void **state) {
    (void)state;
    assert_int_equal(walk("(?-i:No) way", false, "no chance"), NONE);
    assert_int_equal(walk("(?<name>\\w+) \\d", false, "Ann B"), NONE);
    assert_int_equal(walk("\xC3\xA9t\xC3\xA9\\d", false, "\xC3\xA9t\xC3\xA9s"), NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_way_through_is_the_match),
        cmocka_unit_test(choices_are_taken_up_again_in_their_order),
        cmocka_unit_test(assertions_are_told_in_ascii),
        cmocka_unit_test(letters_are_told_apart_where_case_matters),
        cmocka_unit_test(what_is_not_told_exactly_is_left_to_pcre2),
        cmocka_unit_test(where_nothing_can_match_that_is_told_even_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
