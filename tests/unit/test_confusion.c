#include "tally/confusion.h"

#include "make_call.h"

#include <math.h>

static void assert_near(double value, double wanted, double most) {
    if (!(fabs(value - wanted) <= most)) fail_msg("%.6f is not %.6f", value, wanted);
}

static Confusion confusion_of(uint64_t true_positives, uint64_t false_alarms,
                              uint64_t misses) {
    return (Confusion){.turns = 1000,
                       .positives = true_positives + misses,
                       .found = true_positives + false_alarms,
                       .true_positives = true_positives};
}

static void turns_are_counted(void **state) {
    (void)state;
    Confusion seen = {0}, other = {.unknown = 2};
    confusion_add(&seen, true, true);
    confusion_add(&seen, true, false);
    confusion_add(&seen, false, true);
    confusion_add(&seen, false, false);
    confusion_merge(&other, &seen);
    confusion_merge(&other, &seen);
    assert_int_equal(other.turns, 8);
    assert_int_equal(other.positives, 4);
    assert_int_equal(other.found, 4);
    assert_int_equal(other.true_positives, 2);
    assert_int_equal(other.unknown, 2);
}

// 80 right, 20 false alarms, 40 misses: 80/100, 80/120, 160/220.
static void shares_are_what_they_are_called(void **state) {
    (void)state;
    Confusion seen = confusion_of(80, 20, 40);
    assert_near(confusion_precision(&seen).value, 0.8, 1e-12);
    assert_near(confusion_recall(&seen).value, 2.0 / 3, 1e-12);
    assert_near(confusion_f1(&seen).value, 160.0 / 220, 1e-12);
}

// The interval of J = 80/140 by Wilson, 0.48863 to 0.65042, worked out apart from this
// program; 2 J / (1 + J) of its ends.
static void the_interval_of_f1_follows_from_the_overlap(void **state) {
    (void)state;
    Confusion seen = confusion_of(80, 20, 40);
    Proportion f1 = confusion_f1(&seen);
    assert_near(f1.low, 0.65648, 0.00005);
    assert_near(f1.high, 0.78818, 0.00005);
}

static void f1_is_the_harmonic_mean_within_its_interval(void **state) {
    (void)state;
    for (uint64_t right = 1; right < 30; right += 4)
        for (uint64_t alarms = 0; alarms < 30; alarms += 3)
            for (uint64_t misses = 0; misses < 30; misses += 7) {
                Confusion seen = confusion_of(right, alarms, misses);
                double p = confusion_precision(&seen).value;
                double r = confusion_recall(&seen).value;
                Proportion f1 = confusion_f1(&seen);
                assert_near(f1.value, 2 * p * r / (p + r), 1e-12);
                assert_true(0 <= f1.low && f1.low <= f1.value);
                assert_true(f1.value <= f1.high && f1.high <= 1);
            }
}

static void what_there_is_none_of_is_not_known(void **state) {
    (void)state;
    Confusion nothing = confusion_of(0, 0, 0), alarms = confusion_of(0, 5, 0),
              misses = confusion_of(0, 0, 5);
    assert_false(confusion_precision(&nothing).known ||
                 confusion_recall(&nothing).known || confusion_f1(&nothing).known);
    assert_true(confusion_precision(&alarms).known);
    assert_false(confusion_recall(&alarms).known || confusion_f1(&alarms).known);
    assert_false(confusion_precision(&misses).known);
    assert_true(confusion_f1(&misses).known);
    assert_near(confusion_f1(&misses).value, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turns_are_counted),
        cmocka_unit_test(shares_are_what_they_are_called),
        cmocka_unit_test(the_interval_of_f1_follows_from_the_overlap),
        cmocka_unit_test(f1_is_the_harmonic_mean_within_its_interval),
        cmocka_unit_test(what_there_is_none_of_is_not_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
