#include "test_read.h"

static void a_call_is_the_rows_with_one_id(void **state) {
    read_file(*state, "a.csv",
              "call_id,speaker,start,end,text\n"
              "1,agent,0,1.5,hi\n1,customer,2,3,hello\n2,caller,0,1,yes\n");
    ASSERT_CALLS(*state, "1: agent@0-1500[hi] customer@2000-3000[hello]\n"
                         "2: customer@0-1000[yes]\n");
    ASSERT_COMPLAINTS(*state, "");
}

static void every_column_has_its_place(void **state) {
    Reading *reading = *state;
    read_file(
        reading, "a.csv",
        "text,transfers,customer,team,wait,agent,channel,started_at,agent_name,call_id,"
        "speaker,csat\n"
        "hi,1,C1,Red,96,A1,voice,2026-10-12T08:41:10Z,Maya,7,agent,\n"
        "ho,2,C1,Red,96,A1,voice,2026-10-12T08:41:10Z,Maya,7,customer,5\n");
    ASSERT_COMPLAINTS(reading, "");
    const Call *call = &reading->calls.items[0];
    ASSERT_STR(reading, call->id, "7");
    ASSERT_STR(reading, call->agent, "A1");
    ASSERT_STR(reading, call->agent_name, "Maya");
    ASSERT_STR(reading, call->team, "Red");
    ASSERT_STR(reading, call->channel, "voice");
    ASSERT_STR(reading, call->customer, "C1");
    ASSERT_STR(reading, call_field(call, STR("transfers")), "1");
    ASSERT_STR(reading, call_field(call, STR("csat")), "5");
    ASSERT_STR(reading, call_field(call, STR("wait")), "96");
    assert_int_equal(call->wait_ms, 96000);
    ASSERT_STR(reading, date_format(&reading->arena, call->started_at),
               "2026-10-12T08:41:10Z");
    assert_int_equal(call->place.line, 2);
    assert_int_equal(call->turns.items[1].place.line, 3);
}

static void what_the_first_row_lacks_a_later_one_gives(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv",
              "call,agent,role,text\n1,,user,hi\n1,A1,agent,ho\n1,A2,agent,x\n");
    ASSERT_STR(reading, reading->calls.items[0].agent, "A1");
}

static void tab_and_semicolon_separate_too(void **state) {
    read_file(*state, "a.tsv", "call_id\tspeaker\ttext\n1\tagent\ta, b; c\n");
    read_file(*state, "b.csv", "call_id;speaker;text\n2;agent;\"a; \t b, c\"\n");
    ASSERT_CALLS(*state, "1: agent[a, b; c]\n2: agent[a; \t b, c]\n");
    ASSERT_COMPLAINTS(*state, "");
}

static void line_ends_and_byte_order_mark_do_not_matter(void **state) {
    read_file(*state, "a.csv",
              "\xEF\xBB\xBF"
              "call_id,speaker,text\r\n1,agent,hi\r\n1,agent,\"a\"\r\n");
    read_file(*state, "b.csv", "call_id,speaker,text\r2,agent,hi\r2,agent,\"x\ry\"");
    read_file(*state, "c.csv", "call_id,speaker,text\n3,agent,no line end");
    ASSERT_CALLS(*state, "1: agent[hi] agent[a]\n"
                         "2: agent[hi] agent[x\ry]\n"
                         "3: agent[no line end]\n");
    ASSERT_COMPLAINTS(*state, "");
}

static void quoted_cells_hold_anything(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv",
              "call_id,speaker,\"text\"\n"
              "1,agent,\"say \"\"hi\"\", please\"\n"
              "1,agent,\"two\nlines\n\"\n"
              "1,agent,\" blanks \"\n"
              "\"2\",\"agent\",\"\"\"\"\n");
    ASSERT_CALLS(reading,
                 "1: agent[say \"hi\", please] agent[two\nlines\n] agent[ blanks ]\n"
                 "2: agent[\"]\n");
    assert_int_equal(reading->calls.items[0].turns.items[2].place.line, 6);
    assert_int_equal(reading->calls.items[1].place.line, 7);
    ASSERT_COMPLAINTS(reading, "");
}

