#include "test_read.h"

static void names_and_texts(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.txt",
              "Agent: Hello, how can I help?\nCustomer: Hi.\nAGENT: Sure\n");
    ASSERT_CALLS(reading, "a: agent[Hello, how can I help?] customer[Hi.] agent[Sure]\n");
    ASSERT_COMPLAINTS(reading, "");
    assert_int_equal(reading->calls.items[0].turns.items[2].place.line, 3);
    ASSERT_STR(reading, reading->calls.items[0].turns.items[2].speaker, "AGENT");
}

static void a_header_says_whose_call_it_is(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.txt",
              "call: S-1\nagent: A1\nagent_name: Tom\u00e1s\nteam: Red\nchannel: voice\n"
              "started_at: 2026-10-14T09:30:00Z\ncustomer: C-2\nwait: 1:30\ncsat: 4\n\n"
              "[00:00:04] Tom\u00e1s: Hello\n[00:00:06] Customer: Hi\n");
    ASSERT_CALLS(reading, "S-1: agent@4000[Hello] customer@6000[Hi]\n");
    ASSERT_COMPLAINTS(reading, "");
    const Call *call = &reading->calls.items[0];
    ASSERT_STR(reading, call->agent, "A1");
    ASSERT_STR(reading, call->agent_name, "Tom\u00e1s");
    ASSERT_STR(reading, call->team, "Red");
    ASSERT_STR(reading, call->channel, "voice");
    ASSERT_STR(reading, call->customer, "C-2");
    ASSERT_STR(reading, call_field(call, STR("csat")), "4");
    assert_int_equal(call->wait_ms, 90000);
    assert_int_equal(call->started_at, 1791970200000);
    assert_int_equal(call->place.line, 1);
    assert_int_equal(call->turns.items[0].place.line, 11);
}

static void agent_and_customer_alone_are_no_header(void **state) {
    read_file(*state, "a.txt", "Agent: Hello\nCustomer: Hi\n\nAgent: Bye\n");
    ASSERT_CALLS(*state, "a: agent[Hello] customer[Hi] agent[Bye]\n");
}

static void several_calls_stand_in_one_file(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.txt",
              "\ncall: 1\n\nAgent: one\nCaller: the call: dropped\n\n\n"
              "call: 2\nagent: B\n\nAgent: two\ncall: me\n\ncall: 3\n\nCaller: three\n");
    ASSERT_CALLS(reading, "1: agent[one] customer[the call: dropped]\n"
                          "2: agent[two\ncall: me]\n3: customer[three]\n");
    assert_int_equal(reading->calls.items[0].place.line, 2);
    assert_int_equal(reading->calls.items[1].place.line, 8);
    assert_int_equal(reading->calls.items[2].turns.items[0].place.line, 16);
    ASSERT_COMPLAINTS(reading,
                      "a.txt:12:1: warning: a label 'call' begins a line and is taken "
                      "for no speaker (--agent-speaker and --agents name "
                      "speakers)\n");
}

static void an_id_twice_is_refused(void **state) {
    read_file(*state, "a.txt", "call: 1\n\nAgent: one\n\ncall: 1\n\nAgent: two\n");
    ASSERT_CALLS(*state, "1: agent[one]\n");
    ASSERT_COMPLAINTS(*state,
                      "a.txt:5:1: error: call '1' has been read already, from a.txt:1\n");
}

static void a_call_may_be_named_right_after_another(void **state) {
    read_file(*state, "a.txt",
              "team: Red\ncall: 1\n\nAgent: one\n\ncall: 2\ncall: 3\n\nAgent: three\n");
    ASSERT_CALLS(*state, "1: agent[one]\n3: agent[three]\n");
    ASSERT_COMPLAINTS(*state, "a.txt:6:1: error: no turns: no line begins 'Name:'\n");
}

static void times_stand_before_or_after_the_name(void **state) {
    read_file(*state, "a.txt",
              "[00:00:01] Agent: a\n00:00:02 Customer: b\n(0:03) Agent: c\n"
              "00:04 - Customer: d\nAgent [00:00:05]: e\nCustomer (00:06): f\n"
              "Agent 00:00:07: g\n"
              "[1:00:08.5] Customer: h\n");
    ASSERT_CALLS(*state,
                 "a: agent@1000[a] customer@2000[b] agent@3000[c] customer@4000[d] "
                 "agent@5000[e] customer@6000[f] agent@7000[g] customer@3608500[h]\n");
    ASSERT_COMPLAINTS(*state, "");
}

