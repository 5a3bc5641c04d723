#include "make_call.h"

#define ORDER(fields)                                        \
    "a: {any: [hello]}, b: {any: [name]}, c: {any: [bye]}, " \
    "may: {any: [well]}, "                                   \
    "it: {kind: order, steps: [a, b, c]" fields "}"

static FindingRow FINDINGS[] = {
    {"all steps in order", ORDER(""), "agent: hello\ncustomer: name\nagent: bye",
     "yes 1:'hello' 2:'name' 3:'bye'"},
    {"all steps in one turn", ORDER(""), "agent: hello, name, bye",
     "yes 1:'hello' 1:'name' 1:'bye'"},
    {"the first step is missing", ORDER(""), "agent: name\nagent: bye", "no (no a)"},
    {"a step in the middle is missing", ORDER(""), "agent: hello\nagent: bye",
     "no 1:'hello' (no b after a (turn 1))"},
    {"the last step is missing", ORDER(""), "agent: hello\nagent: name",
     "no 1:'hello' 2:'name' (no c after b (turn 2))"},
    {"steps in the wrong order", ORDER(""), "agent: bye\nagent: name\nagent: hello",
     "no 3:'hello' (no b after a (turn 3))"},
    {"a later start may be the one that works", ORDER(", within: {turns: 1}"),
     "agent: hello\ncustomer: x\nagent: hello\nagent: name\nagent: bye",
     "yes 3:'hello' 4:'name' 5:'bye'"},
    {"the start that gets farthest is the one told of", ORDER(", within: {turns: 1}"),
     "agent: hello\ncustomer: x\nagent: hello\nagent: name",
     "no 3:'hello' 4:'name' (no c after b (turn 4))"},
    {"steps are near enough", ORDER(", within: {turns: 2}"),
     "agent: hello\ncustomer: x\nagent: name\nagent: bye",
     "yes 1:'hello' 3:'name' 4:'bye'"},
    {"steps are too far apart", ORDER(", within: {turns: 1}"),
     "agent: hello\ncustomer: x\nagent: name\nagent: bye",
     "no 1:'hello' (no b after a (turn 1))"},
    {"turns of the system are no distance", ORDER(", within: {turns: 1}"),
     "agent: hello\nsystem: x\nagent: name\nagent: bye",
     "yes 1:'hello' 3:'name' 4:'bye'"},
    {"a later middle step may reach the last", ORDER(", within: {turns: 2}"),
     "agent: hello\nagent: name\ncustomer: x\nagent: name\ncustomer: x\nagent: bye",
     "yes 1:'hello' 4:'name' 6:'bye'"},
    {"seconds run from end to start", ORDER(", within: {seconds: 5}"),
     "agent @0-10: hello\nagent @15: name\nagent @20: bye",
     "yes 1:'hello' 2:'name' 3:'bye'"},
    {"too many seconds", ORDER(", within: {seconds: 5}"),
     "agent @0-9: hello\nagent @15: name\nagent @20: bye",
     "no 1:'hello' (no b after a (turn 1))"},
    {"without times the distance is unknown", ORDER(", within: {seconds: 5}"),
     "agent: hello\nagent: name\nagent: bye",
     "unknown 1:'hello' 2:'name' 3:'bye' "
     "(the call has no times to measure the distance by)"},
    {"a step that was not said needs no times", ORDER(", within: {seconds: 5}"),
     "agent: hello\nagent: name", "no 1:'hello' 2:'name' (no c after b (turn 2))"},
    {"what may be the missed step leaves it open", ORDER(", unclear: may"),
     "agent: hello\nagent: well\nagent: bye",
     "unknown 1:'hello' (turn 2 does not tell: \"well\")"},
    {"so it may be the first", ORDER(", unclear: may"),
     "agent: well\nagent: name\nagent: bye", "unknown (turn 1 does not tell: \"well\")"},
    {"not where it stands in the wrong place", ORDER(", unclear: may"),
     "agent: well\nagent: hello\nagent: bye", "no 2:'hello' (no b after a (turn 2))"},
    {"nor where two steps are missed", ORDER(", unclear: may"),
     "agent: hello\nagent: well\nagent: well", "no 1:'hello' (no b after a (turn 1))"},
    {"nor where all steps are there", ORDER(", unclear: may"),
     "agent: hello\nagent: well\nagent: name\nagent: bye",
     "yes 1:'hello' 3:'name' 4:'bye'"},
    {"an unknown step makes it unknown",
     "a: {any: [hello]}, b: {kind: manual}, it: {kind: order, steps: [a, b]}",
     "agent: hello", "unknown (only a person can answer this)"},
    {"but not behind one that was not said",
     "a: {any: [hello]}, b: {kind: manual}, it: {kind: order, steps: [a, b]}",
     "agent: hi", "no (no a)"},
    {"unless something may have been it",
     "a: {any: [hello]}, b: {kind: manual}, may: {any: [well]}, "
     "it: {kind: order, steps: [a, b], unclear: may}",
     "agent: hi", "unknown (only a person can answer this)"},
};

static ErrorRow ERRORS[] = {
    {"an order needs steps", "it: {kind: order}", "missing field 'steps'"},
    {"one step is no order", "a: {any: [x]}, it: {kind: order, steps: [a]}",
     "detector 'it' 'steps' needs two detectors or more"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