static void blank_rows_count_for_nothing(void **state) {
    read_file(*state, "a.csv",
              "\ncall_id,speaker,text\n\n1,agent,hi\n,,\n1,agent,ho\n  \n\n");
    ASSERT_CALLS(*state, "1: agent[hi] agent[ho]\n");
    ASSERT_COMPLAINTS(*state, "");
}

static void a_turn_without_words_counts_when_it_took_time(void **state) {
    read_file(*state, "a.csv",
              "call_id,speaker,start,end,text\n"
              "1,agent,0,1,\n1,agent,2,,\n1,agent,,,\n1,customer,3,4,x\n");
    ASSERT_CALLS(*state, "1: agent@0-1000[] customer@3000-4000[x]\n");
}

static void names_of_columns_are_many(void **state) {
    read_file(*state, "a.csv", "conversationId,author,timestamp,message\na,agent,1,x\n");
    read_file(*state, "b.csv",
              "Transcript ID,Participant,Start Time,utterance_text\nb,agent,1,x\n");
    read_file(*state, "c.csv", "CALL-ID,Interlocutor,offset_ms,Body\nc,agent,1,x\n");
    read_file(*state, "d.csv",
              "call,turn,speaker,role,time,content\nd,1,Bob,agent,1,x\n");
    ASSERT_CALLS(*state,
                 "a: agent@1000[x]\nb: agent@1000[x]\nc: agent@1[x]\nd: agent@1000[x]\n");
    ASSERT_COMPLAINTS(*state, "");
}

static void the_map_says_what_a_column_is(void **state) {
    Reading *reading = *state;
    ColumnMap maps[] = {{STR("call_id"), STR("nr")},
                        {STR("text"), STR("Wortlaut")},
                        {STR("start"), STR("ab_ms")}};
    for (size_t i = 0; i < 3; i++)
        *vec_push(&reading->arena, &reading->options.columns) = maps[i];
    read_file(reading, "a.csv", "nr,Wortlaut,text,ab_ms,speaker\n1,hallo,x,250,agent\n");
    ASSERT_CALLS(reading, "1: agent@250[hallo]\n");
    ASSERT_STR(reading, call_field(&reading->calls.items[0], STR("text")), "x");
    ASSERT_COMPLAINTS(reading, "");
}

static void a_wrong_map_gets_the_nearest_name(void **state) {
    Reading *reading = *state;
    *vec_push(&reading->arena, &reading->options.columns) =
        (ColumnMap){STR("text"), STR("word")};
    read_file(reading, "a.csv", "call_id,words,speaker\n1,hi,agent\n");
    ASSERT_COMPLAINTS(reading,
                      "a.csv:1:1: error: no column 'word' for field 'text' "
                      "(did you mean 'words'?)\n"
                      "a.csv:1:1: error: no column for the text: looked for 'text', "
                      "'message', 'utterance', 'utterance_text', 'content', 'body', "
                      "'message_text', 'turn_text', 'message_body', 'msg', 'sentence', "
                      "'transcript', 'transcript_text', 'transcription', "
                      "'call_transcript', 'chat_transcript', 'conversation', "
                      "'dialogue', 'chat' (give --map text=COLUMN)\n");
    assert_null(reading->files.items[0].format);
}

static void an_unknown_field_of_the_map_stops_everything(void **state) {
    Reading *reading = *state;
    *vec_push(&reading->arena, &reading->options.columns) =
        (ColumnMap){STR("txet"), STR("b")};
    Reader *reader =
        reader_open(&reading->arena, &reading->options, NULL, 0, &reading->diags);
    assert_false(reader_ok(reader));
    reader_close(reader);
    ASSERT_COMPLAINTS(reading,
                      "--map: error: unknown field 'txet' (did you mean 'text'?)\n");
}

static void a_missing_column_is_named(void **state) {
    read_file(*state, "a.csv", "call_id,speaker\n1,agent\n");
    const char *complaints = complaints_text(*state);
    assert_non_null(strstr(complaints, "a.csv:1:1: error: no column for the text: looked "
                                       "for 'text', 'message', "));
    assert_non_null(strstr(complaints, "(give --map text=COLUMN)\n"));
}

