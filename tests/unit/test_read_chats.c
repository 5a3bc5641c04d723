// Chats as programs write them out for people: WhatsApp in the ways of many telephones,
// Zoom, and the texts and subtitles of services that listen.
#include "test_read_asr.h"

// The same two messages, a minute apart, on a day that can be told.
static void whatsapp_in_many_ways(void **state) {
    static const char *const FILES[] = {
        "31/12/2025, 22:31 - Agent: Hi\n31/12/2025, 22:32 - Customer: Oh: two\nlines\n",
        "12/31/25, 10:31 PM - Agent: Hi\n12/31/25, 10:32 PM - Customer: Oh: two\nlines\n",
        "12/31/25, 10:31\u202fPM - Agent: Hi\n"
        "12/31/25, 10:32\u202fPM - Customer: Oh: two\nlines\n",
        "31.12.25, 22:31 - Agent: Hi\n31.12.25, 22:32 - Customer: Oh: two\nlines\n",
        "[31.12.25, 22:31:00] Agent: Hi\r\n"
        "\u200e[31.12.25, 22:32:00] Customer: Oh: two\r\nlines\r\n",
        "[31.12.2025 klo 22.31.00] Agent: Hi\n"
        "[31.12.2025 klo 22.32.00] Customer: Oh: two\nlines\n",
        "2025-12-31 22:31 - Agent: Hi\n2025-12-31 22:32 - Customer: Oh: two\nlines\n",
        "2025/12/31 22:31 - Agent: Hi\n2025/12/31 22:32 - Customer: Oh: two\nlines\n",
        "31/12/2025 \u00e0 22:31 - Agent: Hi\n"
        "31/12/2025 \u00e0 22:32 - Customer: Oh: two\nlines\n",
        "31/12/25 10:31 p. m. - Agent: Hi\n31/12/25 10:32 p. m. - Customer: Oh: two\n"
        "lines\n",
        "25. 12. 31. \uc624\ud6c4 10:31 - Agent: Hi\n"
        "25. 12. 31. \uc624\ud6c4 10:32 - Customer: Oh: two\nlines\n",
        "\u0663\u0661/\u0661\u0662/\u0662\u0660\u0662\u0665, \u0662\u0662:\u0663\u0661 - "
        "Agent: Hi\n31/12/2025, 22:32 - Customer: Oh: two\nlines\n",
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        reading->calls.len = reading->files.len = 0;
        read_file(reading, "a", FILES[i]);
        ASSERT_CALLS(reading, "a: agent@0[Hi] customer@60000[Oh: two\nlines]\n");
        ASSERT_COMPLAINTS(reading, "");
        assert_string_equal(reading->files.items[0].format, "whatsapp");
        ASSERT_STR(reading,
                   date_format(&reading->arena, reading->calls.items[0].started_at),
                   "2025-12-31T22:31:00Z");
    }
}

static void the_order_of_day_and_month_follows_from_all_dates(void **state) {
    Reading *reading = *state;
    read_file(reading, "a",
              "2/3/26, 09:30 - Agent: Hi\n2/3/26, 09:31 - Customer: Oh\n"
              "2/13/26, 09:31 - Agent: So\n");
    ASSERT_CALLS(reading, "a: agent@0[Hi] customer@60000[Oh] agent@864060000[So]\n");
    ASSERT_COMPLAINTS(reading, "");
}

static void where_it_cannot_be_told_the_day_is_not_known(void **state) {
    Reading *reading = *state;
    read_file(reading, "a", "2/3/26, 09:30 - Agent: Hi\n2/3/26, 09:31 - Customer: Oh\n");
    read_file(reading, "b", "2/3/26, 09:30 - Agent: Hi\n3/3/26, 09:31 - Customer: Oh\n");
    ASSERT_CALLS(reading, "a: agent@0[Hi] customer@60000[Oh]\n"
                          "b: agent[Hi] customer[Oh]\n");
    ASSERT_COMPLAINTS(reading,
                      "a:1:1: warning: dates may begin with the day or the month: not "
                      "known when it was\n"
                      "b:1:1: warning: dates may begin with the day or the month: not "
                      "known when it was\n");
    assert_true(reading->calls.items[0].started_at == NO_TIME);
}

static void a_bad_date_costs_the_time(void **state) {
    Reading *reading = *state;
    read_file(reading, "a",
              "31/12/2025, 22:31 - Agent: Hi\n45/45/2025, 22:32 - Customer: Oh\n");
    ASSERT_CALLS(reading, "a: agent@0[Hi] customer[Oh]\n");
    ASSERT_COMPLAINTS(reading, "a:2:1: error: bad date '45/45/2025'\n");
}

static void what_the_program_says_is_nobodys(void **state) {
    Reading *reading = *state;
    read_file(reading, "a",
              "31/12/2025, 22:31 - Messages are encrypted.\n"
              "31/12/2025, 22:31 - Agent: <Media omitted>\n"
              "31/12/2025, 22:32 - Agent: \u200eimage omitted\n"
              "31/12/2025, 22:33 - Agent: a < b, b > a\n");
    ASSERT_CALLS(reading, "a: system@0[Messages are encrypted.] "
                          "agent@120000[a < b, b > a]\n");
}

