// What times mean, judged by what they would mean: units, clocks, dates, midnight, the
// order of turns.
#include "test_read.h"

#include "call/time_judge.h"

// The turns of a call of CSV rows "speaker,start,end,text" under a header, and what was
// complained of.
static const char *read_rows(Reading *reading, const char *start, const char *rows) {
    reading->calls.len = reading->diags.items.len = 0;
    Buf csv = {.arena = &reading->arena};
    buf_format(&csv, "call_id,speaker,%s,end,text\n", start);
    Str rest = str_from(rows), row;
    while (str_next(&rest, '\n', &row))
        if (row.len) buf_format(&csv, "1,%.*s\n", STR_ARG(row));
    read_file(reading, "a.csv", str_z(&reading->arena, buf_str(&csv)));
    Buf out = {.arena = &reading->arena};
    for (size_t i = 0; i < reading->calls.len; i++)
        vec_each(const Turn, turn, &reading->calls.items[i].turns) {
            if (turn->start_ms == NO_TIME)
                buf_text(&out, " -");
            else
                buf_format(&out, " %lld", (long long)turn->start_ms);
        }
    vec_each(const Diag, diag, &reading->diags.items)
        buf_format(&out, "\n%s", diag->level == DIAG_ERROR ? "error" : "warning");
    return str_z(&reading->arena, buf_str(&out));
}

// Rows of calls of ten turns, 100 to the word, the first `without` of them without ends.
static int64_t read_second_start(Reading *reading, int without, int count) {
    reading->calls.len = reading->diags.items.len = 0;
    Buf csv = {.arena = &reading->arena};
    buf_text(&csv, "call_id,speaker,start,end,text\n");
    for (int i = 0; i < count; i++) {
        buf_format(&csv, "%d,%s,%d,", i / 10, i % 2 ? "agent" : "customer", i % 10 * 500);
        if (i >= without) buf_format(&csv, "%d", i % 10 * 500 + 500);
        buf_text(&csv, ",one two three four five\n");
    }
    read_file(reading, "a.csv", str_z(&reading->arena, buf_str(&csv)));
    assert_int_equal(reading->calls.len, (count + 9) / 10);
    return reading->calls.items[0].turns.items[1].start_ms;
}

// Without ends they may be seconds between messages.
static void the_first_few_thousand_turns_tell_the_unit(void **state) {
    assert_int_equal(read_second_start(*state, 0, 3 * PACED_MOST), 500);
    assert_true(read_second_start(*state, 0, 100) == 500);
    assert_true(read_second_start(*state, PACED_MOST * 2, 6 * PACED_MOST) == NO_TIME);
}

static void numbers_are_of_the_unit_in_which_people_speak(void **state) {
    static const char SECONDS[] = "agent,0,3,how can I help you today\n"
                                  "customer,4.5,6,my card is lost\n";
    static const char MS[] = "agent,250,3750,how can I help you today\n"
                             "customer,4250,7750,my card is lost\n"
                             "agent,8250,9750,I am sorry\n";
    static const char US[] = "agent,250000,3750000,how can I help you today\n"
                             "customer,4250000,7750000,my card is lost\n";
    assert_string_equal(read_rows(*state, "start", SECONDS), " 0 4500");
    assert_string_equal(read_rows(*state, "start", MS), " 250 4250 8250");
    assert_string_equal(read_rows(*state, "start", US), " 250 4250");
    assert_string_equal(read_rows(*state, "start_ms", MS), " 250 4250 8250");
}

static void numbers_far_apart_may_be_messages(void **state) {
    assert_string_equal(read_rows(*state, "start",
                                  "agent,0,,how can I help\n"
                                  "customer,4000,,my card is lost and I am sad\n"
                                  "agent,8000,,I am sorry to hear that\n"),
                        " - - -\nwarning");
}

