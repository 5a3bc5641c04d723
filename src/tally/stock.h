// Stock phrases: what is said in so many calls that it shows nobody's own way.
#ifndef TALLY_STOCK_H
#define TALLY_STOCK_H

#include "base/map.h"
#include "score/scorecard.h"

// Turns of agents that marks quote and that come in more than a fifth of the cards, and
// in three at least. Case, digits and punctuation make no difference.
Map stock_phrases(Arena *arena, const Scorecards *cards);
bool is_stock(const Map *stock, Str text);

#endif
