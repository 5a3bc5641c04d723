#include "call/words.h"
#include "test_read.h"

static void roles_have_names(void **state) {
    Reading *reading = *state;
    ASSERT_STR(reading, role_name(ROLE_UNKNOWN), "unknown");
    ASSERT_STR(reading, role_name(ROLE_AGENT), "agent");
    ASSERT_STR(reading, role_name(ROLE_CUSTOMER), "customer");
    ASSERT_STR(reading, role_name(ROLE_SYSTEM), "system");
}

static void labels_tell_the_role(void **state) {
    (void)state;
    static const char *const LABELS[ROLE_COUNT][12] = {
        {"", "Maya", "speaker 1", "0", "A", "agents anonymous", "customer care desk"},
        {"agent", "AGENT", " Rep ", "Advisor", "Agent 2", "support_agent", "CSR",
         "internal"},
        {"customer", "Caller", "end_user", "END-USER", "End User", "client1", "Visitor"},
        {"system", "BOT", "ivr", "Automated", "Virtual Assistant", "chat-bot"},
    };
    for (Role role = 0; role < ROLE_COUNT; role++)
        for (const char *const *label = LABELS[role]; *label; label++)
            assert_int_equal(role_from_label(str_from(*label)), role);
}

static void words_are_counted(void **state) {
    (void)state;
    assert_int_equal(text_words(STR("")), 0);
    assert_int_equal(text_words(STR("one")), 1);
    assert_int_equal(text_words(STR("  it's  well-known,\nisn't it?  ")), 4);
    assert_int_equal(text_words(STR("yes - no \u2014 or ... \u2026 what?!")), 4);
    assert_int_equal(text_words(STR("\u00c9t\u00e9\u00a0chaud")), 2);
    assert_int_equal(text_words(STR("12 % of 3.5")), 3);
}

// The words of ASCII, byte by byte.
static uint32_t count_slowly(Str text) {
    uint32_t words = 0;
    bool in_word = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool before = in_word, makes = byte_is_ascii_word(c) && c != '_';
        in_word = before ? !byte_is_space(c) : makes;
        words += in_word && !before;
    }
    return words;
}

// Of texts of every length, so that words end wherever blocks of bytes do.
static void any_words_are_counted(void **state) {
    (void)state;
    static const char SIGNS[] = "aZ09_z  \t\n-'.@[`{~\x7f\x01";
    char bytes[200];
    uint32_t seed = 5;
    for (size_t len = 0; len <= sizeof bytes; len++) {
        for (size_t i = 0; i < len; i++) {
            seed = seed * 1664525U + 1013904223U;
            bytes[i] = SIGNS[(seed >> 16) % (len % 7 + sizeof SIGNS - 7)];
        }
        Str text = {bytes, len};
        assert_int_equal(text_words(text), count_slowly(text));
    }
}

static Call timed_call(Reading *reading) {
    Call call = {.started_at = NO_TIME, .wait_ms = NO_TIME};
    const Turn turns[] = {
        {.text = STR("one two"), .start_ms = 1000, .end_ms = 9000, .role = ROLE_AGENT},
        {.text = STR("three"), .start_ms = 4000, .end_ms = 5000, .role = ROLE_CUSTOMER},
        {.text = STR("four"),
         .start_ms = NO_TIME,
         .end_ms = NO_TIME,
         .role = ROLE_SYSTEM},
        {.text = STR("five"),
         .start_ms = NO_TIME,
         .end_ms = NO_TIME,
         .role = ROLE_UNKNOWN},
    };
    for (size_t i = 0; i < 4; i++) *vec_push(&reading->arena, &call.turns) = turns[i];
    return call;
}

static void a_call_lasts_from_first_start_to_last_end(void **state) {
    Call call = timed_call(*state);
    assert_int_equal(call_duration(&call), 8000);
    call.turns.items[0].end_ms = NO_TIME;
    assert_int_equal(call_duration(&call), 4000);
    call.turns.items[1].end_ms = NO_TIME;
    assert_int_equal(call_duration(&call), 3000);
    call.turns.items[0].start_ms = call.turns.items[1].start_ms = NO_TIME;
    assert_true(call_duration(&call) == NO_TIME);
}

static void words_are_counted_by_role(void **state) {
    Call call = timed_call(*state);
    assert_int_equal(call_words(&call, ROLE_AGENT), 2);
    assert_int_equal(call_words(&call, ROLE_CUSTOMER), 1);
    assert_int_equal(call_words(&call, ROLE_SYSTEM), 1);
    assert_int_equal(call_words(&call, ROLE_UNKNOWN), 4);
}

static void fields_are_found_by_name(void **state) {
    Reading *reading = *state;
    Call call = {.agent = STR("A"),
                 .agent_name = STR("Ann"),
                 .team = STR("T"),
                 .channel = STR("chat"),
                 .customer = STR("C")};
    *vec_push(&reading->arena, &call.fields) = (Field){STR("csat"), STR("5")};
    call_set_wait(&reading->arena, &call, 1500);
    ASSERT_STR(reading, call_field(&call, STR("agent")), "A");
    ASSERT_STR(reading, call_field(&call, STR("agent_name")), "Ann");
    ASSERT_STR(reading, call_field(&call, STR("team")), "T");
    ASSERT_STR(reading, call_field(&call, STR("channel")), "chat");
    ASSERT_STR(reading, call_field(&call, STR("customer")), "C");
    ASSERT_STR(reading, call_field(&call, STR("csat")), "5");
    ASSERT_STR(reading, call_field(&call, STR("wait")), "1.500");
    assert_int_equal(call_field(&call, STR("other")).len, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(roles_have_names),
        READING_TEST(labels_tell_the_role),
        READING_TEST(words_are_counted),
        READING_TEST(any_words_are_counted),
        READING_TEST(a_call_lasts_from_first_start_to_last_end),
        READING_TEST(words_are_counted_by_role),
        READING_TEST(fields_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
