#include "test_read.h"

typedef struct {
    const char *text, *turns;
} Case;

// Reads each text as a file of its own; the cases need no word about unknown speakers.
static void assert_cases(Reading *reading, const Case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char name[16];
        snprintf(name, sizeof name, "%zu", i);
        reading->calls.len = 0;
        read_file(reading, name, cases[i].text);
        assert_int_equal(reading->calls.len, 1);
        Str turns = str_format(&reading->arena, "%zu:%s%s\n", i,
                               *cases[i].turns ? " " : "", cases[i].turns);
        ASSERT_CALLS(reading, str_z(&reading->arena, turns));
    }
}

#define HEAD "WEBVTT\n\n00:01.000 --> 00:02.500\n"

static void tags_and_entities_are_taken_off(void **state) {
    static const Case CASES[] = {
        {HEAD "<v Agent>Hello</v>\n", "agent@1000-2500[Hello]"},
        {HEAD "<v.loud.x Agent>Hello\n", "agent@1000-2500[Hello]"},
        {HEAD "<v Agent><i>Hel</i>lo <b>you</b> <lang en>there</lang></v>\n",
         "agent@1000-2500[Hello you there]"},
        {HEAD "<v Agent>One<00:00:01.500><c> two</c>\n", "agent@1000-2500[One two]"},
        {HEAD "<v Agent>Thanks <PERSON>\n", "agent@1000-2500[Thanks <PERSON>]"},
        {HEAD "<v Agent>&lt;b&gt; &amp; &#39;c&#39;&nbsp;d&lrm;\n",
         "agent@1000-2500[<b> & 'c' d]"},
        {HEAD "<v Agent>3 < 5 and 7 > 6, I <3 it >\n",
         "agent@1000-2500[3 < 5 and 7 > 6, I <3 it >]"},
        {HEAD "<v Agent>two\nlines\n", "agent@1000-2500[two lines]"},
        {HEAD "<v Agent>open <i\n", "agent@1000-2500[open <i]"},
    };
    assert_cases(*state, CASES, sizeof CASES / sizeof *CASES);
    ASSERT_COMPLAINTS(*state, "");
}

static void speakers_are_found(void **state) {
    static const Case CASES[] = {
        {HEAD "<v Agent>Hi</v> <v Customer>Hello</v>\n",
         "agent@1000[Hi] customer-2500[Hello]"},
        {HEAD "<v Agent>a\n<v Customer>b\n<v Agent>c\n",
         "agent@1000[a] customer[b] agent-2500[c]"},
        {HEAD "<v Agent>Hi\n<v Agent>there\n", "agent@1000-2500[Hi there]"},
        {HEAD "<v Agent></v><v Customer>Hello</v>\n", "customer@1000-2500[Hello]"},
        {HEAD "Agent: Hi\n", "agent@1000-2500[Hi]"},
        {HEAD "Agent: Hi\nCustomer: Hello\nyou\n",
         "agent@1000[Hi] customer-2500[Hello you]"},
        {HEAD "(Agent)\nHi\n", "agent@1000-2500[Hi]"},
        {HEAD "[Agent] Hi\n", "agent@1000-2500[Hi]"},
        {HEAD "[AGENT]: Hi\n", "agent@1000-2500[Hi]"},
        {HEAD "&gt;&gt; Agent: Hi\n", "agent@1000-2500[Hi]"},
        {HEAD "- Agent: Hi\n- Customer: Hello\n", "agent@1000[Hi] customer-2500[Hello]"},
        {HEAD "Agent: it is\nTotal: 5\n", "agent@1000-2500[it is Total: 5]"},
    };
    assert_cases(*state, CASES, sizeof CASES / sizeof *CASES);
    ASSERT_COMPLAINTS(*state, "");
}

static void a_tag_counts_before_a_name(void **state) {
    static const Case CASES[] = {{HEAD "<v Agent>Customer: is what you say</v>\n",
                                  "agent@1000-2500[Customer: is what you say]"}};
    assert_cases(*state, CASES, 1);
    ASSERT_COMPLAINTS(*state,
                      "0:4:1: warning: a label 'Customer' within what another says "
                      "(words of several speakers in one turn?)\n");
}