static void moments_become_relative(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.txt",
              "[2020-05-13 13:14:57] Agent: a\n[2020-05-13T13:15:00Z] Customer: b\n");
    ASSERT_CALLS(reading, "a: agent@0[a] customer@3000[b]\n");
    assert_int_equal(reading->calls.items[0].started_at, 1589375697000);
}

static void wrapped_lines_continue_the_turn(void **state) {
    read_file(
        *state, "a.txt",
        "Agent: one\ntwo\n\n  three: four\nCustomer:\nfive\nTotal: 5\nAgent: six\n");
    ASSERT_CALLS(*state,
                 "a: agent[one\ntwo\nthree: four] customer[five\nTotal: 5] agent[six]\n");
}

static void a_name_that_comes_back_is_a_speaker(void **state) {
    Reading *reading = *state;
    *vec_push(&reading->arena, &reading->options.agent_speakers) = STR("Maya Lind");
    read_file(reading, "a.txt",
              "Maya Lind: Hello\nJo: Hi\nMaya Lind: That is\nTotal: 5\nJo: Fine\n"
              "what he said to me: no\nMaya Lind: x\nwhat he said to me: no\n");
    ASSERT_CALLS(reading, "a: agent[Hello] customer[Hi] agent[That is\nTotal: 5] "
                          "customer[Fine\nwhat he said to me: no] "
                          "agent[x\nwhat he said to me: no]\n");
    ASSERT_COMPLAINTS(reading, "");
}

static void markdown_is_taken_off(void **state) {
    read_file(*state, "a.md",
              "# Demo\n\n***\n**Agent**: Hello!  \n**Caller:** My *own* card   \n***\n"
              "### Part 2: more\n\n<span style=\"color:blue\">**System**: a hint</span>\n"
              "__Agent__: see https://x.example/y\n");
    ASSERT_CALLS(*state, "a: agent[Hello!] customer[My *own* card] system[a hint] "
                         "agent[see https://x.example/y]\n");
    ASSERT_COMPLAINTS(*state, "");
}

static void line_ends_and_bad_bytes(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.txt",
              "\xEF\xBB\xBF"
              "Agent: a\r\nb\r\nCaller: c\r\n");
    read_file(reading, "b.txt", "Agent: a\rb\rCaller: c");
    read_file(reading, "c.txt",
              "Agent: \u00E9\nCaller: c\xff"
              "d\n");
    ASSERT_CALLS(reading, "a: agent[a\nb] customer[c]\nb: agent[a\nb] customer[c]\n"
                          "c: agent[\u00E9] customer[c\uFFFD"
                          "d]\n");
    ASSERT_COMPLAINTS(reading,
                      "c.txt:2:10: warning: bad bytes: 1 not UTF-8 or NUL, replaced "
                      "by U+FFFD\n");
    assert_int_equal(reading->calls.items[2].problems.len, 1);
}

static void a_call_without_turns_is_refused(void **state) {
    read_file(*state, "a.txt", "call: 1\n\nnothing here\n\ncall: 2\n\nAgent: a\n");
    ASSERT_CALLS(*state, "2: agent[a]\n");
    ASSERT_COMPLAINTS(*state, "a.txt:1:1: error: no turns: no line begins 'Name:'\n");
}

static void a_bad_start_is_named(void **state) {
    read_file(*state, "a.txt", "call: 1\nstarted_at: noon\n\nAgent: a\n");
    ASSERT_CALLS(*state, "1: agent[a]\n");
    ASSERT_COMPLAINTS(*state, "a.txt:2:1: error: bad started_at 'noon'\n");
}

static void commas_make_no_csv_and_colons_no_text(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.txt", "Agent: call, text, message, ok\nCustomer: yes, no\n");
    read_file(reading, "b.txt",
              "call_id,speaker,text\n1,agent,Agent: hi\n1,agent,Customer: yo\n");
    ASSERT_CALLS(reading, "a: agent[call, text, message, ok] customer[yes, no]\n"
                          "1: agent[Agent: hi] agent[Customer: yo]\n");
    assert_string_equal(reading->files.items[0].format, "text");
    assert_string_equal(reading->files.items[1].format, "csv");
    assert_string_equal(reading->files.items[1].reason, "the first line names columns");
}

