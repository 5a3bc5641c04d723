#include "make_call.h"

#define RESPONSE(fields) "it: {kind: response, " fields "}"
// Three replies: after 2, 10 and 4 seconds.
#define THREE                                                         \
    "customer @0-1: a\nagent @3: b\ncustomer @4-5: c\nagent @15: d\n" \
    "customer @16-17: e\nagent @21: f"
// Ten replies, after 1, 2 ... 10 seconds; the tenth is the longest.
#define TEN                                                                           \
    "customer @0: a\nagent @1: 1\ncustomer @10: a\nagent @12: 2\ncustomer @20: a\n"   \
    "agent @23: 3\ncustomer @30: a\nagent @34: 4\ncustomer @40: a\nagent @45: 5\n"    \
    "customer @50: a\nagent @56: 6\ncustomer @60: a\nagent @67: 7\ncustomer @70: a\n" \
    "agent @78: 8\ncustomer @80: a\nagent @89: 9\ncustomer @90: a\nagent @100: 10"

static FindingRow FINDINGS[] = {
    {"the longest reply time, by default", RESPONSE("at_most: 10 s"), THREE,
     "yes 4:'d' (longest wait for a reply: 10.0 s)"},
    {"a limit that it exceeds", RESPONSE("at_most: 9 s"), THREE,
     "no 4:'d' (longest wait for a reply: 10.0 s)"},
    {"a limit that it must reach", RESPONSE("at_least: 10 s"), THREE,
     "yes 4:'d' (longest wait for a reply: 10.0 s)"},
    {"the first reply time", RESPONSE("stat: first, at_most: 2 s"), THREE,
     "yes 2:'b' (first reply after 2.0 s)"},
    {"the mean reply time", RESPONSE("stat: mean, at_most: 5 s"), THREE,
     "no 4:'d' (mean wait for a reply: 5.3 s)"},
    {"nine of ten reply times", RESPONSE("stat: p90, at_most: 9 s"), TEN,
     "yes 18:'9' (nine of ten replies within 9.0 s)"},
    {"nine of ten of one are that one", RESPONSE("stat: p90, at_most: 9 s"),
     "customer @0: a\nagent @9: b", "yes 2:'b' (nine of ten replies within 9.0 s)"},

    {"an agent who goes on talking does not reply", RESPONSE("at_most: 2 s"),
     "customer @0-1: a\nagent @3: b\nagent @60: c",
     "yes 2:'b' (longest wait for a reply: 2.0 s)"},
    {"an agent who begins the call does not reply", RESPONSE("at_most: 2 s"),
     "agent @50: hi\ncustomer @60-61: a\nagent @63: b",
     "yes 3:'b' (longest wait for a reply: 2.0 s)"},
    {"waiting begins with the last thing said", RESPONSE("at_most: 2 s"),
     "customer @0-1: a\ncustomer @50-51: a\nagent @53: b",
     "yes 3:'b' (longest wait for a reply: 2.0 s)"},
    {"waiting begins with the start where there is no end", RESPONSE("at_most: 2 s"),
     "customer @0: a\nagent @3: b", "no 2:'b' (longest wait for a reply: 3.0 s)"},
    {"who speaks before the other has ended did not wait", RESPONSE("at_most: 0 s"),
     "customer @0-10: a\nagent @8: b", "yes 2:'b' (longest wait for a reply: 0.0 s)"},
    {"the system neither replies nor waits", RESPONSE("at_most: 60 s"),
     "customer @0: a\nsystem @5: please wait\nagent @60: b",
     "yes 3:'b' (longest wait for a reply: 1 min 0 s)"},
    {"minutes are told in minutes", RESPONSE("at_most: 4 min"),
     "customer @0: a\nagent @243: b", "no 2:'b' (longest wait for a reply: 4 min 3 s)"},
    {"so are hours", RESPONSE("at_most: 1 min"), "customer @0: a\nagent @7500: b",
     "no 2:'b' (longest wait for a reply: 2 h 5 min)"},
    {"what was never replied to is not counted", RESPONSE("at_most: 2 s"),
     "customer @0: a\nagent @2: b\ncustomer @100: bye",
     "yes 2:'b' (longest wait for a reply: 2.0 s)"},
    {"nobody waits after words that need no answer",
     "bye: {role: customer, any: [bye]}, " RESPONSE("at_most: 2 s, no_answer_to: bye"),
     "customer @0: a\nagent @2: b\ncustomer @3: bye\nagent @99: c",
     "yes 2:'b' (longest wait for a reply: 2.0 s)"},
    {"what was asked before them still waits",
     "bye: {role: customer, any: [bye]}, " RESPONSE("at_most: 2 s, no_answer_to: bye"),
     "customer @0: a\ncustomer @3: bye\nagent @99: c",
     "no 3:'c' (longest wait for a reply: 1 min 39 s)"},
    {"the customer's replies can be asked for", RESPONSE("role: customer, at_most: 9 s"),
     "agent @0: a\ncustomer @9: b\nagent @99: c",
     "yes 2:'b' (longest wait for a reply: 9.0 s)"},

    {"turns reply in the order they began, not in that of the file",
     RESPONSE("stat: first, at_most: 9 s"),
     "agent @3: b\nagent @15: d\ncustomer @0-1: a\ncustomer @4-5: c",
     "yes 1:'b' (first reply after 2.0 s)"},
    {"the longest of them as well", RESPONSE("at_most: 9 s"),
     "agent @3: b\nagent @15: d\ncustomer @0-1: a\ncustomer @4-5: c",
     "no 2:'d' (longest wait for a reply: 10.0 s)"},
    {"out of order, with one start missing, it is unknown", RESPONSE("at_most: 9 s"),
     "agent @30: b\ncustomer @0-1: a\nagent @3: c\ncustomer: d",
     "unknown (the call has no times)"},
    {"without times it is unknown", RESPONSE("at_most: 2 s"), "customer: a\nagent: b",
     "unknown (the call has no times)"},
    {"with one time missing it is unknown", RESPONSE("at_most: 2 s"),
     "customer @0: a\nagent @1: b\ncustomer: c\nagent @9: d",
     "unknown (the call has no times)"},
    {"a time that is not needed may be missing", RESPONSE("at_most: 2 s"),
     "agent: hi\ncustomer @0: a\nagent @1: b",
     "yes 3:'b' (longest wait for a reply: 1.0 s)"},
    {"without a reply it is unknown", RESPONSE("at_most: 2 s"), "customer @0: a",
     "unknown (nobody waited for a reply)"},
};

static ErrorRow ERRORS[] = {
    {"a response needs a limit", RESPONSE("stat: max"),
     "detector 'it' needs 'at_most' or 'at_least'"},
    {"a limit without a unit of time is none", RESPONSE("at_most: 120"),
     "detector 'it' needs a unit of time, such as '30 s'"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
