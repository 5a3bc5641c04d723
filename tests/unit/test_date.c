#include "base/date.h"

#include <fenv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { DAY_MS = 86400000 };

static int64_t parsed(const char *text) {
    int64_t ms = NO_TIME;
    if (!date_parse(str_from(text), &ms)) fail_msg("'%s' is refused", text);
    return ms;
}

static void known_dates_are_read(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t seconds;
    } CASES[] = {
        {"1970-01-01", 0},
        {"1970-01-02", 86400},
        {"1969-12-31", -86400},
        {"1969-12-31T23:59:59Z", -1},
        {"2000-02-29", 951782400},
        {"2001-09-09T01:46:40Z", 1000000000},
        {"2020-05-13T13:14:57Z", 1589375697},
        {"2038-01-19T03:14:08Z", 2147483648},
        {"9999-12-31T23:59:59Z", 253402300799},
        {"0000-03-01", -62162035200},
        {"0001-01-01", -62135596800},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        if (parsed(CASES[i].text) != CASES[i].seconds * 1000)
            fail_msg("'%s' is read as %lld ms", CASES[i].text,
                     (long long)parsed(CASES[i].text));
}

static void one_moment_can_be_written_in_many_ways(void **state) {
    (void)state;
    static const char *const CASES[] = {
        "2020-05-13T13:14:57Z",      "2020-05-13t13:14:57z",
        "2020-05-13 13:14:57",       "2020-05-13T13:14:57",
        "2020-05-13T15:14:57+02:00", "2020-05-13T15:14:57+0200",
        "2020-05-13T15:14:57+02",    "2020-05-13T07:44:57-05:30",
        "2020-05-14T03:14:57+14:00", "2020-05-12T23:14:57-14:00",
        "2020-05-13T13:14:57.000Z",  "2020-05-13T13:14:57,000",
        " 2020-05-13 13:14:57\r\n",  "2020-05-13T13:14:57-00:00",
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        if (parsed(CASES[i]) != 1589375697000)
            fail_msg("'%s' is another moment", CASES[i]);
}

static void seconds_may_be_left_out(void **state) {
    (void)state;
    assert_true(parsed("2020-05-13 13:14") == parsed("2020-05-13 13:14:00"));
    assert_true(parsed("2020-05-13T13:14+01:00") == parsed("2020-05-13T12:14:00Z"));
}

static void fractions_are_cut_to_milliseconds(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t ms;
    } CASES[] = {{"1970-01-01T00:00:00.5", 500},       {"1970-01-01T00:00:00.05", 50},
                 {"1970-01-01T00:00:00.123Z", 123},    {"1970-01-01T00:00:00,123", 123},
                 {"1970-01-01T00:00:00.1239999", 123}, {"1970-01-01T00:00:00.000999", 0},
                 {"1970-01-01T01:00:00.25+01:00", 250}};
    for (size_t i = 0; i < COUNT(CASES); i++)
        assert_int_equal(parsed(CASES[i].text), CASES[i].ms);
}

static void midnight_may_end_a_day(void **state) {
    (void)state;
    assert_true(parsed("2020-12-31T24:00:00Z") == parsed("2021-01-01"));
}

static void a_leap_second_is_the_next_minute(void **state) {
    (void)state;
    assert_true(parsed("2016-12-31T23:59:60Z") == parsed("2017-01-01"));
}

