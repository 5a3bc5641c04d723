// Packed quotes come back as they were, whatever numbers are in them.
#include "score/quotes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const Origin ORIGINS[] = {{.detector = {"a", 1}}, {.detector = {"b", 1}}};
static const Quote QUOTES[] = {
    {.origin = &ORIGINS[1],
     .quote = {"good day", 8},
     .at_ms = NO_TIME,
     .turn = 2,
     .start = 3,
     .end = 11,
     .role = ROLE_AGENT},
    {.origin = &ORIGINS[0],
     .at_ms = 1000000000000,
     .turn = UINT32_MAX,
     .start = UINT32_MAX,
     .end = UINT32_MAX,
     .role = ROLE_UNKNOWN},
    {.origin = &ORIGINS[0],
     .quote = {"out of place", 12},
     .turn = 0,
     .start = 9,
     .end = 4,
     .role = ROLE_SYSTEM},
    {.origin = &ORIGINS[1], .at_ms = -1, .turn = 1, .role = ROLE_CUSTOMER},
};
enum { COUNT = sizeof QUOTES / sizeof *QUOTES };

static Mark mark_with(Arena *arena, const Quote *quotes, size_t count) {
    Mark mark = {0};
    for (size_t i = 0; i < count; i++) *quotes_add(arena, &mark) = quotes[i];
    return mark;
}

static void assert_same(const Quote *one, const Quote *other) {
    assert_ptr_equal(one->origin, other->origin);
    assert_ptr_equal(one->quote.ptr, other->quote.ptr);
    assert_int_equal(one->quote.len, other->quote.len);
    assert_true(one->at_ms == other->at_ms);
    assert_int_equal(one->turn, other->turn);
    assert_int_equal(one->start, other->start);
    assert_int_equal(one->end, other->end);
    assert_int_equal(one->role, other->role);
}

static void assert_walk(const Mark *mark, const Quote *quotes, size_t count) {
    QuoteWalk walk = quotes_of(mark);
    for (size_t i = 0; i < count; i++) assert_same(quote_next(&walk), &quotes[i]);
    assert_null(quote_next(&walk));
}

static void pack(Arena *arena, Mark *mark) {
    Quotes quotes = quotes_open(arena, mark);
    quotes_pack(arena, mark, &quotes);
}

static void many_are_added_one_by_one(void **state) {
    (void)state;
    Arena arena = {0};
    Mark mark = {0};
    for (uint32_t i = 0; i < 1000; i++) {
        *quotes_add(&arena, &mark) = (Quote){.turn = i};
        arena_raw(&arena, 1); // so that it is not the last allocation that grows
    }
    QuoteWalk walk = quotes_of(&mark);
    for (uint32_t i = 0; i < 1000; i++) assert_int_equal(quote_next(&walk)->turn, i);
    assert_null(quote_next(&walk));
    arena_free(&arena);
}

static void packed_or_not_they_are_the_same(void **state) {
    (void)state;
    Arena arena = {0};
    for (size_t count = 0; count <= COUNT; count++) {
        Mark mark = mark_with(&arena, QUOTES, count);
        assert_walk(&mark, QUOTES, count);
        pack(&arena, &mark);
        assert_walk(&mark, QUOTES, count);
        assert_int_equal(mark.quotes.len, 0); // whoever takes it for a list sees none
    }
    arena_free(&arena);
}

// A report holds 28 marks a call, and as many calls as a centre has in a year.
static void what_stays_takes_little_room(void **state) {
    (void)state;
    enum { MANY = 50, EACH = 4, FIRST = 32 };
    static const char TURN[MANY * 5];
    Arena arena = {0};
    Mark mark = {0};
    for (uint32_t i = 0; i < MANY; i++)
        *quotes_add(&arena, &mark) =
            (Quote){&ORIGINS[0], {TURN + (size_t)i * 5, 4}, 1000, 1, i * 5, i * 5 + 4,
                    ROLE_AGENT};
    pack(&arena, &mark);
    QuoteWalk walk = quotes_of(&mark);
    while (quote_next(&walk)) continue;
    assert_true(walk.packed - mark.quotes.packed <= FIRST + MANY * EACH);
    assert_true(sizeof(Mark) <= 104);
    arena_free(&arena);
}

static void they_stay_as_they_were_when_changed(void **state) {
    (void)state;
    for (int packed = 0; packed < 2; packed++) {
        Arena arena = {0};
        Mark mark = mark_with(&arena, QUOTES, COUNT);
        if (packed) pack(&arena, &mark);
        Quotes quotes = quotes_open(&arena, &mark);
        quotes.items[1].turn = 7;
        Quote changed[COUNT];
        memcpy(changed, quotes.items, sizeof changed);
        quotes_close(&arena, &mark, &quotes);
        assert_walk(&mark, changed, COUNT);
        assert_int_equal(mark.quotes.is_packed, packed);
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_are_added_one_by_one),
        cmocka_unit_test(packed_or_not_they_are_the_same),
        cmocka_unit_test(what_stays_takes_little_room),
        cmocka_unit_test(they_stay_as_they_were_when_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
