// Scorecards that stay until the end of a run take as little room as they can.
#ifndef SCORE_SCORECARD_COPY_H
#define SCORE_SCORECARD_COPY_H

#include "base/map.h"
#include "score/scorecard.h"

// Texts of which each is held once.
typedef struct {
    Map numbers; // a text -> its number among `texts`
    Texts texts;
} SharedTexts;

// A copy of `card` in `arena` that borrows nothing: its lists have no room to grow, what
// cards have in common is in `shared`, and quotes are slices of the card's turns.
Scorecard scorecard_copy(Arena *arena, SharedTexts *shared, const Scorecard *card);

#endif
