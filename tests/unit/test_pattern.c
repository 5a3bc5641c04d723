#include "make_patterns.h"

// The text with every hit of the pattern in brackets.
static Str bracketed(Arena *arena, PatternSpec spec, Str text) {
    HitList list = scan_one(arena, spec, text);
    assert_int_equal(list.gave_up.len, 0);
    if (!text.ptr) return text;
    Buf out = {.arena = arena};
    size_t at = 0;
    vec_each(const Hit, hit, &list.hits) {
        buf_put(&out, str_slice(text, at, hit->start));
        Str found = str_slice(text, hit->start, hit->end);
        buf_format(&out, "[%.*s]", STR_ARG(found));
        at = hit->end;
    }
    buf_put(&out, str_slice(text, at, text.len));
    return buf_str(&out);
}

typedef struct {
    const char *regex;
    const char *found; // the text, with brackets round what is to be found
} FindCase;

// `spec` says how; its regex is each case's own.
static void check_cases(Arena *arena, PatternSpec spec, const FindCase *cases,
                        size_t count) {
    for (size_t i = 0; i < count; i++) {
        Buf text = {.arena = arena};
        for (const char *c = cases[i].found; *c; c++)
            if (*c != '[' && *c != ']') buf_byte(&text, *c);
        spec.regex = str_from(cases[i].regex);
        Str found = bracketed(arena, spec, buf_str(&text));
        if (!str_eq(found, str_from(cases[i].found)))
            fail_msg("'%s' finds '%.*s'", cases[i].regex, STR_ARG(found));
    }
}

static void a_whole_word_neither_starts_nor_ends_inside_a_word(void **state) {
    static const FindCase CASES[] = {
        {"cat", "[cat] [Cat] cats concat ([CAT]). cat1 cat_ 1cat [cat]-like [cat]"},
        {"24", "[24] 240 124 [24]/7 24h"},
        {"don't", "[don't] [DON'T] don'ts"},
        {"don", "[don]'t done"},
        {"'em", "get ['em] 'emmy"},
        {"cat|dog", "[cat] [dog] cats hotdog"},
        {"a|ab", "[a] [ab] abc"},
        {"s?he", "[she] [he] the"},
        {"\\$5", "[$5] $50 a[$5] $[$5]"},
        {"c\\+\\+", "[c++] [C++]11 xc++"},
        {"why\\?", "[why?] [Why?]now awhy?"},
        {"-ish", "red[-ish] -ishy"},
        {"\\w+ing", "[sing] singer [walking]"},
        {"thank you", "[Thank you], thank yours"},
        {"x*", "[xx] a [x] xxa"},
        {"^hello$", "[Hello]"},
        {"\\Qa.b", "[a.b] axb a.bc"},
        {"(?x) a b # then nothing\n", "[ab] a b abc"},
    };
    check_cases(*state, (PatternSpec){.whole_words = true}, CASES, COUNT(CASES));
}

static void without_whole_words_a_match_may_be_anywhere(void **state) {
    static const FindCase CASES[] = {
        {"cat", "con[cat]enate [Cat]s"},
        {"a|ab", "[a]bc"},
        {"24", "1[24]5"},
        {"x*", "a[xx]a"},
        {"^a", "[a] a"},
        {"a$", "a [a]"},
        {"a.b", "[a-b] ab"},
        {"(?<=a)b", "b a[b]"},
        {"\\Ka|b", "[a][b]"},
    };
    check_cases(*state, (PatternSpec){0}, CASES, COUNT(CASES));
}

static void matches_are_leftmost_and_do_not_overlap(void **state) {
    static const FindCase CASES[] = {
        {"aa", "[aa][aa]a"}, {"ana", "b[ana]na"},     {"a+", "[aaa]b[aa]"},
        {"a+?", "[a][a]"},   {"ab|b", "[b][ab][ab]"}, {"(?=a)", "aaa"},
        {"\\b", "a b"},      {"a*", "[aa]b[a]"},
    };
    check_cases(*state, (PatternSpec){0}, CASES, COUNT(CASES));
}

static void case_does_not_matter_in_any_script(void **state) {
    static const FindCase CASES[] = {
        {"école", "[École] [ÉCOLE] [école]"},
        {"ÉCOLE", "[école]"},
        {"\\x{e9}", "[é] [É]"},
        {"straße", "[STRAßE]"},
        {"привет", "[ПРИВЕТ] [Привет]"},
        {"kelvin", "[KELVIN] [\u212Aelvin]"}, // the sign that folds to k
        {"\u212A", "[k] [K] a"},
        {"[\u017F]o", "[so] [SO] to"},
    };
    check_cases(*state, (PatternSpec){.whole_words = true}, CASES, COUNT(CASES));
}

