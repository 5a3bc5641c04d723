#include "make_patterns.h"

static void check_starts(const HitList *hits, uint32_t pattern, const char *expected) {
    HitRange range = hits_range(hits, pattern);
    Arena arena = {0};
    Buf found = {.arena = &arena};
    for (uint32_t i = 0; i < range.count; i++) {
        const Hit *hit = &hits->hits.items[range.first + i];
        buf_format(&found, "%u:%u ", hit->turn, hit->start);
    }
    buf_byte(&found, '\0');
    assert_string_equal(found.ptr, expected);
    arena_free(&arena);
}

// Asked for in some texts and then in more, they stand in the order of the texts.
static void hits_can_be_asked_for_by_text(void **state) {
    const MatchText texts[] = {{STR("cat"), ROLE_AGENT},
                               {STR("dog cat cat"), ROLE_AGENT},
                               {STR("dog"), ROLE_AGENT},
                               {STR("cat"), ROLE_AGENT}};
    const bool second[] = {false, true, false, false},
               third[] = {false, false, true, false},
               outer[] = {true, false, false, true};
    Patterns *patterns = patterns_new(*state);
    add(patterns, (PatternSpec){.regex = STR("cat")});
    add(patterns, (PatternSpec){.regex = STR("dog")});
    patterns_seal(patterns);
    Matcher *matcher = matcher_new(*state, patterns, true);
    HitList hits;
    matcher_sift(matcher, texts, COUNT(texts), *state, &hits);
    hits_ask(&hits, 0, third);
    assert_true(hits_may_have(&hits, 0)); // elsewhere
    check_starts(&hits, 0, "");
    hits_ask(&hits, 0, second);
    check_starts(&hits, 0, "1:4 1:8 ");
    hits_ask(&hits, 1, NULL);
    hits_ask(&hits, 0, outer);
    check_starts(&hits, 0, "0:0 1:4 1:8 3:0 ");
    hits_ask(&hits, 0, NULL);
    check_starts(&hits, 0, "0:0 1:4 1:8 3:0 ");
    check_starts(&hits, 1, "1:0 2:0 ");
    matcher_free(matcher);
    patterns_free(patterns);
}

// A matcher uses what it made again for the next texts; nothing of it may be left there.
static void each_call_has_its_own_hits(void **state) {
    const MatchText first[] = {{STR("cat cat"), ROLE_AGENT}, {STR("cat"), ROLE_AGENT}},
                    second[] = {{STR("dog"), ROLE_AGENT}, {STR("cat"), ROLE_AGENT}};
    Patterns *patterns = patterns_new(*state);
    add(patterns, (PatternSpec){.regex = STR("cat")});
    add(patterns, (PatternSpec){.regex = STR("dog")});
    add(patterns, (PatternSpec){.regex = STR("\\w+")});
    patterns_seal(patterns);
    Matcher *matcher = matcher_new(*state, patterns, true);
    HitList hits;
    matcher_sift(matcher, first, COUNT(first), *state, &hits);
    assert_false(hits_may_have(&hits, 1));
    hits_ask(&hits, 2, NULL);
    check_starts(&hits, 2, "0:0 0:4 1:0 ");
    matcher_scan(matcher, second, COUNT(second), *state, &hits);
    check_starts(&hits, 0, "1:0 ");
    check_starts(&hits, 1, "0:0 ");
    check_starts(&hits, 2, "0:0 1:0 ");
    matcher_free(matcher);
    patterns_free(patterns);
}

