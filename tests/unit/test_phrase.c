#include "make_call.h"

#define IT(body) "it: {" body "}"
#define MANY_AS  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define RUNAWAY  "'(?:a+a+)+[bc]'"

static FindingRow FINDINGS[] = {
    {"a phrase is found with its words", IT("any: [sorry]"), "agent: I am so sorry",
     "yes 1:'sorry'"},
    {"a phrase that is not said is absent", IT("any: [sorry]"), "agent: hello", "no"},
    {"letter case does not matter", IT("any: [sorry]"), "agent: SORRY", "yes 1:'SORRY'"},
    {"one of several patterns is enough", IT("any: [pardon, sorry]"), "agent: sorry",
     "yes 1:'sorry'"},
    {"every match is evidence, in order", IT("any: [beg, sorry]"),
     "agent: sorry\ncustomer: I beg, sorry", "yes 1:'sorry' 2:'beg' 2:'sorry'"},
    {"a match does not end inside a word", IT("any: [sorr]"), "agent: sorry", "no"},
    {"a match may where the detector says so", IT("any: [sorr], whole_words: no"),
     "agent: sorry", "yes 1:'sorr'"},

    {"another role's words do not count", IT("role: agent, any: [sorry]"),
     "customer: sorry\nagent: hello", "no"},
    {"any role is agent and customer", IT("any: [sorry]"),
     "agent: sorry\ncustomer: sorry", "yes 1:'sorry' 2:'sorry'"},
    {"any role is not the system", IT("any: [sorry]"), "system: sorry\nagent: hello",
     "no"},
    {"without turns of the role nothing is known", IT("role: agent, any: [sorry]"),
     "customer: sorry", "unknown (no turns of the agent)"},
    {"without turns of anybody nothing is known", IT("any: [sorry]"), "system: sorry",
     "unknown (nobody said anything)"},

    {"an exception in the same sentence undoes a match",
     IT("any: [sorry], unless: [not really]"), "agent: Sorry, not really.", "no"},
    {"an exception in another sentence does not",
     IT("any: [sorry], unless: [not really]"), "agent: Sorry. Not really.",
     "yes 1:'Sorry'"},
    {"an exception in the sentence before does not",
     IT("any: [sorry], unless: [not really]"), "agent: Not really! Sorry.",
     "yes 1:'Sorry'"},
    {"a full stop inside a number ends no sentence",
     IT("any: [sorry], unless: [not really]"), "agent: Sorry for 2.50 not really.", "no"},
    {"a match that ends with a full stop ends its sentence",
     IT("any: ['sorry\\.'], unless: [not really]"), "agent: Sorry. Not really.",
     "yes 1:'Sorry.'"},
    {"an exception may hold for the whole turn",
     IT("any: [sorry], unless: [not really], unless_in: turn"),
     "agent: Sorry. Not really.", "no"},
    {"an exception never holds for another turn",
     IT("any: [sorry], unless: [not really], unless_in: turn"),
     "agent: Sorry.\nagent: Not really.", "yes 1:'Sorry'"},

    {"two matches are asked for, two are there", IT("any: [sorry], min: 2"),
     "agent: sorry, sorry", "yes 1:'sorry' 1:'sorry'"},
    {"two matches are asked for, one is there", IT("any: [sorry], min: 2"),
     "agent: sorry", "no 1:'sorry' (it: 1 found, fewer than 2)"},
    {"one match is allowed, two are there", IT("any: [sorry], max: 1"),
     "agent: sorry\nagent: sorry", "no 1:'sorry' 2:'sorry' (it: 2 found, more than 1)"},
    {"none is allowed, none is there", IT("any: [sorry], min: 0, max: 0"), "agent: hello",
     "yes"},
    {"matches of one turn can count once", IT("any: [sorry], min: 2, per: turn"),
     "agent: sorry, sorry", "no 1:'sorry' 1:'sorry' (it: 1 found, fewer than 2)"},
    {"matches of two turns then count twice", IT("any: [sorry], min: 2, per: turn"),
     "agent: sorry, sorry\nagent: sorry", "yes 1:'sorry' 1:'sorry' 2:'sorry'"},
    {"all matches of a call can count once", IT("any: [sorry], max: 1, per: call"),
     "agent: sorry\nagent: sorry", "yes 1:'sorry' 2:'sorry'"},
    {"overlapping matches of two patterns are one",
     IT("any: [so sorry, sorry about that], min: 2"), "agent: so sorry about that",
     "no 1:'so sorry about that' (it: 1 found, fewer than 2)"},
    {"a match inside another is one", IT("any: [so sorry about that, sorry], max: 1"),
     "agent: so sorry about that", "yes 1:'so sorry about that'"},
    {"matches that touch are two", IT("any: ['sorry,', ' pardon'], min: 2"),
     "agent: sorry, pardon", "yes 1:'sorry,' 1:' pardon'"},

    {"a negation before undoes a match", IT("any: [upset]"), "agent: I'm not upset",
     "no"},
    {"the guard can be off", IT("any: [upset], negation: off"), "agent: I'm not upset",
     "yes 1:'upset'"},
    {"the guard can reach less far", IT("any: [upset], negation: 1"),
     "agent: I'm not too upset", "yes 1:'upset'"},
    {"a pattern with a negation is not guarded", IT("any: [not upset]"),
     "agent: never not upset", "yes 1:'not upset'"},
    {"the guard is off for that pattern alone", IT("any: [not upset, angry]"),
     "agent: not angry", "no"},

    {"a pattern that gives up makes it unknown", IT("any: [" RUNAWAY "]"),
     "agent: hello\nagent: " MANY_AS, "unknown (a pattern of 'it' gave up on turn 2)"},
    {"also when another pattern matches", IT("any: [hello, " RUNAWAY "]"),
     "agent: hello\nagent: " MANY_AS, "unknown (a pattern of 'it' gave up on turn 2)"},
    {"also when nothing is what is asked for", IT("any: [" RUNAWAY "], min: 0, max: 0"),
     "agent: " MANY_AS, "unknown (a pattern of 'it' gave up on turn 1)"},
    {"also when an exception gives up", IT("any: [hello], unless: [" RUNAWAY "]"),
     "agent: hello " MANY_AS, "unknown (a pattern of 'it' gave up on turn 1)"},
    {"but not on turns of another role", IT("role: customer, any: [" RUNAWAY "]"),
     "customer: hello\nagent: " MANY_AS, "no"},

    {"curly quotes are quoted as written", IT("any: [\"I'm sorry\"]"),
     "agent: Oh, I\u2019m sorry.", "yes 1:'I\u2019m sorry'"},
    {"runs of blanks are quoted as written", IT("any: [so sorry]"),
     "agent: I am  so \t sorry  now", "yes 1:'so \t sorry'"},
    {"zero-width characters are quoted as written", IT("any: [sorry]"),
     "agent: so so\u200brry\u200b now", "yes 1:'so\u200brry'"},
    {"long dashes are quoted as written", IT("any: [sorry - really]"),
     "agent: \u201csorry \u2014 really\u201d", "yes 1:'sorry \u2014 really'"},
};

