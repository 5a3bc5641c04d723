#include "test_read.h"

#define HEADER  "call_id,channel,speaker,text\n"
#define GREETS  "1,,A,Thank you for calling Tidewell. How can I help?\n"
#define CALLS   "1,,B,I'm calling about my order; it hasn't arrived.\n"
#define HINT    "(--agent-speaker, --map-channel or --agents can say who is who)\n"
#define GUESSED "a.csv:2:1: warning: roles guessed from what was said " HINT

typedef struct {
    const char *title, *rows, *roles; // a letter a turn: a, c, s, u
    RolesBy by;
    uint32_t least, most; // percent
} GuessRow;

static GuessRow GUESSES[] = {
    {"who greets for the company and offers help is the agent", GREETS CALLS, "ac",
     ROLES_GUESSED, 99, 99},
    {"whoever speaks first", CALLS GREETS, "ca", ROLES_GUESSED, 99, 99},
    {"every turn of a speaker is his", GREETS CALLS "1,,A,I see.\n1,,B,Yes.\n", "acac",
     ROLES_GUESSED, 99, 99},
    {"curly apostrophes and capitals do not matter",
     "1,,A,HOW CAN I HELP?\n1,,B,I’M CALLING ABOUT MY ORDER\n", "ac", ROLES_GUESSED, 99,
     99},
    {"one cue is enough", "1,,A,Hello.\n1,,B,Could you help me?\n", "ac", ROLES_GUESSED,
     80, 99},
    {"a cue that both give says nothing", "1,,A,I'd like to.\n1,,B,I'd like to.\n", "uu",
     ROLES_UNCLEAR, 50, 79},
    {"who speaks first, most and asks is not enough",
     "1,,A,What is it that you said to me?\n1,,B,Nothing.\n", "uu", ROLES_UNCLEAR, 75,
     79},
    {"where both may be agents it is not clear",
     GREETS "1,,B,Thanks for calling. How may I help?\n", "uu", ROLES_UNCLEAR, 50, 79},
    {"in writing the customer begins", "1,chat,A,Yes.\n1,chat,B,No.\n", "uu",
     ROLES_UNCLEAR, 50, 60},
    {"of three, who says nothing that tells is neither", GREETS CALLS "1,,C,So he is.\n",
     "acu", ROLES_GUESSED, 98, 99},
    {"of three, each by his own words", GREETS CALLS "1,,C,I want to pay with my card.\n",
     "acc", ROLES_GUESSED, 98, 99},
    {"of three, two may be agents", GREETS CALLS "1,,C,How may I help?\n", "aca",
     ROLES_GUESSED, 95, 99},
    {"of three, without an agent it is not clear", "1,,A,Yes.\n" CALLS "1,,C,I see.\n",
     "uuu", ROLES_UNCLEAR, 50, 50},
    {"the system is neither", "1,,IVR,Thank you for calling.\n" GREETS CALLS, "sac",
     ROLES_GUESSED, 99, 99},
    {"one speaker alone is not guessed", GREETS, "u", ROLES_GIVEN, 0, 0},
    {"beside a customer, each by his own words", GREETS CALLS "1,,customer,Hello?\n",
     "acc", ROLES_GUESSED, 98, 99},
    {"beside an agent, the only other is the customer", "1,,agent,Yes.\n1,,B,No.\n", "ac",
     ROLES_GIVEN, 0, 0},
    {"unless he talks like another agent", "1,,agent,Yes.\n" GREETS, "au", ROLES_GIVEN, 0,
     0},
    {"or the agent like a customer", "1,,agent,I was charged twice.\n" GREETS, "ac",
     ROLES_GIVEN, 0, 0},
    {"beside an agent, two others by their own words",
     "1,,agent,Yes.\n" CALLS "1,,C,No.\n", "acu", ROLES_GUESSED, 98, 99},
    {"a turn without a speaker is not like the one before it",
     "1,,agent,Yes.\n1,,,Hm.\n1,,,Hm.\n1,,customer,No.\n", "auuc", ROLES_GIVEN, 0, 0},
    {"a turn without a speaker stays unknown", GREETS CALLS "1,,,Hm.\n", "acu",
     ROLES_GUESSED, 99, 99},
};