static void what_is_no_date_is_refused(void **state) {
    (void)state;
    static const char *const CASES[] = {
        "",
        " ",
        "2021",
        "2021-01",
        "2021-02-29",
        "1900-02-29",
        "2021-13-01",
        "2021-00-01",
        "2021-01-00",
        "2021-01-32",
        "2021-04-31",
        "2021-1-1",
        "21-01-01",
        "2021/01/01",
        "20210101",
        "-2021-01-01",
        "+2021-01-01",
        "12021-01-01",
        "2021-01-01x",
        "2021-01-01T",
        "2021-01-01 T10:00",
        "2021-01-01T10",
        "2021-01-01T1:00",
        "2021-01-01T10:0",
        "2021-01-01T25:00",
        "2021-01-01T24:00:01",
        "2021-01-01T24:30",
        "2021-01-01T10:60",
        "2021-01-01T10:00:61",
        "2021-01-01T10:00:00.",
        "2021-01-01T10:00:00.x",
        "2021-01-01T10:00:",
        "2021-01-01T10:00:00+",
        "2021-01-01T10:00:00+2",
        "2021-01-01T10:00:00+02:",
        "2021-01-01T10:00:00+02:0",
        "2021-01-01T10:00:00+24:00",
        "2021-01-01T10:00:00+02:60",
        "2021-01-01T10:00:00ZZ",
        "2021-01-01T10:00:00Z+01:00",
        "2021-01-01T10:00:00 PM",
        "2021-O1-01",
        "yesterday",
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        if (date_parse(str_from(CASES[i]), &(int64_t){0}))
            fail_msg("'%s' is read as a date", CASES[i]);
    assert_false(date_parse((Str){"2021-01-01\0", 11}, &(int64_t){0}));
}

static void a_year_is_a_leap_year_by_the_gregorian_rule(void **state) {
    for (int year = 1; year < 10000; year++) {
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        Str text = str_format(*state, "%04d-02-29", year);
        assert_int_equal(date_parse(text, &(int64_t){0}), leap);
        assert_int_equal(date_days(year + 1, 1, 1) - date_days(year, 1, 1), 365 + leap);
    }
}

static void times_are_written_in_utc(void **state) {
    static const struct {
        int64_t ms;
        const char *text;
    } CASES[] = {{0, "1970-01-01T00:00:00Z"},
                 {1589375697000, "2020-05-13T13:14:57Z"},
                 {1589375697120, "2020-05-13T13:14:57.120Z"},
                 {1589375697007, "2020-05-13T13:14:57.007Z"},
                 {-1, "1969-12-31T23:59:59.999Z"},
                 {-DAY_MS, "1969-12-31T00:00:00Z"},
                 {253402300799999, "9999-12-31T23:59:59.999Z"}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        assert_string_equal(str_z(*state, date_format(*state, CASES[i].ms)),
                            CASES[i].text);
        Str day = str_slice(str_from(CASES[i].text), 0, 10);
        assert_true(str_eq(date_format_day(*state, CASES[i].ms), day));
    }
}

// The year of a week is not always that of its days.
static void weeks_are_those_of_iso_8601(void **state) {
    static const struct {
        const char *day, *week;
    } CASES[] = {
        {"1970-01-01", "1970-W01"}, {"2026-11-28", "2026-W48"},
        {"2020-12-31", "2020-W53"}, {"2021-01-03", "2020-W53"},
        {"2021-01-04", "2021-W01"}, {"2018-12-30", "2018-W52"},
        {"2018-12-31", "2019-W01"}, {"1969-12-28", "1969-W52"},
        {"1969-12-29", "1970-W01"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        int64_t ms;
        assert_true(date_parse(str_from(CASES[i].day), &ms));
        Str week = date_format_week(*state, ms + DAY_MS - 1);
        assert_string_equal(str_z(*state, week), CASES[i].week);
    }
}

static uint64_t next_random(uint64_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

// A moment of the years 1000 to 9999.
static int64_t random_moment(uint64_t *seed) {
    int64_t first = -30610224000000, last = 253402300799999;
    return first + (int64_t)(next_random(seed) % (uint64_t)(last - first));
}

static void a_time_written_and_read_is_the_same(void **state) {
    uint64_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        int64_t ms = random_moment(&seed), again = 0;
        Str text = date_format(*state, ms);
        if (!date_parse(text, &again) || again != ms)
            fail_msg("%lld becomes '%.*s'", (long long)ms, STR_ARG(text));
        arena_reset(*state);
    }
}

static void days_agree_with_the_c_library(void **state) {
    uint64_t seed = 2;
    for (int i = 0; i < 20000; i++) {
        int64_t ms = random_moment(&seed), year;
        int month, day;
        // The division rounds towards zero, and only whole seconds of the day matter.
        time_t second = (ms - (ms % 1000 + 1000) % 1000) / 1000;
        struct tm tm;
        char ours[64], theirs[64];
        gmtime_r(&second, &tm);
        strftime(theirs, sizeof theirs, "%Y-%m-%d", &tm);
        date_civil(ms, &year, &month, &day);
        snprintf(ours, sizeof ours, "%lld-%02d-%02d", (long long)year, month, day);
        assert_string_equal(ours, theirs);
        strftime(theirs, sizeof theirs, "%G-W%V", &tm);
        assert_string_equal(str_z(*state, date_format_week(*state, ms)), theirs);
        arena_reset(*state);
    }
}

static void civil_dates_and_days_are_inverse(void **state) {
    (void)state;
    for (int64_t days = -800000; days < 3000000; days++) {
        int64_t year;
        int month, day;
        struct tm tm;
        gmtime_r(&(time_t){days * DAY_MS / 1000}, &tm);
        date_civil(days * DAY_MS + DAY_MS - 1, &year, &month, &day);
        assert_int_equal(year, tm.tm_year + 1900);
        assert_int_equal(month, tm.tm_mon + 1);
        assert_int_equal(day, tm.tm_mday);
        assert_int_equal(date_days(year, month, day), days);
    }
}

typedef struct {
    const char *text;
    int64_t ms; // NO_TIME where it is refused
} LengthCase;

static void check_lengths(const LengthCase *cases, size_t count,
                          bool parse(Str, int64_t *)) {
    for (size_t i = 0; i < count; i++) {
        int64_t ms = 0;
        if (!parse(str_from(cases[i].text), &ms)) ms = NO_TIME;
        if (ms != cases[i].ms)
            fail_msg("'%s' is read as %lld", cases[i].text, (long long)ms);
    }
}

static void clock_times_are_read(void **state) {
    (void)state;
    static const LengthCase CASES[] = {
        {"0:00", 0},
        {"00:00:00", 0},
        {"1:02", 62000},
        {"01:02", 62000},
        {"90:00", 5400000},
        {"1:02:03", 3723000},
        {"100:00:00", 360000000},
        {"00:01.5", 1500},
        {"00:00:01,250", 1250},
        {"00:00:01.0009", 1000},
        {" 0:30 ", 30000},
        {"9999:59:59.999", 35999999999},
    };
    check_lengths(CASES, COUNT(CASES), clock_parse);
}

static void what_is_no_clock_time_is_refused(void **state) {
    (void)state;
    static const LengthCase CASES[] = {
        {"", NO_TIME},          {"5", NO_TIME},       {"5.5", NO_TIME},
        {":30", NO_TIME},       {"1:", NO_TIME},      {"1:60", NO_TIME},
        {"1:60:00", NO_TIME},   {"1:00:60", NO_TIME}, {"1:000", NO_TIME},
        {"1::2", NO_TIME},      {"1:2:3:4", NO_TIME}, {"-1:00", NO_TIME},
        {"1:-2", NO_TIME},      {"1:00.", NO_TIME},   {"1:00 pm", NO_TIME},
        {"12345:00", NO_TIME},  {"a:00", NO_TIME},    {"1.5:00", NO_TIME},
        {"1:00\t:00", NO_TIME},
    };
    check_lengths(CASES, COUNT(CASES), clock_parse);
}

static void clock_times_are_written_for_a_coach(void **state) {
    static const LengthCase CASES[] = {
        {"0:00", 0},          {"0:00", 999},           {"0:59", 59999},
        {"1:00", 60000},      {"59:59", 3599999},      {"1:00:00", 3600000},
        {"1:01:01", 3661000}, {"27:46:40", 100000000},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        assert_string_equal(str_z(*state, clock_format(*state, CASES[i].ms)),
                            CASES[i].text);
}

static void durations_are_read(void **state) {
    (void)state;
    static const LengthCase CASES[] = {
        {"0", 0},          {"30", 30000},          {"500 ms", 500},
        {"500ms", 500},    {"30 s", 30000},        {"30 sec", 30000},
        {"2 min", 120000}, {"2m", 120000},         {"1 h", 3600000},
        {"1 d", 86400000}, {"1.5 h", 5400000},     {".5 s", 500},
        {"2.5", 2500},     {" 5 s ", 5000},        {"0.4 ms", 0},
        {"0.5 ms", 1},     {"365 d", 31536000000},
    };
    check_lengths(CASES, COUNT(CASES), duration_parse);
}

static void what_is_no_duration_is_refused(void **state) {
    (void)state;
    static const LengthCase CASES[] = {
        {"", NO_TIME},
        {"s", NO_TIME},
        {".", NO_TIME},
        {"-5 s", NO_TIME},
        {"+5 s", NO_TIME},
        {"5 x", NO_TIME},
        {"5 S", NO_TIME},
        {"5 hours", NO_TIME},
        {"1.2.3", NO_TIME},
        {"1 2 s", NO_TIME},
        {"1,5 s", NO_TIME},
        {"5 s s", NO_TIME},
        {"1e3", NO_TIME},
        {"0x10", NO_TIME},
        {"inf", NO_TIME},
        {"nan s", NO_TIME},
        {"1:30", NO_TIME},
        {"99999999999999 d", NO_TIME},
        {"999999999999999999999999999999999999999999999999999999999999 d", NO_TIME},
    };
    check_lengths(CASES, COUNT(CASES), duration_parse);
}

static void a_duration_out_of_range_is_not_rounded(void **state) {
    (void)state;
    int64_t ms = 7;
    feclearexcept(FE_ALL_EXCEPT);
    assert_false(duration_parse(STR("99999999999999999999 d"), &ms));
    assert_false(fetestexcept(FE_INVALID));
    assert_int_equal(ms, 7);
}

int main(void) {
    Arena arena = {0};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_dates_are_read),
        cmocka_unit_test(one_moment_can_be_written_in_many_ways),
        cmocka_unit_test(seconds_may_be_left_out),
        cmocka_unit_test(fractions_are_cut_to_milliseconds),
        cmocka_unit_test(midnight_may_end_a_day),
        cmocka_unit_test(a_leap_second_is_the_next_minute),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test_prestate(a_year_is_a_leap_year_by_the_gregorian_rule, &arena),
        cmocka_unit_test_prestate(times_are_written_in_utc, &arena),
        cmocka_unit_test_prestate(a_time_written_and_read_is_the_same, &arena),
        cmocka_unit_test_prestate(weeks_are_those_of_iso_8601, &arena),
        cmocka_unit_test_prestate(days_agree_with_the_c_library, &arena),
        cmocka_unit_test(civil_dates_and_days_are_inverse),
        cmocka_unit_test(clock_times_are_read),
        cmocka_unit_test(what_is_no_clock_time_is_refused),
        cmocka_unit_test_prestate(clock_times_are_written_for_a_coach, &arena),
        cmocka_unit_test(durations_are_read),
        cmocka_unit_test(what_is_no_duration_is_refused),
        cmocka_unit_test(a_duration_out_of_range_is_not_rounded),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
