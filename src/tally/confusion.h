// What was found against what was there: precision, recall and F1 with their uncertainty.
#ifndef TALLY_CONFUSION_H
#define TALLY_CONFUSION_H

#include "tally/statistics.h"

typedef struct {
    uint64_t turns;     // judged
    uint64_t positives; // of them, what was to be found
    uint64_t found;
    uint64_t true_positives; // found and to be found
    uint64_t unknown;        // turns not judged, because nobody knows what is found there
} Confusion;

void confusion_add(Confusion *confusion, bool positive, bool found);
void confusion_merge(Confusion *into, const Confusion *from);

// Of what was found, how much was there.
Proportion confusion_precision(const Confusion *confusion);
// Of what was there, how much was found.
Proportion confusion_recall(const Confusion *confusion);
// The harmonic mean of both; not known without positives. F1 is 2 J / (1 + J), where J is
// the share of true positives in all that was found or to be found, and rises with it: so
// Wilson's bounds of J give those of F1. This is the indirect Wilson method of K. F. Y.
// Lam, V. Gopal and J. Qian, "Confidence Intervals for the F1 Score: A Comparison of Four
// Methods", arXiv 2309.14621, 2023.
Proportion confusion_f1(const Confusion *confusion);

#endif