static void a_file_without_ids_is_one_call(void **state) {
    read_file(*state, "a.csv", "speaker,text\nagent,hi\ncustomer,hello\n");
    read_file(*state, "b.csv",
              "team,transcript\nRed,Agent: Hi. Customer: Yes.\n"
              "Red,Agent: Ho. Customer: No.\n");
    ASSERT_CALLS(*state, "a: agent[hi] customer[hello]\nb: agent[Hi.] customer[Yes.]\n"
                         "b-2: agent[Ho.] customer[No.]\n");
    ASSERT_COMPLAINTS(*state, "");
}

// Another id beside the call's, and what may be an id where none is known.
static void what_changes_within_a_call_is_said(void **state) {
    read_file(*state, "a.csv",
              "contact_id,ticket_id,speaker,text\n1,T1,agent,a\n"
              "1,T1,customer,b\n1,T2,agent,c\n2,T3,agent,d\n");
    read_file(*state, "b.csv",
              "ref,speaker,mood,text\nR1,agent,good,a\n"
              "R1,customer,bad,b\nR2,agent,good,c\nR2,customer,bad,d\n");
    read_file(*state, "c.csv",
              "mood,speaker,text\ngood,agent,a\n"
              "bad,customer,b\ngood,agent,c\ngood,customer,d\n");
    ASSERT_COMPLAINTS(
        *state, "a.csv:4:1: warning: 'ticket_id' changes within the call, from 'T1', at "
                "line 4 (if it tells calls apart, give --map call_id='ticket_id')\n"
                "b.csv:4:1: warning: 'ref' changes within the call, from 'R1', at line 4 "
                "(if it tells calls apart, give --map call_id='ref')\n");
}

static void ids_that_were_rounded_are_refused(void **state) {
    read_file(*state, "a.csv",
              "call_id,speaker,text\n1.5E+11,agent,a\n1E5,agent,b\n"
              "123456789012345000,agent,c\n123456789012345600,agent,d\n");
    ASSERT_CALLS(*state, "1E5: agent[b]\n123456789012345000: agent[c]\n"
                         "123456789012345600: agent[d]\n");
    ASSERT_COMPLAINTS(
        *state,
        "a.csv:2:1: error: id '1.5E+11' as a spreadsheet rounds it: calls are not told "
        "apart (export it as text, or give --map call_id=COLUMN with another)\n"
        "a.csv:4:1: warning: id '123456789012345000' as a spreadsheet rounds it: calls "
        "are not told apart (export it as text, or give --map call_id=COLUMN with "
        "another)\n");
}

// A turn's place is its line; a second start near the first is another call's.
static void times_that_begin_again_are_said(void **state) {
    read_file(*state, "a.csv",
              "speaker,start,text\nagent,0,a\ncustomer,6,b\n"
              "agent,1,c\ncustomer,7,d\n");
    read_file(*state, "b.csv",
              "speaker,start,text\nagent,9,a\ncustomer,6,b\n"
              "agent,3,c\ncustomer,0,d\n");
    ASSERT_COMPLAINTS(*state, "a.csv:2:1: warning: times are not known: they begin again "
                              "at line 4, as in several calls\n");
}

static void a_file_without_a_header_is_named(void **state) {
    read_file(*state, "a.csv", "1,hi\n2,ho\n");
    ASSERT_COMPLAINTS(*state,
                      "a.csv:1:1: error: no known column names in the first line, "
                      "which must be a header\n");
}

static void a_header_alone_holds_no_calls(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv", "call_id,speaker,text\n");
    ASSERT_COMPLAINTS(reading, "a.csv: warning: no calls\n");
    assert_true(reading->files.items[0].opened);
}

static void unknown_speakers_are_warned_of_once(void **state) {
    Reading *reading = *state;
    read_file(
        reading, "a.csv",
        "call_id,agent,speaker,text\n1,Bo,Zorg,x\n1,Bo,Ann,y\n1,Bo,bo,y\n1,Bo,Zorg,z\n"
        "1,Bo,customer,y\n2,Bo,Zorg,z\n2,Bo,,w\n");
    ASSERT_CALLS(reading, "1: unknown[x] unknown[y] agent[y] unknown[z] customer[y]\n"
                          "2: unknown[z] unknown[w]\n");
    ASSERT_COMPLAINTS(reading,
                      "a.csv:2:1: warning: unknown speaker 'Zorg' (if this is the "
                      "agent, say --agent-speaker 'Zorg')\n"
                      "a.csv:3:1: warning: unknown speaker 'Ann' (if this is the "
                      "agent, say --agent-speaker 'Ann')\n"
                      "a.csv:8:1: warning: turn without a speaker\n");
    ASSERT_STR(reading, reading->calls.items[1].problems.items[0],
               "unknown speaker 'Zorg'");
}