// A name that comes once, where other cues begin with names.
static void a_third_speaks_once(void **state) {
    read_file(*state, "a.srt",
              "1\n00:00:01,000 --> 00:00:02,000\nAgent: a\n\n"
              "2\n00:00:03,000 --> 00:00:04,000\nCustomer: b\n\n"
              "3\n00:00:05,000 --> 00:00:06,000\nc\n\n"
              "4\n00:00:07,000 --> 00:00:08,000\nPriya Shah: d\n");
    ASSERT_CALLS(*state, "a: agent@1000-2000[a] customer@3000-4000[b] "
                         "customer@5000-6000[c] unknown@7000-8000[Priya Shah: d]\n");
    ASSERT_COMPLAINTS(*state, "a.srt:15:1: warning: turn without a speaker\n");
}

static void who_speaks_may_be_unknown(void **state) {
    static const Case CASES[] = {
        {HEAD "- Hi\n- Hello\n", "unknown@1000[Hi] unknown-2500[Hello]"},
        {HEAD "[PII] is my name\n", "unknown@1000-2500[[PII] is my name]"},
        {HEAD "(rain)\n", "unknown@1000-2500[(rain)]"},
        {HEAD "[Music] Hi\n\n00:03.000 --> 00:04.000\n[Music] Hello\n",
         "unknown@1000-2500[[Music] Hi] unknown@3000-4000[[Music] Hello]"},
    };
    assert_cases(*state, CASES, sizeof CASES / sizeof *CASES);
}

static void blocks_that_are_no_cues_are_passed_over(void **state) {
    read_file(*state, "a",
              "\xEF\xBB\xBFWEBVTT - a title\nKind: captions\n"
              "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:9\n\n"
              "NOTE one\ntwo\n\nSTYLE\n::cue(v) {\n\n  color: red; }\n\nREGION\nid:a\n\n"
              "Region: id=b\n\nfirst\n00:00:01.000 --> 00:00:02.000 line:0 align:end\n"
              "<v Agent>Hi\n\nNOTE\nnot said\n\nNOTEBOOK\n\n"
              "1:00:00:00 --> 2\n");
    ASSERT_CALLS(*state, "a: agent@1000-2000[Hi NOTEBOOK]\n");
    assert_string_equal(((Reading *)*state)->files.items[0].reason,
                        "it begins with 'WEBVTT'");
}

static void fragments_of_an_utterance_are_one_turn(void **state) {
    read_file(*state, "a",
              "WEBVTT\n\nab-c/1-0\n00:01.000 --> 00:02.000\n<v Agent>Good</v>\n\n"
              "ab-c/1-1\n00:02.000 --> 00:03.000\n<v Agent>morning.</v>\n\n"
              "ab-c/2-0\n00:02.500 --> 00:02.900\n<v Customer>Hi.</v>\n\n"
              "ab-c/1-2\n00:03.000 --> 00:04.000\n<v Agent>All well?</v>\n\n"
              "ab-c/3-0\n00:04.000 --> 00:05.000\n<v Agent>Hello?</v>\n");
    ASSERT_CALLS(*state, "a: agent@1000-4000[Good morning. All well?] "
                         "customer@2500-2900[Hi.] agent@4000-5000[Hello?]\n");
}

static void a_cue_is_a_turn(void **state) {
    read_file(*state, "a",
              "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nAgent: Good\n\n"
              "2\n00:02.000 --> 00:03.000\nAgent: morning.\n");
    ASSERT_CALLS(*state, "a: agent@1000-2000[Good] agent@2000-3000[morning.]\n");
}

static void names_that_come_once(void **state) {
    Reading *reading = *state;
    *vec_push(&reading->arena, &reading->options.agent_speakers) = STR("Ann Lee");
    read_file(
        reading, "a",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nAnn Lee: Hi\n\n00:02.000 --> 00:03.000\n"
        "Bo: Hello\n\n00:03.000 --> 00:04.000\nCleo: And me\n");
    read_file(
        reading, "b",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nAnn Lee: Hi\n\n00:02.000 --> 00:03.000\n"
        "Listen: hello\n\n00:03.000 --> 00:04.000\nAnn Lee: Yes\n\n"
        "00:04.000 --> 00:05.000\nso then\n");
    ASSERT_CALLS(reading, "a: agent@1000-2000[Hi] unknown@2000-3000[Hello] "
                          "unknown@3000-4000[And me]\n"
                          "b: agent@1000-2000[Hi] unknown@2000-3000[Listen: hello] "
                          "agent@3000-4000[Yes] unknown@4000-5000[so then]\n");
}