static void numbers_of_spreadsheets_are_days(void **state) {
    Reading *reading = *state;
    // Noon of the 31st of December 2025, then half a minute later.
    assert_string_equal(read_rows(reading, "time",
                                  "agent,46022.5,,how can I help\n"
                                  "customer,46022.500347,,my card is lost\n"),
                        " 0 29981");
    assert_int_equal(reading->calls.items[0].started_at, 1767182400000);
    assert_string_equal(read_rows(reading, "time",
                                  "agent,0.5,,how can I help\n"
                                  "customer,0.500347,,my card is lost\n"),
                        " 0 29981");
}

static void decimal_commas(void **state) {
    assert_string_equal(read_rows(*state, "start",
                                  "agent,\"0,5\",\"3,25\",how can I help\n"
                                  "customer,\"4,5\",,my card is lost\n"),
                        " 500 4500");
    assert_string_equal(read_rows(*state, "start_ms",
                                  "agent,500,900,how can I help\n"
                                  "customer,\"4,500\",,my card is lost\n"),
                        " 500 4500");
}

static void pairs_are_hours_when_nobody_speaks_that_fast(void **state) {
    assert_string_equal(
        read_rows(*state, "time",
                  "agent,9:05,,\"Hello and welcome to the shop, how can I help you?\"\n"
                  "customer,9:05,,my card is lost and I am sad\n"
                  "agent,9:31,,I am sorry to hear that\n"),
        " 0 0 1560000");
    assert_string_equal(read_rows(*state, "time",
                                  "agent,0:03,,how can I help\n"
                                  "customer,0:09,,my card is lost and I am sad\n"
                                  "agent,1:31,,I am sorry to hear that\n"),
                        " 3000 9000 91000");
    assert_string_equal(read_rows(*state, "time",
                                  "agent,58:03,,how can I help\n"
                                  "customer,58:09,,my card is lost\n"
                                  "agent,1:00:31,,I am sorry\n"),
                        " 3483000 3489000 3631000");
    assert_string_equal(read_rows(*state, "time",
                                  "agent,9:05,,how can I help\n"
                                  "customer,9:12,,my card is lost\n"),
                        " - -\nwarning");
}

static void what_contradicts_the_first_rows_is_refused(void **state) {
    Reading *reading = *state;
    enum { HEAD = 4 << 20 };
    Buf csv = {.arena = &reading->arena};
    buf_text(&csv,
             "call_id,speaker,created_at,text\n1,agent,31/12/2025 14:05,a\n2,agent,,");
    while (csv.len < HEAD) buf_text(&csv, "and so on and so on and so on ");
    buf_text(&csv, "\n3,agent,02/01/2026 09:00,c\n3,customer,02/01/2026 09:01,d\n"
                   "4,agent,01/13/2026 09:00,e\n4,customer,01/13/2026 09:01,f\n");
    write_bytes("a.csv", buf_str(&csv));
    read_paths(reading, "a.csv");
    assert_int_equal(reading->calls.len, 3);
    assert_int_equal(reading->calls.items[2].started_at, 1767344400000);
    ASSERT_COMPLAINTS(
        reading,
        "a.csv:6:9: error: time '01/13/2026 09:00' is written otherwise than those before "
        "(the first rows of a file tell how to read its times)\n");
}

static void both_orders_leave_what_may_be_either_unknown(void **state) {
    read_file(*state, "a.csv",
              "call_id,speaker,created_at,text\n"
              "1,agent,31/12/2025 14:05,a\n1,customer,31/12/2025 14:07,b\n"
              "2,agent,02/01/2026 09:00,c\n2,customer,02/01/2026 09:01,d\n"
              "3,agent,01/13/2026 09:00,e\n3,customer,01/13/2026 09:01,f\n");
    ASSERT_CALLS(*state, "1: agent@0[a] customer@120000[b]\n"
                         "2: agent[c] customer[d]\n"
                         "3: agent@0[e] customer@60000[f]\n");
    ASSERT_COMPLAINTS(*state,
                      "a.csv:4:9: error: dates may have the day or the month first "
                      "(write 2026-04-30, or name the month)\n");
}

