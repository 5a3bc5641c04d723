#include "make_call.h"

#define FIELD(fields) "it: {kind: field, name: x, " fields "}"
#define X(value)      "agent: hi\nfield x: " value

static FindingRow FINDINGS[] = {
    {"a field has the value", FIELD("is: gold"), X("gold"), "yes (field 'x' is 'gold')"},
    {"letter case does not matter", FIELD("is: gold"), X("GOLD"),
     "yes (field 'x' is 'GOLD')"},
    {"a field has another value", FIELD("is: gold"), X("golden"),
     "no (field 'x' is 'golden')"},
    {"a field has one of the values", FIELD("in: [gold, silver]"), X("silver"),
     "yes (field 'x' is 'silver')"},
    {"a field has none of the values", FIELD("in: [gold, silver]"), X("tin"),
     "no (field 'x' is 'tin')"},
    {"a number at its limit", FIELD("at_most: 2"), X("2"), "yes (field 'x' is '2')"},
    {"a number above its limit", FIELD("at_most: 2"), X("2.5"),
     "no (field 'x' is '2.5')"},
    {"a number below its limit", FIELD("at_least: 4"), X("3"), "no (field 'x' is '3')"},
    {"a number in its range", FIELD("at_least: 1, at_most: 5"), X("5"),
     "yes (field 'x' is '5')"},
    {"a negative number", FIELD("at_least: -1"), X("-2"), "no (field 'x' is '-2')"},

    {"a duration is a number of seconds", FIELD("at_most: 2 min"), X("120"),
     "yes (field 'x' is '120')"},
    {"a duration has a unit", FIELD("at_most: 2 min"), X("121 s"),
     "no (field 'x' is '121 s')"},
    {"a duration may be in minutes", FIELD("at_most: 120 s"), X("2 min"),
     "yes (field 'x' is '2 min')"},
    {"a duration may be a clock's", FIELD("at_most: 120 s"), X("2:01"),
     "no (field 'x' is '2:01')"},
    {"a duration may have hours", FIELD("at_least: 1 h"), X("01:00:00"),
     "yes (field 'x' is '01:00:00')"},

    {"a field that is missing is unknown", FIELD("is: gold"), "agent: hi",
     "unknown (the call has no field 'x')"},
    {"a field that is empty is unknown", FIELD("is: gold"), X(""),
     "unknown (the call has no field 'x')"},
    {"a field that is no number is unknown", FIELD("at_most: 2"), X("few"),
     "unknown (field 'x' is no number: 'few')"},
    {"a field that is no duration is unknown", FIELD("at_most: 2 s"), X("soon"),
     "unknown (field 'x' is no number: 'soon')"},
    {"the call's own columns are fields", "it: {kind: field, name: channel, is: chat}",
     "agent: hi\nfield channel: chat", "yes (field 'channel' is 'chat')"},
};

static ErrorRow ERRORS[] = {
    {"a field has a name", "it: {kind: field, is: a}", "missing field 'name'"},
    {"a field is compared", "it: {kind: field, name: x}",
     "detector 'it' needs one of 'is', 'in', or 'at_least' and 'at_most'"},
    {"a field is compared in one way", FIELD("is: a, at_most: 2"),
     "detector 'it' needs one of 'is', 'in', or 'at_least' and 'at_most'"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