static void names_left_out_until_the_speaker_changes(void **state) {
    read_file(*state, "a",
              "WEBVTT\n\n00:01.000 --> 00:02.000\n[Agent] Hi\n\n00:02.000 --> 00:03.000\n"
              "there\n\n00:03.000 --> 00:04.000\n[Customer] Oh\n\n"
              "00:04.000 --> 00:05.000\nyes\n\n00:05.000 --> 00:06.000\n>> well\n\n"
              "00:06.000 --> 00:07.000\nso\n");
    ASSERT_CALLS(*state,
                 "a: agent@1000-2000[Hi] agent@2000-3000[there] customer@3000-4000[Oh] "
                 "customer@4000-5000[yes] unknown@5000-6000[well] "
                 "unknown@6000-7000[so]\n");
}

static void rolling_lines_are_said_once(void **state) {
    static const Case CASES[] = {
        {"WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n \nso<00:01.500><c> we</c>\n\n"
         "00:02.000 --> 00:02.010\nso we\n \n\n00:02.010 --> 00:04.000\nso we\n"
         "did<00:03.000><c> it</c>\n\n00:04.000 --> 00:04.010\ndid it\n",
         "unknown@1000-2000[so we] unknown@2010-4000[did it]"},
        {"WEBVTT\n\n00:01.000 --> 00:02.000\nyes\n\n00:02.000 --> 00:03.000\nyes\n\n"
         "00:03.000 --> 00:04.000\nno\n",
         "unknown@1000-2000[yes] unknown@2000-3000[yes] unknown@3000-4000[no]"},
    };
    assert_cases(*state, CASES, sizeof CASES / sizeof *CASES);
}

static void cues_stand_in_the_order_of_their_starts(void **state) {
    read_file(*state, "a",
              "WEBVTT\n\n00:05.000 --> 00:06.000\n<v Agent>c\n\n00:01.000 --> 00:02.000\n"
              "<v Customer>a\n\n00:01.000 --> 00:03.000\n<v Agent>b\n");
    ASSERT_CALLS(*state,
                 "a: customer@1000-2000[a] agent@1000-3000[b] agent@5000-6000[c]\n");
}

static void bad_times_cost_the_cue_its_times(void **state) {
    read_file(
        *state, "a",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>a\n\n  00:0x.000 --> 00:03.000\n"
        "<v Customer>b\n\nid\n00:04.000 --> 99999:00:00\n<v Agent>c\n\n"
        "00:09.000 --> 00:08.000\n<v Agent>d\n\n00:10.000 -->");
    ASSERT_CALLS(*state,
                 "a: agent@1000-2000[a] customer-3000[b] agent@4000[c] agent[d]\n");
    ASSERT_COMPLAINTS(
        *state,
        "a:6:3: error: bad time '00:0x.000' (expected hh:mm:ss.mmm --> hh:mm:ss.mmm)\n"
        "a:10:15: error: bad time '99999:00:00' (expected hh:mm:ss.mmm --> "
        "hh:mm:ss.mmm)\n"
        "a:13:15: error: end '00:08.000' before start '00:09.000'\n"
        "a:16:14: error: bad time '' (expected hh:mm:ss.mmm --> hh:mm:ss.mmm)\n");
}

static void what_has_no_turns_is_refused(void **state) {
    Reading *reading = *state;
    write_text("a", "WEBVTT\n");
    write_text("b", "WEBVTT\n\nAgent: Hi\n");
    write_text("c", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n");
    write_text("d", "WEBVTTX\n");
    read_paths(reading, "a b c d");
    ASSERT_CALLS(reading, "");
    ASSERT_COMPLAINTS(
        reading,
        "a:1:1: error: no cues: no line 'hh:mm:ss.mmm --> hh:mm:ss.mmm'\n"
        "b:1:1: error: no cues: no line 'hh:mm:ss.mmm --> hh:mm:ss.mmm'\n"
        "c:3:1: error: no turns: no cue has a text\n"
        "d:1:1: error: not a transcript: no JSON, no header that names columns, and no lines "
        "'Name: text'\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(tags_and_entities_are_taken_off),
        READING_TEST(speakers_are_found),
        READING_TEST(a_tag_counts_before_a_name),
        READING_TEST(a_third_speaks_once),
        READING_TEST(who_speaks_may_be_unknown),
        READING_TEST(blocks_that_are_no_cues_are_passed_over),
        READING_TEST(fragments_of_an_utterance_are_one_turn),
        READING_TEST(a_cue_is_a_turn),
        READING_TEST(names_that_come_once),
        READING_TEST(names_left_out_until_the_speaker_changes),
        READING_TEST(rolling_lines_are_said_once),
        READING_TEST(cues_stand_in_the_order_of_their_starts),
        READING_TEST(bad_times_cost_the_cue_its_times),
        READING_TEST(what_has_no_turns_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