// What one line, between two of known speakers, becomes.
static void lines_that_begin_with_a_colon_or_time(void **state) {
    static const struct {
        const char *line, *turns;
    } LINES[] = {
        {"Total: 5", "agent[one\nTotal: 5]"},
        {"https://a.example: there", "agent[one\nhttps://a.example: there]"},
        {"at 10:30 sharp", "agent[one\nat 10:30 sharp]"},
        {"Note: bring it\nNote: soon", "agent[one\nNote: bring it\nNote: soon]"},
        {"Fee: 5\nFee: \u00a36", "agent[one\nFee: 5\nFee: \u00a36]"},
        {"see you Monday 10:30", "agent[one\nsee you Monday 10:30]"},
        {"#4711 is the order", "agent[one\n#4711 is the order]"},
        {"Customer 0:09\ntwo", "agent[one] customer@9000[two]"},
        {"Customer\t0:02:03\ntwo", "agent[one] customer@123000[two]"},
        {"Customer (00:01:02): two", "agent[one] customer@62000[two]"},
        {"00:01:02 Customer: two", "agent[one] customer@62000[two]"},
        {"(12s) Customer: two", "agent[one] customer@12000[two]"},
        {"( 1m 12s ) Customer: two", "agent[one] customer@72000[two]"},
        {"**[0:02] Customer:** two", "agent[one] customer@2000[two]"},
        {"**Customer** (0:02): two", "agent[one] customer@2000[two]"},
        {"- *Customer*: two", "agent[one] customer[two]"},
        {"> 3. two", "agent[one\n> 3. two]"},
        {"*She types.*", "agent[one]"},
        {"## Later\nA pause.\nCustomer: two", "agent[one] customer[two]"},
        {"Customer: two<br>Agent: it&#39;s", "agent[one] customer[two] agent[it's]"},
        {"(12) Customer: two", "agent[one] customer[two]"},
        {"Customer\u00a0: two", "agent[one] customer[two]"},
        {"Customer\uff1a two", "agent[one] customer[two]"},
        {"2026-03-02T09:31:15Z Customer: two", "agent[one] customer@0[two]"},
        {"+44 7700: two\n+44 7700: no", "agent[one] customer[two] customer[no]"},
        {"Diaz, Ana: two\nDiaz, Ana: no", "agent[one] customer[two] customer[no]"},
        {"a.d@b.example: two\na.d@b.example: no",
         "agent[one] customer[two] customer[no]"},
        {"Ana M. de Sousa: two\nAna M. de Sousa: no",
         "agent[one] customer[two] customer[no]"},
        {"[NAME]: two\n[NAME]: no", "agent[one] customer[two] customer[no]"},
        {"Custommer: two\nCustomer: no", "agent[one] unknown[two] customer[no]"},
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        char name[16], text[128], calls[128];
        snprintf(name, sizeof name, "%zu.txt", i);
        snprintf(text, sizeof text, "Agent: one\n%s\nAgent: end\n", LINES[i].line);
        snprintf(calls, sizeof calls, "%zu: %s agent[end]\n", i, LINES[i].turns);
        reading->calls.len = 0;
        read_file(reading, name, text);
        ASSERT_CALLS(reading, calls);
    }
}

