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

Decision criterion_decide(const Criterion *criterion, Findings *findings) {
    Truth when = criterion->when ? truth_of(criterion->when, findings) : TRUTH_YES;
    if (when != TRUTH_YES)
        return (Decision){when == TRUTH_NO ? VERDICT_NOT_APPLICABLE
                                           : VERDICT_NOT_ASSESSABLE,
                          criterion->when,
                          when,
                          {0}};
    const struct {
        const Expression *rule;
        Decision holds;
    } RULES[] = {
        {criterion->not_met, {VERDICT_NOT_MET, criterion->not_met, TRUTH_YES, {0}}},
        {criterion->met, {VERDICT_MET, criterion->met, TRUTH_YES, {0}}},
        {criterion->partly, {VERDICT_PARTLY, criterion->met, TRUTH_NO, {0}}},
    };
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++) {
        Truth truth = truth_of(RULES[i].rule, findings);
        if (truth == TRUTH_UNKNOWN)
            return (Decision){VERDICT_NOT_ASSESSABLE, RULES[i].rule, truth, {0}};
        if (truth == TRUTH_YES) return RULES[i].holds;
    }
    return decide_unfound(criterion, findings);
}
