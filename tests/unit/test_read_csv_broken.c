#include "test_read.h"

static const size_t MIB = 1 << 20;

static void a_row_with_too_few_or_many_cells_refuses_its_call(void **state) {
    Reading *reading = *state;
    read_file(
        reading, "a.csv",
        "call_id,speaker,text\n"
        "1,agent,hi\n1,agent\n1,agent,a,b,c\n2,agent,ok\n3,agent,a,b\n4,agent,ok\n");
    ASSERT_CALLS(reading, "2: agent[ok]\n4: agent[ok]\n");
    ASSERT_COMPLAINTS(reading, "a.csv:3:8: error: row of 2 cells under a header of 3\n"
                               "a.csv:6:11: error: row of 4 cells under a header of 3\n");
    ASSERT_STR(reading, reading->diags.items.items[0].call, "1");
    ASSERT_STR(reading, reading->diags.items.items[1].call, "3");
    assert_int_equal(reading->files.items[0].calls, 2);
    assert_int_equal(reading->files.items[0].refused, 2);
}

static void a_broken_quote_costs_one_call_and_no_other_row(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv",
              "call_id,speaker,text\n"
              "1,agent,\"not closed\n"
              "2,agent,\"fine, here\"\n"
              "3,agent,5\" pipe\n"
              "4,agent,\"bad\"quote\n"
              "5,agent,\"last\"\n");
    ASSERT_CALLS(reading, "2: agent[fine, here]\n5: agent[last]\n");
    ASSERT_COMPLAINTS(
        reading,
        "a.csv:2:9: error: quoted cell opened here has text after its closing quote\n"
        "a.csv:4:10: error: quote in a cell that does not begin with one\n"
        "a.csv:5:9: error: quoted cell opened here has text after its closing quote\n");
    ASSERT_STR(reading, reading->diags.items.items[1].call, "3");
    assert_int_equal(reading->files.items[0].refused, 3);
}

static void a_cell_open_at_the_end_of_the_file_is_named_where_it_opened(void **state) {
    read_file(*state, "a.csv",
              "call_id,text,speaker\n1,\"a\nb\",agent\n2,\"x\nb\",\"agent\n3,ok,agent\n");
    ASSERT_CALLS(*state, "1: agent[a\nb]\n3: agent[ok]\n");
    ASSERT_COMPLAINTS(*state,
                      "a.csv:5:4: error: quoted cell opened here is not closed\n");
}

static void columns_are_counted_in_characters(void **state) {
    read_file(*state, "a.csv",
              "call_id,text,speaker,start\n1,\"caf\u00e9\nna\u00efve\",agent,soon\n");
    ASSERT_COMPLAINTS(*state, "a.csv:3:14: error: bad time 'soon'\n");
}

// A file whose second row is a quoted cell of `bytes` bytes that never closes.
static void write_open_cell(Arena *arena, size_t bytes) {
    Buf text = {.arena = arena};
    buf_text(&text, "call_id,speaker,text\n1,agent,ok\n2,agent,\"");
    while (text.len < bytes) buf_text(&text, "0123456789 abcdefghijklmnopqrstuvwxyz\n");
    buf_text(&text, "\n3,agent,after\n");
    write_bytes("a.csv", buf_str(&text));
}

static void an_open_cell_is_given_up_after_8_mib(void **state) {
    Reading *reading = *state;
    write_open_cell(&reading->arena, 9 * MIB);
    read_paths(reading, "a.csv");
    ASSERT_STR(reading, reading->diags.items.items[0].text,
               "quoted cell opened here is not closed within 8 MiB");
    assert_int_equal(reading->diags.items.items[0].place.line, 3);
    assert_int_equal(reading->diags.items.items[0].place.col, 9);
    ASSERT_STR(reading, reading->diags.items.items[0].call, "2");
    ASSERT_CALLS(reading, "1: agent[ok]\n3: agent[after]\n");
}

static void a_long_cell_within_8_mib_is_read(void **state) {
    Reading *reading = *state;
    Buf text = {.arena = &reading->arena};
    buf_text(&text, "call_id,speaker,text\n1,agent,\"");
    while (text.len < 7 * MIB) buf_text(&text, "0123456789 abcdefghijklmnopqrstuvwxyz\n");
    buf_text(&text, "\"\n2,agent,after\n");
    write_bytes("a.csv", buf_str(&text));
    read_paths(reading, "a.csv");
    ASSERT_COMPLAINTS(reading, "");
    assert_int_equal(reading->calls.len, 2);
    assert_true(reading->calls.items[0].turns.items[0].text.len > 6 * MIB);
    assert_true(reading->calls.items[1].place.line > 100000);
}

