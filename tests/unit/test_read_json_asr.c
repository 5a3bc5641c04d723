// The JSON of speech recognisers, in documents of our own.
#include "test_read_asr.h"

#define PHRASE(members, text)                                                        \
    "{\"recognitionStatus\":\"Success\"," members ",\"nBest\":[{\"display\":\"" text \
    "\"}]}"

static void azure_batch(void **state) {
    static const Case CASES[] = {
        // three units of time, the phrases of a channel after those of another
        {"{\"timestamp\":\"2026-03-01T10:00:00Z\",\"combinedRecognizedPhrases\":[{"
         "\"display\":\"all of it\"}],\"recognizedPhrases\":[" PHRASE(
             "\"channel\":0,\"offsetInTicks\":9e6,\"durationInTicks\":15000000.0",
             "One.") "," PHRASE("\"channel\":0,\"offset\":\"PT1M4.125S\",\"duration\":\"PT2S\"",
                                "Three.") "," PHRASE("\"channel\":1,\"offsetMilliseconds\":2500,\"durationMilliseconds\":"
                                                     "700,\"offset\":\"PT9S\"",
                                                     "Two.") "]}",
         "azure-batch",
         "x: channel 0@900-2400[One.] channel 1@2500-3200[Two.] "
         "channel 0@64125-66125[Three.]\n"},
        // one channel: the speaker, of the phrase or of its first reading
        {"{\"recognizedPhrases\":[" PHRASE(
             "\"channel\":0,\"speaker\":2,\"offset\":\"PT0S\"",
             "a") ",{\"channel\":0,\"offset\":\"PT1H\",\"recognitionStatus\":\"Success\",\"nBest\":"
                  "[{\"speaker\":1,\"display\":\"b\"},{\"speaker\":3,\"display\":\"c\"}]}]}",
         "azure-batch", "x: speaker 2@0[a] speaker 1@3600000[b]\n"},
        // nobody told apart; a text in the second-best writing
        {"{\"recognizedPhrases\":[{\"channel\":0,\"offsetInTicks\":0,\"nBest\":[{"
         "\"lexical\":\"hm\"}]}]}",
         "azure-batch", "x: channel 0@0[hm]\n"},
        {"{\"durationMilliseconds\":900,\"combinedPhrases\":[{\"text\":\"Hi.\"}],"
         "\"phrases\":[{\"speaker\":1,\"offsetMilliseconds\":40,\"durationMilliseconds\":"
         "60,\"text\":\"Hi.\"}]}",
         "azure-batch", "x: speaker 1@40-100[Hi.]\n"},
        {"{\"duration\":900,\"combinedPhrases\":[],\"phrases\":[{\"channel\":1,\"offset\":"
         "40,\"duration\":60,\"text\":\"Hi.\"}]}",
         "azure-batch", "x: channel 1@40-100[Hi.]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void phrases_that_were_not_recognised_are_counted(void **state) {
    Reading *reading = *state;
    read_file(reading, "x.json",
              "{\"recognizedPhrases\":[{\"recognitionStatus\":\"InitialSilenceTimeout\","
              "\"channel\":1,\"offset\":\"PT0S\"}," PHRASE(
                  "\"channel\":0,\"offset\":\"PT1S\"", "Hi") "]}");
    assert_string_equal(labelled_text(reading), "x: channel 0@1000[Hi]\n");
    ASSERT_STR(reading, reading->calls.items[0].problems.items[0],
               "phrases not recognised: 1");
}

#define ITEM(who, text)  "{\"id\":\"1\"," who ",\"text\":\"" text "\"}"
#define ITEMS(id, items) "{\"id\":\"" id "\",\"conversationItems\":[" items "]}"
#define AGENT            "\"participantId\":\"Agent_1\""

static void azure_conversation(void **state) {
    static const Case CASES[] = {
        {ITEMS("c", ITEM(AGENT, "Hi") "," ITEM("\"participantId\":\"Customer\"", "Oh")),
         "azure-conversation", "c: Agent_1=agent[Hi] Customer=customer[Oh]\n"},
        {ITEMS("c", ITEM("\"participantId\":\"1\",\"role\":\"agent\"", "Hi") "," ITEM(
                        "\"participantId\":\"2\",\"role\":\"generic\"", "Oh")),
         "azure-conversation", "c: speaker 1=agent[Hi] speaker 2=customer[Oh]\n"},
        {ITEMS("c", "{\"role\":\"customer\",\"itn\":\"at 5\",\"lexical\":\"at five\","
                    "\"conversationItemLevelTiming\":{\"offset\":5000000,\"duration\":"
                    "1000000}},{\"role\":\"agent\",\"text\":\"Yes\",\"audioTimings\":[{"
                    "\"word\":\"y\",\"offset\":7000000,\"duration\":100000},{\"word\":"
                    "\"s\",\"offset\":8000000,\"duration\":200000}]}"),
         "azure-conversation",
         "c: customer=customer@500-600[at 5] agent=agent@700-820[Yes]"
         "\n"},
        {"{\"analysisInput\":{\"conversations\":[" ITEMS("c", ITEM(AGENT, "Hi")) "]}}",
         "azure-conversation", "c: Agent_1=agent[Hi]\n"},
        {"{\"displayName\":\"]\",\"analysisInput\":{\"conversations\":[" ITEMS(
             "c", ITEM(AGENT, "Hi")) "," ITEMS("d", ITEM(AGENT, "Ho")) "],\"n\":{}},"
                                                                       "\"tasks\":[{}]}",
         "azure-conversation", "c: Agent_1=agent[Hi]\nd: Agent_1=agent[Ho]\n"},
        {"{\"conversations\":[" ITEMS("c", ITEM(AGENT, "Hi")) "]}", "azure-conversation",
         "c: Agent_1=agent[Hi]\n"},
    };
    ASSERT_CASES(state, CASES);
}

#define TWILIO_AT(url)                                                                   \
    "{\"sentences\":[{\"media_channel\":1,\"sentence_index\":0,\"transcript\":\"Hi\"}]," \
    "\"meta\":{\"key\":\"sentences\",\"url\":\"" url "\"}}"

static void twilio(void **state) {
    static const Case CASES[] = {
        {"{\"sentences\":[{\"media_channel\":2,\"sentence_index\":1,\"start_time\":\"1.5\","
         "\"end_time\":2,\"transcript\":\"Oh\"},{\"media_channel\":1,\"sentence_index\":0,"
         "\"start_time\":0.25,\"end_time\":\"1.125\",\"transcript\":\"Hi\"}],\"meta\":{"
         "\"key\":\"sentences\",\"url\":\"https://x.example/v2/Transcripts/GT7/Sentences"
         "?Page=0\"}}",
         "twilio", "GT7: channel 1@250-1125[Hi] channel 2@1500-2000[Oh]\n"},
        {"{\"sentences\":[{\"media_channel\":2,\"sentence_index\":10,\"start_time\":null,"
         "\"transcript\":\"b\",\"transcript_sid\":\"GT8\"},{\"media_channel\":1,"
         "\"sentence_index\":9,\"start_time\":4,\"transcript\":\"a\"}]}",
         "twilio", "GT8: channel 1@4000[a] channel 2[b]\n"},
        {TWILIO_AT("https://x.example/v2/Transcripts/GT9?Page=0"), "twilio",
         "GT9: channel 1[Hi]\n"},
        // No id in the address: the file's name is the call's.
        {TWILIO_AT("https://x.example/v2/Transcripts"), "twilio", "x: channel 1[Hi]\n"},
        {TWILIO_AT("https://x.example/v2/Transcripts/"), "twilio", "x: channel 1[Hi]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void a_list_with_a_next_page_is_not_the_whole_call(void **state) {
    Reading *reading = *state;
    write_text("page.json",
               "{\"meta\":{\"next_page_url\":\"https://x.example/?Page=1\"},\n"
               "\"sentences\":[{\"media_channel\":1,\"transcript\":\"Hi\"}]}");
    read_paths(reading, "page.json");
    ASSERT_COMPLAINTS(reading,
                      "page.json:1:26: warning: not the whole call: it goes on in "
                      "a next page ('next_page_url')\n"
                      "page.json:2:14: warning: unknown speaker 'channel 1' (if "
                      "this is the agent, say --agent-speaker 'channel 1')\n");
    ASSERT_CALLS(reading, "page: unknown[Hi]\n");
}

static void deepgram(void **state) {
    static const Case CASES[] = {
        {"{\"metadata\":{\"request_id\":\"r\",\"created\":\"2026-03-01T10:00:00Z\"},"
         "\"results\":{\"channels\":[{}],\"utterances\":[{\"start\":0.5,\"end\":1.25,"
         "\"channel\":0,\"speaker\":1,\"transcript\":\"Hi\"}]}}",
         "deepgram", "r: speaker 1@500-1250[Hi]\n"},
        // several channels, those of one after those of another
        {"{\"results\":{\"channels\":[{},{}],\"utterances\":[{\"start\":2,\"end\":3,"
         "\"channel\":0,\"speaker\":0,\"transcript\":\"b\"},{\"start\":1,\"end\":2,"
         "\"channel\":1,\"speaker\":0,\"transcript\":\"a\"}]}}",
         "deepgram", "x: channel 1@1000-2000[a] channel 0@2000-3000[b]\n"},
        // words only: up to the next speaker, or a pause
        {"{\"results\":{\"utterances\":[],\"channels\":[" CHANNEL(
             WORD("so", "0", "0.5", ",\"punctuated_word\":\"So,\"" SPEAKER("0")) "," WORD(
                 "well", "0.5", "1",
                 SPEAKER(
                     "0")) "," WORD("yes", "1", "1.5",
                                    SPEAKER(
                                        "1")) "," WORD("and", "3", "3.5",
                                                       SPEAKER(
                                                           "1")) "," WORD("no", "5.001",
                                                                          "6",
                                                                          SPEAKER(
                                                                              "1"))) "]}}",
         "deepgram",
         "x: speaker 0@0-1000[So, well] speaker 1@1000-3500[yes and] "
         "speaker 1@5001-6000[no]\n"},
        {"{\"results\":{\"channels\":[" CHANNEL(WORD("b", "1", "2", "")) "," CHANNEL(
             WORD("a", "0", "2", "")) "]}}",
         "deepgram", "x: channel 1@0-2000[a] channel 0@1000-2000[b]\n"},
        {ALTERNATIVE(WORD("hi", "1", "2", SPEAKER("4"))), "deepgram",
         "x: speaker 4@1000-2000[hi]\n"},
    };
    ASSERT_CASES(state, CASES);
}

#define HEARD(text, start, end, more)                                                    \
    "{\"type\":\"pronunciation\",\"start_time\":\"" start "\",\"end_time\":\"" end "\"," \
    "\"alternatives\":[{\"content\":\"" text "\"}]" more "}"
#define POINT(text) \
    "{\"type\":\"punctuation\",\"alternatives\":[{\"content\":\"" text "\"}]}"
#define TRANSCRIBE(results) \
    "{\"jobName\":\"j\",\"results\":{\"transcripts\":[]," results "}}"

static void aws_transcribe(void **state) {
    static const Case CASES[] = {
        {TRANSCRIBE("\"items\":[],\"audio_segments\":[{\"transcript\":\"Hi.\","
                    "\"start_time\":\"0.5\",\"end_time\":\"1.25\",\"speaker_label\":"
                    "\"spk_0\"},{\"transcript\":\"Oh\",\"start_time\":\"2\","
                    "\"end_time\":\"3\",\"speaker_label\":\"spk_1\"}]"),
         "aws-transcribe", "j: spk_0@500-1250[Hi.] spk_1@2000-3000[Oh]\n"},
        {TRANSCRIBE("\"channel_labels\":{},\"audio_segments\":[{\"transcript\":\"Hi\","
                    "\"start_time\":\"0.5\",\"channel_label\":\"ch_1\"}]"),
         "aws-transcribe", "j: channel 1@500[Hi]\n"},
        // words only, each with its speaker
        {TRANSCRIBE(
             "\"items\":[" HEARD("Yes", "1", "1.5", ",\"speaker_label\":\"a\"") "," POINT(",") "," HEARD(
                 "no", "1.5", "2",
                 ",\"speaker_label\":\"a\"") "," POINT(".") "," HEARD("Oh", "2", "3",
                                                                      ",\"speaker_label\":\"b\"") "]"),
         "aws-transcribe", "j: a@1000-2000[Yes, no.] b@2000-3000[Oh]\n"},
        // beside the words
        {TRANSCRIBE("\"speaker_labels\":{\"segments\":[{\"start_time\":\"1\","
                    "\"speaker_label\":\"a\"},{\"start_time\":\"2\",\"speaker_label\":"
                    "\"b\"}]},\"items\":[" HEARD("Yes", "1", "1.5",
                                                 "") "," HEARD("Oh", "2", "3", "") "]"),
         "aws-transcribe", "j: a@1000-1500[Yes] b@2000-3000[Oh]\n"},
        // by channel
        {TRANSCRIBE("\"items\":[],\"channel_labels\":{\"channels\":[{\"channel_label\":"
                    "\"ch_0\",\"items\":[" HEARD(
                        "b", "1", "2",
                        "") "]},"
                            "{\"channel_label\":\"ch_1\",\"items\":[" HEARD("a", "0", "2",
                                                                            "") "]}]}"),
         "aws-transcribe", "j: channel 1@0-2000[a] channel 0@1000-2000[b]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void assemblyai(void **state) {
    static const Case CASES[] = {
        {"{\"id\":\"t\",\"status\":\"completed\",\"audio_url\":\"u\",\"audio_duration\":9,"
         "\"utterances\":[{\"speaker\":\"A\",\"start\":40,\"end\":90,\"text\":\"Hi\"},{"
         "\"speaker\":\"B\",\"start\":100,\"end\":200,\"text\":\"Oh\"}]}",
         "assemblyai", "t: A@40-90[Hi] B@100-200[Oh]\n"},
        {"{\"id\":\"t\",\"audio_url\":\"u\",\"utterances\":[{\"speaker\":\"2\",\"channel\":"
         "\"2\",\"start\":70,\"end\":90,\"text\":\"Oh\"},{\"speaker\":\"1A\",\"channel\":"
         "\"1\",\"start\":10,\"end\":60,\"text\":\"Hi\"}]}",
         "assemblyai", "t: channel 1@10-60[Hi] channel 2@70-90[Oh]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void whisper(void **state) {
    static const Case CASES[] = {
        {"{\"text\":\" Hi. Oh.\",\"segments\":[{\"id\":0,\"start\":0.0,\"end\":1.5,"
         "\"text\":\" Hi.\"},{\"id\":1,\"start\":1.5,\"end\":2,\"text\":\" Oh.\"}],"
         "\"language\":\"en\"}",
         "whisper", "x: @0-1500[Hi.] @1500-2000[Oh.]\n"},
        {"{\"result\":{\"language\":\"en\"},\"transcription\":[{\"timestamps\":{\"from\":"
         "\"00:00:00,000\"},\"offsets\":{\"from\":0,\"to\":1500},\"text\":\" Hi.\"}]}",
         "whisper", "x: @0-1500[Hi.]\n"},
        // the segment's speaker, or those of its words
        {"{\"segments\":[{\"start\":1,\"end\":2,\"text\":\" Hi\",\"speaker\":\"SPEAKER_00\","
         "\"words\":[]},{\"start\":2,\"end\":3,\"text\":\"five oh one\",\"words\":[{"
         "\"word\":\"five\",\"speaker\":\"SPEAKER_00\"},{\"word\":\"oh\",\"speaker\":"
         "\"SPEAKER_01\"},{\"word\":\"1\"},{\"word\":\"one\",\"speaker\":\"SPEAKER_01\"}]},"
         "{\"start\":3,\"text\":\"hm\"}]}",
         "whisperx",
         "x: SPEAKER_00@1000-2000[Hi] SPEAKER_00@2000[five] SPEAKER_01-3000[oh 1 one] "
         "@3000[hm]\n"},
        {"{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"Hi\",\"speaker\":\"agent\"}]}",
         "whisperx", "x: agent=agent@0-1000[Hi]\n"},
    };
    ASSERT_CASES(state, CASES);
}

static void a_call_without_turns_is_said_to_be_one(void **state) {
    static const char *const TEXTS[] = {
        "{\"segments\":[],\"word_segments\":[]}",
        "{\"text\":\"\",\"segments\":[],\"language\":\"en\"}",
        "{\"recognizedPhrases\":[]}",
        "{\"sentences\":[],\"meta\":{\"key\":\"sentences\"}}",
        "{\"uuid\":\"x\",\"parties\":[],\"dialog\":[{\"type\":\"incomplete\"}]}",
        "{\"status\":\"completed\",\"audio_url\":\"\",\"utterances\":[]}",
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        reading->calls.len = reading->diags.items.len = 0;
        read_file(reading, "x.json", TEXTS[i]);
        ASSERT_COMPLAINTS(reading, "x.json:1:1: warning: no turns\n");
        ASSERT_CALLS(reading, "x:\n");
    }
}

static void whisper_tells_nobody_apart_which_is_said_once(void **state) {
    Reading *reading = *state;
    read_file(reading, "x.json",
              "{\"language\":\"en\",\"segments\":[{\"start\":0,\"text\":\" Hi\"},{"
              "\"start\":1,\"text\":\" Oh\"}]}");
    ASSERT_COMPLAINTS(reading, "x.json:1:30: warning: turn without a speaker\n");
}

// ---- What is wrong with documents

static void known_fields_of_an_unknown_shape(void **state) {
    static const Refusal CASES[] = {
        {"aws-transcribe", "{}", "expected an array at 'results.items', found nothing"},
        {"aws-transcribe", "{\"results\":{\"items\":[{\"alternatives\":3}]}}",
         "expected an array at 'alternatives', found a number"},
        {"aws-transcribe", "{\"results\":{\"audio_segments\":{}}}",
         "expected an array at 'results.audio_segments', found an object"},
        {"azure-batch", "{}", "expected an array at 'phrases', found nothing"},
        {"azure-batch", "{\"recognizedPhrases\":\"\"}",
         "expected an array at 'recognizedPhrases', found a string"},
        {"azure-batch", "{\"recognizedPhrases\":[{\"recognitionStatus\":\"Success\"}]}",
         "expected an array at 'nBest', found nothing"},
        {"azure-batch", "{\"recognizedPhrases\":[3]}",
         "expected an object for each turn"},
        {"azure-batch", "{\"recognizedPhrases\":[{\"nBest\":[{\"display\":4}]}]}",
         "expected a string at 'display', found a number"},
        {"azure-conversation", "{\"analysisInput\":[]}",
         "expected an array at 'analysisInput.conversations', found nothing"},
        {"azure-conversation", "{\"analysisInput\":{\"conversations\":[]}}",
         "expected one conversation at 'analysisInput.conversations', found 0"},
        {"azure-conversation", "{\"conversationItems\":{}}",
         "expected an array at 'conversationItems', found an object"},
        {"twilio", "{\"sentences\":null}",
         "expected an array at 'sentences', found nothing"},
        {"twilio", "{\"sentences\":[[]]}", "expected an object for each turn"},
        {"deepgram", "{\"results\":7}",
         "expected an array at 'results.channels', found nothing"},
        {"deepgram", "{\"results\":{\"channels\":[{\"alternatives\":[{}]}]}}",
         "expected an array at 'words', found nothing"},
        {"assemblyai", "{\"utterances\":null}",
         "no 'utterances': who speaks is not told apart"},
        {"assemblyai", "{\"status\":\"error\",\"error\":\"no such file\"}",
         "transcription failed: no such file"},
        {"assemblyai", "{\"status\":\"queued\"}",
         "no transcript yet: its status is 'queued'"},
        {"whisper", "{\"segments\":5}",
         "expected an array at 'segments', found a number"},
        {"whisperx", "{\"segments\":[{\"text\":[]}]}",
         "expected a string at 'text', found an array"},
    };
    ASSERT_REFUSALS(state, CASES);
}

static void documents_that_are_broken(void **state) {
    static const struct {
        const char *text, *complaints;
    } CASES[] = {
        {"{\"recognizedPhrases\":[{\"nBest\":",
         "x.json:1:31: error: bad JSON: unexpected token near end of file\n"},
        {"{\"sentences\":[{\"media_channel\":1,\"media_channel\":1}]}",
         "x.json:1:48: error: bad JSON: duplicate object key\n"},
        {"{\"segments\":[{\"speaker\":\"agent\",\"text\":\"Hi\",\"start\":1e999}]}",
         "x.json:1:57: error: bad JSON: real number overflow\n"},
        {"{\"segments\":[{\"speaker\":\"agent\",\"text\":\"Hi\",\"start\":-1,\n"
         "\"end\":99999999999999999999}]}",
         "x.json:1:53: error: bad time '-1' in 'start'\n"
         "x.json:2:7: error: bad time '99999999999999999999' in 'end'\n"},
        {"{\"recognizedPhrases\":[{\"speaker\":\"Agent\",\"offset\":\"PT9\",\"duration\":"
         "\"P1M\",\"nBest\":[{\"display\":\"Hi\"}]}]}",
         "x.json:1:51: error: bad time 'PT9' in 'offset'\n"
         "x.json:1:68: error: bad time 'P1M' in 'duration'\n"},
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        reading->diags.items.len = 0;
        read_file(reading, "x.json", CASES[i].text);
        ASSERT_COMPLAINTS(reading, CASES[i].complaints);
    }
}

// Whatever stands around it, nesting that is too deep costs one document.
static void nesting_may_be_deep(void **state) {
    static const char *const BEGINNINGS[] = {
        "{\"recognizedPhrases\":", "{\"analysisInput\":{\"conversations\":",
        "{\"sentences\":",         "{\"results\":{\"channels\":",
        "{\"segments\":",          "{\"uuid\":\"v\",\"parties\":[],\"dialog\":",
    };
    enum { DEPTH = 100000 };
    Reading *reading = *state;
    char *brackets = arena_alloc(&reading->arena, DEPTH + 1);
    memset(brackets, '[', DEPTH);
    for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++) {
        reading->diags.items.len = 0;
        write_bytes("deep.json",
                    str_format(&reading->arena, "%s%s", BEGINNINGS[i], brackets));
        read_paths(reading, "deep.json");
        assert_int_equal(reading->diags.items.len, 1);
        ASSERT_STR(reading, reading->diags.items.items[0].text,
                   "bad JSON: nested more than 256 deep");
    }
}

static void objects_around_conversations_may_be_deep(void **state) {
    enum { DEPTH = 100000 };
    Reading *reading = *state;
    Buf text = {.arena = &reading->arena};
    for (int i = 0; i < DEPTH; i++) buf_text(&text, "{\"analysisInput\":");
    write_bytes("deep.json", buf_str(&text));
    read_paths(reading, "deep.json");
    ASSERT_COMPLAINTS(reading,
                      "deep.json:1:4353: error: bad JSON: nested more than 256 deep\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(azure_batch),
        READING_TEST(phrases_that_were_not_recognised_are_counted),
        READING_TEST(azure_conversation),
        READING_TEST(twilio),
        READING_TEST(a_list_with_a_next_page_is_not_the_whole_call),
        READING_TEST(deepgram),
        READING_TEST(aws_transcribe),
        READING_TEST(assemblyai),
        READING_TEST(whisper),
        READING_TEST(a_call_without_turns_is_said_to_be_one),
        READING_TEST(whisper_tells_nobody_apart_which_is_said_once),
        READING_TEST(known_fields_of_an_unknown_shape),
        READING_TEST(documents_that_are_broken),
        READING_TEST(nesting_may_be_deep),
        READING_TEST(objects_around_conversations_may_be_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
