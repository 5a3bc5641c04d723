// E-mail: mails and mailboxes of our own.
#include "test_read_asr.h"

#define FROM(who)  "From: " who "\n"
#define DATE(hour) "Date: Mon, 2 Mar 2026 " hour ":00:00 +0000\n"
#define ID(id)     "Message-ID: <" id "@a.example>\n"
#define POSTED     "From ana@a.example Mon Mar  2 09:30:00 2026\n"

static void a_mail(void **state) {
    static const char *const FILES[] = {
        ID("m") FROM("Agent <a@a.example>") DATE("09") "Subject: Hm\n\ncaf\u00e9\n",
        // folded headers, ends of lines, a name that is encoded
        ID("m") "From:\r\n =?iso-8859-1?Q?Agent?=\r\n <a@a.example>\r\n" DATE(
            "09") "\r\ncaf\u00e9\r\n",
        ID("m") FROM("Agent <a@a.example>")
            DATE("09") "MIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n"
                       "Content-Transfer-Encoding: quoted-printable\n\ncaf=E9\n",
        // what it says of bytes that were not encoded has been seen to
        ID("m") FROM("Agent <a@a.example>")
            DATE("09") "MIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n"
                       "Content-Transfer-Encoding: 8bit\n\ncaf\u00e9\n",
        ID("m") FROM("Agent <a@a.example>")
            DATE("09") "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
                       "Content-Transfer-Encoding: base64\n\nPHA+Y2Fmw6k8L3A+\n",
        ID("m") FROM("Agent <a@a.example>") DATE(
            "09") "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
                  "Content-Type: multipart/alternative; boundary=y\n\n--y\n"
                  "Content-Type: text/plain; charset=utf-8\n\ncaf\u00e9\n--y\n"
                  "Content-Type: text/html\n\n<p>other</p>\n--y--\n--x\n"
                  "Content-Type: text/plain\nContent-Disposition: attachment\n\nfile\n"
                  "--x--\n",
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        reading->calls.len = reading->files.len = 0;
        read_file(reading, "a.eml", FILES[i]);
        ASSERT_CALLS(reading, "a: agent@0[caf\u00e9]\n");
        ASSERT_COMPLAINTS(reading, "");
        assert_string_equal(reading->files.items[0].format, "mail");
    }
}

static void mails_that_answer_are_a_call(void **state) {
    Reading *reading = *state;
    read_file(
        reading, "a",
        POSTED ID("1") FROM("Customer <c@c.example>")
            DATE("09") "Subject: One\n\nFirst\n\n" POSTED ID("2") FROM(
                "Customer <d@d.example>")
                DATE("10") "Subject: Two\n\nOther\n\n" POSTED ID("4") FROM("Agent") DATE(
                    "12") "References: <1@a.example> <3@a.example>\n"
                          "\nThird\n\n" POSTED ID("3") FROM("Agent") DATE(
                              "11") "In-Reply-To: <1@a.example>\n"
                                    "Auto-Submitted: auto-replied\n\nSecond\n\n" POSTED
                                        ID("5") FROM("Agent") DATE(
                                            "13") "Subject: AW: Re: two\n\n>From a\n");
    ASSERT_CALLS(reading, "1@a.example: customer@0[First] system@7200000[Second] "
                          "agent@10800000[Third]\n"
                          "2@a.example: customer@0[Other] agent@10800000[From a]\n");
    ASSERT_COMPLAINTS(reading, "");
    ASSERT_STR(reading, reading->calls.items[0].channel, "email");
}

static void what_is_quoted_is_not_said_again(void **state) {
    static const char *const TEXTS[] = {
        "So\n\nOn Monday, Ana <a@a.example> wrote:\n> quoted\n> more\n",
        "So\n\nAm 2. M\u00e4rz 2026 schrieb Ana:\n> quoted\n",
        "So\n\nLe lundi, Ana a \u00e9crit :\n> quoted\n",
        "So\n\n-----Original Message-----\nFrom: Ana\nquoted\n",
        "So\n\nVon: Ana\nGesendet: Montag\nAn: Ines\nBetreff: Hm\n\nquoted\n",
        "So\n-- \nInes\nHarbour Books\n",
        "On Monday, Ana <a@a.example>\nwrote:\n> quoted\n\nSo\n",
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        char mail[500];
        snprintf(mail, sizeof mail, ID("m") FROM("Agent") "\n%s", TEXTS[i]);
        reading->calls.len = 0;
        read_file(reading, "a.eml", mail);
        ASSERT_CALLS(reading, "a: agent[So]\n");
    }
}

static void lines_of_a_dialogue_are_no_headers(void **state) {
    Reading *reading = *state;
    read_file(reading, "a", "From: x\nSubject: y\n\nAgent: Hi\nCustomer: Oh\n");
    assert_string_equal(reading->files.items[0].format, "text");
}

static void a_mail_without_a_text_is_refused(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.eml", ID("m") FROM("Agent") "\n");
    ASSERT_COMPLAINTS(reading, "a.eml:1:1: error: no turns: no mail has a text\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(a_mail),
        READING_TEST(mails_that_answer_are_a_call),
        READING_TEST(what_is_quoted_is_not_said_again),
        READING_TEST(lines_of_a_dialogue_are_no_headers),
        READING_TEST(a_mail_without_a_text_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