// What is never appended or left out without a word: one line between two turns.
static void lines_in_doubt_are_warned_of(void **state) {
    static const struct {
        const char *line, *turns, *complaint;
    } LINES[] = {
        {"two", "agent[one\ntwo]", NULL},
        {"Total: 5", "agent[one\nTotal: 5]", NULL},
        {"that is what he wrote down: two", "agent[one\nthat is what he wrote down: two]",
         NULL},
        {"Order number: 12", "agent[one\nOrder number: 12]",
         "a label 'Order number' begins a line and is taken for no speaker"},
        {"Priya Shah: two", "agent[one\nPriya Shah: two]",
         "a label 'Priya Shah' begins a line and is taken for no speaker"},
        {"[She takes a moment]", "agent[one]", "1 line is nobody's words, '[She takes"},
        {"Summary: one said two.\nThen three.", "agent[one]",
         "2 lines are nobody's words, the first 'Summary: one"},
        {"Transcription ended after 0:12", "agent[one]", "1 line is nobody's words"},
        {"From: a@b.example\nTo: c@d.example\nDear all", "agent[one]",
         "3 lines are nobody's words"},
        {"[0:75] Customer: two", "agent[one] customer[two]", "bad time '0:75'"},
        {"30/02/2026 9:31 Customer: two", "agent[one] customer[two]",
         "bad time '30/02/2026 9:31'"},
        {"he then wrote it down Customer: two",
         "agent[one\nhe then wrote it down Customer: two]",
         "a label 'Customer' within what another says"},
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        char name[16], text[128], calls[128];
        snprintf(name, sizeof name, "%zu.txt", i);
        snprintf(text, sizeof text, "Agent: one\n%s\nAgent: end\n", LINES[i].line);
        snprintf(calls, sizeof calls, "%zu: %s agent[end]\n", i, LINES[i].turns);
        reading->calls.len = reading->diags.items.len = 0;
        read_file(reading, name, text);
        ASSERT_CALLS(reading, calls);
        const char *expected = LINES[i].complaint;
        assert_int_equal(reading->diags.items.len, expected != NULL);
        assert_int_equal(reading->calls.items[0].problems.len, expected != NULL);
        if (expected) assert_non_null(strstr(complaints_text(reading), expected));
    }
}

// Beside a time or in bold, as others of the call, any name begins a turn.
static void the_form_of_the_others_begins_a_turn(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.txt",
              "[0:01] Agent: a\n[0:04] Mr. J. Ash (External), Leeds: b\n[0:09] c\n"
              "[0:12] Agent: d\n");
    read_file(reading, "b.txt",
              "Agent   0:01\na\n\nPriya Shah   0:20\nb\n\n"
              "Agent   0:30\nc\nSee you at 10:30\n");
    read_file(reading, "c.md", "**Agent:** a\n**Ash, Jo:** b\n**Customer:** c\n");
    read_file(reading, "d.txt", "Agent: a\nCustomer: b\n0:05:00\nAgent: c\n");
    ASSERT_CALLS(reading, "a: agent@1000[a] customer@4000[b] unknown@9000[c] "
                          "agent@12000[d]\n"
                          "b: agent@1000[a] customer@20000[b] "
                          "agent@30000[c\nSee you at 10:30]\n"
                          "c: agent[a] unknown[b] customer[c]\n"
                          "d: agent[a] customer[b] agent@300000[c]\n");
}

static void a_header_is_known_by_its_place(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.txt",
              "Agent: Tom Reed\nCustomer: Ana Diaz\nDate: 2026-03-02\n"
              "Duration: 00:05:10\n\nTom Reed: a\nAna Diaz: b\n");
    read_file(reading, "b.txt",
              "**Call ID:** 77\nAgent Name: Tom Reed\n"
              "Call Date: 2026-03-02\n\nAgent: a\nCustomer: b\n");
    read_file(reading, "c.txt", "Call ID: 78\nAgent: a\nCustomer: b\nAgent: c\n");
    read_file(reading, "d.txt", "Agent: Which date?\nCustomer: 2 March\n\nAgent: c\n");
    ASSERT_CALLS(reading, "a: agent[a] customer[b]\n77: agent[a] customer[b]\n"
                          "78: agent[a] customer[b] agent[c]\n"
                          "d: agent[Which date?] customer[2 March] agent[c]\n");
    ASSERT_COMPLAINTS(reading, "");
    const Call *calls = reading->calls.items;
    ASSERT_STR(reading, calls[0].agent, "Tom Reed");
    ASSERT_STR(reading, calls[0].customer, "Ana Diaz");
    ASSERT_STR(reading, call_field(&calls[0], STR("Duration")), "00:05:10");
    ASSERT_STR(reading, calls[1].agent_name, "Tom Reed");
    assert_int_equal(calls[1].started_at, 1772409600000);
}

