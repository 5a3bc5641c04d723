#include "make_patterns.h"
#include "match/memo.h"

// Whether the sightings of `text` are known; they are given to the memo when it wants
// them, one a byte.
static bool is_known(Memo *memo, Arena *arena, Str text, Role role) {
    MatchText given = {text, role};
    Sightings found = {0};
    SightingSlice known;
    memo_tidy(memo);
    MemoAnswer answer = memo_recall(memo, &given, memo_hash(memo, &given), &known);
    for (uint32_t i = 0; i < text.len; i++)
        *vec_push(arena, &found) = (Sighting){.number = i};
    if (answer == MEMO_WANTED) memo_keep(memo, &given, found.items, found.len);
    if (answer == MEMO_KNOWN) {
        assert_int_equal(known.len, text.len);
        for (size_t i = 0; i < known.len; i++) assert_int_equal(known.items[i].number, i);
    }
    return answer == MEMO_KNOWN;
}

static void a_text_is_known_when_it_comes_the_third_time(void **state) {
    Memo *memo = memo_new();
    Str text = STR("yes please, that would be great");
    assert_false(is_known(memo, *state, text, ROLE_CUSTOMER));
    assert_false(is_known(memo, *state, text, ROLE_CUSTOMER));
    assert_true(is_known(memo, *state, text, ROLE_CUSTOMER));
    assert_true(is_known(memo, *state, text, ROLE_CUSTOMER));
    memo_free(memo);
}

static void each_role_has_its_own_texts(void **state) {
    Memo *memo = memo_new();
    for (int i = 0; i < 3; i++) is_known(memo, *state, STR("hello"), ROLE_AGENT);
    assert_true(is_known(memo, *state, STR("hello"), ROLE_AGENT));
    assert_false(is_known(memo, *state, STR("hello"), ROLE_CUSTOMER));
    assert_false(is_known(memo, *state, STR("hullo"), ROLE_AGENT));
    memo_free(memo);
}

static void long_texts_are_not_kept(void **state) {
    Memo *memo = memo_new();
    Str text = repeated(*state, "so ", 100, "");
    for (int i = 0; i < 4; i++) assert_false(is_known(memo, *state, text, ROLE_AGENT));
    memo_free(memo);
}

// Many more than there is room for; what comes often is known again after a while.
static void it_forgets_all_when_it_is_full(void **state) {
    enum { TEXTS = 20000 };
    Memo *memo = memo_new();
    Arena arena = {0};
    int unknown = 0;
    for (int i = 0; i < TEXTS; i++) {
        Str text = str_format(&arena, "my number is %d", i);
        for (int time = 0; time < 2; time++) is_known(memo, &arena, text, ROLE_CUSTOMER);
        unknown += !is_known(memo, &arena, STR("okay"), ROLE_CUSTOMER);
        arena_reset(&arena);
    }
    assert_in_range(unknown, 3, 100);
    arena_free(&arena);
    memo_free(memo);
    (void)state;
}

// Keeps a text with three sightings and gives them as they are recalled.
static SightingSlice kept(Memo *memo) {
    MatchText text = {STR("12 and 34"), ROLE_AGENT};
    Sighting found[] = {{.number = 10}, {.number = 13}, {.number = 17}};
    SightingSlice known;
    assert_int_equal(memo_recall(memo, &text, memo_hash(memo, &text), &known), MEMO_NEW);
    assert_int_equal(memo_recall(memo, &text, memo_hash(memo, &text), &known),
                     MEMO_WANTED);
    memo_keep(memo, &text, found, COUNT(found));
    assert_int_equal(memo_recall(memo, &text, memo_hash(memo, &text), &known),
                     MEMO_KNOWN);
    assert_int_equal(known.len, COUNT(found));
    return known;
}

static void what_was_confirmed_is_remembered(void **unused) {
    (void)unused;
    Memo *memo = memo_new();
    SightingSlice known = kept(memo);
    const Hit hits[] = {{.start = 0, .end = 2}, {.start = 7, .end = 9}};
    memo_learn(memo, (uint32_t[]){1, 2, 3}, known.len, hits, COUNT(hits));
    for (size_t i = 0; i < COUNT(hits); i++) {
        assert_int_equal(known.items[i].type, SEEN_MATCH);
        assert_int_equal(known.items[i].start, hits[i].start);
        assert_int_equal(known.items[i].end, hits[i].end);
    }
    assert_int_equal(known.items[2].pattern, PATTERN_NONE);
    memo_free(memo);
}

static void what_does_not_fit_is_looked_for_again(void **unused) {
    (void)unused;
    const Hit hits[] = {{.end = 1, .capture_count = 1}, {.end = 2}, {.end = 3}};
    for (size_t many = 0; many < 2; many++) {
        Memo *memo = memo_new();
        SightingSlice known = kept(memo);
        memo_learn(memo, (uint32_t[]){1, 2}, 2, hits, many ? 3 : 1);
        for (size_t i = 0; i < known.len; i++) {
            assert_int_equal(known.items[i].pattern, 0);
            assert_int_equal(known.items[i].type, SEEN_ATOM);
        }
        memo_free(memo);
    }
}

// Of another text or pattern nothing is told, nor of one that has its place.
static void what_the_start_of_a_text_came_to_is_remembered(void **unused) {
    (void)unused;
    enum { MANY = 5000 };
    Memo *memo = memo_new();
    size_t end;
    assert_false(memo_recall_top(memo, 0, 0, &end));
    memo_learn_top(memo, 0, 7, 3); // of a text that is not kept
    assert_false(memo_recall_top(memo, 0, 7, &end));
    memo_learn_top(memo, 1, 7, 3);
    memo_learn_top(memo, 1, 8, 0);
    assert_true(memo_recall_top(memo, 1, 7, &end));
    assert_int_equal(end, 3);
    assert_true(memo_recall_top(memo, 1, 8, &end));
    assert_int_equal(end, 0);
    for (uint32_t text = 2; text < MANY; text++)
        assert_false(memo_recall_top(memo, text, 7, &end));
    for (uint32_t text = 2; text < MANY; text++) memo_learn_top(memo, text, 7, 4);
    assert_false(memo_recall_top(memo, 1, 7, &end));
    memo_free(memo);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_text_is_known_when_it_comes_the_third_time, &arena),
        cmocka_unit_test_prestate(each_role_has_its_own_texts, &arena),
        cmocka_unit_test_prestate(long_texts_are_not_kept, &arena),
        cmocka_unit_test_prestate(it_forgets_all_when_it_is_full, &arena),
        cmocka_unit_test(what_was_confirmed_is_remembered),
        cmocka_unit_test(what_does_not_fit_is_looked_for_again),
        cmocka_unit_test(what_the_start_of_a_text_came_to_is_remembered),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
