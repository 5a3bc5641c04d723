// A kept card says what the card said, borrows nothing of it, and holds a text once.
#include "score/scorecard_copy.h"

#include "score/quotes.h"
#include "score/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static Quote quote(Arena *arena, Str turn, uint32_t start, uint32_t end) {
    Origin *origin = arena_new(arena, Origin);
    *origin = (Origin){.detector = str_copy(arena, STR("greeting")),
                       .at = str_copy(arena, STR("rules.yaml:7"))};
    return (Quote){.origin = origin,
                   .quote = str_slice(turn, start, end),
                   .at_ms = NO_TIME,
                   .turn = 2,
                   .start = start,
                   .end = end,
                   .role = ROLE_AGENT};
}

static Scorecard card(Arena *arena) {
    Scorecard made = {.call = str_copy(arena, STR("C1")),
                      .agent = str_copy(arena, STR("ann")),
                      .customer = str_copy(arena, STR("4711")),
                      .started_at = NO_TIME,
                      .duration_ms = NO_TIME,
                      .score = 70500,
                      .band = str_copy(arena, STR("good"))};
    Mark *mark = vec_push(arena, &made.marks);
    *mark = (Mark){.criterion = str_copy(arena, STR("welcome")),
                   .principle = str_copy(arena, STR("warm")),
                   .verdict = VERDICT_PARTLY,
                   .points = 500,
                   .why = str_copy(arena, STR("too late"))};
    Str turn = str_copy(arena, STR("good day, good day"));
    *quotes_add(arena, mark) = quote(arena, turn, 0, 8);
    *quotes_add(arena, mark) = quote(arena, turn, 10, 18);
    made.said_from = 1;
    *vec_push(arena, &made.said) =
        (Said){str_copy(arena, STR("hello")), NO_TIME, ROLE_CUSTOMER};
    *vec_push(arena, &made.said) = (Said){turn, NO_TIME, ROLE_AGENT};
    *vec_push(arena, &made.flags) = str_copy(arena, STR("floor:warm"));
    *vec_push(arena, &made.problems) = str_copy(arena, STR("no times"));
    *vec_push(arena, &made.principles) =
        (PrincipleScore){.id = str_copy(arena, STR("warm"))};
    *vec_push(arena, &made.values) = (CardValue){str_copy(arena, STR("field wait")), 5};
    *vec_push(arena, &made.gave_up) = 3;
    return made;
}

static Str record_of(Arena *arena, const Scorecard *made) {
    Buf out = {.arena = arena};
    record_put_json(&out, made);
    return buf_str(&out);
}

static void says_the_same_when_the_first_is_gone(void **state) {
    (void)state;
    Arena first = {0}, keep = {0};
    SharedTexts shared = {0};
    Scorecard made = card(&first);
    Str before = record_of(&keep, &made);
    Scorecard kept = scorecard_copy(&keep, &shared, &made);
    arena_free(&first);
    Str after = record_of(&keep, &kept);
    assert_true(str_eq(before, after));
    const Quote *quotes = quotes_open(&keep, &kept.marks.items[0]).items;
    assert_true(str_eq(quote_words(&kept, &quotes[1]), STR("good day, good day")));
    assert_true(str_eq(quote_before(&kept, &quotes[1])->text, STR("hello")));
    assert_null(quote_after(&kept, &quotes[1]));
    assert_int_equal(kept.gave_up.items[0], 3);
    arena_free(&keep);
}

static void one_text_is_held_once(void **state) {
    (void)state;
    Arena first = {0}, keep = {0};
    SharedTexts shared = {0};
    Scorecard made = card(&first);
    Scorecard one = scorecard_copy(&keep, &shared, &made);
    Scorecard other = scorecard_copy(&keep, &shared, &made);
    arena_free(&first);
    const Mark *mark = &one.marks.items[0], *again = &other.marks.items[0];
    const Quote *quotes = quotes_open(&keep, mark).items;
    assert_ptr_equal(quotes[0].quote.ptr, one.said.items[1].text.ptr);
    assert_ptr_equal(quotes[1].quote.ptr, quotes[0].quote.ptr + 10);
    assert_ptr_equal(quotes[0].origin, quotes[1].origin);
    assert_ptr_equal(quotes[0].origin, quotes_open(&keep, again).items[0].origin);
    assert_ptr_equal(mark->criterion.ptr, again->criterion.ptr);
    assert_ptr_equal(mark->why.ptr, again->why.ptr);
    assert_ptr_equal(mark->principle.ptr, one.principles.items[0].id.ptr);
    assert_ptr_equal(one.agent.ptr, other.agent.ptr);
    assert_ptr_not_equal(one.call.ptr, other.call.ptr);
    arena_free(&keep);
}

static void words_without_their_turn_are_kept(void **state) {
    (void)state;
    Arena first = {0}, keep = {0};
    SharedTexts shared = {0};
    Scorecard made = card(&first);
    made.said.len = 0;
    Scorecard kept = scorecard_copy(&keep, &shared, &made);
    arena_free(&first);
    const Quote *words = quotes_open(&keep, &kept.marks.items[0]).items;
    assert_true(str_eq(quote_words(&kept, words), STR("good day")));
    assert_null(quote_turn(&kept, words));
    assert_null(quote_before(&kept, words));
    arena_free(&keep);
}

static void origins_that_differ_stay_apart(void **state) {
    (void)state;
    static const Origin ORIGINS[] = {
        {.detector = {"a", 1}, .phrase = {"bc", 2}},
        {.detector = {"ab", 2}, .phrase = {"c", 1}},
        {.detector = {"ab", 2}, .at = {"c", 1}},
        {.detector = {"ab", 2}, .at = {"c", 1}, .points = 1}};
    Arena keep = {0};
    SharedTexts shared = {0};
    Mark mark = {0};
    for (size_t i = 0; i < 4; i++)
        *quotes_add(&keep, &mark) = (Quote){.origin = &ORIGINS[i], .turn = 1};
    Scorecard made = {.marks = {&mark, 1, 1}};
    Scorecard kept = scorecard_copy(&keep, &shared, &made);
    assert_int_equal(shared.origins.len, 4);
    Quotes quotes = quotes_open(&keep, &kept.marks.items[0]);
    for (size_t i = 0; i < 4; i++) {
        const Origin *origin = quotes.items[i].origin;
        assert_true(str_eq(origin->detector, ORIGINS[i].detector));
        assert_true(str_eq(origin->phrase, ORIGINS[i].phrase));
        assert_true(str_eq(origin->at, ORIGINS[i].at));
        assert_int_equal(origin->points, ORIGINS[i].points);
    }
    arena_free(&keep);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_the_same_when_the_first_is_gone),
        cmocka_unit_test(one_text_is_held_once),
        cmocka_unit_test(origins_that_differ_stay_apart),
        cmocka_unit_test(words_without_their_turn_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
