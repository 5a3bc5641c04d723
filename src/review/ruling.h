// What people made of marks, looked up by mark.
#ifndef REVIEW_RULING_H
#define REVIEW_RULING_H

#include "base/map.h"
#include "store/store.h"
#include "tally/verdicts.h"

typedef struct {
    const Reviews *reviews;
    Map marks; // the number of the last period's review of each mark
} Rulings;

// `reviews` as store_reviews gives them; they must live as long.
Rulings rulings_of(Arena *arena, const Reviews *reviews);
// What was said of this mark, or NULL. `rulings` may be NULL.
const Review *ruling_on(const Rulings *rulings, const Scorecard *card, const Mark *mark);

// A person's verdict: the decision of a dispute, where there is one, or else what the
// reviewer said. False where nobody judged.
bool review_verdict(const Review *review, Verdict *verdict);
// The same as judgements of a reader each, of those whom nobody named one more.
Judgements review_judgements(Arena *arena, const Reviews *reviews);
// Whether a person's verdict is another than the machine's.
bool review_overrules(const Review *review, Verdict machine);
// Whether the agent disputes the mark, and nobody has decided yet.
bool review_is_open(const Review *review);

#endif