static void calls_are_parted_by_what_named_the_first(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.txt",
              "Call ID: 7\nAgent: a\nCustomer: b\nCall ID: 8\n"
              "Agent: c\nCustomer: my call id is\nCustomer: d\n");
    read_file(reading, "b.md",
              "# Calls of Monday\n\n## Call 1\n\n**Agent:** a\n\n"
              "## Call 2\n\n**Agent:** b\n");
    read_file(reading, "c.txt",
              "Agent: Tom Reed\nCall ID: 9\n\nAgent: a\n\n"
              "Agent: Ines Ash\nCall ID: 10\n\nAgent: b\n");
    ASSERT_CALLS(reading, "7: agent[a] customer[b]\n8: agent[c] customer[my call id is] "
                          "customer[d]\nb-1: agent[a]\nb-2: agent[b]\n"
                          "9: agent[a]\n10: agent[b]\n");
    ASSERT_COMPLAINTS(reading, "");
    ASSERT_STR(reading, reading->calls.items[5].agent, "Ines Ash");
}

static void a_text_on_one_line_is_cut(void **state) {
    read_file(*state, "a.txt", "Agent: Hello. Customer: My note: late. Agent: Sorry.");
    read_file(*state, "b.txt", "[0:01] Agent: Hello [0:05] Customer: Hi");
    ASSERT_CALLS(*state, "a: agent[Hello.] customer[My note: late.] agent[Sorry.]\n"
                         "b: agent@1000[Hello] customer@5000[Hi]\n");
    ASSERT_COMPLAINTS(*state, "");
}

static void a_nul_is_no_unit_of_time(void **state) {
    static const char TEXT[] = "Agent: a\n(5\0) Customer: b\nCustomer: c\n";
    write_bytes("a.txt", (Str){TEXT, sizeof TEXT - 1});
    read_paths(*state, "a.txt");
    ASSERT_CALLS(*state, "a: agent[a] customer[b] customer[c]\n");
}

static void times_of_the_day_are_counted_from_the_first(void **state) {
    read_file(*state, "a.txt",
              "[10:31:05] Agent: a\n[10:31:17] Customer: b\n[10:32:05] Agent: c\n");
    read_file(*state, "b.txt",
              "Agent  11:59 AM\na\nCustomer  12:01 PM\nb\nAgent  1:00 PM\nc\n");
    ASSERT_CALLS(*state, "a: agent@0[a] customer@12000[b] agent@60000[c]\n"
                         "b: agent@0[a] customer@120000[b] agent@3660000[c]\n");
}

static void names_above_what_they_say(void **state) {
    Reading *reading = *state;
    *vec_push(&reading->arena, &reading->options.agent_speakers) = STR("Maya Lind");
    read_file(reading, "a.txt",
              "Maya Lind   0:03\nHello.\nHow are you?\n\nJo Ash   0:07\nWell.\n\n"
              "Maya Lind   0:09\nGood.\n\nJo Ash   0:12\nSee you at 10:30\n");
    ASSERT_CALLS(reading, "a: agent@3000[Hello.\nHow are you?] customer@7000[Well.] "
                          "agent@9000[Good.] customer@12000[See you at 10:30]\n");
    ASSERT_COMPLAINTS(reading, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(names_and_texts),
        READING_TEST(a_header_says_whose_call_it_is),
        READING_TEST(agent_and_customer_alone_are_no_header),
        READING_TEST(several_calls_stand_in_one_file),
        READING_TEST(an_id_twice_is_refused),
        READING_TEST(a_call_may_be_named_right_after_another),
        READING_TEST(times_stand_before_or_after_the_name),
        READING_TEST(moments_become_relative),
        READING_TEST(wrapped_lines_continue_the_turn),
        READING_TEST(a_name_that_comes_back_is_a_speaker),
        READING_TEST(markdown_is_taken_off),
        READING_TEST(line_ends_and_bad_bytes),
        READING_TEST(a_call_without_turns_is_refused),
        READING_TEST(a_bad_start_is_named),
        READING_TEST(lines_that_begin_with_a_colon_or_time),
        READING_TEST(lines_in_doubt_are_warned_of),
        READING_TEST(the_form_of_the_others_begins_a_turn),
        READING_TEST(a_header_is_known_by_its_place),
        READING_TEST(calls_are_parted_by_what_named_the_first),
        READING_TEST(a_text_on_one_line_is_cut),
        READING_TEST(a_nul_is_no_unit_of_time),
        READING_TEST(times_of_the_day_are_counted_from_the_first),
        READING_TEST(names_above_what_they_say),
        READING_TEST(commas_make_no_csv_and_colons_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