// Texts that come again are told from memory; it must be that of the pattern, and of
// the text.
static void what_begins_a_text_is_found_each_time(void **state) {
    enum { TIMES = 4 };
    const MatchText texts[] = {{STR("7 up"), ROLE_CUSTOMER},
                               {STR("no 7"), ROLE_CUSTOMER}};
    Patterns *patterns = patterns_new(*state);
    add(patterns, (PatternSpec){.regex = STR("^\\d \\w+")});
    add(patterns, (PatternSpec){.regex = STR("^\\S+")});
    patterns_seal(patterns);
    Matcher *matcher = matcher_new(*state, patterns, true);
    for (int time = 0; time < TIMES; time++) {
        HitList hits;
        matcher_scan(matcher, texts, COUNT(texts), *state, &hits);
        check_starts(&hits, 0, "0:0 ");
        check_starts(&hits, 1, "0:0 1:0 ");
        assert_int_equal(hits.hits.items[hits_range(&hits, 0).first].end, 4);
        assert_int_equal(hits.hits.items[hits_range(&hits, 1).first].end, 1);
    }
    matcher_free(matcher);
    patterns_free(patterns);
}

// As far before its atom as a match can hold what is there.
static void a_match_can_begin_far_before_its_atom(void **state) {
    const MatchText texts[] = {
        {STR("so, my dog's name and that of your old zebra"), ROLE_AGENT},
        {STR("so my dog and not: my old cat and zebra"), ROLE_AGENT},
        {STR("a caf\xC3\xA9 of old friends and a zebra"), ROLE_AGENT}};
    Patterns *patterns = patterns_new(*state);
    add(patterns, (PatternSpec){.regex = STR("my(?: [a-z']+)+ zebra")});
    add(patterns, (PatternSpec){.regex = STR("\\w[\\w ]* zebra")});
    patterns_seal(patterns);
    Matcher *matcher = matcher_new(*state, patterns, true);
    HitList hits;
    matcher_scan(matcher, texts, COUNT(texts), *state, &hits);
    check_starts(&hits, 0, "0:4 1:19 ");
    check_starts(&hits, 1, "0:11 1:19 2:8 ");
    matcher_free(matcher);
    patterns_free(patterns);
}

static void a_measured_matcher_counts_turns_tries_and_hits(void **state) {
    const MatchText texts[] = {{STR("cat"), ROLE_AGENT},
                               {STR("cat-cat"), ROLE_AGENT},
                               {repeated(*state, "x", 1000, "!"), ROLE_AGENT}};
    PatternCost costs[3] = {0}, *letters = &costs[0], *word = &costs[1],
                *wail = &costs[2];
    Patterns *patterns = patterns_new(*state);
    add(patterns, (PatternSpec){.regex = STR("cat"), .whole_words = true});
    add(patterns, (PatternSpec){.regex = STR("\\w+")});
    add(patterns, (PatternSpec){.regex = STR("(?:x+)+(?:y|$)")});
    patterns_seal(patterns);
    Matcher *matcher = matcher_new(*state, patterns, true);
    HitList hits;
    matcher_measure(matcher, costs);
    matcher_scan(matcher, texts, COUNT(texts), *state, &hits);
    matcher_free(matcher);
    patterns_free(patterns);
    // Its letters are all there is to it: no tries.
    assert_int_equal(letters->turns, 2);
    assert_int_equal(letters->tries, 0);
    assert_int_equal(letters->hits, 3);
    // One search a hit, and one more for what is left after the last.
    assert_int_equal(word->turns, 3);
    assert_int_equal(word->tries, 5);
    assert_int_equal(word->hits, 4);
    assert_int_equal(word->gave_up, 0);
    // Of the turn with its letter; a start is begun again and again, with more steps.
    assert_int_equal(wail->turns, 1);
    assert_true(wail->tries > 4);
    assert_int_equal(wail->hits, 0);
    assert_int_equal(wail->gave_up, 1);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(what_begins_a_text_is_found_each_time, &arena),
        cmocka_unit_test_prestate(a_match_can_begin_far_before_its_atom, &arena),
        cmocka_unit_test_prestate(hits_can_be_asked_for_by_text, &arena),
        cmocka_unit_test_prestate(each_call_has_its_own_hits, &arena),
        cmocka_unit_test_prestate(a_measured_matcher_counts_turns_tries_and_hits, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