static void dates_in_many_ways(void **state) {
    static const char *const DATES[] = {"2025-12-31 14:05:00 UTC",
                                        "2025-12-31 14:05:00 +0000",
                                        "2025/12/31 14:05",
                                        "31.12.2025 14:05",
                                        "\"31.12.25, 14:05\"",
                                        "12/31/2025 2:05 PM",
                                        "\"Dec 31, 2025 2:05 PM\"",
                                        "31 December 2025 at 14:05",
                                        "\"Wed, 31 Dec 2025 15:05:00 +0100\"",
                                        "Wed Dec 31 14:05:00 +0000 2025",
                                        "31. Dez. 2025 14:05",
                                        "2025-12-31T09:05:00-05:00",
                                        "2025-12-31 09:05 EST"};
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof DATES / sizeof *DATES; i++) {
        reading->calls.len = reading->diags.items.len = 0;
        read_file(
            reading, "a.csv",
            str_z(&reading->arena,
                  str_format(&reading->arena, "call_id,speaker,time,text\n1,agent,%s,a\n",
                             DATES[i])));
        ASSERT_COMPLAINTS(reading, "");
        assert_int_equal(reading->calls.items[0].started_at, 1767189900000);
    }
}

static void dates_of_two_months_are_not_known(void **state) {
    assert_string_equal(read_rows(*state, "time",
                                  "agent,03/04/2026 14:05,,a\n"
                                  "customer,03/04/2026 14:09,,b\n"),
                        " - -\nerror");
    // Two minutes, or a month.
    assert_string_equal(read_rows(*state, "time",
                                  "agent,03/04/2026 23:59,,a\n"
                                  "customer,04/04/2026 00:01,,b\n"),
                        " 0 120000");
    assert_string_equal(read_rows(*state, "time",
                                  "agent,2026-04-03,,a\n"
                                  "customer,2026-04-03,,b\n"),
                        " - -\nwarning");
}

static void clocks_go_on_past_midnight(void **state) {
    assert_string_equal(read_rows(*state, "time",
                                  "agent,23:58:00,,a\ncustomer,23:59:00,,b\n"
                                  "agent,00:04:00,,c\n"),
                        " 0 60000 360000");
    assert_string_equal(read_rows(*state, "time",
                                  "agent,00:04:00,,c\ncustomer,23:59:00,,b\n"
                                  "agent,23:58:00,,a\n"),
                        " 0 60000 360000");
    assert_string_equal(
        read_rows(*state, "time", "agent,11:58 PM,,a\ncustomer,12:04 AM,,b\n"),
        " 0 360000");
    assert_string_equal(
        read_rows(*state, "time", "agent,12:59:00,,a\ncustomer,1:00:00,,b\n"),
        " 0 60000");
}

static void the_hour_that_comes_twice(void **state) {
    assert_string_equal(read_rows(*state, "time",
                                  "agent,2025-10-26 02:58:00,,a\n"
                                  "customer,2025-10-26 02:03:00,,b\n"
                                  "agent,2025-10-26 02:04:00,,c\n"),
                        " 0 300000 360000");
    assert_string_equal(read_rows(*state, "time",
                                  "agent,2026-03-29 01:58:00,,a\n"
                                  "customer,2026-03-29 03:01:00,,b\n"),
                        " - -\nwarning");
    assert_string_equal(read_rows(*state, "time",
                                  "agent,2025-10-26T02:58:00+02:00,,a\n"
                                  "customer,2025-10-26T02:03:00+01:00,,b\n"),
                        " 0 300000");
}

static void turns_stand_in_the_order_of_their_times(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv",
              "call_id,speaker,created_at,text\n"
              "1,agent,2026-03-02T14:06:00Z,c\n1,customer,2026-03-02T14:05:00Z,b\n"
              "1,agent,2026-03-02T14:05:00Z,a\n"
              "2,agent,2026-03-02T14:05:00Z,a\n2,agent,2026-03-02T14:09:00Z,c\n"
              "2,customer,2026-03-02T14:07:00Z,b\n");
    ASSERT_CALLS(reading, "1: agent@0[a] customer@0[b] agent@60000[c]\n"
                          "2: agent@0[a] customer@120000[b] agent@240000[c]\n");
    ASSERT_COMPLAINTS(reading, "");
}

