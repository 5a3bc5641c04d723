// Masks in the text, and the quotations of a card that is redacted.
#include "redact/redact.h"
#include "score/quotes.h"
#include "score/redacted_card.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void assert_text(Str text, const char *expected) {
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr, expected, text.len);
}

static void what_is_masked_alone(void **state) {
    static const char *const CASES[][2] = {
        {"", ""},
        {"123456", "[NUMBER]"},
        {"12345", "12345"},
        {"4111 1111 1111 1111", "[CARD]"},
        {"4111 1111 1111 1112", "[NUMBER]"},
        {"4111\u00a01111\u00a01111\u00a01111!", "[CARD]!"},
        {"GB82 WEST 1234 5698 7654 32", "[IBAN]"},
        {"mail me: jo@example.com.", "mail me: [EMAIL]."},
        {"jo at example dot com, please", "[EMAIL], please"},
        {"in @example", "in @example"},
        {"+44 7700 900123", "[PHONE]"},
        {"double oh seven, one two three", "[NUMBER]"},
        {"one hundred and twenty three thousand",
         "one hundred and twenty three thousand"},
        {"it was 1,234,567.89", "it was 1,234,567.89"},
        {"from 2019 2020 on", "from 2019 2020 on"},
        {"at 10:30:00 on 12/03/2026", "at 10:30:00 on 12/03/2026"},
        {"I was born on 12/03/1985", "I was born on [DATE OF BIRTH]"},
        {"my PIN is 1234", "my PIN is [SECRET]"},
        {"[CARD] and [NUMBER] 12", "[CARD] and [NUMBER] 12"},
    };
    (void)state;
    Arena arena = {0};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_text(text_redacted(&arena, str_from(CASES[i][0])), CASES[i][1]);
    arena_free(&arena);
}

// The turns as they are heard, each after its role: 'a', 'c', 's' or 'u'.
static Str heard(Arena *arena, const char *const *turns) {
    Redactor redactor = {.arena = arena};
    Buf out = {.arena = arena};
    for (size_t i = 0; turns[i]; i++) {
        const char *roles = "uacs";
        redactor_hear(&redactor, (Role)(strchr(roles, turns[i][0]) - roles),
                      str_from(turns[i] + 1));
    }
    const Masks *masks = redactor_end(&redactor);
    for (uint32_t t = 0; turns[t]; t++) {
        buf_put(&out, masks_put(arena, masks, t, str_from(turns[t] + 1)));
        buf_byte(&out, '|');
    }
    return buf_str(&out);
}

#define assert_heard(expected, ...)                                                     \
    do {                                                                                \
        Arena arena = {0};                                                              \
        assert_text(heard(&arena, (const char *const[]){__VA_ARGS__, NULL}), expected); \
        arena_free(&arena);                                                             \
    } while (0)

static void a_number_goes_on_in_the_next_turn(void **state) {
    (void)state;
    assert_heard("[CARD]|[CARD]|", "c4111 1111", "c1111 1111");
    assert_heard("it's [CARD]|mhm|[CARD] thanks, bye|",
                 "cit's four one one one one one one "
                 "one",
                 "amhm", "cone one one one one one one one thanks, bye");
    assert_heard("12345|how many do you want|12|", "c12345", "ahow many do you want",
                 "c12");
    assert_heard("12345|2 of them came|", "c12345", "c2 of them came");
}

static void an_answer_is_masked_for_its_question(void **state) {
    (void)state;
    assert_heard("Your PIN?|[SECRET]|", "aYour PIN?", "c1234");
    assert_heard("Your PIN?|one moment|[SECRET]|", "aYour PIN?", "cone moment", "c1234");
    assert_heard("Enter your PIN|[SECRET]|", "sEnter your PIN", "c1 2 3 4");
    assert_heard("Your order?|1234|", "aYour order?", "c1234");
    assert_heard("My PIN?|1234|", "cMy PIN?", "a1234");
    assert_heard("Mother's maiden name?|It's [SECRET]. Why?|", "aMother's maiden name?",
                 "cIt's Hargreaves. Why?");
    assert_heard("Date of birth?|The [DATE OF BIRTH].|", "aDate of birth?",
                 "cThe 3rd of May 1990.");
    assert_heard("Which day?|The 3rd of May 2026.|", "aWhich day?",
                 "cThe 3rd of May 2026.");
}

