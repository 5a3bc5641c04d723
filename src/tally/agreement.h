// How far the machine's verdicts and those of people who read the same calls agree.
//
// An occasion is a call in which every reader saw one: met, partly or not met. What the
// machine cannot assess counts as not applicable beside a reader who saw no occasion or
// could not say, and as a disagreement beside any other, so that nothing is gained by
// keeping silent.
#ifndef TALLY_AGREEMENT_H
#define TALLY_AGREEMENT_H

#include "rubric/verdict.h"
#include "tally/statistics.h"

// One call, one criterion. `readers` has a verdict for each reader; VERDICT_COUNT where
// that reader has not judged the call.
typedef struct {
    const Verdict *readers;
    Verdict machine;
} JudgedCase;

// `known` is false where one value alone occurs: chance would agree as well.
typedef struct {
    bool known;
    double value, low, high; // low and high: 95 %, by a bootstrap over calls
} Kappa;

typedef struct {
    uint32_t cases;     // calls that a reader judged
    uint32_t occasions; // all readers saw one
    uint32_t seen;      // of those, the machine saw it as well
    uint32_t decided;   // the machine's met, partly and not met
    uint32_t real;      // of those, some reader saw an occasion
    uint32_t shared;    // of those, some reader gave the same verdict
    uint32_t accusations, false_accusations;          // not met; shared by no reader
    uint32_t confusion[VERDICT_COUNT][VERDICT_COUNT]; // [a reader's][the machine's]
    Kappa machine; // Cohen's, with each reader in turn, averaged
    Kappa readers; // likewise, of each two readers: the ceiling
    Kappa alpha; // Krippendorff's, of the readers, without bounds; from three readers on
} Agreement;

// Cohen's kappa of a table of counts, count[a][b]; J. Cohen, "A Coefficient of Agreement
// for Nominal Scales", Educational and Psychological Measurement 20, 1960.
Kappa kappa_of(uint32_t count[][VERDICT_COUNT]);
// Krippendorff's alpha for nominal data over the readers of each case; K. Krippendorff,
// "Computing Krippendorff's Alpha-Reliability", 2011.
Kappa alpha_of(const JudgedCase *cases, size_t count, size_t readers);
// The bootstrap draws the calls 1,000 times with a fixed seed: the same cases give the
// same figures.
Agreement agreement_of(Arena *scratch, const JudgedCase *cases, size_t count,
                       size_t readers);

#endif
