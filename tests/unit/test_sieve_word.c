// What the sieve found in a word is what it finds there again, wherever the word stands.
#include "make_patterns.h"

// Words around the length up to which they are remembered, each the beginning of the
// next.
enum { LONGEST = 18 };
static const char LETTERS[] = "abcdefghijklmnopqrstuvwxyz";

static Str word(uint32_t len) { return (Str){LETTERS, len}; }

static Str spell(Arena *arena, const char *before, Str word, const char *after) {
    Buf text = {.arena = arena};
    buf_text(&text, before);
    buf_put(&text, word);
    buf_text(&text, after);
    return buf_str(&text);
}

static void add_text(Arena *arena, const char *before, Str word, const char *after,
                     MatchText *texts, size_t *count) {
    texts[(*count)++] = (MatchText){spell(arena, before, word, after), ROLE_AGENT};
}

// Scans all texts at once, so that each word is learned in one of them and known in
// others.
static size_t count_hits(const Patterns *patterns) {
    Arena arena = {0};
    MatchText texts[8 * LONGEST];
    size_t count = 0;
    for (uint32_t len = 1; len <= LONGEST; len++) {
        add_text(&arena, "", word(len), "", texts, &count);
        add_text(&arena, "", word(len), " ", texts, &count);
        add_text(&arena, "", word(len), " ab", texts, &count);
        add_text(&arena, "x ", word(len), "", texts, &count);
        add_text(&arena, "x  ", word(len), ", ab", texts, &count);
        add_text(&arena, "x'", word(len), " abc ab ", texts, &count);
        add_text(&arena, "abc ", word(len), " ab abcd", texts, &count);
        add_text(&arena, "y", word(len), " ", texts, &count);
    }
    size_t hits = scan(&arena, patterns, texts, count).hits.len;
    arena_free(&arena);
    return hits;
}

static size_t count_of(const char *regex, bool whole_words) {
    Arena arena = {0};
    PatternSpec spec = {.regex = str_from(regex), .whole_words = whole_words};
    Patterns *patterns = one_pattern(&arena, spec);
    size_t hits = count_hits(patterns);
    patterns_free(patterns);
    arena_free(&arena);
    return hits;
}

static void test_words_of_any_length(void **state) {
    (void)state;
    Arena arena = {0};
    Patterns *patterns = patterns_new(&arena);
    for (uint32_t len = 1; len <= LONGEST; len++)
        for (int whole = 0; whole < 2; whole++)
            add(patterns, (PatternSpec){.regex = word(len), .whole_words = whole});
    patterns_seal(patterns);
    assert_true(count_hits(patterns));
    patterns_free(patterns);
    arena_free(&arena);
}

static void test_inside_and_across_words(void **state) {
    (void)state;
    assert_int_equal(count_of("bcd", false), 8 * 15 + 18); // as words and in "abcd"
    assert_int_equal(count_of("abcdef ab", true), 2);
    assert_int_equal(count_of("def ab", false), 3);
    assert_int_equal(count_of("f ab abcd", true), 0);
    assert_int_equal(count_of("f ab abcd", false), 1);
    assert_int_equal(count_of("abc abcd", true), 1);
    assert_int_equal(count_of("abcdefghijklmn abc ab", true), 1);
    assert_int_equal(count_of("abcdefghijklmno abc ab", true), 1);
}

static void test_from_a_space(void **state) {
    (void)state;
    assert_int_equal(count_of(" ab", false), 6 * 18 + 3 * 17);
    assert_int_equal(count_of("  a", false), 18);
    assert_int_equal(count_of(" ", false), 13 * 18);
}

// A word that cannot be told from another by the bytes that are compared.
static void test_zeros(void **state) {
    (void)state;
    Arena arena = {0};
    static const char ZEROS[] = "abcdefghijkl\0\0\x0c ab";
    PatternSpec spec = {.regex = STR("abcdefghijkl")};
    Patterns *patterns = one_pattern(&arena, spec);
    MatchText texts[] = {{STR("abcdefghijkl"), ROLE_AGENT},
                         {{ZEROS, sizeof ZEROS - 1}, ROLE_AGENT},
                         {STR("abcdefghijkl\xC3\xBF"), ROLE_AGENT},
                         {{"ab\0", 3}, ROLE_AGENT},
                         {STR("ab"), ROLE_AGENT}};
    assert_int_equal(scan(&arena, patterns, texts, COUNT(texts)).hits.len, 3);
    patterns_free(patterns);
    arena_free(&arena);
}

// What is looked for in the turns of one role is not what is in those of another.
static void test_each_role_knows_its_own(void **state) {
    (void)state;
    Arena arena = {0};
    Patterns *patterns = patterns_new(&arena);
    add(patterns, (PatternSpec){.regex = STR("hello"), .role = ROLE_AGENT});
    add(patterns, (PatternSpec){.regex = STR("help"), .role = ROLE_CUSTOMER});
    patterns_seal(patterns);
    MatchText texts[] = {{STR("hello help "), ROLE_AGENT},
                         {STR("hello help me"), ROLE_CUSTOMER},
                         {STR("help hello hello"), ROLE_AGENT}};
    assert_int_equal(scan(&arena, patterns, texts, COUNT(texts)).hits.len, 4);
    patterns_free(patterns);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_any_length),
        cmocka_unit_test(test_inside_and_across_words),
        cmocka_unit_test(test_from_a_space),
        cmocka_unit_test(test_zeros),
        cmocka_unit_test(test_each_role_knows_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