static void turns_stand_in_the_order_of_their_numbers(void **state) {
    read_file(*state, "a.csv",
              "call_id,turn,speaker,text\n"
              "1,1,agent,a\n1,3,agent,c\n1,2,customer,b\n"
              "2,907,agent,c\n2,88,customer,b\n2,5,agent,a\n"
              "3,907,agent,a\n3,5,customer,b\n3,88,agent,c\n"
              "4,1,agent,a\n4,2,agent,c\n4,1,customer,b\n4,2,customer,d\n");
    ASSERT_CALLS(*state, "1: agent[a] customer[b] agent[c]\n"
                         "2: agent[a] customer[b] agent[c]\n"
                         "3: agent[a] customer[b] agent[c]\n"
                         "4: agent[a] agent[c] customer[b] customer[d]\n");
}

static void times_that_begin_again_are_doubtful(void **state) {
    assert_string_equal(read_rows(*state, "start",
                                  "agent,0,,how can I help\ncustomer,4,,my card is lost\n"
                                  "agent,9,,I am sorry\nagent,0,,how can I help\n"
                                  "customer,5,,where is it\n"),
                        " - - - - -\nwarning");
    // The channels of one call.
    assert_string_equal(read_rows(*state, "start",
                                  "agent,0,,how can I help\nagent,90,,I am sorry\n"
                                  "customer,4,,my card is lost\ncustomer,95,,thanks\n"),
                        " 0 4000 90000 95000");
}

static void one_time_for_all_is_none(void **state) {
    assert_string_equal(read_rows(*state, "timestamp",
                                  "agent,2026-03-02T14:05:00Z,,how can I help\n"
                                  "customer,2026-03-02T14:05:00Z,,my card is lost\n"
                                  "agent,2026-03-02T14:05:00Z,,I am sorry\n"),
                        " - - -\nwarning");
}

static void ends_before_starts_in_json(void **state) {
    read_file(*state, "a.json",
              "{\"call\":\"1\",\"turns\":[{\"role\":\"agent\",\"start_ms\":8000,\n"
              "\"end_ms\":7000,\"text\":\"a\"}]}");
    ASSERT_CALLS(*state, "1: agent[a]\n");
    ASSERT_COMPLAINTS(*state, "a.json:1:22: error: end 7000 ms before start 8000 ms\n");
}

static void numbers_where_a_vendor_writes_text(void **state) {
    read_file(*state, "a.json",
              "{\"history\":[{\"type\":\"chat.msg\",\"timestamp\":1767189900,"
              "\"nick\":\"visitor\",\"name\":\"Ana\",\"msg\":\"a\"},"
              "{\"type\":\"chat.msg\",\"timestamp\":1767189930000,"
              "\"nick\":\"agent:1\",\"name\":\"Tom\",\"msg\":\"b\"}]}");
    ASSERT_CALLS(*state, "a: customer@0[a] agent@30000[b]\n");
    ASSERT_COMPLAINTS(*state, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(numbers_are_of_the_unit_in_which_people_speak),
        READING_TEST(the_first_few_thousand_turns_tell_the_unit),
        READING_TEST(numbers_far_apart_may_be_messages),
        READING_TEST(numbers_of_spreadsheets_are_days),
        READING_TEST(decimal_commas),
        READING_TEST(pairs_are_hours_when_nobody_speaks_that_fast),
        READING_TEST(what_contradicts_the_first_rows_is_refused),
        READING_TEST(both_orders_leave_what_may_be_either_unknown),
        READING_TEST(dates_in_many_ways),
        READING_TEST(dates_of_two_months_are_not_known),
        READING_TEST(clocks_go_on_past_midnight),
        READING_TEST(the_hour_that_comes_twice),
        READING_TEST(turns_stand_in_the_order_of_their_times),
        READING_TEST(turns_stand_in_the_order_of_their_numbers),
        READING_TEST(times_that_begin_again_are_doubtful),
        READING_TEST(one_time_for_all_is_none),
        READING_TEST(ends_before_starts_in_json),
        READING_TEST(numbers_where_a_vendor_writes_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
