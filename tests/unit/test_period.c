#include "base/period.h"

#include <fenv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

static const int64_t HOUR_MS = 3600000;

static int64_t at(const char *text) {
    int64_t ms = NO_TIME;
    if (!date_parse(str_from(text), &ms)) fail_msg("'%s' is no time", text);
    return ms;
}

static Zone zone_of(Arena *arena, const char *name) {
    Zone zone;
    if (!zone_open(arena, str_from(name), &zone)) fail_msg("no zone '%s'", name);
    return zone;
}

static void assert_from_to(const Period *period, const char *since, const char *until) {
    assert_int_equal(period->since, at(since));
    assert_int_equal(period->until, at(until));
}

// ---- Zones

static void clocks_of_a_place_are_those_of_its_season(void **state) {
    Zone berlin = zone_of(*state, "Europe/Berlin");
    assert_int_equal(zone_local(&berlin, at("2026-01-15T12:00Z")),
                     at("2026-01-15T13:00Z"));
    assert_int_equal(zone_local(&berlin, at("2026-07-15T12:00Z")),
                     at("2026-07-15T14:00Z"));
    assert_int_equal(zone_local(&berlin, at("2026-03-29T00:59:59Z")),
                     at("2026-03-29T01:59:59Z"));
    assert_int_equal(zone_local(&berlin, at("2026-03-29T01:00Z")),
                     at("2026-03-29T03:00Z"));
}

static void a_time_that_comes_twice_is_the_first(void **state) {
    Zone berlin = zone_of(*state, "Europe/Berlin");
    assert_int_equal(zone_epoch(&berlin, at("2026-10-25T02:30")),
                     at("2026-10-25T00:30Z"));
}

static void a_time_that_never_comes_is_the_moment_of_the_leap(void **state) {
    Zone berlin = zone_of(*state, "Europe/Berlin");
    assert_int_equal(zone_epoch(&berlin, at("2026-03-29T02:30")),
                     at("2026-03-29T01:00Z"));
}

static void every_hour_of_a_year_comes_back(void **state) {
    Zone zones[] = {zone_of(*state, "America/New_York"),
                    zone_of(*state, "Australia/Lord_Howe"), zone_of(*state, "-03:30"),
                    zone_of(*state, "UTC")};
    for (size_t z = 0; z < sizeof zones / sizeof *zones; z++)
        for (int64_t t = at("2026-01-01"); t < at("2027-01-01"); t += HOUR_MS) {
            int64_t local = zone_local(&zones[z], t);
            int64_t back = zone_epoch(&zones[z], local);
            assert_int_equal(zone_local(&zones[z], back), local);
            assert_true(back <= t);
        }
}

static void zones_agree_with_the_c_library(void **state) {
    static const char *const NAMES[] = {"Europe/Berlin", "Asia/Kolkata",
                                        "America/St_Johns", "Pacific/Apia"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        Zone zone = zone_of(*state, NAMES[i]);
        setenv("TZ", NAMES[i], 1);
        tzset();
        for (int64_t t = at("1980-01-01"); t < at("2037-01-01"); t += 1009 * HOUR_MS) {
            time_t seconds = t / 1000;
            struct tm clock;
            localtime_r(&seconds, &clock);
            if (zone_local(&zone, t) - t != clock.tm_gmtoff * 1000)
                fail_msg("%s: off at %lld", NAMES[i], (long long)t);
        }
    }
}

static void a_distance_from_utc_is_a_zone(void **state) {
    Zone zone = zone_of(*state, "+05:30");
    assert_int_equal(zone_local(&zone, at("2026-01-01T00:00Z")), at("2026-01-01T05:30Z"));
}

static void what_is_no_zone_is_refused(void **state) {
    static const char *const NAMES[] = {"",        "Europe/Berln", "../../etc/passwd",
                                        "Europe",  "/etc/passwd",  "+25:00",
                                        "zone.tab"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        Zone zone;
        if (zone_open(*state, str_from(NAMES[i]), &zone))
            fail_msg("'%s' is taken for a zone", NAMES[i]);
    }
}

// ---- Periods

static void a_week_begins_on_monday(void **state) {
    Period period;
    assert_true(period_named(*state, STR("2026-W46"), NULL, NO_TIME, &period));
    assert_from_to(&period, "2026-11-09", "2026-11-16");
    assert_int_equal(period.before, at("2026-11-02"));
    assert_true(str_eq(period.label, STR("2026-W46")));
}

static void a_month_is_that_of_the_calendar(void **state) {
    Period period;
    assert_true(period_named(*state, STR("2026-01"), NULL, NO_TIME, &period));
    assert_from_to(&period, "2026-01-01", "2026-02-01");
    assert_int_equal(period.before, at("2025-12-01"));
    assert_true(str_eq(period.label, STR("2026-01")));
}

