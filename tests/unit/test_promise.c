#include "make_call.h"

#define PROMISE(fields)                                                              \
    "it: {kind: promise, any: [\"(?<who>I|we)'ll (?<what>call|send)(?: you)?"        \
    "(?: (?<when>by \\\\w+))?\", 'you will hear'], when: [tomorrow, 'on \\w+day'], " \
    "what: [about the \\w+], who: [from our team]" fields "}"
#define KEPT \
    "unknown 1:'I'll call you by noon' (whether it was kept shows only across calls)"

static FindingRow FINDINGS[] = {
    {"a promise with all three", PROMISE(""), "agent: I'll call you by noon",
     "yes 1:'I'll call you by noon'"},
    {"a promise without a time", PROMISE(""), "agent: I'll call you",
     "no 1:'I'll call you' (turn 1 does not say when)"},
    {"without anything", PROMISE(""), "agent: you will hear",
     "no 1:'you will hear' (turn 1 does not say who and what and when)"},
    {"a time in the same sentence", PROMISE(""), "agent: tomorrow I'll call you",
     "yes 1:'I'll call you' 1:'tomorrow'"},
    {"a time in another sentence is another's", PROMISE(""),
     "agent: I'll call you. We close tomorrow.",
     "no 1:'I'll call you' (turn 1 does not say when)"},
    {"a time in the next turn of the speaker", PROMISE(""),
     "agent: I'll call you\ncustomer: when?\nagent: on Monday",
     "yes 1:'I'll call you' 3:'on Monday'"},
    {"not in the one after that", PROMISE(""),
     "agent: I'll call you\ncustomer: a\nagent: one second\ncustomer: b\n"
     "agent: on Monday",
     "no 1:'I'll call you' (turn 1 does not say when)"},
    {"nor in a turn of the customer", PROMISE(""),
     "agent: I'll call you\ncustomer: tomorrow",
     "no 1:'I'll call you' (turn 1 does not say when)"},
    {"the next turn's promise keeps its own time", PROMISE(""),
     "agent: I'll call you\ncustomer: a\nagent: I'll send it tomorrow",
     "yes 1:'I'll call you' 3:'I'll send' 3:'tomorrow' (turn 1 does not say when)"},
    {"all parts from words near it", PROMISE(""),
     "agent: you will hear from our team about the refund on Friday",
     "yes 1:'you will hear' 1:'from our team' 1:'about the refund' 1:'on Friday'"},
    {"only what is needed", PROMISE(", needs: [who, what]"), "agent: I'll call you",
     "yes 1:'I'll call you'"},
    {"one need is a list of one", PROMISE(", needs: when"),
     "agent: you will hear tomorrow", "yes 1:'you will hear' 1:'tomorrow'"},
    {"no promise", PROMISE(""), "agent: hello", "no (nothing was promised)"},
    {"a refusal is no promise",
     "it: {kind: promise, needs: [what], any: ['(?<what>call) you']}",
     "agent: I cannot call you", "no (nothing was promised)"},
    {"the customer's promises do not count", PROMISE(""),
     "customer: I'll call you by noon\nagent: fine", "no (nothing was promised)"},
    {"unless they are asked for", PROMISE(", role: customer"),
     "customer: I'll call you by noon\nagent: fine", "yes 1:'I'll call you by noon'"},

    {"a promise is open", PROMISE(", state: open"), "agent: I'll call you by noon",
     "yes 1:'I'll call you by noon'"},
    {"whether it was kept is unknown", PROMISE(", state: kept"),
     "agent: I'll call you by noon", KEPT},
    {"nothing promised is not kept", PROMISE(", state: kept"), "agent: hello",
     "no (nothing was promised)"},
    {"nor what was only half promised", PROMISE(", state: kept"), "agent: I'll call you",
     "no 1:'I'll call you' (turn 1 does not say when)"},
    {"a pattern that gave up makes it unknown",
     "it: {kind: promise, needs: [what], any: ['(?<what>call)'], when: ['(?:a+a+)+$']}",
     "agent: I'll call aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
     "unknown (a pattern of 'it' gave up on turn 1)"},
    {"without the agent it is unknown", PROMISE(""), "customer: hello",
     "unknown (no turns of the agent)"},
};

static ErrorRow ERRORS[] = {
    {"a promise needs patterns", "it: {kind: promise}", "missing field 'any'"},
    {"needs are three", "it: {kind: promise, any: [a], needs: [where]}",
     "detector 'it' can need only 'who', 'what' and 'when'"},
    {"what tells of it is of one that was kept",
     "it: {kind: promise, any: [a], kept_by: b}, b: {any: [b]}",
     "detector 'it' has 'kept_by' or 'broken_by', which are of 'state: kept'"},
    {"a time needs what tells of it",
     "it: {kind: promise, state: kept, any: [a], within: 3 d}",
     "detector 'it' has 'within', which needs 'kept_by' or 'broken_by'"},
    {"a time is a length of time",
     "it: {kind: promise, state: kept, any: [a], kept_by: b, within: 3}, b: {any: [b]}",
     "detector 'it' has a 'within' that is no length of time"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
