#include "tally/agreement.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define M VERDICT_MET
#define P VERDICT_PARTLY
#define N VERDICT_NOT_MET
#define X VERDICT_NOT_APPLICABLE
#define U VERDICT_NOT_ASSESSABLE

static void assert_near(double value, double expected) {
    assert_true(fabs(value - expected) < 0.0001);
}

// 35 of 50 alike; by chance (25 x 30 + 25 x 20) / 50^2 = 0.5: (0.7 - 0.5) / (1 - 0.5).
static void kappa_by_hand(void **state) {
    (void)state;
    uint32_t count[VERDICT_COUNT][VERDICT_COUNT] = {
        [M] = {[M] = 20, [P] = 5}, [P] = {[M] = 10, [P] = 15}};
    Kappa kappa = kappa_of(count);
    assert_true(kappa.known);
    assert_near(kappa.value, 0.4);
}

static void kappa_of_one_value_is_not_known(void **state) {
    (void)state;
    uint32_t count[VERDICT_COUNT][VERDICT_COUNT] = {[X] = {[X] = 9}};
    assert_false(kappa_of(count).known);
}

// Coincidences: MM 3 + 1, MP and PM 1 each, PP 3 + 1, PN and NP 1 each; of 12 values 5
// are M, 6 P, 1 N: 1 - 11 x 4 / (5 x 7 + 6 x 6 + 1 x 11).
static void alpha_by_hand(void **state) {
    (void)state;
    static const Verdict READERS[][3] = {{M, M, M}, {M, M, P}, {P, P, P}, {N, P, P}};
    JudgedCase cases[4];
    for (size_t i = 0; i < 4; i++) cases[i] = (JudgedCase){.readers = READERS[i]};
    Kappa alpha = alpha_of(cases, 4, 3);
    assert_true(alpha.known);
    assert_near(alpha.value, 1 - 44.0 / 82);
}

static Agreement agree(const Verdict (*readers)[2], const Verdict *machine,
                       size_t count) {
    static JudgedCase cases[8];
    Arena arena = {0};
    for (size_t i = 0; i < count; i++) cases[i] = (JudgedCase){readers[i], machine[i]};
    Agreement agreement = agreement_of(&arena, cases, count, 2);
    arena_free(&arena);
    return agreement;
}

static void occasions_are_those_that_all_saw(void **state) {
    (void)state;
    static const Verdict READERS[][2] = {{M, P}, {M, X}, {X, X}, {N, N}, {M, M}};
    static const Verdict MACHINE[] = {M, M, P, N, X};
    Agreement agreement = agree(READERS, MACHINE, 5);
    assert_int_equal(agreement.cases, 5);
    assert_int_equal(agreement.occasions, 3);
    assert_int_equal(agreement.seen, 2);
    assert_int_equal(agreement.decided, 4);
    assert_int_equal(agreement.real, 3);
    assert_int_equal(agreement.shared, 3);
}

static void an_accusation_is_false_when_nobody_shares_it(void **state) {
    (void)state;
    static const Verdict READERS[][2] = {{M, N}, {M, X}, {X, X}};
    static const Verdict MACHINE[] = {N, N, N};
    Agreement agreement = agree(READERS, MACHINE, 3);
    assert_int_equal(agreement.accusations, 3);
    assert_int_equal(agreement.false_accusations, 2);
}

static void silence_agrees_with_doubt_only(void **state) {
    (void)state;
    static const Verdict READERS[][2] = {{X, U}, {M, M}, {M, M}, {X, X}};
    static const Verdict SILENT[] = {U, M, M, U}, WRONG[] = {U, U, U, U};
    assert_near(agree(READERS, SILENT, 4).machine.value, 1);
    // Two of four alike; by chance 2/4 x 2/4.
    assert_near(agree(READERS, WRONG, 4).machine.value, 1.0 / 3);
}

static void a_reader_who_did_not_judge_a_call_is_left_out(void **state) {
    (void)state;
    static const Verdict READERS[][2] = {{M, VERDICT_COUNT},
                                         {VERDICT_COUNT, VERDICT_COUNT}};
    static const Verdict MACHINE[] = {M, M};
    Agreement agreement = agree(READERS, MACHINE, 2);
    assert_int_equal(agreement.cases, 1);
    assert_int_equal(agreement.occasions, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kappa_by_hand),
        cmocka_unit_test(kappa_of_one_value_is_not_known),
        cmocka_unit_test(alpha_by_hand),
        cmocka_unit_test(occasions_are_those_that_all_saw),
        cmocka_unit_test(an_accusation_is_false_when_nobody_shares_it),
        cmocka_unit_test(silence_agrees_with_doubt_only),
        cmocka_unit_test(a_reader_who_did_not_judge_a_call_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
