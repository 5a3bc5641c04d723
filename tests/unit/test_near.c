#include "make_call.h"

#define NEAR(fields) "it: {kind: near, words: [refund, delay], within: 2" fields "}"

static FindingRow FINDINGS[] = {
    {"two words side by side", NEAR(""), "agent: a refund delay", "yes 1:'refund delay'"},
    {"two words between them are near enough", NEAR(""), "agent: refund of the delay",
     "yes 1:'refund of the delay'"},
    {"three words are too many", NEAR(""), "agent: refund of a long delay", "no"},
    {"none may be allowed", "it: {kind: near, words: [a, b], within: 0}",
     "agent: a x b, x a b", "yes 1:'a b'"},
    {"signs are no words", NEAR(""), "agent: refund - of, the ... delay",
     "yes 1:'refund - of, the ... delay'"},
    {"any order will do", NEAR(""), "agent: delay of refund", "yes 1:'delay of refund'"},
    {"unless one is asked for", NEAR(", ordered: yes"), "agent: delay of refund", "no"},
    {"the order asked for", NEAR(", ordered: yes"), "agent: refund of delay",
     "yes 1:'refund of delay'"},
    {"one of two words is not enough", NEAR(""), "agent: refund, refund", "no"},
    {"words of two turns are not near", NEAR(""),
     "agent: refund\ncustomer: so\nagent: delay", "no"},
    {"those that somebody says in a row are one", NEAR(""), "agent: refund\nagent: delay",
     "yes 1:'refund'"},
    {"white space and quotes as written are evidence", NEAR(""),
     "agent: the refund\xE2\x80\x99s  own \xE2\x80\x9C"
     "delay\xE2\x80\x9D",
     "yes 1:'refund\xE2\x80\x99s  own \xE2\x80\x9C"
     "delay'"},

    {"the shortest stretch is taken", NEAR(""), "agent: refund a refund a delay",
     "yes 1:'refund a delay'"},
    {"each stretch counts once", NEAR(""), "agent: refund delay refund",
     "yes 1:'refund delay'"},
    {"and a word only in one of them", NEAR(""), "agent: refund delay refund delay",
     "yes 1:'refund delay' 1:'refund delay'"},
    {"a stretch in every turn", NEAR(""), "agent: refund delay\ncustomer: delay, refund",
     "yes 1:'refund delay' 2:'delay, refund'"},
    {"two are asked for", NEAR(", min: 2"), "agent: refund delay\nagent: delay, refund",
     "yes 1:'refund delay' 2:'delay, refund'"},
    {"two are asked for, one is there", NEAR(", min: 2"), "agent: refund delay",
     "no 1:'refund delay' (it: 1 found, fewer than 2)"},

    {"three words: those between count, whatever they are",
     "it: {kind: near, words: [a, b, c], within: 3}", "agent: c x b x a",
     "yes 1:'c x b x a'"},
    {"three words, too far from first to last",
     "it: {kind: near, words: [a, b, c], within: 2}", "agent: c x b x a", "no"},
    {"three words in order",
     "it: {kind: near, words: [a, b, c], within: 9, ordered: yes}", "agent: b a c b c",
     "yes 1:'a c b c'"},
    {"three words out of order",
     "it: {kind: near, words: [a, b, c], within: 9, ordered: yes}", "agent: a c b", "no"},
    {"the same word twice is two matches", "it: {kind: near, words: [ha, ha], within: 1}",
     "agent: ha", "no"},
    {"and twice is found twice", "it: {kind: near, words: [ha, ha], within: 1}",
     "agent: ha ha", "yes 1:'ha ha'"},
    {"one match cannot serve for two words",
     "it: {kind: near, words: [full refund, refund], within: 3}", "agent: full refund",
     "no"},
    {"two can", "it: {kind: near, words: [full refund, refund], within: 3}",
     "agent: a refund? a full refund", "yes 1:'refund? a full refund'"},
    {"sixteen words",
     "it: {kind: near, words: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p], "
     "within: 14, ordered: yes}",
     "agent: a b c d e f g h i j k l m n o p", "yes 1:'a b c d e f g h i j k l m n o p'"},

    {"an exception in the sentence undoes it", NEAR(", unless: [never]"),
     "agent: Never a refund delay.", "no"},
    {"an exception in another does not", NEAR(", unless: [never]"),
     "agent: Never! A refund delay.", "yes 1:'refund delay'"},

    {"another role's words do not count", NEAR(", role: agent"),
     "customer: refund delay\nagent: hello", "no"},
    {"without turns of the role it is unknown", NEAR(", role: agent"),
     "customer: refund delay", "unknown (no turns of the agent)"},
    {"without turns of anybody it is unknown", NEAR(""), "system: refund delay",
     "unknown (nobody said anything)"},
    {"a pattern that gave up makes it unknown",
     "it: {kind: near, words: [refund, '(?:a+a+)+$'], within: 2}",
     "agent: refund aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
     "unknown (a pattern of 'it' gave up on turn 1)"},
};

static ErrorRow ERRORS[] = {
    {"near needs two words", "it: {kind: near, words: [a], within: 2}",
     "detector 'it' needs two 'words' or more"},
    {"near has a most",
     "it: {kind: near, words: [a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q], within: 2}",
     "detector 'it' has more than 16 'words'"},
    {"near needs a distance", "it: {kind: near, words: [a, b]}",
     "missing field 'within'"},
};

int main(void) {
    return RUN_ROWS(FINDINGS, check_finding) + RUN_ROWS(ERRORS, check_error);
}
