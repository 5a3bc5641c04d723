#include "make_call.h"

#define UNREAD(fields)                     \
    "a: {any: [hello]}, b: {any: [bye]}, " \
    "it: {kind: unread, role: agent, besides: [a, b]" fields "}"

static FindingRow FINDINGS[] = {
    {"a turn in words that are not known", UNREAD(""), "agent: well, well",
     "yes 1:'well, well'"},
    {"not one in which something was found", UNREAD(""), "agent: hello\nagent: so, bye",
     "no"},
    {"each turn for itself", UNREAD(""),
     "agent: hello\ncustomer: a\nagent: well\ncustomer: b\nagent: so",
     "yes 3:'well' 5:'so'"},
    {"only turns of the role", UNREAD(""), "agent: bye\ncustomer: well", "no"},
    {"too short a turn does not count", UNREAD(", min_words: 2"),
     "agent: well\ncustomer: a\nagent: well then", "yes 3:'well then'"},
    {"of a side that is not there nothing is known", UNREAD(""), "customer: well",
     "unknown (no turns of the agent)"},
    {"unknown with one of them",
     "m: {kind: manual}, it: {kind: unread, role: agent, besides: m}", "agent: well",
     "unknown (only a person can answer this)"},
};

static ErrorRow ERRORS[] = {
    {"it must be said what is known", "it: {kind: unread}", "missing field 'besides'"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
