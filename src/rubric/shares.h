// What a criterion counts for in a call in which all of them apply.
#ifndef RUBRIC_SHARES_H
#define RUBRIC_SHARES_H

#include "rubric/rubric.h"

// Whether it asks for a detector that only a person can answer.
bool criterion_is_manual(const Rubric *rubric, const Criterion *criterion);
// Fills the nominal shares of principles and criteria. What only a person can answer has
// one beside those of the rest.
void rubric_share(Rubric *rubric);

#endif
