#include "test_read.h"

// Ways to write the same two cues.
static void the_ways_of_writing_srt(void **state) {
    static const char *const FILES[] = {
        "1\n00:00:01,500 --> 00:00:02,000\nAgent: Hi\n\n"
        "2\n00:00:03,040 --> 00:00:04,000\nCustomer: Hello\nyou\n",
        "1\r\n00:00:01,500 --> 00:00:02,000\r\nAgent: Hi\r\n\r\n"
        "2\r\n00:00:03,040 --> 00:00:04,000\r\nCustomer: Hello\r\nyou\r\n",
        "1\r00:00:01,500 --> 00:00:02,000\rAgent: Hi\r\r"
        "2\r00:00:03,040 --> 00:00:04,000\rCustomer: Hello\ryou\r",
        "\xEF\xBB\xBF\n\n00:00:01.500 --> 00:00:02.000\nAgent: Hi\n\n\n"
        "00:00:03.040 --> 00:00:04.000\nCustomer: Hello\n\nyou\n",
        "1\n0:00:01,5 --> 0:00:02\nAgent: Hi\n2\n0:00:03,04 --> 0:00:04\n"
        "Customer: Hello\nyou",
        "1\n\n00:00:01,500-->00:00:02,000 X1:1 X2:2 Y1:3 Y2:4\n"
        "<font color=\"red\">Agent:</font> <i>Hi</i>\n\n"
        "2\n\n00:00:03,040  -->  00:00:04,000\n{\\an8}Customer: Hello\nyou\n",
        "7\n00:00:03,040 --> 00:00:04,000\nCustomer: Hello\nyou\n\n"
        "7\n00:00:01,500 --> 00:00:02,000\nAgent: Hi\n",
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        reading->calls.len = 0;
        read_file(reading, "a", FILES[i]);
        ASSERT_CALLS(reading, "a: agent@1500-2000[Hi] customer@3040-4000[Hello you]\n");
        ASSERT_COMPLAINTS(reading, "");
    }
}

static void two_speakers_in_a_cue(void **state) {
    read_file(*state, "a",
              "1\n00:00:01,000 --> 00:00:02,000\n- Agent: Hi\n- Customer: Hello\n\n"
              "2\n00:00:03,000 --> 00:00:04,000\n-Is it you?\n- It is.\n");
    ASSERT_CALLS(*state, "a: agent@1000[Hi] customer-2000[Hello] "
                         "unknown@3000[Is it you?] unknown-4000[It is.]\n");
}

static void an_arrow_may_be_said(void **state) {
    read_file(*state, "a",
              "1\n00:00:01,000 --> 00:00:02,000\nAgent: Press\nFile --> Open\n");
    ASSERT_CALLS(*state, "a: agent@1000-2000[Press File --> Open]\n");
    ASSERT_COMPLAINTS(*state, "");
}

static void text_with_an_arrow_is_text(void **state) {
    read_file(*state, "a", "Agent: Press File --> Open\nCustomer: I see.\n");
    assert_string_equal(((Reading *)*state)->files.items[0].format, "text");
}

static void bad_times_are_named(void **state) {
    Reading *reading = *state;
    read_file(reading, "a",
              "1\n00:00:01,000 --> 00:00:02,000\nAgent: a\n\n2\n00:00:xx --> 00:00:yy\n"
              "Customer: b\n\n3\n00:00:05,000 --> 00:0");
    ASSERT_CALLS(reading, "a: agent@1000-2000[a] customer[b]\n");
    ASSERT_COMPLAINTS(
        reading,
        "a:6:1: error: bad time '00:00:xx' (expected hh:mm:ss.mmm --> hh:mm:ss.mmm)\n"
        "a:6:14: error: bad time '00:00:yy' (expected hh:mm:ss.mmm --> hh:mm:ss.mmm)\n"
        "a:10:18: error: end '00:0' before start '00:00:05,000'\n");
    assert_string_equal(reading->files.items[0].format, "srt");
    assert_int_equal(reading->calls.items[0].problems.len, 3);
}

static void arrows_without_a_good_time(void **state) {
    Reading *reading = *state;
    read_file(reading, "a", "1\none --> two\nAgent: hm\n");
    assert_string_equal(reading->files.items[0].reason, "it has arrows '-->'");
    ASSERT_CALLS(reading, "a: agent[hm]\n");
    assert_int_equal(reading->diags.errors, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(the_ways_of_writing_srt), READING_TEST(two_speakers_in_a_cue),
        READING_TEST(an_arrow_may_be_said),    READING_TEST(text_with_an_arrow_is_text),
        READING_TEST(bad_times_are_named),     READING_TEST(arrows_without_a_good_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