static void a_regex_outside_ascii_means_unicode_words(void **state) {
    static const FindCase CASES[] = {
        {"été", "[été] [Été] étés l'[été] pété"},
        {"\\w+é", "[naïf\u00e9] x"},
        {"é\\d", "[é7] é7a"},
    };
    check_cases(*state, (PatternSpec){.whole_words = true}, CASES, COUNT(CASES));
}

static void an_ascii_regex_means_ascii_words_unless_told_otherwise(void **state) {
    static const FindCase ASCII[] = {{"caf", "[caf]é"}, {"\\w+", "[na]ï[ve]"}};
    static const FindCase UNICODE[] = {
        {"caf", "café [caf]"}, {"\\w+", "[naïve]"}, {"\\d", "[٣] [3]"}};
    PatternSpec spec = {.whole_words = true};
    check_cases(*state, spec, ASCII, COUNT(ASCII));
    spec.unicode = true;
    check_cases(*state, spec, UNICODE, COUNT(UNICODE));
}

static void a_bad_regex_is_refused_where_it_is_bad(void **state) {
    const struct {
        Str regex;
        size_t offset;
        const char *text;
    } CASES[] = {
        {STR("abc)"), 3, "unmatched closing parenthesis"},
        {STR("a)|(b"), 1, "unmatched closing parenthesis"},
        {STR("a\0)"), 2, "unmatched closing parenthesis"},
        {STR("hello (world"), 12, "missing closing parenthesis"},
        {STR("é("), 3, "missing closing parenthesis"},
        {STR("*a"), 0, "quantifier does not follow a repeatable item"},
        {STR("[a"), 2, "missing terminating ] for character class"},
        {STR("a\\"), 2, "\\ at end of pattern"},
        {STR("a{3,2}"), 5, "numbers out of order in {} quantifier"},
        {STR("a\\C"), 3, "using \\C is disabled by the application"},
    };
    for (size_t i = 0; i < 2 * COUNT(CASES); i++) {
        size_t c = i / 2;
        Patterns *patterns = patterns_new(*state);
        PatternError error = {0};
        PatternSpec spec = {.regex = CASES[c].regex, .whole_words = i % 2};
        assert_int_equal(patterns_add(patterns, &spec, &error), PATTERN_NONE);
        assert_string_equal(str_z(*state, error.text), CASES[c].text);
        assert_int_equal(error.offset, CASES[c].offset);
        patterns_free(patterns);
    }
}

// A comment would hide the end of the wrapping; a verb must stand at the very start.
static void a_regex_that_cannot_be_wrapped_is_refused(void **state) {
    static const struct {
        const char *regex;
        size_t offset;
    } CASES[] = {{"(?x)a # then nothing", 20}, {"(*UCP)a", 5}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        Patterns *patterns = patterns_new(*state);
        PatternError error = {0};
        PatternSpec spec = {.regex = str_from(CASES[i].regex), .whole_words = true};
        assert_int_equal(patterns_add(patterns, &spec, &error), PATTERN_NONE);
        assert_int_equal(error.offset, CASES[i].offset);
        spec.whole_words = false;
        assert_int_equal(patterns_add(patterns, &spec, &error), 0);
        patterns_free(patterns);
    }
}

static void a_regex_must_be_utf_8(void **state) {
    Patterns *patterns = patterns_new(*state);
    PatternError error = {0};
    PatternSpec spec = {.regex = STR("ab\xff"), .whole_words = true};
    assert_int_equal(patterns_add(patterns, &spec, &error), PATTERN_NONE);
    assert_int_equal(error.offset, 2);
    patterns_free(patterns);
}

static void a_refused_pattern_has_no_number(void **state) {
    Patterns *patterns = patterns_new(*state);
    assert_int_equal(add(patterns, (PatternSpec){.regex = STR("a")}), 0);
    patterns_add(patterns, &(PatternSpec){.regex = STR("(")}, &(PatternError){0});
    assert_int_equal(add(patterns, (PatternSpec){.regex = STR("b")}), 1);
    assert_int_equal(patterns_count(patterns), 2);
    assert_string_equal(str_z(*state, pattern_regex(patterns, 1)), "b");
    patterns_free(patterns);
}

static void a_pattern_that_matches_nothing_is_known(void **state) {
    static const struct {
        const char *regex;
        bool empty;
    } CASES[] = {{"a", false},  {"a+", false},  {"a|b", false}, {"ab*", false},
                 {"a*", true},  {"a?", true},   {"a|", true},   {"", true},
                 {"\\b", true}, {"(?=a)", true}};
    for (size_t i = 0; i < 2 * COUNT(CASES); i++) {
        PatternSpec spec = {.regex = str_from(CASES[i / 2].regex), .whole_words = i % 2};
        Patterns *patterns = one_pattern(*state, spec);
        assert_int_equal(pattern_matches_empty(patterns, 0), CASES[i / 2].empty);
        patterns_free(patterns);
    }
}

