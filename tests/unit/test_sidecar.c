#include "test_read.h"
#include "text/sidecar.h"

#define TURNS "call_id,agent,speaker,text\n7,,agent,hi\n8,A8,agent,ho\n"

static Sidecar sidecar(Reading *reading, SidecarKind kind, const char *text, bool good) {
    Sidecar read;
    write_text("side.csv", text);
    assert_int_equal(
        sidecar_read(&reading->arena, STR("side.csv"), kind, &read, &reading->diags),
        good);
    return read;
}

// Reads TURNS with a sidecar of the calls; gives the first call.
static const Call *read_beside(Reading *reading, const char *text) {
    static Sidecar beside;
    beside = sidecar(reading, SIDECAR_CALLS, text, true);
    reading->options.calls = &beside;
    read_file(reading, "a.csv", TURNS);
    return &reading->calls.items[0];
}

static void a_row_fills_in_what_the_call_lacks(void **state) {
    Reading *reading = *state;
    const Call *call = read_beside(
        reading,
        "Call ID,agent,agent_name,team,channel,start_time,wait_ms,customer,csat\n"
        "7,A7,Maya,Red,voice,2026-10-12T08:41:10Z,1500,C1,5\n");
    ASSERT_COMPLAINTS(reading, "");
    ASSERT_STR(reading, call->agent, "A7");
    ASSERT_STR(reading, call->agent_name, "Maya");
    ASSERT_STR(reading, call->team, "Red");
    ASSERT_STR(reading, call->channel, "voice");
    ASSERT_STR(reading, call->customer, "C1");
    ASSERT_STR(reading, call_field(call, STR("csat")), "5");
    ASSERT_STR(reading, call_field(call, STR("wait")), "1.500");
    assert_int_equal(call->wait_ms, 1500);
    ASSERT_STR(reading, date_format(&reading->arena, call->started_at),
               "2026-10-12T08:41:10Z");
    ASSERT_STR(reading, reading->calls.items[1].agent, "A8");
    assert_int_equal(reading->calls.items[1].started_at, NO_TIME);
}

static void the_transcripts_own_word_counts(void **state) {
    Reading *reading = *state;
    read_beside(reading, "call_id,agent\n8,A9\n");
    ASSERT_STR(reading, reading->calls.items[1].agent, "A8");
    ASSERT_COMPLAINTS(reading, "a.csv:3:1: warning: agent is not what side.csv says "
                               "('A8' here counts, not 'A9')\n");
}

static void it_is_said_once_a_file_and_field(void **state) {
    Reading *reading = *state;
    Sidecar beside = sidecar(reading, SIDECAR_CALLS, "id,team\n1,X\n2,Y\n3,Z\n", true);
    reading->options.calls = &beside;
    read_file(reading, "a.csv",
              "call,team,speaker,text\n1,A,agent,a\n2,A,agent,b\n3,A,agent,c\n");
    ASSERT_COMPLAINTS(reading, "a.csv:2:1: warning: team is not what side.csv says "
                               "('A' here counts, not 'X')\n");
}

typedef struct {
    const char *key, *path;
    bool found;
} KeyRow;

static void a_file_is_known_by_the_end_of_its_path(void **state) {
    static const KeyRow ROWS[] = {
        {"a.json", "a.json", true},         {"a", "a.json", true},
        {"a", "day/a.json.gz", true},       {"a.json", "day/a.json.gz", true},
        {"day/a", "/srv/day/a.json", true}, {"/srv/day/a.json", "/srv/day/a.json", true},
        {"srv", "/srv/day/a.json", false},  {"a.jso", "a.json", false},
        {"b/a.json", "a.json", false},      {"v1", "v1.2/a.json", false},
    };
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        Str rows = str_format(&reading->arena, "file\n%s\n", ROWS[i].key);
        Sidecar beside =
            sidecar(reading, SIDECAR_CALLS, str_z(&reading->arena, rows), true);
        const Call *row = sidecar_call(&beside, STR("?"), str_from(ROWS[i].path));
        if ((row != NULL) != ROWS[i].found)
            print_error("%s for %s\n", ROWS[i].key, ROWS[i].path);
        assert_int_equal(row != NULL, ROWS[i].found);
    }
}

