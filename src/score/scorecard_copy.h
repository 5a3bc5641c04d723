// Scorecards that stay until the end of a run take as little room as they can.
#ifndef SCORE_SCORECARD_COPY_H
#define SCORE_SCORECARD_COPY_H

#include "base/map.h"
#include "score/scorecard.h"

// What cards have in common, each held once.
typedef struct {
    Map numbers; // a text -> its number among `texts`
    Texts texts;
    Map origin_numbers; // what tells origins apart -> their number among `origins`
    VEC(const Origin *) origins;
} SharedTexts;

// A copy of `card` in `arena` that borrows nothing: its lists have no room to grow, its
// quotes are packed, what cards have in common is in `shared`, and quotes are slices of
// the card's turns.
Scorecard scorecard_copy(Arena *arena, SharedTexts *shared, const Scorecard *card);

#endif
