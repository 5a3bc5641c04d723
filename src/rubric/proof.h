// Which criteria count. Under `count: proven` a criterion must have shown, on calls that
// were not read while it was worked on, that it agrees with those who judged them.
#ifndef RUBRIC_PROOF_H
#define RUBRIC_PROOF_H

#include "rubric/rubric.h"

// What agreement takes: a kappa of 0.5 between readers and the machine, from ten
// occasions on, and that of five verdicts, and of five "not met", some reader shares
// four: kappa is that high also where only the occasions are right. (Landis and Koch call
// 0.41 to 0.60 moderate: "The Measurement of Observer Agreement for Categorical Data",
// Biometrics 33, 1977.) Kappa and share in thousandths.
enum { PROOF_OCCASIONS = 10, PROOF_KAPPA = 500, PROOF_UNSHARED = 200 };

// Whether words decide it. What times, lengths and columns decide, and what only a person
// can, needs no proof.
bool criterion_needs_proof(Arena *scratch, const Rubric *rubric,
                           const Criterion *criterion);
// Why figures are no proof: "kappa 0.42 with the readers, under 0.5"; {0}: they are.
Str quality_doubt(Arena *arena, const CriterionQuality *quality);

// Fills `uncounted` of all criteria; one that has a reason already keeps it.
void rubric_prove(Arena *arena, Rubric *rubric);

// Criteria that count, of those that weigh; and what they weigh of the nominal weight of
// all that the machine can decide, in thousandths.
typedef struct {
    uint32_t criteria, of;
    int32_t share;
} Proven;
Proven rubric_proven(const Rubric *rubric);
// "19 of 26 criteria count, with 71.3 % of the weight".
Str proven_words(Arena *arena, const Proven *proven);
// Whether a criterion of a principle counts that the machine can decide.
bool principle_counts(const Rubric *rubric, const Principle *principle);

#endif
