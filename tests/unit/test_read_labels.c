// Labelled turns: a row each, cells between tabs.
#include "test_read.h"

#define HEADER "dialogue\tturn\trole\tlabels\ttext\n"

static const Turn *turn_at(const Reading *reading, size_t call, size_t turn) {
    return &reading->calls.items[call].turns.items[turn];
}

static void rows_of_one_dialogue_are_a_call(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.tsv",
              HEADER "d1\t0\tagent\thello\tGood morning\n"
                     "d1\t3\tcustomer\t\tHi\n"
                     "d2\t0\tunknown\tbye; thanks\tThank you, bye\n");
    ASSERT_CALLS(reading, "d1: agent[Good morning] customer[Hi]\n"
                          "d2: unknown[Thank you, bye]\n");
    ASSERT_COMPLAINTS(reading, "");
    assert_string_equal(reading->files.items[0].format, "labels");
    ASSERT_STR(reading, turn_at(reading, 0, 0)->labels, "hello");
    ASSERT_STR(reading, turn_at(reading, 0, 1)->labels, "");
    ASSERT_STR(reading, turn_at(reading, 1, 0)->labels, "bye; thanks");
    assert_int_equal(turn_at(reading, 0, 1)->place.line, 3);
}

static void nothing_is_quoted(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.tsv",
              HEADER "d\t0\tagent\t\t\"No\", he said, and \"left\n"
                     "d\t1\tagent\t\t\"\r\n");
    ASSERT_CALLS(reading, "d: agent[\"No\", he said, and \"left] agent[\"]\n");
}

static void columns_may_stand_in_any_order(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.tsv",
              "Text\tLabels\tscore\tRole\tDialogue\nHello\tx\t9\tAgent\td\n");
    ASSERT_CALLS(reading, "d: agent[Hello]\n");
    ASSERT_STR(reading, turn_at(reading, 0, 0)->labels, "x");
}

static void a_turn_without_words_is_one(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.tsv", HEADER "d\t0\tagent\tx\t\n\nd\t1.0\tagent\t\tHi");
    ASSERT_CALLS(reading, "d: agent[] agent[Hi]\n");
}

static void a_bad_row_costs_no_other(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.tsv",
              HEADER "d\t0\tagent\t\tone\n"
                     "d\t1\tagent\n"
                     "d\t2\tagent\t\ta\ttab\n"
                     "d\t3\tagnet\t\ttwo\n"
                     "d\t4\tsinger\t\tthree\n"
                     "\xC3\xA9\tfour\tagent\t\tfive\n"
                     "\t5\tagent\t\tsix\n"
                     "d\t6\tagent\t\tseven\n");
    ASSERT_CALLS(reading, "d: agent[one] agent[seven]\n");
    ASSERT_COMPLAINTS(
        reading,
        "a.tsv:3:10: error: row of 3 cells under a header of 5 (a tab stands between two "
        "cells, and in none)\n"
        "a.tsv:4:14: error: row of 6 cells under a header of 5 (a tab stands between two "
        "cells, and in none)\n"
        "a.tsv:5:5: error: unknown role 'agnet' (did you mean 'agent'?)\n"
        "a.tsv:6:5: error: unknown role 'singer' (agent, customer, system or unknown)\n"
        "a.tsv:7:3: error: bad turn 'four' (expected a number)\n"
        "a.tsv:8:1: error: row without a dialogue\n");
}

static void the_rest_of_many_bad_rows_is_counted(void **state) {
    Reading *reading = *state;
    Buf text = {.arena = &reading->arena};
    buf_text(&text, HEADER);
    for (int i = 0; i < 23; i++) buf_text(&text, "d\t0\tnobody\t\tHi\n");
    write_bytes("a.tsv", buf_str(&text));
    read_paths(reading, "a.tsv");
    assert_int_equal(reading->diags.items.len, 22);
    ASSERT_STR(reading, reading->diags.items.items[21].text, "3 more bad rows");
    ASSERT_STR(reading, reading->diags.items.items[20].text, "no calls");
}

static void without_a_column_nothing_is_read(void **state) {
    Reading *reading = *state;
    reading->options.format = STR("labels");
    read_file(reading, "a.tsv", "dialogue\trole\ttext\nd\tagent\tHi\n");
    ASSERT_CALLS(reading, "");
    ASSERT_COMPLAINTS(reading,
                      "a.tsv:1:1: error: no column 'labels' (the header is dialogue, "
                      "turn, role, labels, text, with tabs)\n");
}

static void a_table_without_labels_is_csv(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.tsv", "dialogue\trole\ttext\nd\tagent\t\"Hi\"\n");
    ASSERT_CALLS(reading, "d: agent[Hi]\n");
    assert_string_equal(reading->files.items[0].format, "csv");
}

static void an_id_that_comes_again_is_refused(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.tsv",
              HEADER "d\t0\tagent\t\tone\ne\t0\tagent\t\ttwo\nd\t1\tagent\t\tthree\n");
    ASSERT_CALLS(reading, "d: agent[one]\ne: agent[two]\n");
    ASSERT_COMPLAINTS(reading, "a.tsv:4:1: error: call 'd' has been read already, from "
                               "a.tsv:2\n");
}

static void or_is_another_dialogue_where_that_is_allowed(void **state) {
    Reading *reading = *state;
    reading->options.repeated = true;
    read_file(reading, "a.tsv",
              HEADER "d\t0\tagent\t\tone\ne\t0\tagent\t\ttwo\nd\t1\tagent\t\tthree\n");
    ASSERT_CALLS(reading, "d: agent[one]\ne: agent[two]\nd: agent[three]\n");
    ASSERT_COMPLAINTS(reading, "");
}

static void bad_bytes_are_replaced(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.tsv",
              HEADER "d\t0\tagent\tx\xFF\tcaf\xE9\nd\t1\tagent\t\t\u201CHi\u201D\n");
    ASSERT_CALLS(reading, "d: agent[caf\xEF\xBF\xBD] agent[\u201CHi\u201D]\n");
    ASSERT_COMPLAINTS(reading, "a.tsv:2:1: warning: bad bytes: 2 not UTF-8 or NUL, "
                               "replaced by U+FFFD\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(rows_of_one_dialogue_are_a_call),
        READING_TEST(nothing_is_quoted),
        READING_TEST(columns_may_stand_in_any_order),
        READING_TEST(a_turn_without_words_is_one),
        READING_TEST(a_bad_row_costs_no_other),
        READING_TEST(the_rest_of_many_bad_rows_is_counted),
        READING_TEST(without_a_column_nothing_is_read),
        READING_TEST(a_table_without_labels_is_csv),
        READING_TEST(an_id_that_comes_again_is_refused),
        READING_TEST(or_is_another_dialogue_where_that_is_allowed),
        READING_TEST(bad_bytes_are_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
