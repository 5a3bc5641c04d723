// One criterion, one call: the verdict, why, and the words it rests on.
#ifndef SCORE_MARK_H
#define SCORE_MARK_H

#include "score/scorecard.h"

// Where quotes of the call came from so far: the detector that found them, by which one
// and which pattern or phrase.
typedef struct KnownOrigin KnownOrigin;
struct KnownOrigin {
    uint32_t detector, by, pattern;
    const WeighedPhrase *phrase;
    Origin origin;
    const KnownOrigin *next;
};
typedef struct {
    const KnownOrigin *lists[64]; // by the detector's number, but for its higher bits
} KnownOrigins;

typedef struct {
    const Rubric *rubric;
    const Call *call;
    Findings *findings;
    Arena *scratch;
    Arena *keep;
    KnownOrigins *origins; // in `keep`
    const Scorecard *card; // whose turns the words are of
} MarkInput;

// What a verdict counts, in thousandths of a point.
int32_t criterion_points(const Criterion *criterion, Verdict verdict);
// Fills verdict, points, why and quotes of a mark that has its ids: criterion_decide
// (rubric/verdict.h), with the words behind it.
void mark_make(const MarkInput *in, const Criterion *criterion, Mark *mark);

#endif
