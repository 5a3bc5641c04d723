// Marks that wait for what became of a promise, settled by later calls of the customer.
#ifndef SCORE_SETTLE_H
#define SCORE_SETTLE_H

#include "score/scorecard.h"

// How much later a call may begin and still settle a mark of the card, in milliseconds;
// 0: no mark waits.
int64_t card_awaits_ms(const Scorecard *card);
// Settles the marks that a card of a later call of the same customer tells of: what is
// told first stays. False when it tells of none. The scores are then those from before.
bool card_settle(Arena *arena, Scorecard *card, const Scorecard *later);
// Ends the settling: says of marks that still wait that no later call told, and adds up
// the scores again by the rubric that marked it.
void card_settled(const Rubric *rubric, Arena *arena, Scorecard *card);

#endif
