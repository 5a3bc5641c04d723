// The JSON of helpdesks, messengers and Amazon Connect, in documents of our own.
#include "test_read_asr.h"

#define COMMENT(author, shown, text)                                  \
    "{\"author_id\":" author ",\"public\":" shown ",\"body\":\"" text \
    "\",\"created_at\":\"2026-03-02T09:30:00Z\"}"

static void zendesk_tickets(void **state) {
    static const Case CASES[] = {
        // the roles of the users; what is not public, and a rule's
        {"{\"id\":7,\"requester_id\":1,\"users\":[{\"id\":1,\"name\":\"Ana\",\"role\":"
         "\"end-user\"},{\"id\":2,\"name\":\"Ines\",\"role\":\"admin\"}],\"comments\":[" COMMENT(
             "1", "true",
             "Where is it?") "," COMMENT("2", "false",
                                         "Psst") "," COMMENT("-1", "true",
                                                             "Received.") "," COMMENT("2",
                                                                                      "true",
                                                                                      "Here.") "]}",
         "zendesk-ticket",
         "7: Ana=customer@0[Where is it?] -1=system@0[Received.] Ines=agent@0[Here.]\n"},
        // no users: by requester and assignee, and a third is not known
        {"{\"ticket\":{\"id\":7,\"requester\":{\"id\":1,\"name\":\"Ana\"},\"assignee_id\":"
         "2,\"comments\":[" COMMENT("1", "true", "Hi\\n> quoted") "," COMMENT(
             "2", "true", "Oh") "," COMMENT("3", "true", "So") "]}}",
         "zendesk-ticket", "7: Ana=customer@0[Hi] 2=agent@0[Oh] 3@0[So]\n"},
        // all tickets of an account
        {"{\"tickets\":[{\"id\":7,\"requester_id\":1,\"comments\":[" COMMENT(
             "1", "true",
             "Hi") "]},{\"id\":8,\"requester_id\":1,\"comments\":[" COMMENT("1", "true",
                                                                            "Oh") "]}],\"count\":2}",
         "zendesk-ticket", "7: 1=customer@0[Hi]\n8: 1=customer@0[Oh]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void telegram(void **state) {
    static const Case CASES[] = {
        {"{\"name\":\"Desk\",\"id\":5,\"messages\":[{\"type\":\"service\",\"date_unixtime\":"
         "\"1\",\"text\":\"\"},{\"type\":\"message\",\"date_unixtime\":\"1772443800\","
         "\"from\":\"Ana\",\"text\":[\"a \",{\"type\":\"link\",\"text\":\"b\"}]},"
         "{\"type\":\"message\",\"date_unixtime\":\"1772443801\",\"from_id\":\"user2\","
         "\"text\":\"c\"}]}",
         "telegram", "5: Ana@0[a b] 2@1000[c]\n"},
        {"{\"messages\":[{\"from_id\":\"user2\",\"date\":\"2026-03-02T09:30:00\",\"text\":"
         "\"c\"}]}",
         "telegram", "x: 2@0[c]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void slack(void **state) {
    static const Case CASES[] = {
        // newest first, as the service gives them; joining is no message
        {"{\"ok\":true,\"messages\":[{\"user\":\"U2\",\"ts\":\"1772443801.5\",\"text\":"
         "\"<@U1> &lt;b&gt; <https://a.example|here> <https://b.example>\"},{\"user\":"
         "\"U1\",\"ts\":\"1772443800.000100\",\"text\":\"a\"},{\"user\":\"U2\",\"subtype\":"
         "\"channel_join\",\"ts\":\"1772443700.0\",\"text\":\"joined\"}]}",
         "slack", "x: U1@0[a] U2@1500[@U1 <b> here https://b.example]\n"},
        {"[{\"bot_id\":\"B1\",\"username\":\"helper\",\"ts\":\"1772443800.0\",\"text\":"
         "\"a\"}]",
         "slack", "x: helper=system@0[a]\n"},
    };
    ASSERT_CASES(state, CASES);
}

#define SAID(role, begin, text)                                             \
    "{\"Transcript\":{\"ParticipantRole\":\"" role "\",\"Content\":\"" text \
    "\",\"BeginOffsetMillis\":" begin ",\"EndOffsetMillis\":900}}"

static void contact_lens_while_it_goes_on(void **state) {
    static const Case CASES[] = {
        {"{\"ContactId\":\"c\",\"Segments\":[{\"Categories\":{}}," SAID(
             "CUSTOMER", "700",
             "b") "," SAID("AGENT", "300",
                           "a") ",{\"Utterance\":{\"PartialContent\":\"no\"}}]}",
         "contact-lens-live", "c: AGENT=agent@300-900[a] CUSTOMER=customer@700-900[b]\n"},
        {"{\"Segments\":[{\"Event\":{}},{\"Transcript\":{\"ParticipantRole\":\"CUSTOM_BOT\","
         "\"Content\":\"a\",\"DisplayName\":\"Lex\",\"Time\":{\"AbsoluteTime\":"
         "\"2026-03-02T09:30:00.000Z\"}}}]}",
         "contact-lens-live", "x: Lex=system@0[a]\n"},
    };
    ASSERT_CASES(state, CASES);
}

#define MESSAGE(type, role)                                                          \
    "{\"Type\":\"" type "\",\"ParticipantRole\":\"" role "\",\"DisplayName\":\"A\"," \
    "\"Content\":\"a\",\"AbsoluteTime\":\"2026-03-02T09:30:00.000Z\"}"

static void chats_of_connect(void **state) {
    static const Case CASES[] = {
        {"{\"ContactId\":\"c\",\"Transcript\":[" MESSAGE("EVENT", "AGENT") "," MESSAGE(
             "MESSAGE", "CUSTOM_BOT") "]}",
         "contact-lens-chat", "c: A=system@0[a]\n"},
        {"{\"InitialContactId\":\"c\",\"Transcript\":[" MESSAGE(
             "TYPING", "AGENT") "," MESSAGE("MESSAGE", "AGENT") "," MESSAGE("CHAT_ENDED",
                                                                            "AGENT") "]}",
         "contact-lens-chat", "c: A=agent@0[a]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void post_call_analytics(void **state) {
    static const Case CASES[] = {
        {"{\"ConversationAnalytics\":{\"GUID\":\"g\",\"SpeakerLabels\":[{\"Speaker\":"
         "\"spk_1\",\"DisplayText\":\"Caller\"}]},\"SpeechSegments\":[{\"SegmentSpeaker\":"
         "\"spk_1\",\"SegmentStartTime\":0.5,\"SegmentEndTime\":2,\"OriginalText\":\"a\"},"
         "{\"SegmentSpeaker\":\"spk_0\",\"SegmentStartTime\":3,\"SegmentEndTime\":4,"
         "\"OriginalText\":\"b\"}]}",
         "aws-pca", "g: Caller=customer@500-2000[a] spk_0@3000-4000[b]\n"},
    };
    ASSERT_CASES(state, CASES);
}

#define WORDS(words)                                                                            \
    "{\"segments\":[{\"start\":0,\"end\":9,\"text\":\"?\",\"speaker\":\"S0\",\"words\":[" words \
    "]}]}"
#define SAYS(word, start, end, who) WORD(word, start, end, ",\"speaker\":\"" who "\"")

static void two_speakers_in_a_segment(void **state) {
    static const Case CASES[] = {
        {WORDS(SAYS("a", "0", "1", "S0") ",{\"word\":\"7\"}," SAYS(
             "b", "2", "3", "S1") "," SAYS("c", "3", "4", "S1")),
         "whisperx", "x: S0@0-1000[a 7] S1@2000-4000[b c]\n"},
        // a word alone within another's is a slip
        {WORDS(SAYS("a", "0", "1", "S0") "," SAYS("b", "2", "3",
                                                  "S1") "," SAYS("c", "3", "4", "S0")),
         "whisperx", "x: S0@0-9000[?]\n"},
    };
    ASSERT_CASES(state, CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(zendesk_tickets),
        READING_TEST(telegram),
        READING_TEST(slack),
        READING_TEST(contact_lens_while_it_goes_on),
        READING_TEST(chats_of_connect),
        READING_TEST(post_call_analytics),
        READING_TEST(two_speakers_in_a_segment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
