#include "detect/joined.h"
#include "make_call.h"

#define IT(fields) \
    "it: {role: agent, any: ['so sorry', '^oh no', 'of that$'], " fields "}"

static FindingRow FINDINGS[] = {
    {"what is said in a row is one turn", IT("min: 1"), "agent: so\nagent: sorry",
     "yes 2:'sorry'"},
    {"a word that was cut is two", IT("min: 1"), "agent: I am so sor\nagent: ry", "no"},
    {"a turn begins where somebody else has spoken", IT("min: 1"),
     "agent: well\nagent: oh no", "no"},
    {"and not before", IT("min: 1"), "agent: well\ncustomer: a\nagent: oh no",
     "yes 3:'oh no'"},
    {"it ends where somebody else begins", IT("min: 1"),
     "agent: of that\nagent: well\ncustomer: a", "no"},
    {"the system's turns part nothing", IT("min: 1"),
     "agent: I am so\nsystem: typing\nagent: sorry", "yes 3:'sorry'"},
    {"nor are they joined", IT("min: 1"), "agent: so\nsystem: sorry", "no"},
    {"turns that nothing was said in", IT("min: 1"), "agent: so\nagent:\nagent: sorry",
     "yes 3:'sorry'"},
    {"a second in the same breath is one turn", IT("min: 2, per: turn"),
     "agent: so sorry\nagent: so sorry",
     "no 1:'so sorry' 2:'so sorry' (it: 1 found, "
     "fewer than 2)"},
    {"a window in time goes by when the words began", IT("window: {first: 10 s}"),
     "agent @0-5: hello\nagent @20-25: I am so sorry", "no"},
};

static void spans_lead_back(void **state) {
    (void)state;
    Arena arena = {0};
    Joined joined;
    const Call *call = make_call(&arena, "customer: a\nagent: well\nsystem: b\nagent:\n"
                                         "agent: so sorry\ncustomer: oh\nagent: bye");
    const Call *heard = call_joined(&arena, call, &joined);
    assert_true(str_eq(heard->turns.items[1].text, STR("well  so sorry")));
    for (uint32_t t = 0; t < call->turns.len; t++) {
        uint32_t size = (uint32_t)call->turns.items[t].text.len;
        TurnSpan there = joined_heard(&joined, (TurnSpan){t, 0, size});
        TurnSpan back = joined_written(&joined, there);
        Str text = heard->turns.items[there.turn].text;
        assert_true(
            str_eq(str_slice(text, there.start, there.end), call->turns.items[t].text));
        assert_true(!size || back.turn == t);
        assert_int_equal(back.end - back.start, size);
    }
    arena_free(&arena);
}

static void nothing_to_join(void **state) {
    (void)state;
    Arena arena = {0};
    Joined joined;
    const Call *call = make_call(&arena, "customer: a\nagent: b\nsystem: c\ncustomer: d");
    assert_ptr_equal(call_joined(&arena, call, &joined), call);
    assert_true(joined_begins(&joined, 3));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(spans_lead_back),
                                       cmocka_unit_test(nothing_to_join)};
    return RUN_ROWS(FINDINGS, check_finding) +
           cmocka_run_group_tests_name("spans", tests, NULL, NULL);
}
