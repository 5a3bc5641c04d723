#include "rubric/expression.h"

static inline size_t least_of(const Expression *expression) {
    if (expression->op == OP_ANY) return 1;
    return expression->op == OP_ALL ? expression->count : expression->least;
}

// All, any and at_least ask the same: do so many of them hold?
static inline Truth count_truth(const Expression *expression, Findings *findings) {
    size_t count = expression->count, least = least_of(expression);
    size_t spare = count - least; // so many need not hold
    if (least > count) return TRUTH_NO;
    if (!least) return TRUTH_YES;
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count) findings_expect(findings, expression->of[i + 1].detector);
        Truth truth = expression_truth(&expression->of[i], findings);
        if (truth == TRUTH_YES && --least == 0) return TRUTH_YES;
        if (truth == TRUTH_NO && spare-- == 0) return TRUTH_NO;
    }
    return TRUTH_UNKNOWN;
}

Truth expression_joined(const Expression *expression, Findings *findings) {
    static const Truth NOT[] = {TRUTH_YES, TRUTH_NO, TRUTH_UNKNOWN};
    if (expression->op != OP_NOT) return count_truth(expression, findings);
    return NOT[expression_truth(expression->of, findings)];
}

void expression_each_detector(const Expression *expression, DetectorVisit *visit,
                              void *context) {
    if (!expression) return;
    if (expression->op == OP_DETECTOR) visit(context, expression->detector);
    for (size_t i = 0; i < expression->count; i++)
        expression_each_detector(&expression->of[i], visit, context);
}

void criterion_each_detector(const Criterion *criterion, DetectorVisit *visit,
                             void *context) {
    expression_each_detector(criterion->when, visit, context);
    expression_each_detector(criterion->not_met, visit, context);
    expression_each_detector(criterion->met, visit, context);
    expression_each_detector(criterion->partly, visit, context);
    vec_each(const Unclear, unclear, &criterion->unclear)
        expression_each_detector(unclear->when, visit, context);
}
