#include "make_call.h"

#define SILENCE(fields) "it: {kind: silence" fields "}"
#define HOLD(fields)                                                   \
    "notice: {role: agent, any: [hold, moment]}, it: {kind: silence, " \
    "announced: notice" fields "}"
// Dead air of 4 seconds, then a hold of 10.
#define TWO "customer @0-1: a\nagent @5-6: b\nagent @6-7: please hold\nagent @17-18: c"

static FindingRow FINDINGS[] = {
    {"three seconds are no gap", SILENCE(""), "agent @0-1: a\ncustomer @4-5: b",
     "yes (no gap over 3.0 s)"},
    {"a little more is one", SILENCE(""), "agent @0-1: a\ncustomer @4.001-5: b",
     "no 1:'a' 2:'b' (1 gap over 3.0 s, 3.0 s after turn 1)"},
    {"a threshold can be given", SILENCE(", over: 10 s"),
     "agent @0-1: a\ncustomer @11-12: b", "yes (no gap over 10.0 s)"},
    {"silence before the first turn is none", SILENCE(""), "agent @60-61: a",
     "yes (no gap over 3.0 s)"},
    {"turns that overlap have no gap", SILENCE(""), "agent @0-9: a\ncustomer @5-12: b",
     "yes (no gap over 3.0 s)"},
    {"a gap begins where the last has ended, not the latest", SILENCE(""),
     "agent @0-10: a\ncustomer @2-3: b\nagent @12-13: c", "yes (no gap over 3.0 s)"},
    {"and is ended by whoever speaks next", SILENCE(""),
     "agent @0-10: a\ncustomer @2-3: b\nagent @15-16: c",
     "no 1:'a' 3:'c' (1 gap over 3.0 s, 5.0 s after turn 1)"},
    {"the system does not break a silence", SILENCE(""),
     "agent @0-1: a\nsystem @3-4: music\ncustomer @6-7: b",
     "no 1:'a' 3:'b' (1 gap over 3.0 s, 5.0 s after turn 1)"},
    {"turns in another order than they were said", SILENCE(""),
     "agent @0-1: a\nagent @6-7: c\ncustomer @2-5: b", "yes (no gap over 3.0 s)"},
    {"a turn of no length ends a gap", SILENCE(""),
     "agent @0-1: a\ncustomer @3-3: b\nagent @5-6: c", "yes (no gap over 3.0 s)"},

    {"two gaps", SILENCE(""), TWO,
     "no 1:'a' 2:'b' 3:'please hold' 4:'c' "
     "(2 gaps over 3.0 s, 14.0 s in all, the longest 10.0 s after turn 3)"},
    {"so many may be allowed", SILENCE(", max: 2"), TWO,
     "yes 1:'a' 2:'b' 3:'please hold' 4:'c' "
     "(2 gaps over 3.0 s, 14.0 s in all, the longest 10.0 s after turn 3)"},
    {"of two that are equal, the first is named", SILENCE(", max: 9"),
     "agent @0-1: a\nagent @5-6: b\nagent @10-11: c",
     "yes 1:'a' 2:'b' 2:'b' 3:'c' "
     "(2 gaps over 3.0 s, 8.0 s in all, the longest 4.0 s after turn 1)"},
    {"with another limit, any number is allowed", SILENCE(", longest: 10 s"), TWO,
     "yes 1:'a' 2:'b' 3:'please hold' 4:'c' "
     "(2 gaps over 3.0 s, 14.0 s in all, the longest 10.0 s after turn 3)"},
    {"unless that is given, too", SILENCE(", longest: 10 s, max: 0"), TWO,
     "no 1:'a' 2:'b' 3:'please hold' 4:'c' "
     "(2 gaps over 3.0 s, 14.0 s in all, the longest 10.0 s after turn 3)"},
    {"one that is too long", SILENCE(", longest: 9 s"), TWO,
     "no 1:'a' 2:'b' 3:'please hold' 4:'c' "
     "(2 gaps over 3.0 s, 14.0 s in all, the longest 10.0 s after turn 3)"},
    {"all of them may take so long", SILENCE(", total: 14 s"), TWO,
     "yes 1:'a' 2:'b' 3:'please hold' 4:'c' "
     "(2 gaps over 3.0 s, 14.0 s in all, the longest 10.0 s after turn 3)"},
    {"and no longer", SILENCE(", total: 13 s"), TWO,
     "no 1:'a' 2:'b' 3:'please hold' 4:'c' "
     "(2 gaps over 3.0 s, 14.0 s in all, the longest 10.0 s after turn 3)"},

    {"a hold is what was announced", HOLD(", of: hold"), TWO,
     "no 3:'please hold' 4:'c' (1 hold over 3.0 s, 10.0 s after turn 3)"},
    {"dead air is the rest", HOLD(", of: dead-air"), TWO,
     "no 1:'a' 2:'b' (1 gap of dead air over 3.0 s, 4.0 s after turn 1)"},
    {"without an announcement all is dead air", SILENCE(", of: dead-air"), TWO,
     "no 1:'a' 2:'b' 3:'please hold' 4:'c' "
     "(2 gaps of dead air over 3.0 s, 14.0 s in all, the longest 10.0 s after turn 3)"},
    {"any gap is either", HOLD(", max: 2"), TWO,
     "yes 1:'a' 2:'b' 3:'please hold' 4:'c' "
     "(2 gaps over 3.0 s, 14.0 s in all, the longest 10.0 s after turn 3)"},
    {"the customer may say yes before a hold", HOLD(", of: hold"),
     "agent @0-1: hold please\ncustomer @2-3: sure\nagent @13-14: hi",
     "no 2:'sure' 3:'hi' (1 hold over 3.0 s, 10.0 s after turn 2)"},
    {"a later turn of the agent ends what was announced", HOLD(", of: hold"),
     "agent @0-1: hold please\nagent @2-3: found it\ncustomer @13-14: hi",
     "yes (no hold over 3.0 s)"},
    {"what the customer calls a hold is none", HOLD(", of: hold"),
     "agent @0-1: hi\ncustomer @2-3: hold on\nagent @13-14: hi",
     "yes (no hold over 3.0 s)"},

    {"who checks in often enough", HOLD(", check_in: 10 s"), TWO,
     "yes 1:'a' 2:'b' 3:'please hold' 4:'c' "
     "(2 gaps over 3.0 s, 14.0 s in all, the longest 10.0 s after turn 3, "
     "10.0 s of a hold without a word from the agent)"},
    {"who does not", HOLD(", of: hold, check_in: 9 s"), TWO,
     "no 3:'please hold' 4:'c' (1 hold over 3.0 s, 10.0 s after turn 3, "
     "10.0 s of a hold without a word from the agent)"},
    {"dead air needs no check-in", HOLD(", check_in: 3 s"),
     "customer @0-1: a\nagent @5-6: b",
     "yes 1:'a' 2:'b' (1 gap over 3.0 s, 4.0 s after turn 1)"},
    {"a check-in that announces goes on with the hold",
     HOLD(", of: hold, check_in: 10 s"),
     "agent @0-1: hold please\nagent @10-11: one moment\nagent @20-21: there",
     "yes 1:'hold please' 2:'one moment' 2:'one moment' 3:'there' "
     "(2 holds over 3.0 s, 18.0 s in all, the longest 9.0 s after turn 1, "
     "9.0 s of a hold without a word from the agent)"},
    {"the customer's words are no check-in", HOLD(", of: hold, check_in: 10 s"),
     "agent @0-1: hold please\ncustomer @8-9: hello?\nagent @14-15: yes",
     "no 1:'hold please' 2:'hello?' 2:'hello?' 3:'yes' "
     "(2 holds over 3.0 s, 12.0 s in all, the longest 7.0 s after turn 1, "
     "13.0 s of a hold without a word from the agent)"},
    {"an agent who never comes back is away until the end",
     HOLD(", of: hold, check_in: 10 s"),
     "agent @0-1: hold please\ncustomer @8-9: hello?\ncustomer @10-19: bye",
     "no 1:'hold please' 2:'hello?' (1 hold over 3.0 s, 7.0 s after turn 1, "
     "18.0 s of a hold without a word from the agent)"},

    {"without times it is unknown", SILENCE(""), "agent: a\ncustomer: b",
     "unknown (the call does not say when turns start and end)"},
    {"without ends it is unknown", SILENCE(""), "agent @0: a\ncustomer @9: b",
     "unknown (the call does not say when turns start and end)"},
    {"with one end missing it is unknown", SILENCE(""),
     "agent @0-1: a\ncustomer @2: b\nagent @9-10: c",
     "unknown (turn 2 has no start or no end)"},
    {"the system's times are not needed", SILENCE(""),
     "system: a\nagent @0-1: a\ncustomer @2-3: b", "yes (no gap over 3.0 s)"},
    {"nobody's silence is unknown", SILENCE(""), "system @0-1: a",
     "unknown (nobody said anything)"},
    {"an unknown announcement makes it unknown",
     "notice: {kind: manual}, it: {kind: silence, announced: notice}", TWO,
     "unknown (only a person can answer this)"},
};

static ErrorRow ERRORS[] = {
    {"a threshold without a unit of time is none", SILENCE(", over: 3"),
     "detector 'it' needs a unit of time, such as '30 s'"},
    {"nor is a total", SILENCE(", total: 3"),
     "detector 'it' needs a unit of time, such as '30 s'"},
    {"holds need an announcement", SILENCE(", of: hold"),
     "detector 'it' needs 'announced', which tells a hold from dead air"},
    {"check-ins, too", SILENCE(", check_in: 60 s"),
     "detector 'it' needs 'announced', which tells a hold from dead air"},
    {"dead air has no check-ins", HOLD(", of: dead-air, check_in: 60 s"),
     "detector 'it' needs another 'of': there is no 'check_in' in dead air"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
