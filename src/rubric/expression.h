// What criteria are decided by: detectors joined by all, any, not and at_least, in the
// three-valued logic of Kleene (Introduction to Metamathematics, 1952, section 64):
// unknown stays unknown only where it could still change the answer.
#ifndef RUBRIC_EXPRESSION_H
#define RUBRIC_EXPRESSION_H

#include "detect/findings.h"
#include "rubric/rubric.h"

typedef enum { TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN } Truth;

static inline Truth finding_truth(const Finding *finding) {
    if (!finding->known) return TRUTH_UNKNOWN;
    return finding->holds ? TRUTH_YES : TRUTH_NO;
}
// Asks for no more findings than it takes.
Truth expression_joined(const Expression *expression, Findings *findings);
static inline Truth expression_truth(const Expression *expression, Findings *findings) {
    if (expression->op != OP_DETECTOR) return expression_joined(expression, findings);
    return finding_truth(findings_ask(findings, expression->detector));
}

// Lays out the steps by which a whole expression is told where all that it asks for is
// known: the same questions in the same order. None where something is counted.
void expression_lay_steps(Arena *arena, Expression *expression);

// Calls `visit` for each mention of a detector, in the order written. NULL has none.
typedef void DetectorVisit(void *context, uint32_t detector);
void expression_each_detector(const Expression *expression, DetectorVisit *visit,
                              void *context);
// The same for all expressions of a criterion.
void criterion_each_detector(const Criterion *criterion, DetectorVisit *visit,
                             void *context);

#endif
