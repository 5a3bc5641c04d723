#include "make_call.h"

#define ECHO(fields) "it: {kind: echo" fields "}"
#define FRAMED       "say: {role: agent, any: [so you mean]}, it: {kind: echo, frame: say}"
#define TO(fields) \
    "up: {role: customer, any: [upset]}, it: {kind: echo, to: up" fields "}"
#define ORDER  "customer: my kitchen order arrived broken yesterday\n"
#define BROKEN "1:'order' 1:'broken'"

static FindingRow FINDINGS[] = {
    {"two words taken up", ECHO(""), ORDER "agent: a broken order, I see",
     "yes 1:'broken' 1:'order' 2:'broken' 2:'order' (1 of 1 turns of the customer were taken up)"},
    {"words are known by their stems", ECHO(""), ORDER "agent: when orders break broken",
     "yes " BROKEN " 2:'orders' 2:'broken' (1 of 1 turns of the customer were taken up)"},
    {"one word is not enough", ECHO(""), ORDER "agent: the order number please",
     "no (what the customer said in turn 1 was not taken up)"},
    {"unless one is asked for", ECHO(", shared: 1"), ORDER "agent: the order please",
     "yes 1:'order' 2:'order' (1 of 1 turns of the customer were taken up)"},
    {"the same word twice is one", ECHO(""), ORDER "agent: order, the order",
     "no (what the customer said in turn 1 was not taken up)"},
    {"case does not matter", ECHO(""), ORDER "agent: BROKEN ORDER",
     "yes 1:'broken' 1:'order' 2:'BROKEN' 2:'ORDER' "
     "(1 of 1 turns of the customer were taken up)"},
    {"stop words do not count", ECHO(""),
     "customer: I really want that you should take the kitchen lamp order back broken\n"
     "agent: I really want that you should take",
     "no (what the customer said in turn 1 was not taken up)"},
    {"nor do contractions", ECHO(""),
     "customer: I don't think they'll deliver kitchen lamp order soon\n"
     "agent: They'll think so, don't worry",
     "no (what the customer said in turn 1 was not taken up)"},
    {"nor do words the rubric ignores", ECHO(", ignore: [Broken]"),
     ORDER "agent: order broken",
     "no (what the customer said in turn 1 was not taken up)"},

    {"unless details are what is echoed", ECHO(", of: details, min_words: 2"),
     "customer: it is A77 four twenty\nagent: A77 four twenty",
     "yes 1:'A77' 1:'four' 1:'twenty' 2:'A77' 2:'four' 2:'twenty' "
     "(1 of 1 turns of the customer were taken up)"},
    {"a redaction mark is a detail", ECHO(", of: details, min_words: 1, shared: 1"),
     "customer: it is #NAME# here\nagent: thank you #NAME#",
     "yes 1:'#NAME#' 2:'#NAME#' (1 of 1 turns of the customer were taken up)"},
    {"a name is a detail", ECHO(", of: details, min_words: 1, shared: 1"),
     "customer: so it is Mr Pym\nagent: of course Mr Pym",
     "yes 1:'Mr' 1:'Pym' 2:'Mr' 2:'Pym' (1 of 1 turns of the customer were taken up)"},
    {"only what was found is to be echoed", TO(", of: found, shared: 1"),
     "customer: I am upset about the lamp\nagent: which lamp",
     "no (what the customer said in turn 1 was not taken up)"},
    {"and is an echo", TO(", of: found, shared: 1"),
     "customer: I am upset about the lamp\nagent: upset I see",
     "yes 1:'upset' 2:'upset' (1 of 1 turns of the customer were taken up)"},

    {"a word within a match of 'unless' does not come back",
     TO(", of: found, shared: 1, unless: [upset stomach]"),
     "customer: I am upset\nagent: an upset stomach then",
     "no (what the customer said in turn 1 was not taken up)"},
    {"beside one it does", TO(", of: found, shared: 1, unless: [stomach]"),
     "customer: I am upset\nagent: is it an upset stomach",
     "yes 1:'upset' 2:'upset' (1 of 1 turns of the customer were taken up)"},
    {"and so it does in another turn",
     TO(", of: found, shared: 1, unless: [upset stomach]"),
     "customer: I am upset\nagent: an upset stomach\ncustomer: no\nagent: upset, I see",
     "yes 1:'upset' 4:'upset' (1 of 1 turns of the customer were taken up)"},

    {"numbers read back are not an echo", ECHO(""),
     "customer: the order code is A77 420 seven seven, kitchen lamp broken\n"
     "agent: A77 420 seven seven",
     "no (what the customer said in turn 1 was not taken up)"},
    {"names read back are not an echo", ECHO(""),
     "customer: my name is John Smith about the kitchen lamp order broken\n"
     "agent: John Smith, thank you",
     "no (what the customer said in turn 1 was not taken up)"},
    {"a name at the start of a sentence is one where it is one elsewhere", ECHO(""),
     "customer: Smith. Smith John about the kitchen lamp order broken\n"
     "agent: thank you John Smith",
     "no (what the customer said in turn 1 was not taken up)"},
    {"a title's full stop begins no sentence", ECHO(""),
     "customer: I am the patient of Dr. Johnson and Mrs. Smith about kitchen lamp order\n"
     "agent: Dr. Johnson and Mrs. Smith",
     "no (what the customer said in turn 1 was not taken up)"},
    {"a capital at the start of a sentence makes no name", ECHO(""),
     ORDER "agent: Broken? Order here?",
     "yes 1:'broken' 1:'order' 2:'Broken' 2:'Order' "
     "(1 of 1 turns of the customer were taken up)"},
    {"a text in capitals has no names", ECHO(""),
     "customer: MY KITCHEN ORDER ARRIVED BROKEN\nagent: an order, broken",
     "yes 1:'ORDER' 1:'BROKEN' 2:'order' 2:'broken' "
     "(1 of 1 turns of the customer were taken up)"},
    {"redaction marks are not an echo", ECHO(""),
     "customer: the card [CARD NUMBER] of [NAME] for kitchen lamp broken\n"
     "agent: [CARD NUMBER] of [NAME]",
     "no (what the customer said in turn 1 was not taken up)"},
    {"of any kind", ECHO(""),
     "customer: the card XXXX of <CUSTOMER NAME> for kitchen lamp broken\n"
     "agent: XXXX of <CUSTOMER NAME>",
     "no (what the customer said in turn 1 was not taken up)"},
    {"a bracket that is never closed hides nothing", ECHO(""),
     "customer: [ my kitchen order broken today\nagent: order [broken",
     "yes 1:'order' 1:'broken' 2:'order' 2:'broken' "
     "(1 of 1 turns of the customer were taken up)"},
    {"signs beyond ASCII belong to no word", ECHO(""),
     "customer: kitchen order\xE2\x80\xA6 broken\xF0\x9F\x98\xA1 yesterday\n"
     "agent: \xC2\xABorder\xC2\xBB broken",
     "yes 1:'order' 1:'broken' 2:'order' 2:'broken' "
     "(1 of 1 turns of the customer were taken up)"},
    {"German nouns are no names", ECHO(", language: german"),
     "customer: meine neue K\xC3\xBC"
     "che kam mit Kratzern\n"
     "agent: Kratzer an der K\xC3\xBC"
     "che",
     "yes 1:'Kratzern' 1:'K\xC3\xBC"
     "che' 2:'Kratzer' 2:'K\xC3\xBC"
     "che' "
     "(1 of 1 turns of the customer were taken up)"},

    {"a turn of few content words asks for no echo", ECHO(""),
     "customer: my order broken\nagent: order broken",
     "no (the customer said nothing to take up)"},
    {"unless the rubric says so", ECHO(", min_words: 2"),
     "customer: my order broken\nagent: order broken",
     "yes 1:'order' 1:'broken' 2:'order' 2:'broken' "
     "(1 of 1 turns of the customer were taken up)"},
    {"two turns take up a word each", ECHO(""), ORDER "agent: order?\nagent: broken?",
     "yes " BROKEN " 2:'order' 3:'broken' (1 of 1 turns of the customer were taken up)"},
    {"the third turn is too far", ECHO(""),
     ORDER "agent: well\ncustomer: so\nagent: hm\ncustomer: so\nagent: order broken",
     "no (what the customer said in turn 1 was not taken up)"},
    {"turns of others do not count", ECHO(", within: {turns: 1}"),
     ORDER "customer: hello?\nsystem: wait\nagent: order broken",
     "yes " BROKEN " 4:'order' 4:'broken' (1 of 1 turns of the customer were taken up)"},
    {"what was said before is no echo", ECHO(""), "agent: order broken\n" ORDER,
     "no (what the customer said in turn 2 was not taken up)"},
    {"one of two turns echoed is enough", ECHO(""), ORDER "agent: order broken\n" ORDER,
     "yes " BROKEN " 2:'order' 2:'broken' "
     "(1 of 2 turns of the customer were taken up, not turn 3)"},
    {"unless two are asked for", ECHO(", min: 2"), ORDER "agent: order broken\n" ORDER,
     "no " BROKEN " 2:'order' 2:'broken' "
     "(1 of 2 turns of the customer were taken up, not turn 3)"},
    {"the customer may be the one who echoes", ECHO(", role: customer"),
     "agent: your kitchen order left Leeds broken\ncustomer: broken order",
     "yes 1:'broken' 1:'order' 2:'broken' 2:'order' (1 of 1 turns of the agent were taken up)"},

    {"a frame is an echo", FRAMED, ORDER "agent: so you mean it is kaput",
     "yes 2:'so you mean' (1 of 1 turns of the customer were taken up)"},
    {"a frame too far away is none", FRAMED,
     ORDER "agent: well\ncustomer: so\nagent: hm\ncustomer: so\n"
           "agent: so you mean it is kaput",
     "no (what the customer said in turn 1 was not taken up)"},
    {"words may be an echo without the frame", FRAMED, ORDER "agent: order broken",
     "yes " BROKEN " 2:'order' 2:'broken' (1 of 1 turns of the customer were taken up)"},

    {"a detector says which turns are to be echoed", TO(""),
     ORDER "agent: order broken\ncustomer: I'm upset\nagent: well",
     "no (what the customer said in turn 3 was not taken up)"},
    {"a turn of few words is echoed by all of them", TO(""),
     "customer: I'm upset\nagent: upset, I see",
     "yes 1:'upset' 2:'upset' (1 of 1 turns of the customer were taken up)"},
    {"a turn of no content words is echoed by a frame only",
     "up: {role: customer, any: [not]}, it: {kind: echo, to: up}",
     "customer: not again\nagent: not again",
     "no (what the customer said in turn 1 was not taken up)"},
    {"nothing that calls for an echo", TO(""), ORDER "agent: order broken",
     "no (the customer said nothing to take up)"},
    {"the echoing side's own turns are not to be echoed",
     "up: {any: [upset]}, it: {kind: echo, to: up}",
     "agent: upset\ncustomer: hm\nagent: upset",
     "no (the customer said nothing to take up)"},

    {"seconds run from the end of the turn", ECHO(", within: {seconds: 3}"),
     "customer @0-2: kitchen order broken yesterday\nagent @5: order broken",
     "yes " BROKEN " 2:'order' 2:'broken' (1 of 1 turns of the customer were taken up)"},
    {"more seconds are too many", ECHO(", within: {seconds: 3}"),
     "customer @0-2: kitchen order broken yesterday\nagent @6: order broken",
     "no (what the customer said in turn 1 was not taken up)"},
    {"without times seconds are unknown", ECHO(", within: {seconds: 3}"),
     ORDER "agent: order broken",
     "unknown " BROKEN " 2:'order' 2:'broken' "
     "(the call has no times to measure the distance by)"},
    {"where nothing is shared no times are needed", ECHO(", within: {seconds: 3}"),
     ORDER "agent: hello", "no (what the customer said in turn 1 was not taken up)"},

    {"without a customer it is unknown", ECHO(""), "agent: order broken",
     "unknown (no turns of the customer)"},
    {"without an agent it is unknown", ECHO(""), ORDER,
     "unknown (no turns of the agent)"},
    {"an unknown trigger makes it unknown",
     "up: {kind: manual}, it: {kind: echo, to: up}", ORDER "agent: order broken",
     "unknown (only a person can answer this)"},
    {"an unknown frame makes it unknown",
     "up: {kind: manual}, it: {kind: echo, frame: up}", ORDER "agent: order broken",
     "unknown (only a person can answer this)"},
    {"but not where there is nothing to be echoed",
     "no: {any: [zebra]}, up: {kind: manual}, it: {kind: echo, to: no, frame: up}",
     ORDER "agent: order broken", "no (the customer said nothing to take up)"},
};

static ErrorRow ERRORS[] = {
    {"a language without stems", ECHO(", language: klingon"),
     "detector 'it' has an unknown 'language'"},
    {"a name too long for a language",
     ECHO(", language: englishenglishenglishenglishenglish"),
     "detector 'it' has an unknown 'language'"},
    {"a code is a name as well", ECHO(", language: en"), ""},
    {"no shared words are no echo", ECHO(", shared: 0"),
     "detector 'it' needs a 'shared' of 1 or more"},
    {"no words cannot be echoed", ECHO(", min_words: 0"),
     "detector 'it' needs a 'min_words' of 1 or more"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