#define FIRST(n)  IT("role: agent, any: [sorry], window: {first: " n "}")
#define LAST(n)   IT("role: agent, any: [sorry], window: {last: " n "}")
#define BESIDE(w) "x: {any: [name]}, it: {any: [sorry], window: {" w ": x}}"
#define ANSWERING \
    "x: {role: customer, any: [name]}, it: {any: [sorry], window: {answering: x}}"
#define NO_TIMES "unknown (the call has no times to place it by)"

static FindingRow WINDOWS[] = {
    {"the first turn of the role need not be the call's", FIRST("1 turn"),
     "customer: hi\nagent: sorry\nagent: bye", "yes 2:'sorry'"},
    {"the second turn is not the first", FIRST("1 turn"),
     "customer: hi\nagent: hi\nagent: sorry", "no"},
    {"the second turn is among the first two", FIRST("2 turns"),
     "agent: hi\ncustomer: hi\nagent: sorry", "yes 3:'sorry'"},
    {"the last turn of the role need not be the call's", LAST("1 turn"),
     "agent: hi\nagent: sorry\ncustomer: bye", "yes 2:'sorry'"},
    {"the turn before the last is not the last", LAST("1 turn"),
     "agent: sorry\ncustomer: hi\nagent: bye", "no"},
    {"only what is in the window is evidence", FIRST("1 turn"),
     "agent: sorry\nagent: sorry", "yes 1:'sorry'"},

    {"a turn that begins in the first seconds is in", FIRST("30 s"),
     "agent @0: hi\nagent @30: sorry", "yes 2:'sorry'"},
    {"a turn that begins after them is out", FIRST("30 s"),
     "agent @0: hi\nagent @30.001: sorry", "no"},
    {"seconds count from the start of the first turn", FIRST("30 s"),
     "agent @100: hi\nagent @120: sorry", "yes 2:'sorry'"},
    {"a first turn without a time does not matter", FIRST("30 s"),
     "system: welcome\nagent @100: hi\nagent @120: sorry", "yes 3:'sorry'"},
    {"the last seconds count from the end of the call", LAST("10 s"),
     "agent @0: hi\nagent @5: sorry\ncustomer @6-15: bye", "yes 2:'sorry'"},
    {"a turn that begins before them is out", LAST("9 s"),
     "agent @0: hi\nagent @5: sorry\ncustomer @6-15: bye", "no"},
    {"without times it cannot be placed", FIRST("30 s"), "agent: sorry", NO_TIMES},
    {"without a time of its own it cannot be placed", FIRST("30 s"),
     "agent @0: hi\nagent: sorry", NO_TIMES},
    {"what was not said needs no time", FIRST("30 s"), "agent: hello", "no"},

    {"the first fifth of five turns is the first", FIRST("20 %"),
     "agent: sorry\nagent: sorry\ncustomer: a\ncustomer: b\ncustomer: c",
     "yes 1:'sorry'"},
    {"the last fifth of five turns is the last", LAST("20 %"),
     "customer: a\ncustomer: b\ncustomer: c\nagent: sorry\nagent: sorry",
     "yes 5:'sorry'"},
    {"all of the call is all of it", FIRST("100 %"), "agent: hi\nagent: sorry",
     "yes 2:'sorry'"},

    {"before another detector", BESIDE("before"), "agent: sorry\nagent: name",
     "yes 1:'sorry'"},
    {"not before it", BESIDE("before"), "agent: name\nagent: sorry", "no"},
    {"before it in the same turn", BESIDE("before"), "agent: sorry, name",
     "yes 1:'sorry'"},
    {"before the first of it", BESIDE("before"), "agent: name\nagent: sorry\nagent: name",
     "no"},
    {"all is before what is not there", BESIDE("before"), "agent: sorry",
     "yes 1:'sorry'"},
    {"after another detector", BESIDE("after"), "agent: name\nagent: sorry",
     "yes 2:'sorry'"},
    {"not after it", BESIDE("after"), "agent: sorry\nagent: name", "no"},
    {"nothing is after what is not there", BESIDE("after"), "agent: sorry", "no"},
    {"in the turn that answers it", ANSWERING, "customer: name\nagent: sorry",
     "yes 2:'sorry'"},
    {"in the second turn of the answer", ANSWERING,
     "customer: name\nagent: um\nagent: sorry", "yes 3:'sorry'"},
    {"it was not in the last of the turns answered", ANSWERING,
     "customer: name\ncustomer: ah\nagent: sorry", "yes 3:'sorry'"},
    {"not after another answer", ANSWERING,
     "customer: name\nagent: yes\ncustomer: ah\nagent: sorry", "no"},
    {"not in one's own turn", ANSWERING, "customer: name, sorry\nagent: ah", "no"},
    {"not where nothing was answered", ANSWERING,
     "agent: name\nagent: sorry\ncustomer: ah", "no"},
    {"beside something unknown it is unknown",
     "x: {kind: manual}, it: {any: [sorry], window: {before: x}}", "agent: sorry",
     "unknown (only a person can answer this)"},
};