static void where_a_named_agent_speaks_the_other_is_the_customer(void **state) {
    Reading *reading = *state;
    *vec_push(&reading->arena, &reading->options.agent_speakers) = STR("spk_0");
    read_file(reading, "a.csv",
              "call_id,speaker,text\n1,SPK_0,a\n1,spk_1,b\n1,bot,c\n2,spk_1,d\n");
    ASSERT_CALLS(reading, "1: agent[a] customer[b] system[c]\n2: unknown[d]\n");
}

static void a_cell_may_hold_a_transcript(void **state) {
    Reading *reading = *state;
    read_file(reading, "a.csv",
              "id,agent_name,created_at,transcript\n"
              "1,Ines,2026-03-02T09:30:00Z,\"(4s) Ines: Hi\nVisitor: Hello.\nTotal: 5\"\n"
              "2,Ines,,Agent: Hi<br>Customer: it&#39;s me<BR>\n"
              "3,Ines,,Agent: Hi | Customer: yes or no | Agent: ok\n"
              "4,Ines,,Agent: Hi\\nCustomer: yes\n"
              "5,Ines,,Agent: only one\n");
    ASSERT_CALLS(reading, "1: agent@4000[Hi] customer[Hello.\nTotal: 5]\n"
                          "2: agent[Hi] customer[it's me]\n"
                          "3: agent[Hi] customer[yes or no] agent[ok]\n"
                          "4: agent[Hi] customer[yes]\n5: agent[only one]\n");
    ASSERT_COMPLAINTS(reading, "");
    assert_int_equal(reading->calls.items[0].started_at, 1772443800000);
    assert_int_equal(reading->calls.items[0].turns.items[1].place.line, 3);
    assert_int_equal(reading->calls.items[1].turns.items[1].place.line, 5);
}

static void a_cell_without_names_stays_a_turn(void **state) {
    read_file(*state, "a.csv", "call_id,transcript\n1,we spoke of a total: 5\n");
    ASSERT_CALLS(*state, "1: unknown[we spoke of a total: 5]\n");
    ASSERT_COMPLAINTS(*state, "a.csv:2:1: warning: turn without a speaker\n");
}

static void an_id_beside_a_speaker_is_no_call(void **state) {
    read_file(*state, "a.csv", "id,speaker,text\n1,agent,hi\n2,customer,hello\n");
    ASSERT_CALLS(*state, "a: agent[hi] customer[hello]\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(a_call_is_the_rows_with_one_id),
        READING_TEST(every_column_has_its_place),
        READING_TEST(what_the_first_row_lacks_a_later_one_gives),
        READING_TEST(tab_and_semicolon_separate_too),
        READING_TEST(line_ends_and_byte_order_mark_do_not_matter),
        READING_TEST(quoted_cells_hold_anything),
        READING_TEST(blank_rows_count_for_nothing),
        READING_TEST(a_turn_without_words_counts_when_it_took_time),
        READING_TEST(names_of_columns_are_many),
        READING_TEST(the_map_says_what_a_column_is),
        READING_TEST(a_wrong_map_gets_the_nearest_name),
        READING_TEST(an_unknown_field_of_the_map_stops_everything),
        READING_TEST(a_missing_column_is_named),
        READING_TEST(a_file_without_ids_is_one_call),
        READING_TEST(what_changes_within_a_call_is_said),
        READING_TEST(ids_that_were_rounded_are_refused),
        READING_TEST(times_that_begin_again_are_said),
        READING_TEST(a_file_without_a_header_is_named),
        READING_TEST(a_header_alone_holds_no_calls),
        READING_TEST(unknown_speakers_are_warned_of_once),
        READING_TEST(where_a_named_agent_speaks_the_other_is_the_customer),
        READING_TEST(a_cell_may_hold_a_transcript),
        READING_TEST(a_cell_without_names_stays_a_turn),
        READING_TEST(an_id_beside_a_speaker_is_no_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
