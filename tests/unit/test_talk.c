#include "make_call.h"

#define TALK(fields) "it: {kind: talk, " fields "}"
// The agent talks for 6 of 8 seconds and says 4 of 10 words.
#define TIMED                                                                \
    "agent @0-2: good morning\ncustomer @3-5: one two three four five six\n" \
    "agent @6-10: all right"

static FindingRow FINDINGS[] = {
    {"a share of talk is a share of time", TALK("of: share, at_most: 75"), TIMED,
     "yes (the agent has 75.0 % of the time of talk)"},
    {"a limit that it exceeds", TALK("of: share, at_most: 74"), TIMED,
     "no (the agent has 75.0 % of the time of talk)"},
    {"a limit that it does not reach", TALK("of: share, at_least: 76"), TIMED,
     "no (the agent has 75.0 % of the time of talk)"},
    {"the customer's share can be asked for",
     TALK("of: share, role: customer, at_most: 25"), TIMED,
     "yes (the customer has 25.0 % of the time of talk)"},
    {"the system has no share", TALK("of: share, at_most: 60"),
     "agent @0-5: a\nsystem @5-50: music\ncustomer @50-55: b",
     "yes (the agent has 50.0 % of the time of talk)"},
    {"who talks at the same time talks all the same", TALK("of: share, at_most: 60"),
     "agent @0-10: a\ncustomer @0-10: b",
     "yes (the agent has 50.0 % of the time of talk)"},
    {"without ends it is a share of words", TALK("of: share, at_most: 40"),
     "agent: one two\ncustomer: one two three",
     "yes (the agent has 40.0 % of the words (times of talk are missing))"},
    {"with one end missing, too", TALK("of: share, at_most: 40"),
     "agent @0-60: one two\ncustomer @61: one two three",
     "yes (the agent has 40.0 % of the words (times of talk are missing))"},
    {"and where turns end when they start", TALK("of: share, at_most: 40"),
     "agent @0-0: one two\ncustomer @1-1: one two three",
     "yes (the agent has 40.0 % of the words (times of talk are missing))"},
    {"an agent alone has it all", TALK("of: share, at_most: 60"), "agent: hello",
     "no (the agent has 100.0 % of the words (times of talk are missing))"},
    {"without a turn of the role it is unknown", TALK("of: share, at_most: 60"),
     "customer: hello", "unknown (no turns of the agent)"},
    {"without a word it is unknown", TALK("of: share, at_most: 60"), "agent: ...",
     "unknown (nobody said anything)"},

    {"words a minute", TALK("of: pace, at_most: 40"), TIMED,
     "yes (the agent says 40 words a minute)"},
    {"too many of them", TALK("of: pace, at_most: 39"), TIMED,
     "no (the agent says 40 words a minute)"},
    {"the customer's", TALK("of: pace, role: customer, at_least: 180"), TIMED,
     "yes (the customer says 180 words a minute)"},
    {"a pace without ends is unknown", TALK("of: pace, at_most: 40"),
     "agent @0: a\ncustomer @5: b",
     "unknown (the call does not say when turns start and end)"},
    {"a pace without time is unknown", TALK("of: pace, at_most: 40"),
     "agent @0-0: a\ncustomer @1-2: b", "unknown (the agent's turns take no time)"},

    {"the longest that one side talks", TALK("of: monologue, at_most: 4 s"), TIMED,
     "yes 3:'all right' (the agent speaks for 4.0 s without a break)"},
    {"a monologue that is too long", TALK("of: monologue, at_most: 3 s"), TIMED,
     "no 3:'all right' (the agent speaks for 4.0 s without a break)"},
    {"turns in a row are one monologue", TALK("of: monologue, at_most: 4 s"),
     "agent @0-2: a\nagent @2-5: b\ncustomer @6-7: c\nagent @8-9: d",
     "no 1:'a' 2:'b' (the agent speaks for 5.0 s without a break)"},
    {"the system does not break one", TALK("of: monologue, at_most: 4 s"),
     "agent @0-2: a\nsystem @2-3: beep\nagent @3-6: b",
     "no 1:'a' 3:'b' (the agent speaks for 5.0 s without a break)"},
    {"the silences in it do not count", TALK("of: monologue, at_most: 4 s"),
     "agent @0-2: hold please\nagent @62-64: there",
     "yes 1:'hold please' 2:'there' (the agent speaks for 4.0 s without a break)"},
    {"the customer's monologue", TALK("of: monologue, role: customer, at_most: 4 s"),
     TIMED,
     "yes 2:'one two three four five six' "
     "(the customer speaks for 2.0 s without a break)"},
    {"a monologue without ends is unknown", TALK("of: monologue, at_most: 4 s"),
     "agent @0: a", "unknown (the call does not say when turns start and end)"},
};

static ErrorRow ERRORS[] = {
    {"what is measured must be said", TALK("at_most: 60"), "missing field 'of'"},
    {"a talk needs a limit", TALK("of: share"),
     "detector 'it' needs 'at_most' or 'at_least'"},
    {"a share has no unit of time", TALK("of: share, at_most: 60 s"),
     "detector 'it' needs plain numbers: percent for a share, words a minute for a pace"},
    {"a monologue has one", TALK("of: monologue, at_most: 60"),
     "detector 'it' needs a unit of time, such as '30 s'"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