static void bytes_stand_where_they_stood(void **state) {
    static const struct {
        uint32_t start, end, new_start, new_end;
    } CASES[] = {
        {0, 2, 0, 2},     // before any
        {3, 9, 3, 11},    // all of it
        {4, 5, 3, 11},    // inside
        {0, 5, 0, 11},    // into it
        {8, 13, 3, 15},   // out of it
        {10, 13, 12, 15}, // behind
    };
    (void)state;
    Arena arena = {0};
    Redactor redactor = {.arena = &arena};
    redactor_hear(&redactor, ROLE_CUSTOMER, STR("no 123456 yes"));
    const Masks *masks = redactor_end(&redactor);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        uint32_t start = CASES[i].start, end = CASES[i].end;
        masks_move(masks, 0, &start, &end);
        assert_int_equal(start, CASES[i].new_start);
        assert_int_equal(end, CASES[i].new_end);
    }
    arena_free(&arena);
}

static Scorecard card(Arena *arena) {
    Scorecard made = {.call = STR("123456"), .said_from = 1};
    *vec_push(arena, &made.said) = (Said){STR("Your PIN?"), NO_TIME, ROLE_AGENT};
    *vec_push(arena, &made.said) = (Said){STR("is 1234 right"), NO_TIME, ROLE_CUSTOMER};
    Mark *mark = vec_push(arena, &made.marks);
    *mark = (Mark){.why = STR("said 1234567")};
    *quotes_add(arena, mark) =
        (Quote){.quote = STR("1234 right"), .turn = 2, .start = 3, .end = 13};
    *quotes_add(arena, mark) =
        (Quote){.quote = STR("jo@example.com"), .turn = 9, .start = 0, .end = 14};
    return made;
}

static void a_card_quotes_what_is_masked(void **state) {
    (void)state;
    Arena arena = {0};
    Scorecard made = card(&arena);
    scorecard_redact(&arena, &made);
    const Mark *mark = &made.marks.items[0];
    assert_text(made.call, "123456");
    assert_text(made.said.items[1].text, "is [SECRET] right");
    assert_text(mark->why, "said [NUMBER]");
    assert_text(mark->quotes.items[0].quote, "[SECRET] right");
    assert_int_equal(mark->quotes.items[0].start, 3);
    assert_int_equal(mark->quotes.items[0].end, 17);
    assert_text(mark->quotes.items[1].quote, "[EMAIL]"); // its turn is not known
    arena_free(&arena);
}

// More digits than a number is kept of, and more words than a number has.
static void long_numbers_have_no_end(void **state) {
    enum { DIGITS = 100000 };
    (void)state;
    Arena arena = {0};
    Buf text = {.arena = &arena}, words = {.arena = &arena};
    for (int i = 0; i < DIGITS; i++) buf_byte(&text, '7'), buf_text(&words, "seven ");
    assert_text(text_redacted(&arena, buf_str(&text)), "[NUMBER]");
    Str redacted = text_redacted(&arena, buf_str(&words));
    assert_false(str_has(redacted, STR("seven seven")));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_masked_alone),
        cmocka_unit_test(a_number_goes_on_in_the_next_turn),
        cmocka_unit_test(an_answer_is_masked_for_its_question),
        cmocka_unit_test(bytes_stand_where_they_stood),
        cmocka_unit_test(a_card_quotes_what_is_masked),
        cmocka_unit_test(long_numbers_have_no_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
