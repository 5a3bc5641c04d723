// What a criterion comes to, by what the detectors find.
#ifndef RUBRIC_VERDICT_H
#define RUBRIC_VERDICT_H

#include "rubric/expression.h"

typedef enum {
    VERDICT_MET,
    VERDICT_PARTLY,
    VERDICT_NOT_MET,
    VERDICT_NOT_APPLICABLE,
    VERDICT_NOT_ASSESSABLE
} Verdict;
#define VERDICT_COUNT 5

Str verdict_name(Verdict verdict);  // "not_met", as records have it
Str verdict_words(Verdict verdict); // "not met", as people read it

typedef struct {
    Verdict verdict;
    const Expression *rule; // that decided it; for met, partly and not met the one for
                            // `met`, unless `not_met` held
    Truth truth;            // what that came to
    Str why;                // where the rubric gives the reason itself
} Decision;

// In the order of the rubric language: cannot assess, not applicable, not_met, met,
// partly, unclear (not assessable), otherwise not met. What `when` rules out, and what
// `not_met` or `met` settles, needs no further answer: no more is asked for, so what is
// unknown past it does no harm.
Decision criterion_decide(const Criterion *criterion, Findings *findings);

#endif