// Of any format: one file must not take all memory, and the calls of others with it.
static void a_call_of_more_than_64_mib_is_refused(void **state) {
    Reading *reading = *state;
    Buf text = {.arena = &reading->arena};
    buf_text(&text, "call_id,speaker,text\n0,agent,before\n");
    while (text.len < 65 * MIB) {
        buf_text(&text, "1,agent,");
        for (size_t i = 0; i < MIB / 16; i++) buf_text(&text, "0123456789abcde ");
        buf_text(&text, "\n");
    }
    buf_text(&text, "2,agent,after\n");
    write_bytes("a.csv", buf_str(&text));
    read_paths(reading, "a.csv");
    ASSERT_COMPLAINTS(reading, "a.csv:3:1: error: call longer than 64 MiB\n");
    ASSERT_CALLS(reading, "0: agent[before]\n2: agent[after]\n");
}

static void a_line_of_more_than_8_mib_is_passed_over(void **state) {
    Reading *reading = *state;
    Buf text = {.arena = &reading->arena};
    buf_text(&text, "call_id,speaker,text\n1,agent,");
    while (text.len < 20 * MIB) buf_text(&text, "0123456789 abcdefghijklmnopqrstuvwxyz");
    buf_text(&text, "\n2,agent,after\n");
    write_bytes("a.csv", buf_str(&text));
    read_paths(reading, "a.csv");
    ASSERT_COMPLAINTS(reading, "a.csv:2:1: error: row is longer than 8 MiB\n");
    ASSERT_STR(reading, reading->diags.items.items[0].call, "1");
    ASSERT_CALLS(reading, "2: agent[after]\n");
}

static void rows_that_stand_apart_refuse_their_call(void **state) {
    Reading *reading = *state;
    read_file(
        reading, "a.csv",
        "call_id,speaker,text\n1,agent,a\n2,agent,b\n1,agent,c\n3,agent,d\n1,agent,e\n");
    ASSERT_CALLS(reading, "2: agent[b]\n3: agent[d]\n");
    ASSERT_COMPLAINTS(
        reading,
        "a.csv:4:1: error: rows of call '1' are not together: the first stand at "
        "line 2 (sort the file by call, or give --unsorted)\n");
    assert_int_equal(reading->files.items[0].refused, 1);
}

static void unsorted_puts_rows_together(void **state) {
    Reading *reading = *state;
    reading->options.unsorted = true;
    read_file(
        reading, "a.csv",
        "call_id,speaker,text\n1,agent,a\n2,agent,b\n1,customer,c\n2,agent\n1,agent,d\n");
    ASSERT_CALLS(reading, "1: agent[a] customer[c] agent[d]\n");
    ASSERT_COMPLAINTS(reading, "a.csv:5:8: error: row of 2 cells under a header of 3\n");
}

static void one_id_with_two_starts_is_refused(void **state) {
    Reading *reading = *state;
    read_file(
        reading, "a.csv",
        "call_id,started_at,speaker,text\n"
        "1,2026-10-12T08:41:10Z,agent,a\n1,2026-10-12 08:41:10,agent,same\n"
        "1,2026-10-13T08:41:10Z,agent,b\n2,,agent,c\n2,2026-10-12T08:41:10Z,agent,d\n");
    ASSERT_CALLS(reading, "2: agent[c] agent[d]\n");
    ASSERT_COMPLAINTS(reading,
                      "a.csv:4:3: error: call '1' has two starts: "
                      "'2026-10-13T08:41:10Z', and '2026-10-12T08:41:10Z' at line 2 "
                      "(two calls with one id?)\n");
}

static void an_id_of_an_earlier_file_is_refused(void **state) {
    Reading *reading = *state;
    write_text("b.csv", "call_id,speaker,text\n9,agent,x\n1,agent,y\n1,agent,z\n");
    write_text("a.csv", "call_id,speaker,text\n1,agent,a\n");
    read_paths(reading, "a.csv b.csv");
    ASSERT_CALLS(reading, "1: agent[a]\n9: agent[x]\n");
    ASSERT_COMPLAINTS(reading,
                      "b.csv:3:1: error: call '1' has been read already, from a.csv:2\n");
}

