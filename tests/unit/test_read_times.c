// Times of turns and calls in all the ways that transcripts write them.
#include "test_read.h"

#include "call/times.h"

// One turn with a cell in a column of the given name; "?" when the cell is no time.
static const char *read_as(Reading *reading, const char *column, const char *cell) {
    reading->calls.len = reading->diags.items.len = 0;
    Str text = str_format(&reading->arena, "call_id,speaker,%s,text\n1,agent,\"%s\",x\n",
                          column, cell);
    write_bytes("a.csv", text);
    read_paths(reading, "a.csv");
    Buf out = {.arena = &reading->arena};
    const Call *call = &reading->calls.items[0];
    put_time(&out, "start ", call->turns.items[0].start_ms);
    put_time(&out, " of ", call->started_at);
    if (reading->diags.items.len) buf_text(&out, "?");
    return str_z(&reading->arena, buf_str(&out));
}

static void relative_times(void **state) {
    assert_string_equal(read_as(*state, "start", "0"), "start 0");
    assert_string_equal(read_as(*state, "start", "17.0"), "start 17000");
    assert_string_equal(read_as(*state, "start", "1.2345"), "start 1235");
    assert_string_equal(read_as(*state, "start", " 12.5 "), "start 12500");
    assert_string_equal(read_as(*state, "start", "00:01:02"), "start 62000");
    assert_string_equal(read_as(*state, "start", "1:02.5"), "start 62500");
    assert_string_equal(read_as(*state, "start", "00:59:00,250"), "start 3540250");
    assert_string_equal(read_as(*state, "start_ms", "1500"), "start 1500");
    assert_string_equal(read_as(*state, "startMs", "1500"), "start 1500");
    assert_string_equal(read_as(*state, "offset_ms", "70000"), "start 70000");
    assert_string_equal(read_as(*state, "start_timestamp_usec", "2500000"), "start 2500");
    assert_string_equal(read_as(*state, "start_seconds", "2.5"), "start 2500");
    assert_string_equal(read_as(*state, "start", ""), "");
}

static void wall_clock_times(void **state) {
    const char *moment = "start 0 of 1589375697000";
    assert_string_equal(read_as(*state, "timestamp", "2020-05-13T13:14:57Z"), moment);
    assert_string_equal(read_as(*state, "timestamp", "2020-05-13 13:14:57"), moment);
    assert_string_equal(read_as(*state, "timestamp", "2020-05-13T15:14:57+02:00"),
                        moment);
    assert_string_equal(read_as(*state, "timestamp", "2020-05-13T13:14:57.000000Z"),
                        moment);
    assert_string_equal(read_as(*state, "timestamp", "1589375697"), moment);
    assert_string_equal(read_as(*state, "timestamp", "1589375697.0"), moment);
    assert_string_equal(read_as(*state, "timestamp", "1589375697000"), moment);
    assert_string_equal(read_as(*state, "timestamp", "1589375697000000"), moment);
    assert_string_equal(read_as(*state, "timestamp", "1589375697000000000"), moment);
    assert_string_equal(read_as(*state, "timestamp_ms", "1589375697000"), moment);
}

static void what_is_no_time(void **state) {
    static const char *const CELLS[] = {
        "soon", "-1",      "12:99",     "2020-13-01T00:00:00Z", "1e30", "nan",
        "0x10", "1:2:3:4", "12 o'clock"};
    for (size_t i = 0; i < sizeof CELLS / sizeof *CELLS; i++)
        assert_string_equal(read_as(*state, "start", CELLS[i]), "?");
}

static void moments_count_from_the_start_of_the_call(void **state) {
    Reading *reading = *state;
    read_file(
        reading, "a.csv",
        "call_id,started_at,speaker,start,end,text\n"
        "1,2020-05-13T13:14:57Z,agent,2020-05-13T13:15:00Z,2020-05-13T13:15:01.5Z,a\n"
        "1,2020-05-13T13:14:57Z,customer,2020-05-13T13:15:10Z,,b\n");
    ASSERT_CALLS(reading, "1: agent@3000-4500[a] customer@13000[b]\n");
    assert_int_equal(reading->calls.items[0].started_at, 1589375697000);
}

