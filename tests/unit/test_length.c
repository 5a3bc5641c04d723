#include "make_call.h"

#define LENGTH(fields) "it: {kind: length, " fields "}"
#define TALK           "system: welcome to us\nagent: hello there\ncustomer: hi\nagent: so"
#define TIMED          "agent @10: hello\ncustomer @20-40: hi\nagent @30: so"

static FindingRow FINDINGS[] = {
    {"turns of everybody but the system", LENGTH("of: turns, at_least: 3"), TALK,
     "yes (turns 3)"},
    {"too few turns", LENGTH("of: turns, at_least: 4"), TALK, "no (turns 3)"},
    {"too many turns", LENGTH("of: turns, at_most: 2"), TALK, "no (turns 3)"},
    {"turns of a role", LENGTH("of: turns, role: agent, at_most: 2"), TALK,
     "yes (turns 2)"},
    {"words of everybody but the system", LENGTH("of: words, at_most: 4"), TALK,
     "yes (words 4)"},
    {"words of a role", LENGTH("of: words, role: customer, at_least: 2"), TALK,
     "no (words 1)"},
    {"a role without a turn has no words",
     LENGTH("of: words, role: customer, at_most: 0"), "agent: hello",
     "unknown (no turns of the customer)"},
    {"nor turns", LENGTH("of: turns, role: customer, at_most: 0"), "agent: hello",
     "unknown (no turns of the customer)"},
    {"a range holds at both ends", LENGTH("of: turns, at_least: 3, at_most: 3"), TALK,
     "yes (turns 3)"},
    {"duration from the first start to the last end",
     LENGTH("of: duration, at_least: 30 s, at_most: 30 s"), TIMED,
     "yes (duration 30.0 s)"},
    {"a duration that is too long", LENGTH("of: duration, at_most: 29 s"), TIMED,
     "no (duration 30.0 s)"},
    {"a duration in minutes", LENGTH("of: duration, at_least: 0.5 min"), TIMED,
     "yes (duration 30.0 s)"},
    {"without times the duration is unknown", LENGTH("of: duration, at_most: 1 h"), TALK,
     "unknown (the call has no times)"},
};

static ErrorRow ERRORS[] = {
    {"a length says of what", LENGTH("at_most: 3"), "missing field 'of'"},
    {"a length needs a limit", LENGTH("of: turns"),
     "detector 'it' needs 'at_most' or 'at_least'"},
    {"a duration needs a unit", LENGTH("of: duration, at_most: 30"),
     "detector 'it' a duration needs a unit of time, such as '30 s'"},
    {"turns have no unit", LENGTH("of: turns, at_most: 30 s"),
     "detector 'it' a number of turns or words has no unit of time"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