static void a_pattern_is_tried_on_the_turns_of_its_role(void **state) {
    static const Role TURNS[] = {ROLE_AGENT, ROLE_CUSTOMER, ROLE_SYSTEM, ROLE_UNKNOWN,
                                 ROLE_AGENT};
    static const struct {
        Role role;
        const char *turns;
    } CASES[] = {{ROLE_AGENT, "04"}, {ROLE_CUSTOMER, "1"}, {ROLE_UNKNOWN, "0134"}};
    MatchText texts[COUNT(TURNS)];
    for (size_t i = 0; i < COUNT(TURNS); i++) texts[i] = (MatchText){STR("hi"), TURNS[i]};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        PatternSpec spec = {.regex = STR("hi"), .role = CASES[i].role};
        Patterns *patterns = one_pattern(*state, spec);
        HitList list = scan(*state, patterns, texts, COUNT(TURNS));
        Buf turns = {.arena = *state};
        vec_each(const Hit, hit, &list.hits) buf_int(&turns, hit->turn);
        assert_string_equal(str_z(*state, buf_str(&turns)), CASES[i].turns);
        patterns_free(patterns);
    }
}

static void hits_come_by_pattern_then_turn_then_start(void **state) {
    static const Hit HITS[] = {{0, 0, 2, 3, 0, 0},
                               {0, 1, 0, 1, 0, 0},
                               {2, 0, 0, 1, 0, 0},
                               {2, 0, 4, 5, 0, 0},
                               {2, 1, 2, 3, 0, 0}};
    static const HitRange OF[] = {{0, 2}, {0, 0}, {2, 3}, {0, 0}};
    Patterns *patterns = patterns_new(*state);
    const Str REGEXES[] = {STR("b"), STR("c"), STR("a"), STR("d")};
    for (size_t i = 0; i < 4; i++) add(patterns, (PatternSpec){.regex = REGEXES[i]});
    patterns_seal(patterns);
    const MatchText texts[] = {{STR("a b a"), ROLE_AGENT}, {STR("b a"), ROLE_CUSTOMER}};
    HitList list = scan(*state, patterns, texts, 2);
    assert_int_equal(list.hits.len, COUNT(HITS));
    assert_memory_equal(list.hits.items, HITS, sizeof HITS);
    for (uint32_t p = 0; p < COUNT(OF); p++) {
        HitRange range = hits_range(&list, p);
        assert_memory_equal(&range, &OF[p], sizeof range);
    }
    patterns_free(patterns);
}

static void without_patterns_or_texts_there_are_no_hits(void **state) {
    Patterns *none = patterns_new(*state);
    patterns_seal(none);
    HitList list = scan(*state, none, &(MatchText){STR("a"), ROLE_AGENT}, 1);
    assert_int_equal(list.hits.len + list.gave_up.len, 0);
    Patterns *one = one_pattern(*state, (PatternSpec){.regex = STR("a")});
    list = scan(*state, one, NULL, 0);
    assert_int_equal(list.hits.len + list.gave_up.len, 0);
    patterns_free(none);
    patterns_free(one);
}

static void named_groups_are_captured(void **state) {
    PatternSpec spec = {.regex = STR("(?<sum>\\d+)( (?<unit>\\w+))?!")};
    Str text = STR("7 euros! 12!");
    HitList list = scan_one(*state, spec, text);
    Buf seen = {.arena = *state};
    vec_each(const Hit, hit, &list.hits) {
        const Capture *capture = list.captures.items + hit->capture_first;
        for (uint32_t i = 0; i < hit->capture_count; i++, capture++)
            buf_format(&seen, "%.*s=%.*s ", STR_ARG(capture->name),
                       STR_ARG(str_slice(text, capture->start, capture->end)));
        buf_byte(&seen, ';');
    }
    assert_string_equal(str_z(*state, buf_str(&seen)), "sum=7 unit=euros ;sum=12 ;");
}

static void an_empty_text_has_no_hits(void **state) {
    HitList list = scan_one(*state, (PatternSpec){.regex = STR("a|")}, (Str){0});
    assert_int_equal(list.hits.len + list.gave_up.len, 0);
}

static void a_nul_is_a_character_like_others(void **state) {
    const Str REGEXES[] = {STR("b"), STR("a.b"), STR("a\0b"), STR("a\\0b"), STR("\0")};
    static const uint32_t STARTS[] = {4, 2, 2, 2, 1};
    for (size_t i = 0; i < COUNT(REGEXES); i++) {
        HitList list =
            scan_one(*state, (PatternSpec){.regex = REGEXES[i]}, STR("x\0a\0b"));
        assert_in_range(list.hits.len, 1, 2);
        assert_int_equal(list.hits.items[0].start, STARTS[i]);
    }
}