static void an_id_comes_before_a_file_name(void **state) {
    Reading *reading = *state;
    Sidecar beside = sidecar(reading, SIDECAR_CALLS, "call,team\na,File\n7,Id\n", true);
    ASSERT_STR(reading, sidecar_call(&beside, STR("7"), STR("a.csv"))->team, "Id");
}

static void what_is_wrong_with_a_row_is_said(void **state) {
    Reading *reading = *state;
    Sidecar beside = sidecar(
        reading, SIDECAR_CALLS,
        "id,wait,team\n1,2,A\n1,3,B\n2,soon,C\n3,4\n,5,D\n\n5,7,F\n4,\"6,E\n", true);
    ASSERT_COMPLAINTS(reading,
                      "side.csv:3:1: error: '1' has a row already, at line 2\n"
                      "side.csv:4:3: error: bad time 'soon'\n"
                      "side.csv:5:4: error: row of 2 cells under a header of 3\n"
                      "side.csv:6:1: error: row without a call\n"
                      "side.csv:9:3: error: quoted cell opened here is not closed\n");
    ASSERT_STR(reading, sidecar_call(&beside, STR("1"), STR("x"))->team, "A");
    ASSERT_STR(reading, sidecar_call(&beside, STR("2"), STR("x"))->team, "C");
    ASSERT_STR(reading, sidecar_call(&beside, STR("5"), STR("x"))->team, "F");
    assert_null(sidecar_call(&beside, STR("3"), STR("x")));
}

static void a_table_without_keys_is_none(void **state) {
    Reading *reading = *state;
    sidecar(reading, SIDECAR_CALLS, "agent,team\nA,B\n", false);
    sidecar(reading, SIDECAR_CALLS, "", false);
    Sidecar none;
    assert_false(sidecar_read(&reading->arena, STR("none.csv"), SIDECAR_CALLS, &none,
                              &reading->diags));
    ASSERT_COMPLAINTS(reading,
                      "side.csv: error: no column for the call: looked for 'call_id', "
                      "'id', 'file' and their kin\n"
                      "side.csv: error: no first line that names the columns\n"
                      "none.csv: error: cannot read: no such file or directory\n");
}

static void an_agent_is_known_by_any_of_his_names(void **state) {
    Reading *reading = *state;
    Sidecar agents = sidecar(reading, SIDECAR_AGENTS,
                             "id,name,team,alias\nA1,Maya Lind,Red,maya@x.example\n"
                             "A2,Tom,Red,TOM\n",
                             true);
    reading->options.agents = &agents;
    read_file(reading, "a.csv",
              "call_id,speaker,text\n1,MAYA LIND,hi\n1,Joe,ho\n"
              "2,Maya@x.example,hi\n3,red,hm\n3,tom,hm\n");
    ASSERT_CALLS(reading, "1: agent[hi] customer[ho]\n2: agent[hi]\n"
                          "3: customer[hm] agent[hm]\n");
    ASSERT_STR(reading, reading->calls.items[1].agent, "A1");
    ASSERT_STR(reading, reading->calls.items[1].agent_name, "Maya Lind");
    ASSERT_STR(reading, reading->calls.items[1].team, "Red");
    assert_int_equal(reading->calls.items[1].roles, ROLES_MAPPED);
    ASSERT_COMPLAINTS(reading, "");
}

static void a_name_of_two_agents_is_an_error(void **state) {
    Reading *reading = *state;
    sidecar(reading, SIDECAR_AGENTS, "agent,alias\nA1,Tom\nA2,tom\n", true);
    ASSERT_COMPLAINTS(reading,
                      "side.csv:3:4: error: 'tom' has a row already, at line 2\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(a_row_fills_in_what_the_call_lacks),
        READING_TEST(the_transcripts_own_word_counts),
        READING_TEST(it_is_said_once_a_file_and_field),
        READING_TEST(a_file_is_known_by_the_end_of_its_path),
        READING_TEST(an_id_comes_before_a_file_name),
        READING_TEST(what_is_wrong_with_a_row_is_said),
        READING_TEST(a_table_without_keys_is_none),
        READING_TEST(an_agent_is_known_by_any_of_his_names),
        READING_TEST(a_name_of_two_agents_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