#define ALSO(body) \
    "x: {role: agent, any: [pardon, so sorry]}, it: {role: agent, any: " body

static FindingRow OTHERS[] = {
    {"what another finds is its own", ALSO("[sorry], also: x}"),
     "agent: sorry\nagent: pardon", "yes 1:'sorry' 2:'pardon'"},
    {"in the order of the call", ALSO("[sorry], also: x}"), "agent: pardon\nagent: sorry",
     "yes 1:'pardon' 2:'sorry'"},
    {"what overlaps counts once", ALSO("[sorry], also: x, min: 2}"), "agent: so sorry",
     "no 1:'so sorry' (it: 1 found, fewer than 2)"},
    {"its own window is not the other's",
     ALSO("[sorry], also: x, window: {first: 1 turns}}"),
     "agent: hello\nagent: sorry\nagent: pardon", "yes 3:'pardon'"},
    {"an exception does not reach the other's", ALSO("[sorry], also: x, unless: [you]}"),
     "agent: pardon you", "yes 1:'pardon'"},
    {"when the other is unknown it is", "x: {kind: manual}, it: {any: [sorry], also: x}",
     "agent: sorry", "unknown (only a person can answer this)"},
};

static ErrorRow ERRORS[] = {
    {"a phrase needs patterns", IT("role: agent"), "missing field 'any'"},
    {"min may not be above max", IT("any: [a], min: 2, max: 1"),
     "detector 'it' 'min' is larger than 'max': it can never hold"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(WINDOWS, check_finding) +
           RUN_ROWS(OTHERS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