static void a_start_after_the_first_turn_is_no_zero(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv",
              "call_id,started_at,speaker,start,text\n"
              "1,2020-05-13T13:15:00Z,agent,2020-05-13T13:14:57Z,a\n"
              "1,2020-05-13T13:15:00Z,customer,2020-05-13T13:15:10Z,b\n");
    ASSERT_CALLS(reading, "1: agent@0[a] customer@13000[b]\n");
    assert_int_equal(reading->calls.items[0].started_at, 1589375700000);
}

static void without_a_start_the_earliest_turn_gives_it(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv",
              "call_id,speaker,time,text\n"
              "1,agent,1589375699,a\n1,customer,1589375697,b\n1,agent,,c\n");
    ASSERT_CALLS(reading, "1: agent@2000[a] customer@0[b] agent[c]\n");
    assert_int_equal(reading->calls.items[0].started_at, 1589375697000);
}

static void a_bad_time_costs_the_time_not_the_call(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv",
              "call_id,speaker,start,end,text\n"
              "1,agent,soon,2,a\n1,customer,7,5.0,b\n1,agent,8,9,c\n");
    ASSERT_CALLS(reading, "1: agent-2000[a] customer[b] agent@8000-9000[c]\n");
    ASSERT_COMPLAINTS(reading, "a.csv:2:9: error: bad time 'soon'\n"
                               "a.csv:3:14: error: end '5.0' before start '7'\n");
    const Call *call = &reading->calls.items[0];
    assert_int_equal(call->problems.len, 2);
    ASSERT_STR(reading, call->problems.items[0], "bad time 'soon'");
    ASSERT_STR(reading, call->problems.items[1], "end '5.0' before start '7'");
    ASSERT_STR(reading, reading->diags.items.items[0].call, "1");
    assert_int_equal(reading->files.items[0].refused, 0);
}

static void a_bad_start_or_wait_costs_only_itself(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv",
              "call_id,started_at,wait,speaker,text\n"
              "1,yesterday,long,agent,a\n1,yesterday,long,agent,b\n2,12,1:30,agent,c\n");
    ASSERT_CALLS(reading, "1: agent[a] agent[b]\n2: agent[c]\n");
    ASSERT_COMPLAINTS(reading, "a.csv:2:3: error: bad started_at 'yesterday'\n"
                               "a.csv:2:13: error: bad wait 'long'\n"
                               "a.csv:4:3: error: bad started_at '12'\n");
    assert_true(reading->calls.items[0].wait_ms == NO_TIME);
    assert_int_equal(reading->calls.items[1].wait_ms, 90000);
}

static void waits(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv", "call_id,wait_ms,speaker,text\n1,1500,agent,a\n");
    read_file(reading, "b.csv", "call_id,queue_time,speaker,text\n2,2 min,agent,a\n");
    assert_int_equal(reading->calls.items[0].wait_ms, 1500);
    ASSERT_STR(reading, call_field(&reading->calls.items[0], STR("wait")), "1.500");
    assert_int_equal(reading->calls.items[1].wait_ms, 120000);
    ASSERT_STR(reading, call_field(&reading->calls.items[1], STR("wait")), "120");
}

static void a_column_that_begins_with_started_is_the_start(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv", "call_id,StartedOn,speaker,text\n1,2020-05-13,agent,a\n");
    read_file(reading, "b.csv",
              "call_id,started_ms,speaker,text\n2,1589328000000,agent,a\n");
    assert_int_equal(reading->calls.items[0].started_at, 1589328000000);
    assert_int_equal(reading->calls.items[1].started_at, 1589328000000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(relative_times),
        READING_TEST(wall_clock_times),
        READING_TEST(what_is_no_time),
        READING_TEST(moments_count_from_the_start_of_the_call),
        READING_TEST(a_start_after_the_first_turn_is_no_zero),
        READING_TEST(without_a_start_the_earliest_turn_gives_it),
        READING_TEST(a_bad_time_costs_the_time_not_the_call),
        READING_TEST(a_bad_start_or_wait_costs_only_itself),
        READING_TEST(waits),
        READING_TEST(a_column_that_begins_with_started_is_the_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
