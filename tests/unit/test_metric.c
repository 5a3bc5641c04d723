#include "make_call.h"

#define METRIC(fields) \
    "a: {any: [apple]}, b-c: {any: [banana]}, it: {kind: metric, " fields "}"
#define FRUIT "agent: apple apple\ncustomer: banana apple"
#define TIMED "customer @0-1: x\nagent @3: y\ncustomer @4-5: x\nagent @15: y z"

static FindingRow FINDINGS[] = {
    {"a detector's value", METRIC("formula: a, at_most: 3"), FRUIT,
     "yes 1:'apple' 1:'apple' 2:'apple' (a is 3)"},
    {"a limit that it exceeds", METRIC("formula: b-c, at_most: 0.5"), FRUIT,
     "no 2:'banana' (b-c is 1)"},
    {"a limit that it does not reach", METRIC("formula: b-c, at_least: 2"), FRUIT,
     "no 2:'banana' (b-c is 1)"},
    {"a product comes before a sum", METRIC("formula: 1 + 2 * 3, at_most: 7"), FRUIT,
     "yes (1 + 2 * 3 is 7)"},
    {"parentheses come before both", METRIC("formula: (1 + 2) * 3, at_most: 7"), FRUIT,
     "no ((1 + 2) * 3 is 9)"},
    {"differences go from left to right", METRIC("formula: 9 - 4 - 3, at_most: 2"), FRUIT,
     "yes (9 - 4 - 3 is 2)"},
    {"quotients, too", METRIC("formula: 12 / 3 / 2, at_most: 2"), FRUIT,
     "yes (12 / 3 / 2 is 2)"},
    {"a minus before an operand", METRIC("formula: 3 * -b-c - -4, at_most: 1"), FRUIT,
     "yes 2:'banana' (3 * -b-c - -4 is 1)"},
    {"two of them are none", METRIC("formula: --2, at_most: 2"), FRUIT, "yes (--2 is 2)"},
    {"no blanks are needed but around a minus", METRIC("formula: 2*a+b-c, at_most: 7"),
     FRUIT, "yes 1:'apple' 1:'apple' 2:'apple' 2:'banana' (2*a+b-c is 7)"},
    {"thousandths are shown", METRIC("formula: 2 / 3, at_most: 1"), FRUIT,
     "yes (2 / 3 is 0.667)"},
    {"a metric of a metric, written before it",
     "it: {kind: metric, formula: n * 2, at_most: 4}, n: {kind: metric, formula: a + 1, "
     "at_most: 0}, a: {any: [apple]}, last: {kind: metric, formula: it + 1, at_most: 9}",
     "agent: apple", "yes 1:'apple' (it + 1 is 5)"},

    {"the turns of everybody but the system", METRIC("formula: turns, at_most: 2"),
     FRUIT "\nsystem: bye", "yes (turns is 2)"},
    {"their words", METRIC("formula: words, at_most: 4"), FRUIT "\nsystem: bye",
     "yes (words is 4)"},
    {"the turns and words of a role",
     METRIC("role: agent, formula: 10 * turns + words, at_most: 99"), FRUIT,
     "yes (10 * turns + words is 12)"},
    {"times are in seconds", METRIC("formula: duration, at_most: 15"), TIMED,
     "yes (duration is 15)"},
    {"and compare with limits that have a unit",
     METRIC("formula: duration, at_most: 14 s"), TIMED, "no (duration is 15 s)"},
    {"the first reply", METRIC("formula: first_reply, at_most: 2 s"), TIMED,
     "yes 2:'y' (first_reply is 2 s)"},
    {"the slowest reply", METRIC("formula: max_reply, at_most: 2 s"), TIMED,
     "no 4:'y z' (max_reply is 10 s)"},
    {"the customer's reply", METRIC("role: customer, formula: max_reply, at_most: 1 s"),
     TIMED, "yes 3:'x' (max_reply is 1 s)"},
    {"a column beside the transcript", METRIC("formula: field.transfers * 2, at_most: 4"),
     FRUIT "\nfield transfers: 2", "yes (field.transfers * 2 is 4)"},
    {"the time another detector measured is in seconds",
     "slow: {kind: response, at_most: 1 s}, it: {kind: metric, formula: slow / 2, "
     "at_most: 5}",
     TIMED, "yes 4:'y z' (slow / 2 is 5)"},
    {"also when that is a metric",
     "slow: {kind: metric, formula: max_reply, at_most: 1 s}, it: {kind: metric, "
     "formula: slow / 2, at_most: 5}",
     TIMED, "yes 4:'y z' (slow / 2 is 5)"},

    {"an unknown detector makes it unknown",
     "m: {kind: manual}, it: {kind: metric, formula: 0 * m, at_most: 1}", FRUIT,
     "unknown (only a person can answer this)"},
    {"a missing column makes it unknown", METRIC("formula: a + field.csat, at_most: 4"),
     FRUIT, "unknown (the call has no field 'csat')"},
    {"a column that is no number does", METRIC("formula: field.csat, at_most: 4"),
     FRUIT "\nfield csat: good", "unknown (field 'csat' is no number: 'good')"},
    {"missing times do", METRIC("formula: duration, at_most: 4"), FRUIT,
     "unknown (the call has no times)"},
    {"missing times of replies do", METRIC("formula: max_reply, at_most: 4"),
     "customer: a\nagent: b", "unknown (the call has no times)"},
    {"no reply does", METRIC("formula: first_reply, at_most: 4"), "agent @0: a",
     "unknown (nobody waited for a reply)"},
    {"no turn of the role does", METRIC("role: customer, formula: turns, at_most: 4"),
     "agent: apple", "unknown (no turns of the customer)"},
    {"a division by zero does", METRIC("formula: 1 / (a - 3), at_most: 4"), FRUIT,
     "unknown (1 / (a - 3) is a division by zero)"},
    {"a number beyond all bounds does", METRIC("formula: 1000000 * 1000001, at_most: 4"),
     FRUIT, "unknown (1000000 * 1000001 is too large)"},
};

