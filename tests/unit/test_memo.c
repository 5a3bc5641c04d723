#include "make_patterns.h"
#include "match/memo.h"

// Hits without captures, one a byte of the text.
static HitList hits_in(Arena *arena, Str text) {
    HitList found = {0};
    for (uint32_t i = 0; i < text.len; i++)
        *vec_push(arena, &found.hits) = (Hit){.start = i, .end = i + 1};
    return found;
}

// Whether the hits in `text` are known; they are given to the memo when it wants them.
static bool is_known(Memo *memo, Arena *arena, Str text, Role role) {
    HitList out = {0}, found = hits_in(arena, text);
    MatchText given = {text, role};
    MemoAnswer answer = memo_recall(memo, &given, 7, arena, &out);
    if (answer == MEMO_WANTED) memo_keep(memo, &given, &found, 0, 0);
    if (answer == MEMO_KNOWN) {
        assert_int_equal(out.hits.len, text.len);
        vec_each(const Hit, hit, &out.hits) assert_int_equal(hit->turn, 7);
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

static void captures_are_those_of_their_hits(void **state) {
    Memo *memo = memo_new();
    Arena *arena = *state;
    MatchText text = {STR("12 and 34"), ROLE_AGENT};
    HitList found = {0}, out = {0};
    for (uint32_t i = 0; i < 3; i++) { // the first is of another text
        *vec_push(arena, &found.captures) = (Capture){STR("n"), i, i + 1};
        *vec_push(arena, &found.hits) = (Hit){.capture_first = i, .capture_count = 1};
    }
    assert_int_equal(memo_recall(memo, &text, 0, arena, &out), MEMO_NEW);
    assert_int_equal(memo_recall(memo, &text, 0, arena, &out), MEMO_WANTED);
    memo_keep(memo, &text, &found, 1, 1);
    for (size_t time = 0; time < 2; time++) {
        assert_int_equal(memo_recall(memo, &text, 0, arena, &out), MEMO_KNOWN);
        assert_int_equal(out.hits.len, 2 * (time + 1));
        for (size_t i = 0; i < 2; i++) {
            const Hit *hit = &out.hits.items[2 * time + i];
            assert_int_equal(hit->capture_first, 2 * time + i);
            assert_int_equal(out.captures.items[hit->capture_first].start, i + 1);
        }
    }
    memo_free(memo);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_text_is_known_when_it_comes_the_third_time, &arena),
        cmocka_unit_test_prestate(each_role_has_its_own_texts, &arena),
        cmocka_unit_test_prestate(long_texts_are_not_kept, &arena),
        cmocka_unit_test_prestate(it_forgets_all_when_it_is_full, &arena),
        cmocka_unit_test_prestate(captures_are_those_of_their_hits, &arena),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
