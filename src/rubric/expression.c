#include "rubric/expression.h"

static Truth finding_truth(const Finding *finding) {
    if (!finding->known) return TRUTH_UNKNOWN;
    return finding->holds ? TRUTH_YES : TRUTH_NO;
}

static inline Truth truth_of(const Expression *expression, Findings *findings) {
    if (expression->op != OP_DETECTOR) return expression_truth(expression, findings);
    return finding_truth(findings_ask(findings, expression->detector));
}

// All, any and at_least ask the same: do so many of them hold?
static Truth count_truth(const Expression *expression, size_t least, Findings *findings) {
    size_t count = expression->count, spare = count - least; // so many need not hold
    if (least > count) return TRUTH_NO;
    if (!least) return TRUTH_YES;
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count) findings_expect(findings, expression->of[i + 1].detector);
        Truth truth = truth_of(&expression->of[i], findings);
        if (truth == TRUTH_YES && --least == 0) return TRUTH_YES;
        if (truth == TRUTH_NO && spare-- == 0) return TRUTH_NO;
    }
    return TRUTH_UNKNOWN;
}

Truth expression_truth(const Expression *expression, Findings *findings) {
    static const Truth NOT[] = {TRUTH_YES, TRUTH_NO, TRUTH_UNKNOWN};
    switch (expression->op) {
    case OP_DETECTOR: return truth_of(expression, findings);
    case OP_NOT: return NOT[truth_of(expression->of, findings)];
    case OP_ALL: return count_truth(expression, expression->count, findings);
    case OP_ANY: return count_truth(expression, 1, findings);
    case OP_AT_LEAST: return count_truth(expression, expression->least, findings);
    }
    return TRUTH_UNKNOWN;
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