static void meetings_name_those_whom_they_write_to(void **state) {
    Reading *reading = *state;
    read_file(reading, "a",
              "10:31:12\t From  Agent : Hi\n10:31:40 From Customer to Everyone: Oh\n"
              "10:32:00\t From Agent to Customer (Direct Message):\n\tSo\n");
    ASSERT_CALLS(reading, "a: agent@0[Hi] customer@28000[Oh] agent@48000[So]\n");
    ASSERT_COMPLAINTS(reading, "");
}

static void names_above_what_is_said(void **state) {
    static const char *const FILES[] = {
        "Agent - 00:01\nHi\n\nCustomer - 00:05\nOh\n",
        "Agent (00:01):\nHi\n\nCustomer (00:05):\nOh\n",
        "Agent  0:01\nHi\n\nCustomer  0:05\nOh\n",
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        reading->calls.len = 0;
        read_file(reading, "a", FILES[i]);
        ASSERT_CALLS(reading, "a: agent@1000[Hi] customer@5000[Oh]\n");
        ASSERT_COMPLAINTS(reading, "");
    }
}

static void speakers_told_apart_by_recognisers(void **state) {
    static const char *const FILES[] = {
        "1\n00:00:01,000 --> 00:00:02,000\n[SPEAKER_00]: Hi [NAME]\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\n[SPEAKER_01]: Oh\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n[SPEAKER_00]: Hi [NAME]\n\n"
        "00:03.000 --> 00:04.000\n[SPEAKER_01]: Oh\n",
        "1\n00:00:01,000 --> 00:00:02,000\n(SPEAKER_00) Hi [NAME]\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\n(SPEAKER_01) Oh\n",
        "[00:00:01.000 --> 00:00:02.000]   (SPEAKER_00) Hi [NAME]\n"
        "[00:00:03.000 --> 00:00:04.000]   (SPEAKER_01) Oh\n",
        "0:00:01.000,0:00:02.000\n[SPEAKER_00]: Hi [NAME]\n\n"
        "0:00:03.000,0:00:04.000\n[SPEAKER_01]: Oh\n",
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        reading->calls.len = 0;
        read_file(reading, "a", FILES[i]);
        assert_string_equal(labelled_text(reading), "a: SPEAKER_00@1000-2000[Hi [NAME]] "
                                                    "SPEAKER_01@3000-4000[Oh]\n");
    }
    reading->calls.len = 0;
    read_file(reading, "a",
              "[SPEAKER_00]: Hi\n[SPEAKER_01]: Oh\n[SPEAKER_00]: So\n"
              "[SPEAKER_01]: [NAME] said\n");
    assert_string_equal(labelled_text(reading),
                        "a: SPEAKER_00[Hi] SPEAKER_01[Oh] SPEAKER_00[So] "
                        "SPEAKER_01[[NAME] said]\n");
}

static void whom_a_recogniser_does_not_know_is_nobody(void **state) {
    Reading *reading = *state;
    read_file(reading, "a",
              "[00:01.000 --> 00:02.000]  (speaker 0) Hi\n"
              "[00:02.000 --> 00:03.000]  (speaker ?) Hm\n"
              "[00:03.000 --> 00:04.000]  (speaker 1) Oh\n");
    assert_string_equal(labelled_text(reading),
                        "a: speaker 0@1000-2000[Hi] "
                        "@2000-3000[Hm] speaker 1@3000-4000[Oh]\n");
}

static void a_spreadsheet_tells_itself_the_separator(void **state) {
    static const char *const FILES[] = {
        "sep=;\r\ncall_id;speaker;text\r\n1;agent;\"a, b; c\"\r\n",
        "\"sep=;\"\ncall_id;speaker;text\n1;agent;\"a, b; c\"\n",
        "SEP=\t\ncall_id\tspeaker\ttext\n1\tagent\ta, b; c\n",
        "sep=,\n\ncall_id,speaker,text\n1,agent,\"a, b; c\"\n",
        "sep=|\ncall_id|speaker|text\n1|agent|a, b; c\n",
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        reading->calls.len = 0;
        read_file(reading, "a", FILES[i]);
        ASSERT_CALLS(reading, "1: agent[a, b; c]\n");
        ASSERT_COMPLAINTS(reading, "");
    }
    read_file(reading, "a", "sep=;\ncall_id;speaker;start;text\n2;agent;soon;Hi\n");
    ASSERT_COMPLAINTS(reading, "a:3:9: error: bad time 'soon'\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(whatsapp_in_many_ways),
        READING_TEST(the_order_of_day_and_month_follows_from_all_dates),
        READING_TEST(where_it_cannot_be_told_the_day_is_not_known),
        READING_TEST(a_bad_date_costs_the_time),
        READING_TEST(what_the_program_says_is_nobodys),
        READING_TEST(meetings_name_those_whom_they_write_to),
        READING_TEST(names_above_what_is_said),
        READING_TEST(speakers_told_apart_by_recognisers),
        READING_TEST(whom_a_recogniser_does_not_know_is_nobody),
        READING_TEST(a_spreadsheet_tells_itself_the_separator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