static ErrorRow ERRORS[] = {
    {"a formula is required", METRIC("at_most: 1"), "missing field 'formula'"},
    {"a limit is required", METRIC("formula: a"),
     "detector 'it' needs 'at_most' or 'at_least'"},
    {"limits of one unit", METRIC("formula: a, at_least: 1, at_most: 2 s"),
     "detector 'it' needs a unit of time in both limits or in none"},
    {"nothing after an operator", METRIC("formula: 'a +', at_most: 1"),
     "expected a name, a number or '('"},
    {"nothing before one", METRIC("formula: '* a', at_most: 1"),
     "expected a name, a number or '('"},
    {"nothing in parentheses", METRIC("formula: a + (), at_most: 1"),
     "expected a name, a number or '('"},
    {"two operands in a row", METRIC("formula: a b-c, at_most: 1"),
     "expected + - * / or the end"},
    {"a parenthesis that nothing opens", METRIC("formula: 'a)', at_most: 1"),
     "expected + - * / or the end"},
    {"a parenthesis that nothing closes", METRIC("formula: '(a', at_most: 1"),
     "missing closing parenthesis"},
    {"an operator that is none", METRIC("formula: a % 2, at_most: 1"),
     "expected + - * / or the end"},
    {"a number that is none", METRIC("formula: 2x, at_most: 1"),
     "expected a number, found '2x'"},
    {"a name that nothing has", METRIC("formula: a + apples, at_most: 1"),
     "unknown detector or measure 'apples'"},
    {"a field without a name", METRIC("formula: field., at_most: 1"),
     "unknown detector or measure 'field.'"},
    {"a name that two things have",
     "turns: {any: [turn]}, it: {kind: metric, formula: turns, at_most: 1}",
     "both a measure and a detector: 'turns'"},
    {"a metric of itself", METRIC("formula: it + 1, at_most: 1"),
     "detectors refer to each other in a ring: it -> it"},
    {"a longer ring",
     "it: {kind: metric, formula: 2 * on, at_most: 1}, on: {kind: metric, formula: it, "
     "at_most: 1}",
     "detectors refer to each other in a ring: it -> on -> it"},
};

// A rubric must not be able to exhaust the stack.
static void test_nesting(void **state) {
    (void)state;
    static const struct {
        int nested;
        const char *error;
    } ROWS[] = {{50, ""}, {51, "a formula with too many parentheses"}};
    Arena arena = {0};
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        Buf text = {.arena = &arena};
        buf_text(&text, "it: {kind: metric, at_most: 9, formula: ");
        for (int n = 0; n < ROWS[i].nested; n++) buf_text(&text, "(");
        buf_text(&text, "1");
        for (int n = 0; n < ROWS[i].nested; n++) buf_text(&text, ")");
        buf_text(&text, "}");
        assert_string_equal(error_of(&arena, str_z(&arena, buf_str(&text))),
                            ROWS[i].error);
    }
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest nesting[] = {cmocka_unit_test(test_nesting)};
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error) +
           cmocka_run_group_tests(nesting, NULL, NULL);
}
