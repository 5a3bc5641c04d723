// A scorecard whose quotations are redacted: its marks are those of what was said.
#ifndef SCORE_REDACTED_CARD_H
#define SCORE_REDACTED_CARD_H

#include "score/scorecard.h"

// Masks what is private (redact/redact.h) in the card's turns, in the words that marks
// rest on, and in what is said of them; the words stand out where they did. Ids, names of
// agents and the like are not speech, and stay. What changes is new, in `arena`. A second
// time nothing does: a report made of redacted records is the one made of transcripts.
void scorecard_redact(Arena *arena, Scorecard *card);

#endif
