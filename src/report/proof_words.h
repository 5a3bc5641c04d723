// What is said of how far marks can be trusted.
#ifndef REPORT_PROOF_WORDS_H
#define REPORT_PROOF_WORDS_H

#include "rubric/proof.h"

// For the first page of a workbook: who checked the rubric, and what of it counts.
Str checked_words(Arena *arena, const Rubric *rubric);
// Why a principle never has a score, or {0}.
Str no_principle_words(const Rubric *rubric, const Principle *principle);
// Of one criterion: "Kappa 0.62 (0.45 to 0.77) with two automated readers on 106 calls;
// of 40 verdicts no reader shares 6, of 12 “not met” 1.", and before that whether it
// counts.
Str agreement_words(Arena *arena, const Rubric *rubric, uint32_t criterion);
// Of verdicts on checked calls: "Right in 38 of 40 checked calls (two automated
// readers).", or {0}.
Str right_words(Arena *arena, const Rubric *rubric, uint32_t criterion);
// The same, for the columns of a table: whether it counts, and if not, why; and
// "0.62 (0.45 to 0.77)", or a dash.
Str counts_words(Arena *arena, const Rubric *rubric, uint32_t criterion);
Str kappa_words(Arena *arena, const CriterionQuality *quality);

#endif
