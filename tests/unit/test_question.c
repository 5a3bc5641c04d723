#include "make_call.h"

#define QUESTION(fields) "it: {kind: question" fields "}"
#define SPEECH \
    ", frames: [can you, 'wh(?:at|y)(?: is it)?'], fillers: [so, okay, 'um+'], open: ['wh(?:at|y)']"
#define INSIDE SPEECH ", inside: [is it, what happened]"

static FindingRow FINDINGS[] = {
    {"a question with its mark", QUESTION(""), "agent: Hello. How are you? Fine.",
     "yes 1:'How are you?' (questions: 1)"},
    {"no question", QUESTION(""), "agent: Hello.", "no (questions: 0, fewer than 1)"},
    {"two in one turn, one in another", QUESTION(""), "agent: Yes? No?\ncustomer: Maybe?",
     "yes 1:'Yes?' 1:'No?' 2:'Maybe?' (questions: 3)"},
    {"a mark among others", QUESTION(""), "agent: Really?! Well?... So.",
     "yes 1:'Really?!' 1:'Well?...' (questions: 2)"},
    {"a mark alone asks nothing", QUESTION(""), "agent: ? ?? (?)",
     "no (questions: 0, fewer than 1)"},
    {"a mark inside a sentence ends none", QUESTION(""), "agent: see a.example/?q=1 now.",
     "no (questions: 0, fewer than 1)"},
    {"the text as written is evidence", QUESTION(""),
     "agent: Hm. What\xE2\x80\x99s   new?",
     "yes 1:'What\xE2\x80\x99s   new?' (questions: 1)"},

    {"a question without its mark", QUESTION(SPEECH), "agent: can you hear me",
     "yes 1:'can you hear me' (questions: 1)"},
    {"after fillers", QUESTION(SPEECH), "agent: Okay, so - umm, can you hear me",
     "yes 1:'Okay, so - umm, can you hear me' (questions: 1)"},
    {"not after other words", QUESTION(SPEECH), "agent: I know what you mean",
     "no (questions: 0, fewer than 1)"},
    {"not inside a word", QUESTION(SPEECH), "agent: whatever happens",
     "no (questions: 0, fewer than 1)"},
    {"in the second sentence", QUESTION(SPEECH), "agent: I see. what is it",
     "yes 1:'what is it' (questions: 1)"},
    {"frame and mark are one question", QUESTION(SPEECH), "agent: What is it?",
     "yes 1:'What is it?' (questions: 1)"},
    {"fillers alone ask nothing", QUESTION(SPEECH), "agent: so um okay",
     "no (questions: 0, fewer than 1)"},

    {"one begins inside a sentence", QUESTION(INSIDE),
     "agent: I have it here is it yours", "yes 1:'is it yours' (questions: 1)"},
    {"a frame and one inside are two", QUESTION(INSIDE),
     "agent: so can you look is it big",
     "yes 1:'so can you look ' 1:'is it big' "
     "(questions: 2)"},
    {"the frame of a question begins no other", QUESTION(INSIDE), "agent: what is it",
     "yes 1:'what is it' (questions: 1)"},
    {"two inside are two", QUESTION(INSIDE), "agent: yes is it new is it big",
     "yes 1:'is it new ' 1:'is it big' (questions: 2)"},
    {"with one inside the mark makes no other", QUESTION(INSIDE),
     "agent: Sorry to hear that, what happened?",
     "yes 1:'what happened?' (questions: 1)"},
    {"the one inside says whether it is open", QUESTION(INSIDE ", type: open"),
     "agent: Sorry to hear that, what happened?",
     "yes 1:'what happened?' (open questions: 1 of 1)"},
    {"an exception undoes the question it stands in", QUESTION(INSIDE ", unless: [big]"),
     "agent: so can you look is it big", "yes 1:'so can you look ' (questions: 1)"},

    {"open ones", QUESTION(SPEECH ", type: open"),
     "agent: So, what is it? Can you say? Is it big?",
     "yes 1:'So, what is it?' (open questions: 1 of 3)"},
    {"closed ones", QUESTION(SPEECH ", type: closed"),
     "agent: So, what is it? Can you say? Is it big?",
     "yes 1:'Can you say?' 1:'Is it big?' (closed questions: 2 of 3)"},
    {"an open word later on opens nothing", QUESTION(SPEECH ", type: open"),
     "agent: Do you know what time it is?", "no (open questions: 0 of 1, fewer than 1)"},
    {"two open ones are asked for", QUESTION(SPEECH ", type: open, min: 2"),
     "agent: What is it? Is it?",
     "no 1:'What is it?' (open questions: 1 of 2, fewer than 2)"},
    {"one is allowed", QUESTION(", max: 1"), "agent: Yes? No?",
     "no 1:'Yes?' 1:'No?' (questions: 2, more than 1)"},
    {"none is asked for or allowed", QUESTION(", min: 0, max: 0"), "agent: Yes.",
     "yes (questions: 0)"},

    {"an exception does not count", QUESTION(", unless: [your name]"),
     "agent: May I have your name? Yes?", "yes 1:'Yes?' (questions: 1)"},
    {"an exception in another sentence does no harm", QUESTION(", unless: [your name]"),
     "agent: Your name. Yes?", "yes 1:'Yes?' (questions: 1)"},

    {"another role's questions do not count", QUESTION(", role: agent"),
     "customer: Yes?\nagent: Yes.", "no (questions: 0, fewer than 1)"},
    {"the system asks nothing", QUESTION(""), "system: Press one?\nagent: Yes.",
     "no (questions: 0, fewer than 1)"},
    {"without turns of the role it is unknown", QUESTION(", role: agent"),
     "customer: Yes?", "unknown (no turns of the agent)"},
    {"a pattern that gave up makes it unknown", QUESTION(", unless: ['(?:a+a+)+$']"),
     "agent: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!?",
     "unknown (a pattern of 'it' gave up on turn 1)"},
};

static ErrorRow ERRORS[] = {
    {"open ones must be told from closed ones", QUESTION(", type: open"),
     "detector 'it' needs 'open' to tell open questions from closed ones"},
    {"min may not be above max", QUESTION(", min: 3, max: 2"),
     "detector 'it' 'min' is larger than 'max': it can never hold"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
