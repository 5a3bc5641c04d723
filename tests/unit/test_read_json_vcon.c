// vCon, in documents of our own.
#include "test_read_asr.h"

#define VCON(dialogs, analyses)                                                           \
    "{\"uuid\":\"v\",\"parties\":[{\"name\":\"Ada\",\"mailto\":\"mailto:ada@x.example\"," \
    "\"role\":\"agent\"},{\"tel\":\"tel:+1555\",\"meta\":{\"role\":\"customer\"}}],"      \
    "\"dialog\":[" dialogs "],\"analysis\":[" analyses "]}"
#define RECORDING(time)                                              \
    "{\"type\":\"recording\",\"start\":\"2026-03-01T10:" time "Z\"," \
    "\"parties\":[0,1]}"
#define MESSAGE(time, more, body)                                           \
    "{\"type\":\"text\",\"start\":\"2026-03-01T10:" time "Z\",\"parties\":" \
    "[0,1]," more "\"body\":\"" body "\"}"
#define TRANSCRIPT(dialog, body) \
    "{\"type\":\"transcript\",\"dialog\":" dialog ",\"body\":" body "}"

static void vcon_dialogs(void **state) {
    static const Case CASES[] = {
        {VCON(MESSAGE("05:00", "", "Hello.") "," MESSAGE("04:00.250", "\"originator\":1,",
                                                         "Where is it?"),
              ""),
         "vcon", "v: +1555=customer@0[Where is it?] Ada=agent@59750[Hello.]\n"},
        {VCON(MESSAGE("00:00", "\"mediatype\":\"text/html; charset=utf-8\",",
                      "<p>Here &amp; now</p><p>On Monday, Bo wrote:</p><p>Where?</p>"),
              ""),
         "vcon", "v: Ada=agent@0[Here & now]\n"},
        {VCON(
             MESSAGE("00:00", "",
                     "Yes.\\r\\n\\r\\nOn Monday, 3 March, Bo\\n<bo@x.example> wrote:\\n> "
                     "Is it\\n> blue?"),
             ""),
         "vcon", "v: Ada=agent@0[Yes.]\n"},
        {VCON(MESSAGE("00:00", "",
                      "On Monday, Bo wrote:\\n> Is it blue?\\nYes.\\n> Big?"
                      "\\nNo."),
              ""),
         "vcon", "v: Ada=agent@0[Yes.\nNo.]\n"},
        {VCON(MESSAGE("00:00", "", "Fine.\\n-----Original Message-----\\nFrom: Bo"), ""),
         "vcon", "v: Ada=agent@0[Fine.]\n"},
        {"{\"uuid\":\"v\",\"parties\":[{},{}],\"dialog\":[{\"type\":\"text\",\"parties\":1,"
         "\"body\":\"Hm\"}]}",
         "vcon", "v: speaker 1[Hm]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void vcon_transcripts(void **state) {
    static const Case CASES[] = {
        // a list of no vendor's, whose speakers are the parties, or are not
        {VCON(RECORDING("00:00"),
              TRANSCRIPT("0", "[{\"speaker\":\"Ada\",\"message\":\"Hi\"},{\"speaker\":"
                              "\"+1555\",\"text\":\"Oh\",\"start\":1.5,\"end\":2},"
                              "{\"speaker\":3,\"message\":\"Ho\"}]")),
         "vcon", "v: Ada=agent[Hi] +1555=customer@1500-2000[Oh] speaker 3[Ho]\n"},
        // a vendor's, the channels in the order of the dialog's parties
        {VCON(RECORDING("00:00"),
              TRANSCRIPT("[0]", "{\"results\":{\"channels\":[" CHANNEL(WORD(
                                    "hi", "1", "2", "")) "," CHANNEL(WORD("oh", "3", "4",
                                                                          "")) "]}}")),
         "vcon", "v: channel 0=agent@1000-2000[hi] channel 1=customer@3000-4000[oh]\n"},
        // as a text; channels that are counted from one
        {VCON(RECORDING("00:00"),
              TRANSCRIPT("0", "\"{\\\"audio_url\\\":\\\"u\\\",\\n\\\"utterances\\\":["
                              "{\\\"channel\\\":\\\"2\\\",\\\"text\\\":\\\"Oh\\\","
                              "\\\"start\\\":40,\\\"end\\\":50}]}\"")),
         "vcon", "v: channel 2=customer@40-50[Oh]\n"},
        // several: in the order of the dialogs' starts, each dialog once
        {VCON(
             RECORDING("01:00") "," RECORDING("00:00"),
             TRANSCRIPT("0", "[{\"text\":\"b\",\"speaker\":\"Ada\",\"start\":1}]") "," TRANSCRIPT(
                 "1",
                 "[{\"text\":\"a\",\"speaker\":\"Ada\",\"start\":2}]") "," TRANSCRIPT("0",
                                                                                      "[{\"text\":\"again\"}]") ",{\"type\":"
                                                                                                                "\"summary\"}"),
         "vcon", "v: Ada=agent@2000[a] Ada=agent@61000[b]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void a_vcon_tells_of_the_call(void **state) {
    Reading *reading = *state;
    read_file(reading, "x.json",
              VCON(RECORDING("00:00"),
                   TRANSCRIPT("0", "{\"language\":\"en\",\"segments\":[{\"speaker\":"
                                   "\"Ada\",\"start\":1,\"text\":\"Hi\"}]}")));
    const Call *call = &reading->calls.items[0];
    ASSERT_STR(reading, call->agent, "ada@x.example");
    ASSERT_STR(reading, call->agent_name, "Ada");
    ASSERT_STR(reading, call->customer, "+1555");
    ASSERT_STR(reading, call->channel, "voice");
    ASSERT_STR(reading, call_field(call, STR("language")), "en");
    ASSERT_STR(reading, date_format(&reading->arena, call->started_at),
               "2026-03-01T10:00:00Z");
    assert_int_equal(call->turns.items[0].start_ms, 1000);
}

static void dialogs_of_a_vcon_that_are_not_there(void **state) {
    Reading *reading = *state;
    read_file(reading, "x.json",
              VCON("{\"type\":\"text\",\"url\":\"u\"}," MESSAGE(
                       "00:00", "\"encoding\":\"base64url\",",
                       "SGk") "," MESSAGE("01:00", "", "Hi"),
                   ""));
    assert_int_equal(reading->diags.items.len, 2);
    ASSERT_STR(reading, reading->diags.items.items[0].text,
               "dialog without the text itself, in 'body'");
    ASSERT_STR(reading, reading->diags.items.items[1].text,
               "dialog whose text is encoded as 'base64url'");
    ASSERT_STR(reading, reading->diags.items.items[1].call, "v");
    assert_int_equal(reading->calls.items[0].problems.len, 2);
}

static void times_of_a_dialog_without_a_start(void **state) {
    Reading *reading = *state;
    read_file(
        reading, "x.json",
        VCON(MESSAGE("00:00", "", "Hi") ",{\"type\":\"recording\"}",
             TRANSCRIPT("1", "[{\"text\":\"Oh\",\"speaker\":\"Ada\",\"start\":1}]")));
    ASSERT_COMPLAINTS(reading, "x.json:1:1: error: dialog without 'start': the times of "
                               "its turns are not known\n");
    ASSERT_CALLS(reading, "v: agent[Oh] agent@0[Hi]\n");
}

// One text of several: the plain one.
static void a_dialog_that_is_a_mail(void **state) {
    Reading *reading = *state;
    read_file(
        reading, "x.json",
        VCON("{\"type\":\"text\",\"start\":\"2026-03-02T09:30:00Z\",\"parties\":[0],"
             "\"mediatype\":\"multipart/alternative; boundary=\\\"b\\\"\",\"body\":"
             "\"--b\\nContent-Type: text/plain\\n\\nHi\\n\\nOn Monday, Bo wrote:\\n> "
             "no\\n--b\\nContent-Type: text/html\\n\\n<p>other</p>\\n--b--\"}",
             ""));
    ASSERT_CALLS(reading, "v: agent@0[Hi]\n");
}

static void vcons_of_an_unknown_shape(void **state) {
    static const Refusal CASES[] = {
        {"vcon",
         "{\"parties\":[],\"dialog\":[],\"analysis\":[{\"type\":\"transcript\",\"body\":[3]}]}",
         "transcript of an unknown shape"},
        {"vcon", VCON("", TRANSCRIPT("0", "{\"a\":1}")),
         "transcript of an unknown shape"},
        {"vcon", VCON("", TRANSCRIPT("0", VCON("", ""))),
         "transcript of an unknown shape"},
        {"vcon", VCON("", TRANSCRIPT("0", "7")), "transcript of an unknown shape"},
        {"vcon", VCON("", TRANSCRIPT("0", "null")),
         "expected an object at 'body', found nothing"},
        {"vcon", VCON("", TRANSCRIPT("0", "\"Agent: hi\"")), "bad JSON: invalid token"},
        {"vcon", "{\"payload\":\"e30\",\"signatures\":[]}",
         "signed or encrypted vCon, which is not opened here"},
        {"vcon", "{\"ciphertext\":\"\"}",
         "signed or encrypted vCon, which is not opened here"},
    };
    ASSERT_REFUSALS(state, CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(vcon_dialogs),
        READING_TEST(vcon_transcripts),
        READING_TEST(a_vcon_tells_of_the_call),
        READING_TEST(dialogs_of_a_vcon_that_are_not_there),
        READING_TEST(times_of_a_dialog_without_a_start),
        READING_TEST(a_dialog_that_is_a_mail),
        READING_TEST(vcons_of_an_unknown_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
