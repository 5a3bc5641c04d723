// The quotes of a mark: in a list where they are made or read, and packed where the mark
// stays until the end of a run, in a third of the room.
#ifndef SCORE_QUOTES_H
#define SCORE_QUOTES_H

#include "score/scorecard.h"

// Goes through them, either way:
//
//     QuoteWalk walk = quotes_of(mark);
//     for (const Quote *quote; (quote = quote_next(&walk));)
typedef struct {
    const Mark *mark;
    size_t at;
    const char *packed; // what is left of them
    Quote quote;        // the packed one that was taken last
} QuoteWalk;

QuoteWalk quotes_of(const Mark *mark);
// NULL behind the last; else valid until the next one is asked for.
const Quote *quote_next(QuoteWalk *walk);

// Packs the mark's list into `arena`. What quotes refer to must stay where it is: texts
// and origins are borrowed as before.
void quotes_pack(Arena *arena, Mark *mark);
// To change them: the list itself or, of packed ones, a copy in `arena`; and puts back
// what was changed, packed in `arena` where it was.
Quotes quotes_open(Arena *arena, const Mark *mark);
void quotes_close(Arena *arena, Mark *mark, const Quotes *quotes);

#endif
