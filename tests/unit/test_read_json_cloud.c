// The JSON of AWS, Google, Genesys and the chat services, in documents of our own.
#include "test_read.h"

typedef struct {
    const char *text, *format, *calls;
} Case;

static void assert_cases(Reading *reading, const Case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        reading->calls.len = reading->files.len = 0;
        read_file(reading, "x.json", cases[i].text);
        ASSERT_COMPLAINTS(reading, "");
        ASSERT_CALLS(reading, cases[i].calls);
        assert_string_equal(reading->files.items[0].format, cases[i].format);
    }
}
#define ASSERT_CASES(state, cases) \
    assert_cases(*(state), cases, sizeof(cases) / sizeof *(cases))

static const char *field_of(Reading *reading, const char *name) {
    return str_z(&reading->arena, call_field(&reading->calls.items[0], str_from(name)));
}

static void calls_by_voice_of_aws(void **state) {
    static const Case CASES[] = {
        {"{\"JobName\":\"j1\",\"Transcript\":[{\"ParticipantRole\":\"AGENT\","
         "\"BeginOffsetMillis\":40,\"EndOffsetMillis\":900,\"Content\":\" Hello. \"},"
         "{\"ParticipantRole\":\"CUSTOMER\",\"BeginOffsetMillis\":800,"
         "\"EndOffsetMillis\":1500,\"Content\":\"Hi.\"}]}",
         "aws-call-analytics", "j1: agent@40-900[Hello.] customer@800-1500[Hi.]\n"},
        {"{\"Transcript\":[{\"ParticipantRole\":\"AGENT\",\"BeginOffsetMillis\":0,"
         "\"Content\":\"Hello.\"}]}",
         "aws-call-analytics", "x: agent@0[Hello.]\n"},
        {"{\"CustomerMetadata\":{\"ContactId\":\"c1\"},\"Transcript\":["
         "{\"ParticipantId\":\"AGENT\",\"BeginOffsetMillis\":5,\"EndOffsetMillis\":10,"
         "\"Content\":\"Yes?\"}]}",
         "contact-lens-voice", "c1: agent@5-10[Yes?]\n"},
        {"{\"CustomerMetadata\":{\"ContactId\":\"c2\"},\"Participants\":["
         "{\"ParticipantId\":\"p-1\",\"ParticipantRole\":\"CUSTOMER\"},"
         "{\"ParticipantId\":\"p-2\",\"ParticipantRole\":\"SYSTEM\"}],\"Transcript\":["
         "{\"ParticipantId\":\"p-2\",\"BeginOffsetMillis\":0,\"EndOffsetMillis\":9,"
         "\"Content\":\"Press one.\"},{\"ParticipantId\":\"p-1\","
         "\"BeginOffsetMillis\":10,\"EndOffsetMillis\":20,\"Content\":\"My [PII].\"}]}",
         "contact-lens-voice", "c2: system@0-9[Press one.] customer@10-20[My [PII].]\n"},
        {"{\"audio_segments\":[{\"start_timestamp_millis\":10,"
         "\"end_timestamp_millis\":20,\"text\":\"Hi\",\"speaker\":{\"speaker_label\":"
         "\"Agent\"}}]}",
         "bedrock", "x: agent@10-20[Hi]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static const char CHAT[] =
    "{\"CustomerMetadata\":{\"ContactId\":\"k\"},\"LanguageCode\":\"en-US\","
    "\"Transcript\":["
    "{\"Type\":\"EVENT\",\"AbsoluteTime\":\"2026-03-01T10:00:00.000Z\","
    "\"ContentType\":\"application/vnd.amazonaws.connect.event.participant.joined\","
    "\"ParticipantRole\":\"CUSTOMER\"},"
    "{\"Type\":\"MESSAGE\",\"AbsoluteTime\":\"2026-03-01T10:00:01.000Z\","
    "\"Content\":\"Please wait.\",\"ParticipantRole\":\"SYSTEM\"},"
    "{\"Type\":\"EVENT\",\"AbsoluteTime\":\"2026-03-01T10:00:03.000Z\","
    "\"ContentType\":\"application/vnd.amazonaws.connect.event.participant.joined\","
    "\"ParticipantRole\":\"AGENT\"},"
    "{\"Type\":\"MESSAGE\",\"AbsoluteTime\":\"2026-03-01T10:00:05.250Z\","
    "\"Content\":\"Hello, this is Ada.\",\"ParticipantRole\":\"AGENT\","
    "\"DisplayName\":\"Ada\"}]}";

static void chats_of_aws(void **state) {
    Reading *reading = *state;
    read_file(reading, "x.json", CHAT);
    ASSERT_COMPLAINTS(reading, "");
    ASSERT_CALLS(reading, "k: system@0[Please wait.] agent@4250[Hello, this is Ada.]\n");
    ASSERT_STR(reading, reading->calls.items[0].agent_name, "Ada");
    assert_string_equal(field_of(reading, "agent_greeting_ms"), "2250");
    assert_string_equal(field_of(reading, "channel"), "chat");
    assert_string_equal(reading->files.items[0].format, "contact-lens-chat");
}

static void e_mail_of_aws_has_no_times(void **state) {
    static const Case CASES[] = {
        {"{\"Channel\":\"EMAIL\",\"CustomerMetadata\":{\"ContactId\":\"m\"},"
         "\"Participants\":[{\"ParticipantId\":\"p\",\"ParticipantRole\":\"CUSTOMER\"}],"
         "\"Transcript\":[{\"Content\":\"Where is it?\",\"ParticipantId\":\"p\"}]}",
         "contact-lens-chat", "m: customer[Where is it?]\n"}};
    ASSERT_CASES(state, CASES);
}

static void google(void **state) {
    static const Case CASES[] = {
        {"{\"entries\":[{\"start_timestamp_usec\":1675230581000000,\"text\":\"Hi\","
         "\"role\":\"AGENT\",\"user_id\":2},{\"start_timestamp_usec\":1675230582500000,"
         "\"text\":\"Hello\",\"role\":\"END_USER\",\"user_id\":1}]}",
         "google-insights", "x: agent@0[Hi] customer@1500[Hello]\n"},
        {"{\"entries\":[{\"start_timestamp_usec\":2000000,\"text\":\"Hi\","
         "\"role\":\"AUTOMATED_AGENT\"}]}",
         "google-insights", "x: system@2000[Hi]\n"},
        // as given out: times of words, or of the message; roles, or channels
        {"{\"name\":\"projects/p/conversations/7\",\"callMetadata\":{\"customerChannel\":1,"
         "\"agentChannel\":2},\"transcript\":{\"transcriptSegments\":[{\"text\":\"Hi\","
         "\"channelTag\":2,\"words\":[{\"endOffset\":\"0.300s\"},{\"startOffset\":"
         "\"0.300s\",\"endOffset\":\"1s\"}]},{\"text\":\"Oh\",\"channelTag\":1,\"words\":[{"
         "\"startOffset\":\"1.5s\",\"endOffset\":\"2s\"}]},{\"text\":\"Bye\","
         "\"segmentParticipant\":{\"role\":\"HUMAN_AGENT\"}}]}}",
         "google-insights", "7: agent@0-1000[Hi] customer@1500-2000[Oh] agent[Bye]\n"},
        {"{\"medium\":\"CHAT\",\"startTime\":\"2026-03-01T10:00:00Z\",\"transcript\":{"
         "\"transcriptSegments\":[{\"text\":\"Hi\",\"messageTime\":\"2026-03-01T10:00:05Z\","
         "\"segmentParticipant\":{\"role\":\"END_USER\"}}]}}",
         "google-insights", "x: customer@5000[Hi]\n"},
    };
    ASSERT_CASES(state, CASES);
}

#define GENESYS(id, part, start, phrases)                        \
    "{\"conversationId\":\"" id "\",\"communicationId\":\"" part \
    "\",\"mediaType\":\"voice\"," start "\"transcripts\":[{\"phrases\":[" phrases "]}]}"
#define PHRASE(text, at, who) \
    "{\"text\":\"" text "\",\"startTimeMs\":" at ",\"participantPurpose\":\"" who "\"}"

static void genesys(void **state) {
    static const Case CASES[] = {
        {GENESYS("c", "s", "",
                 PHRASE("hi there", "500", "external") "," PHRASE(
                     "hello", "900", "user") "," PHRASE("press one", "950", "ivr")),
         "genesys", "c: customer@500[hi there] agent@900[hello] system@950[press one]\n"},
        {GENESYS("c", "s", "\"conversationStartTime\":1760000000000,",
                 "{\"text\":\"hi\",\"decoratedText\":\"Hi!\",\"startTimeMs\":"
                 "1760000000250,\"duration\":{\"milliseconds\":750},"
                 "\"participantPurpose\":\"internal\"}"),
         "genesys", "c: agent@250-1000[Hi!]\n"},
        {"{\"transcripts\":[{\"phrases\":[" PHRASE("hi", "5", "agent") "]}]}", "genesys",
         "x: agent@5[hi]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void files_of_one_conversation_are_one_call(void **state) {
    Reading *reading = *state;
    assert_int_equal(mkdir("g", 0700), 0);
    write_text("g/a.json", GENESYS("c", "s2", "", PHRASE("later", "9000", "internal")));
    write_text("g/b.json", GENESYS("d", "s3", "", PHRASE("other", "1", "internal")));
    write_text("g/c.json", GENESYS("c", "s1", "", PHRASE("first", "10", "external")));
    read_paths(reading, "g");
    ASSERT_COMPLAINTS(reading, "");
    ASSERT_CALLS(reading, "c: customer@10[first] agent@9000[later]\n"
                          "d: agent@1[other]\n");
    ASSERT_STR(reading, reading->calls.items[0].turns.items[0].place.path, "g/c.json");
    assert_int_equal(reading->files.items[2].calls, 0);
    assert_string_equal(reading->files.items[2].format, "genesys");
}

static void so_are_documents_that_follow_one_another(void **state) {
    Reading *reading = *state;
    assert_int_equal(mkdir("g", 0700), 0);
    write_text(
        "g/a.ndjson",
        GENESYS("c", "s2", "", PHRASE("later", "9000", "internal")) "\n" GENESYS(
            "c", "s1", "",
            PHRASE("first", "10", "external")) "\n" GENESYS("d", "s3", "",
                                                            PHRASE("other", "1",
                                                                   "internal")) "\n");
    write_text("g/b.json", GENESYS("c", "s4", "", PHRASE("last", "9900", "external")));
    write_text("g/e.json",
               "[" GENESYS("e", "s1", "", PHRASE("one", "1", "internal")) ",\n" GENESYS(
                   "e", "s2", "", PHRASE("two", "2", "internal")) "]");
    read_paths(reading, "g");
    ASSERT_COMPLAINTS(reading, "");
    ASSERT_CALLS(reading, "c: customer@10[first] agent@9000[later] customer@9900[last]\n"
                          "d: agent@1[other]\n"
                          "e: agent@1[one] agent@2[two]\n");
}

static void a_part_among_other_calls_is_refused(void **state) {
    Reading *reading = *state;
    assert_int_equal(mkdir("g", 0700), 0);
    write_text("g/a.json", GENESYS("c", "s1", "", PHRASE("one", "1", "internal")));
    write_text("g/b.ndjson",
               GENESYS("c", "s2", "", PHRASE("two", "2", "internal")) "\n" GENESYS(
                   "d", "s1", "", PHRASE("one", "1", "internal")));
    read_paths(reading, "g");
    ASSERT_COMPLAINTS(reading,
                      "g/b.ndjson:1:1: error: other calls in a file that goes on "
                      "with one of another file\n");
    ASSERT_CALLS(reading, "");
}

static void a_broken_part_costs_its_call_and_is_named(void **state) {
    Reading *reading = *state;
    assert_int_equal(mkdir("g", 0700), 0);
    write_text("g/a.json", GENESYS("c", "s2", "", PHRASE("later", "9000", "internal")));
    write_text("g/b.json", "{\"conversationId\":\"c\",\"communicationId\":\"s1\",\n"
                           "\"transcripts\":7}");
    read_paths(reading, "g");
    ASSERT_COMPLAINTS(reading, "g/b.json:2:15: error: expected an array at "
                               "'transcripts', found a number\n");
    ASSERT_CALLS(reading, "");
}

static void chats(void **state) {
    static const Case CASES[] = {
        {"{\"type\":\"conversation\",\"id\":\"7\",\"created_at\":1700000000,\"source\":"
         "{\"body\":\"<P>It broke, <NAME> &amp; smells.<BR>Help</P>\",\"author\":{\"type\":"
         "\"lead\",\"id\":\"u\"}},\"conversation_parts\":{\"conversation_parts\":["
         "{\"part_type\":\"note\",\"body\":\"<p>rude</p>\",\"created_at\":1700000001,"
         "\"author\":{\"type\":\"admin\",\"id\":1}},"
         "{\"part_type\":\"assignment\",\"body\":null,\"created_at\":1700000001,"
         "\"author\":{\"type\":\"bot\",\"id\":1}},"
         "{\"part_type\":\"comment\",\"body\":\"<p>Hello, <b>sorry</b>!</p>\","
         "\"created_at\":1700000060,\"author\":{\"type\":\"admin\",\"id\":1,\"name\":"
         "\"Ada\"}}]}}",
         "intercom",
         "7: customer@0[It broke, <NAME> & smells.\nHelp] agent@60000[Hello, sorry!]\n"},
        {"{\"id\":\"z\",\"timestamp\":\"2026-03-01T10:00:00Z\",\"agent_names\":[\"Ada\"],"
         "\"history\":[{\"type\":\"chat.memberjoin\",\"nick\":\"visitor\","
         "\"timestamp\":\"2026-03-01T10:00:00Z\"},"
         "{\"type\":\"chat.msg\",\"msg\":\"Welcome\",\"nick\":\"agent:trigger\","
         "\"timestamp\":\"2026-03-01T10:00:01Z\"},"
         "{\"type\":\"chat.msg\",\"msg\":\"Hi\",\"nick\":\"visitor\",\"name\":\"Bo\","
         "\"timestamp\":\"2026-03-01T10:00:05Z\"},"
         "{\"type\":\"chat.msg\",\"msg\":\"Hello Bo\",\"nick\":\"agent:12\",\"name\":"
         "\"Ada\",\"timestamp\":\"2026-03-01T10:00:09Z\"}]}",
         "zendesk-chat",
         "z: system@1000[Welcome] customer@5000[Hi] agent@9000[Hello Bo]\n"},
        {"{\"id\":\"L\",\"users\":[{\"id\":\"a@x\",\"type\":\"agent\",\"name\":\"Ada\"},"
         "{\"id\":\"b\",\"type\":\"customer\",\"name\":\"Bo\"}],\"thread\":{\"events\":["
         "{\"type\":\"message\",\"text\":\"Hi\",\"author_id\":\"b\",\"created_at\":"
         "\"2026-03-01T10:00:00.000000Z\",\"visibility\":\"all\"},"
         "{\"type\":\"message\",\"text\":\"be nice\",\"author_id\":\"a@x\","
         "\"created_at\":\"2026-03-01T10:00:01.000000Z\",\"visibility\":\"agents\"},"
         "{\"type\":\"file\",\"author_id\":\"b\",\"created_at\":"
         "\"2026-03-01T10:00:01.500000Z\"},"
         "{\"type\":\"message\",\"text\":\"Hello\",\"author_id\":\"a@x\",\"created_at\":"
         "\"2026-03-01T10:00:02.345678Z\"}]}}",
         "livechat", "L: customer@0[Hi] system@1000[be nice] agent@2345[Hello]\n"},
        {"{\"id\":\"L\",\"users\":[{\"id\":\"c\",\"type\":\"customer\"}],\"threads\":[{"
         "\"events\":[{\"text\":\"Hi\",\"author_id\":\"c\"}]},{\"events\":[{\"text\":"
         "\"Oh\",\"author_id\":\"c\"}]}]}",
         "livechat", "L: customer[Hi] customer[Oh]\n"},
        {"[{\"convo_id\":12,\"original\":[[\"agent\",\"Hi\"],[\"action\",\"pulled up\"],"
         "[\"customer\",\"Hello\"]]}]",
         "abcd", "12: agent[Hi] system[pulled up] customer[Hello]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void agents_and_customers_of_chats(void **state) {
    Reading *reading = *state;
    read_file(reading, "x.json",
              "{\"id\":\"z\",\"department_name\":\"Sales\",\"agent_names\":[\"Ada\"],"
              "\"visitor\":{\"id\":\"v-1\"},\"rating\":\"good\",\"history\":["
              "{\"type\":\"chat.msg\",\"msg\":\"Hi\",\"nick\":\"agent:12\",\"name\":"
              "\"Ada\",\"timestamp\":\"2026-03-01T10:00:09Z\"}]}");
    assert_string_equal(field_of(reading, "agent"), "12");
    assert_string_equal(field_of(reading, "agent_name"), "Ada");
    assert_string_equal(field_of(reading, "team"), "Sales");
    assert_string_equal(field_of(reading, "customer"), "v-1");
    assert_string_equal(field_of(reading, "rating"), "good");
}

static void known_fields_of_an_unknown_shape(void **state) {
    static const Refusal CASES[] = {
        {"aws-call-analytics", "{\"JobName\":\"j\"}",
         "expected an array at 'Transcript', found nothing"},
        {"contact-lens-voice", "{\"Transcript\":{}}",
         "expected an array at 'Transcript', found an object"},
        {"contact-lens-chat", "{\"Transcript\":[4]}", "expected an object for each turn"},
        {"google-insights", "{\"entries\":\"none\"}",
         "expected an array at 'entries', found a string"},
        {"genesys", "{\"transcripts\":[{\"phrases\":0}]}",
         "expected an array at 'phrases', found a number"},
        {"intercom", "{\"source\":{\"body\":1},\"conversation_parts\":[]}",
         "expected a string at 'body', found a number"},
        {"zendesk-chat", "{\"history\":null}",
         "expected an array at 'history', found nothing"},
        {"livechat", "{\"users\":[],\"thread\":{\"events\":1}}",
         "expected an array at 'thread.events', found a number"},
        {"abcd", "{\"original\":[[\"agent\"]]}", "expected a pair of a role and a text"},
        {"bedrock", "{\"audio_segments\":\"\"}",
         "expected an array at 'audio_segments', found a string"},
    };
    ASSERT_REFUSALS(state, CASES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(calls_by_voice_of_aws),
        READING_TEST(chats_of_aws),
        READING_TEST(e_mail_of_aws_has_no_times),
        READING_TEST(google),
        READING_TEST(genesys),
        READING_TEST(files_of_one_conversation_are_one_call),
        READING_TEST(so_are_documents_that_follow_one_another),
        READING_TEST(a_part_among_other_calls_is_refused),
        READING_TEST(a_broken_part_costs_its_call_and_is_named),
        READING_TEST(chats),
        READING_TEST(agents_and_customers_of_chats),
        READING_TEST(known_fields_of_an_unknown_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