static void roles_are_guessed(void **state) {
    Reading *reading = *state;
    for (size_t i = 0; i < sizeof GUESSES / sizeof *GUESSES; i++) {
        const GuessRow *row = &GUESSES[i];
        Str text = str_format(&reading->arena, "%s%s", HEADER, row->rows);
        reading->calls.len = 0;
        read_file(reading, "a.csv", str_z(&reading->arena, text));
        const Call *call = &reading->calls.items[0];
        Buf roles = {.arena = &reading->arena};
        vec_each(const Turn, turn, &call->turns) buf_byte(&roles, "uacs"[turn->role]);
        bool good = str_eq(buf_str(&roles), str_from(row->roles)) &&
                    call->roles == row->by && call->roles_percent >= row->least &&
                    call->roles_percent <= row->most;
        if (!good)
            print_error("%s: %.*s, by %d, %u %%\n", row->title, STR_ARG(buf_str(&roles)),
                        (int)call->roles, call->roles_percent);
        assert_true(good);
    }
}

static void a_guess_is_said_once_a_file(void **state) {
    read_file(*state, "a.csv",
              HEADER GREETS CALLS "2,,A,How can I help?\n2,,B,I need help.\n");
    ASSERT_COMPLAINTS(*state, GUESSED);
}

static void without_a_good_guess_the_speakers_are_unknown(void **state) {
    read_file(*state, "a.csv", HEADER "1,,A,Yes.\n1,,B,No.\n");
    ASSERT_COMPLAINTS(*state, "a.csv:2:1: warning: unknown speaker 'A' (if this is the "
                              "agent, say --agent-speaker 'A')\n"
                              "a.csv:3:1: warning: unknown speaker 'B' (if this is the "
                              "agent, say --agent-speaker 'B')\n");
}

static void no_guess_leaves_them_unknown(void **state) {
    Reading *reading = *state;
    reading->options.no_guess = true;
    read_file(reading, "a.csv", HEADER GREETS CALLS);
    assert_int_equal(reading->calls.items[0].turns.items[0].role, ROLE_UNKNOWN);
    assert_int_equal(reading->calls.items[0].roles, ROLES_GIVEN);
    assert_int_equal(reading->diags.warnings, 2);
}

static void channels_are_mapped(void **state) {
    Reading *reading = *state;
    *vec_push(&reading->arena, &reading->options.channels) = (ChannelMap){1, ROLE_AGENT};
    *vec_push(&reading->arena, &reading->options.channels) = (ChannelMap){2, ROLE_SYSTEM};
    read_file(reading, "a.csv",
              HEADER "1,,channel 0,hi\n1,,Channel 1,ho\n1,,channel 2,beep\n");
    ASSERT_CALLS(reading, "1: customer[hi] agent[ho] system[beep]\n");
    assert_int_equal(reading->calls.items[0].roles, ROLES_MAPPED);
    ASSERT_COMPLAINTS(reading, "");
}

static void whispers_are_the_systems(void **state) {
    read_file(*state, "a.csv",
              HEADER "1,,agent,hi\n1,,Supervisor whisper,say sorry\n1,,whisper,now\n");
    ASSERT_CALLS(*state, "1: agent[hi] system[say sorry] system[now]\n");
}

static void a_supervisor_who_takes_over_is_an_agent(void **state) {
    read_file(*state, "a.csv", HEADER "1,,agent,hi\n1,,caller,no\n1,,Supervisor,hello\n");
    ASSERT_CALLS(*state, "1: agent[hi] customer[no] agent[hello]\n");
    assert_int_equal((*(Reading **)state)->calls.items[0].agents.len, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(roles_are_guessed),
        READING_TEST(a_guess_is_said_once_a_file),
        READING_TEST(without_a_good_guess_the_speakers_are_unknown),
        READING_TEST(no_guess_leaves_them_unknown),
        READING_TEST(channels_are_mapped),
        READING_TEST(whispers_are_the_systems),
        READING_TEST(a_supervisor_who_takes_over_is_an_agent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