static void weeks_and_months_count_from_a_day(void **state) {
    static const struct {
        const char *name, *day, *label;
    } CASES[] = {
        {"week", "2026-11-15T23:59:59Z", "2026-W46"},
        {"week", "2026-11-16", "2026-W47"},
        {"last-week", "2026-11-16", "2026-W46"},
        {"last-week", "2027-01-04", "2026-W53"},
        {"week", "2027-01-01", "2026-W53"},
        {"month", "2026-11-30T23:59:59Z", "2026-11"},
        {"last-month", "2026-01-31", "2025-12"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Period period;
        assert_true(period_is_relative(str_from(CASES[i].name)));
        assert_true(period_named(*state, str_from(CASES[i].name), NULL, at(CASES[i].day),
                                 &period));
        if (!str_eq(period.label, str_from(CASES[i].label)))
            fail_msg("%s of %s is %.*s", CASES[i].name, CASES[i].day,
                     STR_ARG(period.label));
    }
}

static void days_are_those_of_the_zone(void **state) {
    Zone berlin = zone_of(*state, "Europe/Berlin");
    Period period;
    assert_true(period_named(*state, STR("2026-W43"), &berlin, NO_TIME, &period));
    assert_from_to(&period, "2026-10-18T22:00Z", "2026-10-25T23:00Z");
    assert_true(
        period_named(*state, STR("week"), &berlin, at("2026-10-18T22:30Z"), &period));
    assert_true(str_eq(period.label, STR("2026-W43")));
}

static void what_is_no_period_is_refused(void **state) {
    static const char *const NAMES[] = {"",        "2026-W54", "2025-W53", "2026-W00",
                                        "2026-13", "2026",     "2026-W4",  "2026-W46 "};
    Period period;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (period_named(*state, str_from(NAMES[i]), NULL, 0, &period))
            fail_msg("'%s' is taken for a period", NAMES[i]);
}

static void the_last_day_is_in_and_the_last_moment_is_out(void **state) {
    (void)state;
    Period period;
    Str bad;
    assert_true(
        period_between(STR("2026-10-05"), STR("2026-10-11"), NULL, &period, &bad));
    assert_from_to(&period, "2026-10-05", "2026-10-12");
    assert_int_equal(period.before, at("2026-09-28"));
    assert_true(period_between(STR("2026-10-05T08:00"), STR("2026-10-05T12:00+02:00"),
                               NULL, &period, &bad));
    assert_from_to(&period, "2026-10-05T08:00Z", "2026-10-05T10:00Z");
    assert_true(period_has(&period, at("2026-10-05T08:00Z")));
    assert_false(period_has(&period, at("2026-10-05T10:00Z")));
}

static void a_period_may_be_open(void **state) {
    (void)state;
    Period period;
    Str bad;
    assert_true(period_between((Str){0}, (Str){0}, NULL, &period, &bad));
    assert_true(period_is_all(&period));
    assert_true(period_between(STR("2026-10-05"), (Str){0}, NULL, &period, &bad));
    assert_true(period_has(&period, at("2999-01-01")));
    assert_false(period_has(&period, at("2026-10-04")));
    assert_int_equal(period.before, NO_TIME);
}

static void what_is_no_bound_is_named(void **state) {
    (void)state;
    Period period;
    Str bad = {0};
    assert_false(period_between(STR("2026-10-05"), STR("friday"), NULL, &period, &bad));
    assert_true(str_eq(bad, STR("friday")));
    assert_false(
        period_between(STR("2026-10-06"), STR("2026-10-05"), NULL, &period, &bad));
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(clocks_of_a_place_are_those_of_its_season, &arena),
        cmocka_unit_test_prestate(a_time_that_comes_twice_is_the_first, &arena),
        cmocka_unit_test_prestate(a_time_that_never_comes_is_the_moment_of_the_leap,
                                  &arena),
        cmocka_unit_test_prestate(every_hour_of_a_year_comes_back, &arena),
        cmocka_unit_test_prestate(zones_agree_with_the_c_library, &arena),
        cmocka_unit_test_prestate(a_distance_from_utc_is_a_zone, &arena),
        cmocka_unit_test_prestate(what_is_no_zone_is_refused, &arena),
        cmocka_unit_test_prestate(a_week_begins_on_monday, &arena),
        cmocka_unit_test_prestate(a_month_is_that_of_the_calendar, &arena),
        cmocka_unit_test_prestate(weeks_and_months_count_from_a_day, &arena),
        cmocka_unit_test_prestate(days_are_those_of_the_zone, &arena),
        cmocka_unit_test_prestate(what_is_no_period_is_refused, &arena),
        cmocka_unit_test(the_last_day_is_in_and_the_last_moment_is_out),
        cmocka_unit_test(a_period_may_be_open),
        cmocka_unit_test(what_is_no_bound_is_named),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
