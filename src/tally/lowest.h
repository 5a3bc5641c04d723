// The calls that score lowest: whether the machine finds those that readers would.
#ifndef TALLY_LOWEST_H
#define TALLY_LOWEST_H

#include "score/scorecard.h"

// The score that a reader's verdicts make by the rubric's law, or NO_SCORE. `verdicts`
// has one for each mark of `card`, VERDICT_COUNT where the reader said nothing. All
// criteria count, whether or not the machine's marks of them do: what is asked is whether
// the call is good.
int32_t reader_score(Arena *scratch, const Rubric *rubric, const Scorecard *card,
                     const Verdict *verdicts);

// The scores of one call; the readers' is the mean over those whose verdicts make one.
typedef struct {
    int32_t machine;
    int64_t readers;
} ScoredTwice;

// How many calls are in the lowest fifth. It ends with the score of the call that is last
// in it, so that alike calls are in it together.
typedef struct {
    uint32_t calls; // all
    uint32_t machine, readers, both;
} LowestFifth;

LowestFifth lowest_fifth(Arena *scratch, const ScoredTwice *calls, size_t count);

#endif