static void a_long_text_is_searched_to_its_end(void **state) {
    Str text = repeated(*state, "thank you ", 10000, "bye");
    HitList list =
        scan_one(*state, (PatternSpec){.regex = STR("you"), .whole_words = true}, text);
    assert_int_equal(list.hits.len, 10000);
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(list.hits.items[i].start, i * 10 + 6);
    list = scan_one(*state, (PatternSpec){.regex = STR("bye$")}, text);
    assert_int_equal(list.hits.items[0].end, 100003);
}

static void a_trusted_pattern_finds_the_same(void **state) {
    static const char *const REGEXES[] = {
        "thank(?:s| you)",      "(?<!no )(thanks|thank (you))",
        "(?<who>\\w+) thanks",  "(?P<who>\\w+), thank (you)",
        "(?'who'\\w+), (\\w+)", "\\w+ you|\\d+",
    };
    Str text = STR("no thanks. bob thanks 12 of us, thank you, bye");
    for (size_t i = 0; i < COUNT(REGEXES); i++) {
        PatternSpec spec = {.regex = str_from(REGEXES[i]), .whole_words = true};
        HitList known = scan_one(*state, spec, text);
        Patterns *patterns = patterns_new(*state);
        assert_int_equal(patterns_add_trusted(patterns, &spec), 0);
        patterns_seal(patterns);
        HitList trusted = scan(*state, patterns, &(MatchText){text, ROLE_AGENT}, 1);
        assert_int_not_equal(known.hits.len, 0);
        check_same(&known, &trusted, 1);
        for (size_t c = 0; c < known.captures.len; c++)
            assert_true(
                str_eq(known.captures.items[c].name, trusted.captures.items[c].name));
        patterns_free(patterns);
    }
}

// Interpreted at first, then as machine code.
static void a_pattern_finds_the_same_however_often_it_is_used(void **state) {
    PatternSpec spec = {.regex = STR("(?<who>\\w+) (?:says?|said) (?!no)(\\w+)")};
    Str text =
        STR("Ann says yes, bob said no, caf\xC3\xA9 say s, we saysay so, x said y");
    HitList first = scan_one(*state, spec, text);
    Patterns *patterns = one_pattern(*state, spec);
    assert_int_equal(first.hits.len, 2);
    for (int i = 0; i < 50; i++) {
        HitList hits = scan(*state, patterns, &(MatchText){text, ROLE_AGENT}, 1);
        check_same(&first, &hits, 1);
    }
    patterns_free(patterns);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_whole_word_neither_starts_nor_ends_inside_a_word,
                                  &arena),
        cmocka_unit_test_prestate(without_whole_words_a_match_may_be_anywhere, &arena),
        cmocka_unit_test_prestate(matches_are_leftmost_and_do_not_overlap, &arena),
        cmocka_unit_test_prestate(case_does_not_matter_in_any_script, &arena),
        cmocka_unit_test_prestate(a_regex_outside_ascii_means_unicode_words, &arena),
        cmocka_unit_test_prestate(an_ascii_regex_means_ascii_words_unless_told_otherwise,
                                  &arena),
        cmocka_unit_test_prestate(a_bad_regex_is_refused_where_it_is_bad, &arena),
        cmocka_unit_test_prestate(a_regex_that_cannot_be_wrapped_is_refused, &arena),
        cmocka_unit_test_prestate(a_regex_must_be_utf_8, &arena),
        cmocka_unit_test_prestate(a_refused_pattern_has_no_number, &arena),
        cmocka_unit_test_prestate(a_pattern_that_matches_nothing_is_known, &arena),
        cmocka_unit_test_prestate(a_pattern_is_tried_on_the_turns_of_its_role, &arena),
        cmocka_unit_test_prestate(hits_come_by_pattern_then_turn_then_start, &arena),
        cmocka_unit_test_prestate(without_patterns_or_texts_there_are_no_hits, &arena),
        cmocka_unit_test_prestate(named_groups_are_captured, &arena),
        cmocka_unit_test_prestate(a_trusted_pattern_finds_the_same, &arena),
        cmocka_unit_test_prestate(a_pattern_finds_the_same_however_often_it_is_used,
                                  &arena),
        cmocka_unit_test_prestate(an_empty_text_has_no_hits, &arena),
        cmocka_unit_test_prestate(a_nul_is_a_character_like_others, &arena),
        cmocka_unit_test_prestate(a_long_text_is_searched_to_its_end, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
