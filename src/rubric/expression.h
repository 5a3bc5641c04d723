// What criteria are decided by: detectors joined by all, any, not and at_least, in the
// three-valued logic of Kleene (Introduction to Metamathematics, 1952, section 64):
// unknown stays unknown only where it could still change the answer.
#ifndef RUBRIC_EXPRESSION_H
#define RUBRIC_EXPRESSION_H

#include "detect/findings.h"
#include "rubric/rubric.h"

typedef enum { TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN } Truth;

// Asks for no more findings than it takes.
Truth expression_truth(const Expression *expression, Findings *findings);

// Calls `visit` for each mention of a detector, in the order written. NULL has none.
typedef void DetectorVisit(void *context, uint32_t detector);
void expression_each_detector(const Expression *expression, DetectorVisit *visit,
                              void *context);
// The same for all expressions of a criterion.
void criterion_each_detector(const Criterion *criterion, DetectorVisit *visit,
                             void *context);

#endif