static void a_row_without_an_id_belongs_to_the_call_before_it(void **state) {
    Reading *reading = *state;
    read_file(
        reading, "a.csv",
        "speaker,text,call_id\nagent,x,\nagent,a,1\nagent,b,2\nagent,\"x,\nagent,c,3\n");
    ASSERT_CALLS(reading, "3: agent[c]\n");
    ASSERT_COMPLAINTS(reading,
                      "a.csv:2:9: error: row without a call\n"
                      "a.csv:5:7: error: quoted cell opened here is not closed\n");
    ASSERT_STR(reading, reading->diags.items.items[0].call, "1");
    ASSERT_STR(reading, reading->diags.items.items[1].call, "2");
}

static void rows_of_no_call_at_all_are_named(void **state) {
    read_file(*state, "a.csv", "speaker,text,call_id\nagent,x,\nagent,\"y,\n");
    ASSERT_COMPLAINTS(*state,
                      "a.csv:2:9: error: row without a call\na.csv: warning: no calls\n");
}

static void bad_bytes_are_repaired_and_told(void **state) {
    Reading *reading = *state;
    write_bytes("a.csv", STR("call_id,speaker,text\n1,agent,ok\n1,agent,a\xff\xfe"
                             "b\n"
                             "1,agent,x\0y\n2,agent,\xc3\xa9\n"));
    read_paths(reading, "a.csv");
    ASSERT_CALLS(reading, "1: agent[ok] agent[a\uFFFD\uFFFD"
                          "b] agent[x\uFFFDy]\n"
                          "2: agent[\u00e9]\n");
    ASSERT_COMPLAINTS(reading,
                      "a.csv:3:9: warning: bad bytes: 3 not UTF-8 or NUL, replaced "
                      "by U+FFFD\n");
    assert_int_equal(reading->calls.items[0].problems.len, 1);
    assert_int_equal(reading->calls.items[1].problems.len, 0);
}

static void complaints_of_one_kind_are_counted_after_twenty(void **state) {
    Reading *reading = *state;
    Buf text = {.arena = &reading->arena};
    buf_text(&text, "call_id,speaker,start,text\n");
    for (int i = 0; i < 30; i++) buf_format(&text, "%d,agent,soon,x\n", i);
    for (int i = 30; i < 60; i++) buf_format(&text, "%d,agent\n", i);
    write_bytes("a.csv", buf_str(&text));
    read_paths(reading, "a.csv");
    assert_int_equal(reading->calls.len, 30);
    const Diag *diags = reading->diags.items.items; // every refused call is among them
    assert_int_equal(reading->diags.items.len, 20 + 30 + 2);
    assert_false(diags[20 + 19].listed_only);
    assert_true(diags[20 + 20].listed_only);
    ASSERT_STR(reading, diags[50].text, "10 more bad times");
    assert_int_equal(diags[50].level, DIAG_ERROR);
    ASSERT_STR(reading, diags[51].text, "10 more calls refused");
    assert_int_equal(diags[51].level, DIAG_NOTE);
    assert_int_equal(reading->calls.items[29].problems.len, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(a_row_with_too_few_or_many_cells_refuses_its_call),
        READING_TEST(a_broken_quote_costs_one_call_and_no_other_row),
        READING_TEST(a_cell_open_at_the_end_of_the_file_is_named_where_it_opened),
        READING_TEST(columns_are_counted_in_characters),
        READING_TEST(an_open_cell_is_given_up_after_8_mib),
        READING_TEST(a_long_cell_within_8_mib_is_read),
        READING_TEST(a_call_of_more_than_64_mib_is_refused),
        READING_TEST(a_line_of_more_than_8_mib_is_passed_over),
        READING_TEST(rows_that_stand_apart_refuse_their_call),
        READING_TEST(unsorted_puts_rows_together),
        READING_TEST(one_id_with_two_starts_is_refused),
        READING_TEST(an_id_of_an_earlier_file_is_refused),
        READING_TEST(a_row_without_an_id_belongs_to_the_call_before_it),
        READING_TEST(rows_of_no_call_at_all_are_named),
        READING_TEST(bad_bytes_are_repaired_and_told),
        READING_TEST(complaints_of_one_kind_are_counted_after_twenty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
