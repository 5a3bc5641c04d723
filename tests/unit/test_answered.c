#include "make_call.h"

#define ANSWERED(fields)                                                    \
    "q: {kind: question, role: customer}, yes: {role: agent, any: [yes]}, " \
    "dodge: {role: agent, any: [not sure, yes and no]}, "                   \
    "it: {kind: answered, question: q" fields "}"
#define ASK     "customer: When will my refund come?\n"
#define ASKED   "1:'When will my refund come?' "
#define ONE     "(1 of 1 questions answered)"
#define NONE    "(0 of 1 questions answered, not turn 1)"
#define UNTIMED "(the call has no times to measure the distance by)"

static FindingRow FINDINGS[] = {
    {"an answer takes up a word", ANSWERED(""),
     ASK "agent: I see. We refunded it. On Friday.",
     "yes " ASKED "2:'We refunded it.' " ONE},
    {"an answer about something else is none", ANSWERED(""), ASK "agent: Nice weather.",
     "no " ASKED NONE},
    {"a question nobody answers", ANSWERED(""), "agent: a refund\n" ASK,
     "no 2:'When will my refund come?' (0 of 1 questions answered, not turn 2)"},
    {"nothing is asked", ANSWERED(""), "customer: Hello.\nagent: Hello.",
     "no (nothing was asked)"},
    {"the customer's own words are no answer", ANSWERED(""),
     ASK "customer: My refund.\nagent: Hm.", "no " ASKED NONE},
    {"only the question's words count, not the turn's", ANSWERED(""),
     "customer: About the lamp. Is a refund due?\nagent: A lamp.",
     "no 1:'Is a refund due?' " NONE},

    {"two words are asked for", ANSWERED(", shared: 2"),
     "customer: Is the lamp refund late?\nagent: The lamp. And its refund. Bye.",
     "yes 1:'Is the lamp refund late?' 2:'The lamp. And its refund.' " ONE},
    {"two words are asked for, one is there", ANSWERED(", shared: 2"),
     "customer: Is the lamp refund late?\nagent: The lamp. The lamp.",
     "no 1:'Is the lamp refund late?' " NONE},
    {"a question of one word asks for no more", ANSWERED(", shared: 2"),
     ASK "agent: The refund is here.", "yes " ASKED "2:'The refund is here.' " ONE},

    {"the second turn is near enough", ANSWERED(""),
     ASK "agent: Hm.\ncustomer: Hello.\nagent: Your refund.",
     "yes " ASKED "4:'Your refund.' " ONE},
    {"the third is not", ANSWERED(""),
     ASK "agent: Hm.\ncustomer: So.\nagent: Hm.\ncustomer: So.\nagent: Your refund.",
     "no " ASKED NONE},
    {"three turns may be allowed", ANSWERED(", within: {turns: 3}"),
     ASK "agent: Hm.\ncustomer: So.\nagent: Hm.\ncustomer: So.\nagent: Your refund.",
     "yes " ASKED "6:'Your refund.' " ONE},
    {"seconds run from the end of the question", ANSWERED(", within: {seconds: 3}"),
     "customer @0-2: A refund?\nagent @5: A refund.",
     "yes 1:'A refund?' 2:'A refund.' " ONE},
    {"more seconds are too many", ANSWERED(", within: {seconds: 3}"),
     "customer @0-2: A refund?\nagent @6: A refund.", "no 1:'A refund?' " NONE},
    {"without times seconds are unknown", ANSWERED(", within: {seconds: 3}"),
     "customer: A refund?\nagent: A refund.",
     "unknown 1:'A refund?' 2:'A refund.' " UNTIMED},
    {"where no answer is no times are needed", ANSWERED(", within: {seconds: 3}"),
     "customer: A refund?\nagent: Hello.", "no 1:'A refund?' " NONE},

    {"an answer may be known by its frame", ANSWERED(", answer: yes"),
     ASK "agent: Oh yes.", "yes " ASKED "2:'yes' " ONE},
    {"a question without content words needs one", ANSWERED(", answer: yes"),
     "customer: Is it?\nagent: It is, yes.", "yes 1:'Is it?' 2:'yes' " ONE},
    {"without content words or a frame it is unknown", ANSWERED(""),
     "customer: Is it?\nagent: It is, yes.",
     "unknown 1:'Is it?' (a question has no words to tell its answer by)"},

    {"a deflection is no answer", ANSWERED(", deflect: dodge"),
     ASK "agent: I'm not sure about your refund.",
     "no " ASKED "(0 of 1 questions answered, turn 1 was deflected in turn 2)"},
    {"an answer may follow a deflection", ANSWERED(", deflect: dodge"),
     ASK "agent: I'm not sure about your refund. Refunds come on Friday.",
     "yes " ASKED "2:'Refunds come on Friday.' " ONE},
    {"or come in the next turn", ANSWERED(", deflect: dodge"),
     ASK "agent: I'm not sure about your refund.\nagent: Refunds come on Friday.",
     "yes " ASKED "3:'Refunds come on Friday.' " ONE},
    {"a frame may answer in a sentence that deflects",
     ANSWERED(", answer: yes, deflect: dodge"), ASK "agent: I'm not sure, but yes",
     "yes " ASKED "2:'yes' " ONE},
    {"a frame inside a deflection does not", ANSWERED(", answer: yes, deflect: dodge"),
     ASK "agent: Well, yes and no.",
     "no " ASKED "(0 of 1 questions answered, turn 1 was deflected in turn 2)"},
    {"a question without content words may be deflected", ANSWERED(", deflect: dodge"),
     "customer: Is it?\nagent: I'm not sure.",
     "no 1:'Is it?' (0 of 1 questions answered, turn 1 was deflected in turn 2)"},

    {"one of two is enough", ANSWERED(""),
     ASK "agent: Your refund.\ncustomer: And the lamp?\nagent: Hm.",
     "yes " ASKED "2:'Your refund.' 3:'And the lamp?' "
     "(1 of 2 questions answered, not turn 3)"},
    {"unless each must be answered", ANSWERED(", each: yes"),
     ASK "agent: Your refund.\ncustomer: And the lamp?\nagent: Hm.",
     "no " ASKED "2:'Your refund.' 3:'And the lamp?' "
     "(1 of 2 questions answered, not turn 3)"},
    {"each is answered", ANSWERED(", each: yes"),
     "customer: A refund? A lamp?\nagent: The lamp. The refund.",
     "yes 1:'A refund?' 2:'The refund.' 1:'A lamp?' 2:'The lamp.' "
     "(2 of 2 questions answered)"},
    {"each of none is not answered", ANSWERED(", each: yes"),
     "customer: Hello.\nagent: Hello.", "no (nothing was asked)"},
    {"one that cannot be told does not matter where one is enough", ANSWERED(""),
     "customer: Is it? A lamp?\nagent: The lamp.",
     "yes 1:'Is it?' 1:'A lamp?' 2:'The lamp.' (1 of 2 questions answered)"},
    {"the agent's questions are answered by the customer",
     "q: {kind: question, role: agent}, it: {kind: answered, question: q}",
     "agent: Which lamp?\ncustomer: The lamp in the hall.",
     "yes 1:'Which lamp?' 2:'The lamp in the hall.' " ONE},
    {"words the rubric ignores are no answer", ANSWERED(", ignore: [refund]"),
     "customer: Is the lamp refund late?\nagent: The refund.",
     "no 1:'Is the lamp refund late?' " NONE},
    {"places are those of the text as written", ANSWERED(""),
     "customer: Hm\xE2\x80\xA6  a   refund?\nagent: I\xE2\x80\x99m   here.  Your   refund.",
     "yes 1:'Hm\xE2\x80\xA6  a   refund?' 2:'Your   refund.' " ONE},

    {"without an agent it is unknown", ANSWERED(""), ASK,
     "unknown (no turns of the agent)"},
    {"an unknown question makes it unknown",
     "q: {kind: manual}, it: {kind: answered, question: q}", "agent: a",
     "unknown (only a person can answer this)"},
    {"an unknown answer makes it unknown",
     "q: {kind: question}, a: {kind: manual}, "
     "it: {kind: answered, question: q, answer: a}",
     "agent: a?", "unknown (only a person can answer this)"},
    {"but not where nothing was asked",
     "q: {kind: question}, a: {kind: manual}, "
     "it: {kind: answered, question: q, answer: a}",
     "agent: a", "no (nothing was asked)"},
    {"an unknown deflection makes it unknown",
     "q: {kind: question}, a: {kind: manual}, "
     "it: {kind: answered, question: q, deflect: a}",
     "agent: a?", "unknown (only a person can answer this)"},
};

static ErrorRow ERRORS[] = {
    {"a language without stems", ANSWERED(", language: klingon"),
     "detector 'it' has an unknown 'language'"},
    {"no shared words are no answer", ANSWERED(", shared: 0"),
     "detector 'it' needs a 'shared' of 1 or more"},
    {"a question must be named", "it: {kind: answered}", "missing field 'question'"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
