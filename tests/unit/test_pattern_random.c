#include "base/utf8.h"
#include "make_patterns.h"

static uint32_t next_random(uint32_t *seed, uint32_t below) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % below;
}

static void put_random(Buf *out, const char *const *parts, uint32_t count,
                       uint32_t *seed) {
    buf_text(out, parts[next_random(seed, count)]);
}

static Str random_text(Arena *arena, uint32_t *seed) {
    static const char *const PARTS[] = {"a", "b", "A", "é", "É", "1", "_", "'", "-", " "};
    Buf text = {.arena = arena};
    for (uint32_t i = next_random(seed, 30); i > 0; i--)
        put_random(&text, PARTS, COUNT(PARTS), seed);
    return buf_str(&text);
}

static void put_random_regex(Buf *out, uint32_t *seed, int depth) {
    static const char *const ATOMS[] = {"a",   "b", "ab",   "é",    "'",   "-",    " ",
                                        "\\w", ".", "[ab]", "[^a]", "\\b", "(?i)", "1"};
    static const char *const TIMES[] = {"", "", "", "", "?", "+", "*", "{1,2}", "+?"};
    for (uint32_t i = 1 + next_random(seed, 3); i > 0; i--) {
        if (depth && next_random(seed, 3) == 0) {
            buf_text(out, "(?:");
            put_random_regex(out, seed, depth - 1);
            buf_byte(out, '|');
            put_random_regex(out, seed, depth - 1);
            buf_byte(out, ')');
            put_random(out, TIMES, COUNT(TIMES), seed);
        } else
            put_random(out, ATOMS, COUNT(ATOMS), seed);
    }
}

static bool is_word_char(Str text, size_t at, bool unicode) {
    return byte_is_word(text.ptr[at]) && (unicode || (unsigned char)text.ptr[at] < 0x80);
}

static bool is_inside_word(Str text, size_t at, bool unicode) {
    return at > 0 && at < text.len && is_word_char(text, at - 1, unicode) &&
           is_word_char(text, at, unicode);
}

static void check_hits(const HitList *list, Str text, const PatternSpec *spec,
                       bool unicode) {
    uint32_t before = 0;
    vec_each(const Hit, hit, &list->hits) {
        assert_in_range(hit->start, before, hit->end - 1);
        assert_in_range(hit->end, 1, text.len);
        assert_true(utf8_valid(str_slice(text, hit->start, hit->end)));
        if (spec->whole_words && (is_inside_word(text, hit->start, unicode) ||
                                  is_inside_word(text, hit->end, unicode)))
            fail_msg("'%.*s' is found inside a word of '%.*s'", STR_ARG(spec->regex),
                     STR_ARG(text));
        before = hit->end;
    }
}

static void hits_of_any_pattern_in_any_text_keep_the_rules(void **state) {
    uint32_t seed = 11;
    for (int round = 0; round < 20000; round++) {
        Buf regex = {.arena = *state};
        put_random_regex(&regex, &seed, 2);
        Str text = random_text(*state, &seed);
        PatternSpec spec = {.regex = buf_str(&regex),
                            .whole_words = next_random(&seed, 2),
                            .unicode = next_random(&seed, 2)};
        bool unicode = spec.unicode || str_has(spec.regex, STR("é"));
        HitList list = scan_one(*state, spec, text);
        check_hits(&list, text, &spec, unicode);
        arena_reset(*state);
    }
}

// Looks for a literal as nobody would for speed.
static size_t find_literal(Str text, Str literal, size_t from) {
    for (; from + literal.len <= text.len; from++) {
        Str here = str_slice(text, from, from + literal.len);
        if (str_eq_fold(here, literal) && !is_inside_word(text, from, false) &&
            !is_inside_word(text, from + literal.len, false))
            return from;
    }
    return text.len;
}

static void a_literal_is_found_wherever_it_stands(void **state) {
    uint32_t seed = 12;
    static const char *const PARTS[] = {"a", "b", "1", "'", "-", " ", "_"};
    for (int round = 0; round < 20000; round++) {
        Buf literal = {.arena = *state};
        for (uint32_t i = 1 + next_random(&seed, 3); i > 0; i--)
            put_random(&literal, PARTS, COUNT(PARTS), &seed);
        PatternSpec spec = {.regex = buf_str(&literal), .whole_words = true};
        Str text = random_text(*state, &seed);
        HitList list = scan_one(*state, spec, text);
        size_t at = 0;
        vec_each(const Hit, hit, &list.hits) {
            assert_int_equal(hit->start, find_literal(text, spec.regex, at));
            at = hit->end;
        }
        assert_int_equal(find_literal(text, spec.regex, at), text.len);
        arena_reset(*state);
    }
}

// What is wrong by itself is wrong between others, too, and in the same way.
static void a_bad_regex_is_refused_with_whole_words_as_well(void **state) {
    static const char *const PARTS[] = {"a",   "b",   "(",   ")",   "[",  "]",    "\\",
                                        "|",   "{",   "}",   ",",   "?",  "*",    "+",
                                        "^",   "$",   ":",   "#",   "(?", "(?:",  "\\Q",
                                        "\\E", "[^",  "(?#", "(?<", "{2", "\\c",  "\\x{",
                                        "\\N", "!",   "=",   "<",   ">",  "(?x)", "-",
                                        "(?P", "(?i", "é",   "1"};
    uint32_t seed = 13;
    for (int round = 0; round < 50000; round++) {
        PatternError error = {0}, other = {0};
        Patterns *patterns = patterns_new(*state);
        Buf regex = {.arena = *state};
        for (uint32_t i = 1 + next_random(&seed, 8); i > 0; i--)
            put_random(&regex, PARTS, COUNT(PARTS), &seed);
        PatternSpec spec = {.regex = buf_str(&regex)};
        if (patterns_add(patterns, &spec, &error) == PATTERN_NONE) {
            spec.whole_words = true;
            assert_int_equal(patterns_add(patterns, &spec, &other), PATTERN_NONE);
            assert_int_equal(error.offset, other.offset);
            assert_true(str_eq(error.text, other.text));
        }
        patterns_free(patterns);
        arena_reset(*state);
    }
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(hits_of_any_pattern_in_any_text_keep_the_rules, &arena),
        cmocka_unit_test_prestate(a_literal_is_found_wherever_it_stands, &arena),
        cmocka_unit_test_prestate(a_bad_regex_is_refused_with_whole_words_as_well,
                                  &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
