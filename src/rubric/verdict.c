#include "rubric/verdict.h"

Str verdict_name(Verdict verdict) {
    static const char *const NAMES[] = {"met", "partly", "not_met", "not_applicable",
                                        "not_assessable"};
    return str_from(NAMES[verdict]);
}

Str verdict_words(Verdict verdict) {
    static const char *const WORDS[] = {"met", "partly", "not met", "not applicable",
                                        "not assessable"};
    return str_from(WORDS[verdict]);
}

// A rule that is not given never holds.
static Truth truth_of(const Expression *rule, Findings *findings) {
    return rule ? expression_truth(rule, findings) : TRUTH_NO;
}

// What else would be not met, only because nothing was found.
static Decision decide_unfound(const Criterion *criterion, Findings *findings) {
    vec_each(const Unclear, unclear, &criterion->unclear) {
        Truth truth = truth_of(unclear->when, findings);
        Str why = truth == TRUTH_YES ? unclear->why : (Str){0};
        if (truth != TRUTH_NO)
            return (Decision){VERDICT_NOT_ASSESSABLE, unclear->when, truth, why};
    }
    return (Decision){VERDICT_NOT_MET, criterion->met, TRUTH_NO, {0}};
}

// Apart from the rest, for most criteria do not apply.
__attribute__((noinline)) static Decision decide_by_rules(const Criterion *criterion,
                                                          Findings *findings) {
    static const Verdict HOLDS[] = {VERDICT_NOT_MET, VERDICT_MET, VERDICT_PARTLY};
    const Expression *rules[] = {criterion->not_met, criterion->met, criterion->partly};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        Truth truth = truth_of(rules[i], findings);
        if (truth == TRUTH_NO) continue;
        if (truth == TRUTH_UNKNOWN)
            return (Decision){VERDICT_NOT_ASSESSABLE, rules[i], truth, {0}};
        if (HOLDS[i] == VERDICT_PARTLY) // what it lacks says why
            return (Decision){VERDICT_PARTLY, criterion->met, TRUTH_NO, {0}};
        return (Decision){HOLDS[i], rules[i], truth, {0}};
    }
    return decide_unfound(criterion, findings);
}

Decision criterion_decide(const Criterion *criterion, Findings *findings) {
    Truth when = criterion->when ? truth_of(criterion->when, findings) : TRUTH_YES;
    if (when == TRUTH_YES) return decide_by_rules(criterion, findings);
    bool no = when == TRUTH_NO;
    return (Decision){
        no ? VERDICT_NOT_APPLICABLE : VERDICT_NOT_ASSESSABLE, criterion->when, when, {0}};
}
